"""Rows of questions in quite other words than the document's, and of their twins that it does not
answer: ``far*.jsonl`` beside the questions of a collection of ``training/books``.

Each names its line; for a twin (``none``) the line that a hasty reader would take for the answer.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from training.books import FOLDER, BookRow, opened
from training.nearest import IN_PARAGRAPH, Nearest, view, views

if TYPE_CHECKING:
    from bench.handbooks import Handbook

__all__ = ["far_rows"]


def far_rows(names: Sequence[str], file: str, wrong: int, seed: int) -> Iterator[BookRow]:
    """Yield the rows of some collections: of each question that is answered the sentence that does,
    some of them between their neighbours as well, and the `wrong` nearest others; of each twin the
    sentence that only seems to."""
    rng = random.Random(seed)
    for book in opened(names):
        path = FOLDER / book.name / file
        if path.exists():
            collection = _Collection(book, wrong, rng)
            for line in path.read_text(encoding="utf-8").splitlines():
                yield from collection.rows(json.loads(line))


class _Collection:
    def __init__(self, book: Handbook, wrong: int, rng: random.Random) -> None:
        self._book, self._wrong, self._rng = book, wrong, rng
        self._nearest = Nearest(book)
        self._paths = [one.rpartition("/")[2] for one in book.store.paths()]

    def rows(self, row: dict[str, Any]) -> Iterator[BookRow]:
        """Yield the rows of a question."""
        own = self._paths.index(row["path"])
        return self._answered(own, row) if row["answers"] else self._seeming(own, row)

    def _answered(self, own: int, row: dict[str, Any]) -> Iterator[BookRow]:
        question, words = row["question"], row["answers"][0]
        right = [
            one
            for one in self._book.sentences
            if one.document == own and any(answer in one.text for answer in row["answers"])
        ]
        at = [one for one in right if one.line in row["lines"] and words in one.text]
        if not at and len(right) == 1 and words in right[0].text:
            at = right  # a sentence that begins on the line above
        if not at:
            return
        for text, span, context in views(self._book, at[0], words, IN_PARAGRAPH, self._rng):
            yield BookRow(question, text, span, context, "far")
        known = {one.id for one in right}
        for number in self._nearest.others(question, known, self._wrong):
            text, context = view(self._book, number, IN_PARAGRAPH / 2, self._rng)
            yield BookRow(question, text, None, context, "far-near")

    def _seeming(self, own: int, row: dict[str, Any]) -> Iterator[BookRow]:
        question = row["question"]
        ranked = self._nearest.ranked(question)
        there = [one for one in (*ranked, *self._book.sentences) if one.document == own]
        seeming = [one.id for one in there if one.line in row["lines"] and one.kind != "heading"]
        others = [one.id for one in ranked[: self._wrong - 1]]
        for number in dict.fromkeys((*seeming[:1], *others)):
            text, context = view(self._book, number, IN_PARAGRAPH, self._rng)
            yield BookRow(question, text, None, context, "far-none")
