"""Rows of questions in quite other words than the document's, and of their twins that it does not
answer: ``far.jsonl`` beside the questions of a collection of ``training/books``.

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


def far_rows(names: Sequence[str], wrong: int, seed: int) -> Iterator[BookRow]:
    """Yield the rows of some collections: of each question that is answered the sentence that does,
    some of them between their neighbours as well, and the `wrong` nearest others; of each twin the
    sentence that only seems to."""
    rng = random.Random(seed)
    for book in opened(names):
        path = FOLDER / book.name / "far.jsonl"
        if not path.exists():
            continue
        nearest = Nearest(book)
        paths = [one.rpartition("/")[2] for one in book.store.paths()]
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            own = paths.index(row["path"])
            rows = _answered if row["answers"] else _seeming
            yield from rows(book, own, row, nearest, wrong, rng)


def _answered(
    book: Handbook,
    own: int,
    row: dict[str, Any],
    nearest: Nearest,
    wrong: int,
    rng: random.Random,
) -> Iterator[BookRow]:
    question, words = row["question"], row["answers"][0]
    right = [
        one
        for one in book.sentences
        if one.document == own and any(answer in one.text for answer in row["answers"])
    ]
    at = [one for one in right if one.line in row["lines"] and words in one.text]
    if not at and len(right) == 1 and words in right[0].text:
        at = right  # a sentence that begins on the line above
    if not at:
        return
    for text, span, context in views(book, at[0], words, IN_PARAGRAPH, rng):
        yield BookRow(question, text, span, context, "far")
    known = {one.id for one in right}
    for number in nearest.others(question, known, wrong):
        text, context = view(book, number, IN_PARAGRAPH / 2, rng)
        yield BookRow(question, text, None, context, "far-near")


def _seeming(
    book: Handbook,
    own: int,
    row: dict[str, Any],
    nearest: Nearest,
    wrong: int,
    rng: random.Random,
) -> Iterator[BookRow]:
    question = row["question"]
    ranked = nearest.ranked(question)
    there = [one for one in (*ranked, *book.sentences) if one.document == own]
    seeming = [one.id for one in there if one.line in row["lines"] and one.kind != "heading"]
    for number in dict.fromkeys((*seeming[:1], *(one.id for one in ranked[: wrong - 1]))):
        text, context = view(book, number, IN_PARAGRAPH, rng)
        yield BookRow(question, text, None, context, "far-none")
