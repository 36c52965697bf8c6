"""Rows made of handbooks, manuals and notes, and the questions written on them.

``training/books`` holds collections of documents of our own, each with its ``questions.jsonl``, in
the form of the project's ``bench/handbooks`` (from which the join is learned, so that these are
others). A question is put to the sentences that the engine itself would have read: those that
answer it, and the nearest that do not, laid out as the engine does it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bench.handbooks import Handbook

__all__ = ["FOLDER", "BookRow", "book_rows", "opened"]

FOLDER = Path(__file__).parent / "books"
_PROJECT = Path(__file__).parents[2]


class BookRow(NamedTuple):
    """A question and a passage; `answer` is the span of the passage, `context` the length of what
    stands before its text."""

    question: str
    passage: str
    answer: tuple[int, int] | None
    context: int
    kind: str


def opened(names: Sequence[str]) -> list[Handbook]:
    """Return the collections of these names, in order of their names."""
    sys.path.insert(0, str(_PROJECT))
    from bench.handbooks import handbooks

    return handbooks(FOLDER, names=names)


def book_rows(wrong: int, names: Sequence[str]) -> Iterator[BookRow]:
    """Yield the rows of some collections; of each question the `wrong` nearest wrong sentences."""
    from hegang_qa.answers.reading.passages import lay_out
    from hegang_qa.intents import load_rules
    from hegang_qa.question import understand
    from hegang_qa.ranking import rank
    from hegang_qa.text.lexicon import Lexicon

    rules, lexicon = load_rules(), Lexicon.open()
    for book in opened(names):
        for asked in book.questions:
            question = understand(asked.text, rules=rules, index=book.index, lexicon=lexicon)
            ranked = rank(question, index=book.index, store=book.store)
            nearest = [one.sentence.id for one in ranked if one.sentence.id not in asked.ids]
            for number in [*sorted(asked.ids), *nearest[:wrong]]:
                sentence = book.sentences[number]
                other = book.sentences[max(0, number - 1)]
                same = (other.document, other.block) == (sentence.document, sentence.block)
                laid = lay_out(sentence, f"{other.text} " if same and number else "")
                passage = laid.passage
                found = [
                    (at, at + len(one))
                    for one in asked.answers
                    if (at := sentence.text.find(one)) >= 0
                ]
                place = laid.forth(*found[0]) if found else None
                right = number in asked.ids
                if right != (place is not None):
                    continue  # another sentence with the same words, or the words run over a line
                shift = len(passage.context)
                answer = (place[0] + shift, place[1] + shift) if place else None
                kind = "book" if right else "book-near" if asked.ids else "book-none"
                yield BookRow(asked.text, passage.context + passage.text, answer, shift, kind)
