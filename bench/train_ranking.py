"""Learn how sentences are ranked: ``python -m bench.train_ranking DATA`` (the data sets' folder).

Reads ``squad/train.json``, ``bench/handbooks`` and ``reader/training/books``, asks their questions
in collections of several sizes (see `bench.ranking_data`), and fits to the candidates that the
index finds what `bench.learning` makes; questions without answer count where each row is judged by
itself. How near in meaning a sentence is is told by word vectors that have not seen the question
(``--meaning``: what ``bench.train_meaning --folds`` wrote). The same data give the same bytes.
``--folds`` tells hit@1 on articles held out.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import numpy as np

from bench.handbooks import later_books, training_handbooks
from bench.learning import Data, Floats, Model, arguments, assemble, fit, training_set, write
from bench.meaning_data import MEANING, Unseen
from bench.ranking_data import Example, examples, handbook_examples, training_worlds
from hegang_qa.ranking.features import FEATURES
from hegang_qa.ranking.scoring import FILE
from hegang_qa.resources import data_path

POINTWISE = 0.3
"""Weight of judging each sentence by itself beside choosing one."""

# What a question counts, by its collection: many are asked in several.
_WEIGHTS: tuple[tuple[str, float], ...] = (
    ("whole", 1.0),
    ("loose", 1.0),
    ("five", 0.6),
    ("article", 0.6),
    ("tiny", 0.5),
    ("paragraphs", 0.5),
    ("no ", 0.6),
    ("handbook", 0.6),
)


def collect(found: Iterable[Example]) -> Data:
    """Return the questions with what each counts."""
    return assemble(
        (
            one.rows,
            [float(right) for right in one.right],
            next(w for name, w in _WEIGHTS if one.world.startswith(name)),
            one.world,
            one.article,
        )
        for one in found
    )


def hits(data: Data, scores: Floats) -> dict[str, list[tuple[bool, bool]]]:
    """Return by kind of collection whether the first, or one of the first five, is right."""
    ends = [*data.starts[1:], len(scores)]
    out: dict[str, list[tuple[bool, bool]]] = {}
    for number, (start, end) in enumerate(zip(data.starts, ends, strict=True)):
        order = np.argsort(-scores[start:end], kind="stable")
        right = data.right[start:end][order]
        kind = data.world[number].split()[0]
        out.setdefault(kind, []).append((bool(right[0]), bool(right[:5].any())))
    return out


def _fit(data: Data, options: argparse.Namespace) -> Model:
    return fit(
        data, pointwise=POINTWISE, trees=options.trees, rate=options.rate, share=options.share
    )


def cross_validate(data: Data, options: argparse.Namespace) -> None:
    """Print hit@1 and hit@5 on articles that the weights have not seen."""
    articles = sorted(set(data.article))
    random.Random(2).shuffle(articles)
    fold_of = {article: number % options.folds for number, article in enumerate(articles)}
    folds = [fold_of[article] for article in data.article]
    told: dict[str, list[tuple[bool, bool]]] = {}
    for fold in range(options.folds):
        model = _fit(data.part([n for n, f in enumerate(folds) if f != fold]), options)
        held = data.part([n for n, f in enumerate(folds) if f == fold])
        for kind, rows in hits(held, model.scores(held.rows)).items():
            told.setdefault(kind, []).extend(rows)
    for kind, rows in told.items():
        first, five = (100 * sum(row[n] for row in rows) / len(rows) for n in (0, 1))
        print(f"{kind:12} {len(rows):6} questions  hit@1 {first:.1f}  hit@5 {five:.1f}")


def main() -> None:
    parser = arguments(__doc__, data_path(FILE))
    parser.add_argument("--meaning", type=Path, required=True, help=MEANING)
    parser.add_argument("--limit", type=int, help="only so many questions of each collection")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate on so many folds")
    parser.add_argument("--trees", type=int, default=300)
    parser.add_argument("--rate", type=float, default=0.18)
    parser.add_argument("--share", type=float, default=0.3, help="of the features tried by a tree")
    options = parser.parse_args()
    path = training_set(options.data)
    if path is None:
        return
    with Unseen(options.meaning) as unseen:
        data = collect(
            chain(
                examples(training_worlds(path), unseen, options.limit),
                handbook_examples([*training_handbooks(), *later_books()], unseen),
            )
        )
    print(f"{len(data.starts)} questions, {len(data.rows)} candidates", flush=True)
    if options.folds:
        cross_validate(data, options)
    write(options.out, FEATURES, _fit(data, options))
    print(f"wrote {options.out}")


if __name__ == "__main__":
    main()
