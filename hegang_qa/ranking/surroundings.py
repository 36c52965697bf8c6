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
    terms_held,
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
        self._held: dict[int, int] = {}
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

    def held(self, sentence: Sentence) -> int:
        """Return the question terms that the sentence itself accounts for."""
        held = self._held.get(sentence.id)
        if held is None:
            if self._only_words:
                held = terms_held(self._view, _words(sentence.text))
            else:
                held = held_terms(self._view, sentence_view(sentence.text))
            self._held[sentence.id] = held
        return held

    def around(self, sentence: Sentence) -> Surroundings:
        """Return what the sentence and the text around it account for."""
        own = sentence.id
        before, further, position = self._side(sentence, range(own - 1, own - 1 - REACH, -1))
        after, beyond, _ = self._side(sentence, range(own + 1, own + 1 + REACH))
        return Surroundings(
            self.held(sentence),
            before,
            after,
            further | beyond,
            self._of(_over(sentence)),
            position,
            self._of(_named_above(sentence)),
        )

    def _side(self, sentence: Sentence, identities: range) -> tuple[int, int, int]:
        """Return what the nearest sentence of one side holds within the paragraph, what those
        beyond it hold, and how many they are."""
        block, document = sentence.block, sentence.document
        known, get = self._known.get, self._held.get
        nearest = further = count = 0
        for identity in identities:
            other = known(identity)
            if other is None or other.block != block or other.document != document:
                break
            held = get(identity)
            if held is None:
                held = self.held(other)
            if count:
                further |= held
            else:
                nearest = held
            count += 1
        return nearest, further, count

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
