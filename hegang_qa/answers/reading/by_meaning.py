"""Sentences that are found by their meaning, beside those that the words of the question find.

Who does not know the words of a document asks in others. Where a reader can tell how near sentences
are to a question in meaning (a `Finder`), the nearest are read as well, in the order of what words
and meaning promise together, and how near each is counts where all is weighed.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from hegang_qa.answers.model import Finder
from hegang_qa.answers.reading.passages import as_found
from hegang_qa.question.model import Question
from hegang_qa.ranking import rank
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences.model import Sentence, SentenceStore

if TYPE_CHECKING:
    from hegang_qa.index.protocol import SentenceIndex

__all__ = ["FOUND", "MOST_PLACED", "PLACED_AT_ONCE", "Meanings", "Near", "promise", "with_nearest"]

FOUND = 8
"""How many of the nearest sentences are added to those that the words have found."""

MOST_PLACED = 4000
"""In a larger collection nothing is found by its meaning: placing its sentences takes too long.
Where a question is limited to some documents, their sentences count."""

PLACED_AT_ONCE = 1500
"""In a collection larger than this, sentences are only placed for questions that the words lead to
nothing sure: most of a second would be spent before the first answer."""

# Documents of a larger collection that a question may be limited to, limits that are kept placed,
# and sentences that are fetched at once.
_MOST_DOCUMENTS = 50
_LIMITS = 16
_AT_ONCE = 200

_NEAR_IN_SCORE = 10.0
"""What a cosine is worth beside the log-odds of the ranking: of 590 questions to handbooks in other
words the sentence that answers is among the first four for 85 % (for 74 % by the ranking alone, for
79 % by the nearness alone), of 1,250 others for 97, 95 and 92 %."""


class Near(NamedTuple):
    """How near in meaning (-1..1) sentences are to a question, by their ids, nearest first; `most`
    and `least` are the ends. What is not placed counts as the least near."""

    by_id: Mapping[int, float]
    most: float
    least: float

    def of(self, number: int) -> float:
        """Return how near a sentence is."""
        return self.by_id.get(number, self.least)


def promise(one: RankedSentence, near: Near | None) -> float:
    """Return what words and meaning promise together of a sentence, in log-odds: its score, less by
    what it is behind the nearest."""
    if near is None:
        return one.score
    return one.score + _NEAR_IN_SCORE * (near.of(one.sentence.id) - near.most)


class _Placed:
    """The sentences of a store, placed by their meaning."""

    def __init__(self, finder: Finder, sentences: Sequence[Sentence]) -> None:
        kept = [one for one in sentences if one.kind != "heading" and one.text[-1:] != "?"]
        self.ids = [one.id for one in kept]
        self.documents = [one.document for one in kept]
        self._finder = finder
        self._placed = finder.place([as_found(one) for one in kept]) if kept else None

    def near(self, question: str, documents: Collection[int] | None) -> dict[int, float]:
        """Return how near (-1..1) each sentence of some documents is to a question, nearest
        first."""
        if self._placed is None:
            return {}
        likeness = self._finder.near(question, self._placed)
        found = [
            (-float(near), number)
            for number, document, near in zip(self.ids, self.documents, likeness, strict=True)
            if documents is None or document in documents
        ]
        return {number: -away for away, number in sorted(found)}


_ByLimit: TypeAlias = dict[frozenset[int], _Placed]


def _sentences_of(store: SentenceStore, documents: Sequence[int], most: int) -> list[Sentence]:
    """Return the sentences of some documents; none where they are more than `most`."""
    found: list[Sentence] = []
    for begin in store.beginnings(documents):
        at, number = begin, None
        while beside := store.get(range(at, at + _AT_ONCE)):
            number = beside[0].document if number is None else number
            own = [one for one in beside if one.document == number]
            found += own
            if len(found) > most:
                return []
            if len(own) < _AT_ONCE:
                break
            at += _AT_ONCE
    return found


class Meanings:
    """Finds sentences by their meaning; those of a store are placed once."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._stores: WeakKeyDictionary[SentenceStore, _Placed] = WeakKeyDictionary()
        self._limited: WeakKeyDictionary[SentenceStore, _ByLimit] = WeakKeyDictionary()
        self._lock = threading.Lock()

    def near(
        self,
        question: Question,
        store: SentenceStore,
        documents: Collection[int] | None,
        most: int = MOST_PLACED,
    ) -> Near | None:
        """Return how near in meaning sentences are to a question; None of a collection, or the
        documents of one, that have more than `most` of them, or none."""
        small = len(store) <= most
        placed = self._placed(store) if small else self._of_documents(store, documents, most)
        found = placed.near(question.corrected, documents) if placed is not None else {}
        if not found:
            return None
        order = list(found.values())
        return Near(found, order[0], order[-1])

    def _of_documents(
        self, store: SentenceStore, documents: Collection[int] | None, most: int
    ) -> _Placed | None:
        """Return the sentences of some documents of a large collection, placed; those of the last
        few limits are kept."""
        if documents is None or len(documents) > _MOST_DOCUMENTS:
            return None
        limit = frozenset(documents)
        with self._lock:
            try:
                kept = self._limited.setdefault(store, {})
            except TypeError:  # a store that cannot be referred to weakly
                kept = {}
            if limit not in kept:
                sentences = _sentences_of(store, sorted(limit), most)
                if not sentences:
                    return None
                while len(kept) >= _LIMITS:
                    del kept[next(iter(kept))]
                kept[limit] = _Placed(self._finder, sentences)
            return kept[limit]

    def _placed(self, store: SentenceStore) -> _Placed:
        with self._lock:
            try:
                placed = self._stores.get(store)
                if placed is None:
                    placed = _Placed(self._finder, store.get(store.ids()))
                    self._stores[store] = placed
            except TypeError:  # a store that cannot be referred to weakly
                placed = _Placed(self._finder, store.get(store.ids()))
            return placed


def with_nearest(
    question: Question,
    ranked: Sequence[RankedSentence],
    near: Near,
    *,
    index: SentenceIndex,
    store: SentenceStore,
    documents: Collection[int] | None = None,
) -> list[RankedSentence]:
    """Return the sentences with the nearest, in the order of what both promise."""
    known = {item.sentence.id for item in ranked}
    new = {number for number in list(near.by_id)[:FOUND] if number not in known}
    every = (
        rank(question, index=index, store=store, documents=documents, also=sorted(new))
        if new
        else ()
    )
    added = [one for one in every if one.sentence.id in new]
    both = [*ranked, *added]
    return sorted(both, key=lambda one: (-promise(one, near), one.sentence.id))
