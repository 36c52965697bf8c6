"""Sentences that are found by their meaning, where the words of the question find no answer.

Who does not know the words of a document asks in others. Where the reader, too, finds nothing in
what these have found, it reads the sentences whose meaning is nearest to that of the question, if
it can tell (a `Finder`), and all is weighed again with how near each sentence is.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from hegang_qa.answers.model import Finder, Reader
from hegang_qa.answers.reading.joining import Joined, Weighed, weigh, weigh_again
from hegang_qa.answers.reading.passages import as_found
from hegang_qa.answers.reading.spans import read, with_neighbours
from hegang_qa.answers.spans import score_spans
from hegang_qa.question.model import Question
from hegang_qa.ranking import rank
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences.model import Sentence, SentenceStore

if TYPE_CHECKING:
    from hegang_qa.index.protocol import SentenceIndex
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["FOUND", "LEAST", "LETTERS", "MOST_PLACED", "Meanings"]

FOUND = 6
"""How many sentences are read at most that are near in meaning."""

LETTERS = 400
"""How many letters of them are read, beyond the first `LEAST`: reading takes as long as what is
read, and of long sentences the nearest are enough."""

LEAST = 2

MUCH_READ = 250
"""Where the sentences that the words found have more letters than this, half as much is read again:
of long sentences the reader has seen enough."""

MOST_PLACED = 4000
"""In a larger collection nothing is found by its meaning: placing its sentences takes too long."""


def _within_letters(
    items: Sequence[RankedSentence], read: Sequence[Sentence]
) -> list[RankedSentence]:
    part = 2 if sum(len(one.text) for one in read) > MUCH_READ else 1
    kept: list[RankedSentence] = []
    letters = 0
    for item in items:
        letters += len(item.sentence.text)
        if len(kept) >= LEAST // part and letters > LETTERS // part:
            break
        kept.append(item)
    return kept


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


class Meanings:
    """Finds sentences by their meaning; those of a store are placed once."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._stores: WeakKeyDictionary[SentenceStore, _Placed] = WeakKeyDictionary()
        self._lock = threading.Lock()

    def join(
        self,
        question: Question,
        joined: Joined,
        reader: Reader,
        *,
        index: SentenceIndex,
        store: SentenceStore,
        lexicon: Lexicon | None,
        documents: Collection[int] | None = None,
    ) -> Joined | None:
        """Return what was joined with what is found by its meaning; None where that is nothing.

        All spans are weighed anew, with how near their sentences are.
        """
        near = self.near(question, store, documents)
        nearest = list(near)[:FOUND]
        known = {one.span.ranked.sentence.id: one.span.ranked.sentence for one in joined.weighed}
        new = [number for number in nearest if number not in known]
        if not nearest:
            return None
        weighed: list[Weighed] = list(joined.weighed)
        own = dict(joined.own)
        ranked = list(joined.ranked)
        if new:
            everything = rank(question, index=index, store=store, documents=documents, also=new)
            by_id = {item.sentence.id: item for item in everything}
            items = [by_id[number] for number in new if number in by_id]
            items = _within_letters(items, list(known.values()))
            for span in score_spans(question, items, lexicon=lexicon):
                own.setdefault(span.ranked.sentence.id, [])
                own[span.ranked.sentence.id] = [*own[span.ranked.sentence.id], span]
            for around in with_neighbours(items, store):
                proposed = own.get(around.ranked.sentence.id, [])
                candidates = read(question, around, proposed, reader, lexicon)
                weighed += [weigh(question, one) for one in candidates]
            held = {item.sentence.id for item in ranked}
            ranked += [item for item in items if item.sentence.id not in held]
        return weigh_again(joined, weighed, own, ranked, near)

    def near(
        self, question: Question, store: SentenceStore, documents: Collection[int] | None
    ) -> Mapping[int, float]:
        """Return how near in meaning sentences are to a question, nearest first; of a collection
        that is too large, none."""
        if len(store) > MOST_PLACED:
            return {}
        return self._placed(store).near(question.corrected, documents)

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
