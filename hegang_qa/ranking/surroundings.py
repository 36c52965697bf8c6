"""What the text around a sentence accounts for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from threading import local
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.ranking.views import (
    VIEWS_KEPT,
    QuestionView,
    held_terms,
    passing_view,
    sentence_view,
)
from hegang_qa.sentences.model import Sentence, SentenceStore

if TYPE_CHECKING:
    from hegang_qa.index.extraction import Extractor

__all__ = ["REACH", "Neighbourhood", "Surroundings", "glanced"]

REACH = 4
"""Sentences of one paragraph further away than this say nothing about each other."""


class Surroundings(NamedTuple):
    """Sets of question terms (one bit a term) that a sentence and the text around it account for.

    `before` and `after` are the neighbours in the paragraph, `others` the paragraph's further
    sentences, `above` is what stands over it: headings, title, lead. `heads` are the heads of the
    columns of a table row, and what stands over an item of a list: as good as words of its own.
    `position` is its place in the paragraph, from 0, counted no further than the reach.
    """

    own: int
    before: int
    after: int
    others: int
    above: int
    position: int
    heads: int


class Neighbourhood:
    """The candidates and the sentences around them, read once for a question."""

    def __init__(
        self, view: QuestionView, sentences: Sequence[Sentence], store: SentenceStore
    ) -> None:
        self._view = view
        self._believed, self._bits = view.believed, view.bits
        # For each sentence the row of its paragraph, and its place in the row.
        self._places: dict[int, tuple[list[int], int]] = {}
        self._above: dict[str, int] = {}
        self._known = {sentence.id: sentence for sentence in sentences}
        # In a large collection nearly every sentence is new, and for a glance its words will do.
        self._only_words = len(store) > VIEWS_KEPT
        wanted: set[int] = set()
        for identity in self._known:
            wanted.update(range(max(0, identity - REACH), identity + REACH + 1))
        wanted.difference_update(self._known)
        for sentence in store.get(sorted(wanted)):
            self._known[sentence.id] = sentence

    def around(self, sentence: Sentence) -> Surroundings:
        """Return what the sentence and the text around it account for."""
        row, at = self._places.get(sentence.id) or self._lay_out(sentence)
        others = 0
        for held in row[max(0, at - REACH) : max(0, at - 1)]:
            others |= held
        for held in row[at + 2 : at + 1 + REACH]:
            others |= held
        return Surroundings(
            row[at],
            row[at - 1] if at else 0,
            row[at + 1] if at + 1 < len(row) else 0,
            others,
            self._of(_over(sentence)),
            min(at, REACH),
            self._of(_named_above(sentence)),
        )

    def _lay_out(self, sentence: Sentence) -> tuple[list[int], int]:
        """Return what each sentence of a paragraph accounts for, as far as they are known in a row
        with this one, and where in the row it stands."""
        known, block, document = self._known, sentence.block, sentence.document
        first = last = sentence.id
        while (
            (other := known.get(first - 1)) is not None
            and other.block == block
            and other.document == document
        ):
            first -= 1
        while (
            (other := known.get(last + 1)) is not None
            and other.block == block
            and other.document == document
        ):
            last += 1
        row = [self._held(known[identity].text) for identity in range(first, last + 1)]
        for at in range(len(row)):
            self._places[first + at] = (row, at)
        return row, sentence.id - first

    def _held(self, text: str) -> int:
        """Return the question terms that a sentence accounts for; as `terms_held`, for this is
        asked of some two hundred sentences a question."""
        terms = _words(text) if self._only_words else sentence_view(text).terms
        held = 0
        for form in self._believed & terms:
            held |= self._bits[form]
        return held

    def _of(self, text: str) -> int:
        if not text:
            return 0
        held = self._above.get(text)
        if held is None:
            held = self._above[text] = held_terms(self._view, sentence_view(text))
        return held


def glanced(view: QuestionView, sentence: Sentence, around: Surroundings) -> Surroundings:
    """Return what an index told of the text around a sentence, and what its own text adds."""
    return around._replace(
        above=held_terms(view, passing_view(_over(sentence))),
        heads=held_terms(view, passing_view(_named_above(sentence))),
    )


def _named_above(sentence: Sentence) -> str:
    """Return what names a row's cells or a list's item: the heads of the columns; the sentence
    that introduces the list, and its nearest heading."""
    if sentence.cells:
        return " ".join([cell.head for cell in sentence.cells])
    if sentence.kind == "item":
        heading = sentence.heading.rpartition(" > ")[2]
        return " ".join(part for part in (sentence.lead or "", heading) if part)
    return ""


def _over(sentence: Sentence) -> str:
    return " ".join(filter(None, (sentence.heading, sentence.title, sentence.lead)))


@lru_cache(maxsize=VIEWS_KEPT // 2)
def _words(text: str) -> frozenset[str]:
    """Return the terms of a text without making tokens: a tenth of the time of a whole view, which
    knows words joined ("data base") and initials besides."""
    extractor: Extractor | None = getattr(_own, "extractor", None)
    if extractor is None:
        from hegang_qa.index.extraction import Extractor

        extractor = _own.extractor = Extractor()
    found = frozenset(extractor.terms(text).split(" "))
    extractor.forget_words()
    return found


# An extractor is for one thread.
_own = local()
