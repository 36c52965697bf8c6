"""What the text around a sentence accounts for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from threading import local
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from hegang_qa.ranking.views import (
    VIEWS_KEPT,
    QuestionView,
    held_terms,
    passing_view,
    sentence_view,
    terms_held,
)
from hegang_qa.sentences.kept import kept_with
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.short_heads import written_out_all

if TYPE_CHECKING:
    from hegang_qa.index.extraction import Extractor

__all__ = ["REACH", "Neighbourhood", "Surroundings", "glanced", "over"]

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
    """What the candidates of one question and the sentences around them account for."""

    def __init__(
        self, view: QuestionView, sentences: Sequence[Sentence], store: SentenceStore
    ) -> None:
        self._view = view
        # In a large collection nearly every sentence is new, and what was met is not kept.
        met = kept_with(_met_of, store, _Met) if len(store) <= VIEWS_KEPT else _MetOnce()
        met.meet(sentences, store)
        self._places = places = met.places
        wanted: set[int] = set()
        for sentence in sentences:
            identity = sentence.id
            before, after, _, _ = places[identity]
            wanted.update(range(identity - before, identity + after + 1))
        self._held = met.held(view, wanted)
        self._above: dict[str, int] = {"": 0}

    def glance(self, identity: int) -> tuple[int, int]:
        """Return what a candidate accounts for by itself, and with all that is around it."""
        before, after, over, _ = self._places[identity]
        held = self._held
        everything = self._of(over)
        for other in range(identity - before, identity + after + 1):
            everything |= held[other]
        return held[identity], everything

    def around(self, identity: int) -> Surroundings:
        """Return what a candidate and the text around it account for."""
        before, after, over, named = self._places[identity]
        held = self._held
        others = 0
        for other in range(identity - before, identity - 1):
            others |= held[other]
        for other in range(identity + 2, identity + after + 1):
            others |= held[other]
        return Surroundings(
            held[identity],
            held[identity - 1] if before else 0,
            held[identity + 1] if after else 0,
            others,
            self._of(over),
            before,
            self._of(named),
        )

    def _of(self, text: str) -> int:
        held = self._above.get(text)
        if held is None:
            held = self._above[text] = held_terms(self._view, sentence_view(text))
        return held


class _Met:
    """The sentences of a collection that were candidates before, and those around them.

    `places` has for a candidate how many sentences of its paragraph stand before and after it (no
    further than the reach), what stands over it, and what names its parts. Many threads may meet
    sentences at once: what they note is the same.
    """

    def __init__(self) -> None:
        self.places: dict[int, tuple[int, int, str, str]] = {}
        self._noted: set[int] = set()
        # The sentences noted that hold a term; lists, for sets take three times the room.
        self._holders: dict[str, list[int]] = {}

    def meet(self, sentences: Sequence[Sentence], store: SentenceStore) -> None:
        """Note the candidates of a question that are new, and the sentences around them."""
        known = {one.id: one for one in sentences if one.id not in self.places}
        if not known:
            return
        new = list(known.values())
        around: set[int] = set()
        for one in new:
            around.update(range(max(0, one.id - REACH), one.id + REACH + 1))
        around.difference_update(known)
        for other in store.get(sorted(around)):
            known[other.id] = other
        for one in new:
            before, after = _extent(one, known, -1), _extent(one, known, 1)
            for identity in range(one.id - before, one.id + after + 1):
                if identity not in self._noted:
                    self._note(identity, known[identity].text)
                    self._noted.add(identity)
            # Last, so that who finds it here finds the terms around it as well.
            self.places[one.id] = (before, after, over(one), _named_above(one))

    def _note(self, identity: int, text: str) -> None:
        holders = self._holders
        for term in sentence_view(text).terms:
            found = holders.get(term)
            if found is None:
                found = holders.setdefault(term, [])
            found.append(identity)

    def held(self, view: QuestionView, wanted: set[int]) -> dict[int, int]:
        """Return the question terms that each of some noted sentences accounts for. They are some
        two hundred, and a question has some fifty forms, of which most stand in few sentences."""
        held = dict.fromkeys(wanted, 0)
        for form, terms in view.bits.items():
            found = self._holders.get(form)
            if found is not None:
                for identity in wanted.intersection(found):
                    held[identity] |= terms
        return held


class _MetOnce(_Met):
    """The same for one question to a large collection: for a glance the words of a sentence do,
    without its view."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: dict[int, str] = {}

    def _note(self, identity: int, text: str) -> None:
        self._texts[identity] = text

    def held(self, view: QuestionView, wanted: set[int]) -> dict[int, int]:
        """Return the question terms that each of some noted sentences accounts for."""
        texts = self._texts
        return {identity: terms_held(view, _words(texts[identity])) for identity in wanted}


def _extent(sentence: Sentence, known: Mapping[int, Sentence], step: int) -> int:
    """Return how many sentences of its paragraph stand on one side of a sentence, at most the
    reach."""
    count = 0
    while count < REACH:
        other = known.get(sentence.id + step * (count + 1))
        if other is None or other.block != sentence.block or other.document != sentence.document:
            break
        count += 1
    return count


# What was met of each collection that is in use, as long as its store is.
_met_of: WeakKeyDictionary[SentenceStore, _Met] = WeakKeyDictionary()


def glanced(view: QuestionView, sentence: Sentence, around: Surroundings) -> Surroundings:
    """Return what an index told of the text around a sentence, and what its own text adds."""
    return around._replace(
        above=held_terms(view, passing_view(over(sentence))),
        heads=held_terms(view, passing_view(_named_above(sentence))),
    )


def _named_above(sentence: Sentence) -> str:
    """Return what names a row's cells or a list's item: the heads of the columns; the sentence
    that introduces the list, and its nearest heading."""
    if sentence.cells:
        return " ".join(written_out_all([cell.head for cell in sentence.cells]))
    if sentence.kind == "item":
        heading = sentence.heading.rpartition(" > ")[2]
        return " ".join(part for part in (sentence.lead or "", heading) if part)
    return ""


def over(sentence: Sentence) -> str:
    """Return what stands over a sentence: its headings, its document's title, its lead."""
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
