"""Learns how a reader's yes and no are joined.

    python -m bench.train_read_verdicts --meaning FOLDER

Reads the yes-or-no questions that the reader's training sets aside (``verdicts-aside.jsonl`` in
``reader/training/books``), and writes what `hegang_qa.answers.reading.verdicts` reads. Each is
asked of its collection or of its document alone; a quarter also of the other documents, which do
not answer it. Prints figures of cross-validation; to be run after each change of the reader's
weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from hegang_qa_reader import load_reader

from bench.handbooks import BOOKS, Handbook, handbooks
from bench.learning import Model, assemble, fit, halves, write
from bench.meaning_data import MEANING, Unseen
from hegang_qa.answers.reading import verdicts
from hegang_qa.answers.reading.by_meaning import with_nearest
from hegang_qa.answers.reading.meanings import Meanings
from hegang_qa.intents import load_rules
from hegang_qa.question import understand
from hegang_qa.ranking import rank
from hegang_qa.text.lexicon import Lexicon

ASIDE = "verdicts-aside.jsonl"

TREES, RATE, TRIED = 100, 0.1, 0.5

COUNTED = {"Yes": 1.0, "No": 0.55, "": 1.0}
"""What a question counts by its verdict, so that yes and no are as likely: those who wrote them
found twice as many that are denied."""


class Case(NamedTuple):
    """A question with what may be said to it: the amounts of each (a row), whether that is right,
    and the right verdict ("" where nothing tells)."""

    said: list[verdicts.Said]
    right: list[float]
    verdict: str
    collection: str


class Asker:
    """Asks a collection with the reader."""

    rules = load_rules()
    lexicon = Lexicon.open()
    reader = load_reader()

    def __init__(self, book: Handbook) -> None:
        assert self.reader.finder is not None
        self.book, self.meanings = book, Meanings(self.reader.finder)

    def ask(self, text: str, documents: frozenset[int] | None) -> list[verdicts.Said]:
        """Return what may be said to a question."""
        book = self.book
        question = understand(text, rules=self.rules, index=book.index, lexicon=self.lexicon)
        if question.answer_type != "yes-no":
            return []
        index, store = book.index, book.store
        ranked = list(rank(question, index=index, store=store, documents=documents))
        near = self.meanings.near(question, store, documents)
        if near is not None:
            ranked = with_nearest(
                question, ranked, near, index=index, store=store, documents=documents
            )
        assert self.reader.judge is not None
        return verdicts.hear(
            question,
            ranked,
            self.reader.judge,
            store=store,
            lexicon=self.lexicon,
            near=near,
        )


def gather(unseen: Unseen) -> Iterator[Case]:
    """Yield the cases of all collections."""
    names = sorted(one.parent.name for one in BOOKS.glob(f"*/{ASIDE}"))
    for book in handbooks(BOOKS, names=names):
        unseen.ask(book.name)
        asker = Asker(book)
        paths = [path.rpartition("/")[2] for path in book.store.paths()]
        lines = (BOOKS / book.name / ASIDE).read_text(encoding="utf-8").splitlines()
        for number, row in enumerate(map(json.loads, lines)):
            own = paths.index(row["path"])
            verdict = row["answers"][0] if row["answers"] else ""
            ids = {
                one.id
                for one in book.sentences
                if one.document == own and verdict and row["quote"] in one.text
            }
            alone = frozenset((own,)) if number % 3 == 0 else None
            yield _case(asker.ask(row["question"], alone), ids, verdict, book.name)
            if verdict and number % 4 == 1:
                others = frozenset(range(len(paths))) - {own}
                yield _case(asker.ask(row["question"], others), set(), "", book.name)


def _case(said: list[verdicts.Said], ids: set[int], verdict: str, collection: str) -> Case:
    right = [
        1.0 if one.ranked.sentence.id in ids and one.verdict == verdict else 0.0 for one in said
    ]
    return Case(said, right, verdict, collection)


def learn(cases: Sequence[Case]) -> Model:
    """Return the weights by which the candidates of the cases are told."""
    data = assemble(
        (
            [[one.amounts[name] for name in verdicts.FEATURES] for one in case.said],
            case.right,
            COUNTED[case.verdict],
            "",
            case.collection,
        )
        for case in cases
    )
    return fit(data, pointwise=1.0, trees=TREES, rate=RATE, share=TRIED)


def report(cases: Sequence[Case], model: Model) -> None:
    """Print what weights learned from other cases make of these."""
    told = right = none_told = none = 0
    for case in cases:
        rows = np.array(
            [[one.amounts[name] for name in verdicts.FEATURES] for one in case.said], np.float32
        )
        scores = model.scores(rows)
        best = int(scores.argmax())
        sure = float(1 / (1 + np.exp(-scores[best])))
        fits = case.said[best].verdict == case.verdict
        given = sure > 0.5
        if case.verdict:
            told += given
            right += given and fits
        else:
            none += 1
            none_told += given
    answered = len(cases) - none
    print(
        f"{answered} with a verdict: given {told / answered:.3f}, right of those"
        f" {right / max(1, told):.3f}; {none} without: given {none_told / max(1, none):.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meaning", type=Path, required=True, help=MEANING)
    parser.add_argument("--out", default=f"hegang_qa/data/{verdicts.FILE}")
    parser.add_argument("--weights", type=Path, help="the reader's folder, if not the shipped one")
    options = parser.parse_args()
    if options.weights:
        Asker.reader = load_reader(options.weights)
    with Unseen(options.meaning) as unseen:
        cases = [case for case in gather(unseen) if case.said]
    first, other = halves(cases, lambda case: case.collection)
    report(other, learn(first))
    report(first, learn(other))
    write(options.out, verdicts.FEATURES, learn(cases))


if __name__ == "__main__":
    main()
