"""Learns how sure yes and no by rules are: ``python -m bench.train_verdicts --meaning FOLDER``.

Reads the yes-or-no questions of ``reader/training/books`` (all of them: the engine was taught
none), and writes what `hegang_qa.answers.verdicts.sureness` reads. Each is asked of its
collection; every third of its document alone. Prints figures of cross-validation by collections.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.handbooks import BOOKS, Handbook, handbooks
from bench.learning import Model, assemble, fit, halves, write
from bench.meaning_data import MEANING, Unseen
from bench.squad_metrics import auroc, calibration_error
from hegang_qa.answers.judging import ruled
from hegang_qa.answers.verdicts.sureness import FEATURES, FILE
from hegang_qa.intents import load_rules
from hegang_qa.question import understand
from hegang_qa.ranking import rank
from hegang_qa.text.lexicon import Lexicon

FILES = ("verdicts.jsonl", "verdicts-aside.jsonl")
"""With the 15,000 of ``verdicts-further.jsonl`` as well, as many verdicts are right (325 of 1,505)
and two more wrong."""

COUNTED = {"Yes": 1.8, "No": 0.55, "": 1.0}
"""What a question counts by its verdict, so that half of them are answered by yes, three in ten by
no and the rest by neither. Those who wrote the questions found twice as many that are denied; who
asks hopes for a yes, and mostly gets it."""

TREES, RATE, TRIED = 100, 0.1, 0.5


class Case(NamedTuple):
    """A verdict by rules: its amounts, whether it is right, what it counts, its collection."""

    row: list[float]
    right: bool
    counts: float
    collection: str


def gather(unseen: Unseen) -> Iterator[Case]:
    """Yield the verdicts that the rules give to the questions of all collections."""
    names = sorted({one.parent.name for name in FILES for one in BOOKS.glob(f"*/{name}")})
    for book in handbooks(BOOKS, names=names):
        unseen.ask(book.name)
        yield from _of_book(book)


_RULES = load_rules()
_LEXICON = Lexicon.open()


def _of_book(book: Handbook) -> Iterator[Case]:
    index, store = book.index, book.store
    paths = [path.rpartition("/")[2] for path in store.paths()]
    files = [path for name in sorted(FILES) if (path := BOOKS / book.name / name).exists()]
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    for number, row in enumerate(map(json.loads, lines)):
        question = understand(
            row["question"], rules=_RULES, index=index, lexicon=_LEXICON, store=store
        )
        if question.answer_type != "yes-no":
            continue
        alone = frozenset((paths.index(row["path"]),)) if number % 3 == 0 else None
        ranked = rank(question, index=index, store=store, documents=alone)
        right = row["answers"][0] if row["answers"] else ""
        for one in ruled(question, ranked, _LEXICON)[:1]:
            if one.known is not None:
                known = [one.known[name] for name in FEATURES]
                yield Case(known, one.choice.verdict == right, COUNTED[right], book.name)


def learn(cases: Sequence[Case]) -> Model:
    """Return the weights by which right verdicts are told from wrong ones."""
    # Each is judged by itself: to choose from one is to lose nothing.
    data = assemble(
        ([case.row], [float(case.right)], case.counts, "", case.collection) for case in cases
    )
    return fit(data, pointwise=1.0, trees=TREES, rate=RATE, share=TRIED)


def report(cases: Sequence[Case], model: Model) -> None:
    """Print what weights learned from other cases make of these."""
    scores = model.scores(np.array([case.row for case in cases], np.float32))
    sure = 1 / (1 + np.exp(-scores))
    right = np.array([case.right for case in cases])
    given = sure > 0.5
    error = calibration_error(list(zip(sure.tolist(), right.tolist(), strict=True)))
    print(
        f"{len(cases)} verdicts, right {right.mean():.3f}; AUROC"
        f" {auroc(sure[right].tolist(), sure[~right].tolist()):.3f}, calibration error {error:.3f};"
        f" above .5 {given.mean():.3f}, right of those {right[given].mean():.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meaning", type=Path, required=True, help=MEANING)
    parser.add_argument("--out", default=f"hegang_qa/data/{FILE}")
    options = parser.parse_args()
    with Unseen(options.meaning) as unseen:
        cases = list(gather(unseen))
    first, other = halves(cases, lambda case: case.collection)
    report(other, learn(first))
    report(first, learn(other))
    write(options.out, FEATURES, learn(cases))


if __name__ == "__main__":
    main()
