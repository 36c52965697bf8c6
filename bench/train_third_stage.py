"""Learn the third stage of the span model: ``python -m bench.train_third_stage DATA`` (the data
sets' folder).

Reads ``squad/train.json``, of which two fifths of the articles are held back from the first two
stages (`bench.held_back`), and the collections of ``reader/training/books`` that they were not
learned from. Each question held back is asked of its paragraph, and a part of them of everything;
those on books of their collection. What is learned is to choose among the best candidates.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np

from bench.collection import build_collection
from bench.handbooks import Handbook, untaught_books
from bench.held_back import Paragraph, held_back, without_them
from bench.learning import Model, arguments, assemble, fit, training_set, write
from bench.meaning_data import MEANING, Unseen
from bench.spans_examples import HANDBOOKS
from bench.squad_metrics import f1, normal
from hegang_qa.answers import spans as answers
from hegang_qa.answers.span_model.scoring import ADVICE
from hegang_qa.answers.span_model.third_stage import FEATURES, FILE
from hegang_qa.intents import load_rules
from hegang_qa.question import understand
from hegang_qa.question.model import Question
from hegang_qa.ranking import rank
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.resources import data_path
from hegang_qa.text.lexicon import Lexicon

__all__ = ["Choosing", "choosing", "choosing_in_books", "learn"]

EVERYTHING = 0.25
"""How many of the questions are asked of everything as well."""

_WAYS = {"paragraph": 1.0, "everything": 0.7, "book": 0.7}
"""What a question counts."""

OVERLAP = 0.2
"""What counts of a candidate that overlaps the answer; the rest is for the very words."""

ADVICE_COUNTS = 0.9
"""What the rules for forms of sentences count in all. They are made for what documents hold and
questions of the training hardly ask for; left alone they come to .3."""


class Choosing(NamedTuple):
    """A question with the candidates that the third stage sees: their rows, whether each is the
    answer word for word, and its overlap with the answer (F1)."""

    rows: list[list[float]]
    exact: list[float]
    overlap: list[float]
    way: str
    article: int


def _seen(
    question: Question, ranked: Sequence[RankedSentence], lexicon: Lexicon
) -> tuple[list[list[float]], list[tuple[int, str]]]:
    """Return the rows of the candidates that the third stage sees, and the sentence and the words
    of each."""
    rows: list[list[float]] = []
    told: list[tuple[int, str]] = []

    def look(
        question: Question, ranked: Sequence[RankedSentence], scored: Sequence[answers.Scored]
    ) -> list[answers.Scored]:
        chosen, found = answers.third_rows(question, ranked, scored)
        rows.extend(found)
        for number in chosen:
            one, candidate = scored[number][2].held.ranked, scored[number][2].candidate
            low, high = one.tokens[candidate.start].start, one.tokens[candidate.end - 1].end
            told.append((one.sentence.id, " ".join(one.sentence.text[low:high].split())))
        return list(scored)

    with patch("hegang_qa.answers.spans.third_stage", look):
        answers.score_spans(question, ranked, lexicon=lexicon)
    return rows, told


def choosing(held: Sequence[Paragraph], unseen: Unseen) -> Iterator[Choosing]:
    """Yield the questions of the paragraphs that have an answer."""
    rules, lexicon = load_rules(), Lexicon.open()
    draw = random.Random(1)
    files = [{"title": one.title, "paragraphs": [{"context": one.text, "qas": []}]} for one in held]
    collection = build_collection(files)
    for number, one in enumerate(held):
        unseen.ask(one.piece)
        for item in one.items:
            golds = [answer["text"] for answer in item["answers"]]
            if not golds:
                continue
            question = understand(
                item["question"], rules=rules, index=collection.index, lexicon=lexicon
            )
            if question.answer_type == "yes-no":
                continue
            for way in ("paragraph", "everything"):
                if way == "everything" and draw.random() >= EVERYTHING:
                    continue
                documents = frozenset((number,)) if way == "paragraph" else None
                ranked = rank(
                    question, index=collection.index, store=collection.store, documents=documents
                )
                rows, told = _seen(question, ranked, lexicon)
                plain = {normal(gold) for gold in golds}
                exact = [float(normal(text) in plain) for _, text in told]
                overlap = [f1(text, golds) for _, text in told]
                if any(overlap) and len(rows) > 1:
                    yield Choosing(rows, exact, overlap, way, one.article)


def choosing_in_books(books: Sequence[Handbook], unseen: Unseen) -> Iterator[Choosing]:
    """Yield the questions on books that have an answer other than yes or no."""
    rules, lexicon = load_rules(), Lexicon.open()
    for number, book in enumerate(books):
        unseen.ask(book.name)
        for one in book.questions:
            if not one.ids:
                continue
            question = understand(one.text, rules=rules, index=book.index, lexicon=lexicon)
            if question.answer_type == "yes-no":
                continue
            ranked = rank(question, index=book.index, store=book.store)
            rows, told = _seen(question, ranked, lexicon)
            plain = {normal(answer) for answer in one.answers}
            exact = [float(at in one.ids and normal(text) in plain) for at, text in told]
            overlap = [one.worth(at, text) for at, text in told]
            if any(overlap) and len(rows) > 1:
                article = HANDBOOKS + 100 * number + one.document
                yield Choosing(rows, exact, overlap, "book", article)


def learn(found: Iterable[Choosing]) -> Model:
    """Return the weights by which right candidates are chosen."""
    data = assemble(
        (
            one.rows,
            [
                (1 - OVERLAP) * exact + OVERLAP * overlap
                for exact, overlap in zip(one.exact, one.overlap, strict=True)
            ],
            _WAYS[one.way],
            one.way,
            str(one.article),
        )
        for one in found
    )
    model = fit(data, pointwise=0.0)
    own = FEATURES.index(f"span: {ADVICE}")
    linear = model.weights.copy()
    linear[own] = round(ADVICE_COUNTS - float(linear[FEATURES.index("score")]), 4)
    return model._replace(weights=linear)


def report(model: Model, rest: Sequence[Choosing]) -> None:
    """Print how right the chosen candidates are, before and after, each way of asking."""
    told: dict[str, list[tuple[float, ...]]] = {}
    for one in rest:
        best = int(np.argmax(model.scores(np.array(one.rows, np.float32))))
        own = (one.exact[0], one.exact[best], one.overlap[0], one.overlap[best])
        told.setdefault(one.way, []).append(own)
    for way, rows in told.items():
        before, after, f1_before, f1_after = (
            100 * sum(row[n] for row in rows) / len(rows) for n in range(4)
        )
        print(
            f"{way:12} {len(rows):6} questions  exact match {before:.1f} -> {after:.1f}"
            f"  F1 {f1_before:.1f} -> {f1_after:.1f}"
        )


def main() -> None:
    parser = arguments(__doc__, data_path(FILE))
    parser.add_argument("--meaning", type=Path, required=True, help=MEANING)
    parser.add_argument("--spans", help="span weights that have not seen the articles held back")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate on so many folds")
    options = parser.parse_args()
    path = training_set(options.data)
    if path is None:
        return
    held = held_back(path)
    with without_them(path, held, options.spans), Unseen(options.meaning) as unseen:
        found = [*choosing(held, unseen), *choosing_in_books(untaught_books(), unseen)]
    print(f"{len(found)} questions", flush=True)
    if options.folds:
        articles = sorted({one.article for one in found})
        fold_of = {article: number % options.folds for number, article in enumerate(articles)}
        for fold in range(options.folds):
            model = learn([one for one in found if fold_of[one.article] != fold])
            report(model, [one for one in found if fold_of[one.article] == fold])
    write(options.out, FEATURES, learn(found))
    print(f"wrote {options.out}")


if __name__ == "__main__":
    main()
