"""Find the sentences of a collection: one snapshot of its index.

Two steps. Candidates come from plain BM25 over all fields, which tantivy answers without looking
at most of the postings (block-max WAND, Ding and Suel, "Faster top-k document retrieval using
block-max indexes", 2011). They and their neighbours are then scored as `hegang_qa.index.scoring`
says; what a neighbour holds is asked of the index instead of being stored with every sentence,
which would triple it.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from hegang_qa.collections.layout import PLACEHOLDER
from hegang_qa.collections.postings import FIELDS_AROUND, SETS_AT_ONCE, Place, Postings
from hegang_qa.collections.spellings import CollectionWords
from hegang_qa.errors import IndexFormatError
from hegang_qa.index.protocol import Glance, Hit, SearchResult, WeightedTerm
from hegang_qa.index.scoring import FIELD_WEIGHTS, is_common, rarity
from hegang_qa.text.tokens import fold, stem

if TYPE_CHECKING:
    import tantivy

__all__ = ["CollectionIndex"]

_AHEAD = 2.0
"""So many times more candidates are fetched than asked for."""

_LEAST_FETCHED = 150

_AHEAD_OF_LARGE = 1.25
"""The same in a large collection, where a question would wait for them: of 1,200 three fewer have
the right sentence first, none among the first five, and a tenth of the time is saved."""

_FEW = 20_000
"""Sentences: up to here those beside candidates are hits, too, which doubles the time."""

_SMALL = 200_000
"""Sentences: up to here common words may bring candidates where rarer ones bring too few, and what
stands around a sentence is asked for all words."""

_AROUND = tuple(
    zip(
        FIELDS_AROUND,
        (FIELD_WEIGHTS.context, FIELD_WEIGHTS.heading, FIELD_WEIGHTS.title),
        strict=True,
    )
)


class CollectionIndex:
    """A `hegang_qa.index.protocol.SentenceIndex` on disk, as of one generation."""

    def __init__(
        self,
        folder: str,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        connection: sqlite3.Connection,
        lock: threading.Lock,
        count: int,
        total: int,
    ) -> None:
        """`count` are the sentences, `total` the entries of the index with those taken out."""
        self._postings = Postings(schema, searcher, count, total)
        self._frequency = self._postings.frequency
        self._count = count
        self._words = CollectionWords(folder, connection, lock)

    def __len__(self) -> int:
        return self._count

    # -- search ------------------------------------------------------------------------------------

    def search(
        self,
        terms: Sequence[WeightedTerm],
        *,
        limit: int,
        documents: Collection[int] | None = None,
    ) -> SearchResult:
        """Return at most `limit` sentences that hold any of `terms`; best first, ties by id."""
        wanted = [
            (term, weight) for term, weight in terms if weight > 0 and self._stands_anywhere(term)
        ]
        if limit <= 0 or not wanted or (documents is not None and not documents):
            return SearchResult(())
        try:
            fetched = self._fetched(limit)
            found = self._candidates(wanted, fetched, documents)
            if not found:
                return SearchResult(())
            # Where there are few candidates, every sentence near them counts.
            few = len(found) < fetched or self._count <= _FEW
            hits = self._scored(wanted, found, beside=few)
        except BaseException as error:
            raise _damage(error) from error
        hits.sort(key=lambda hit: (-hit.score, hit.id))
        return SearchResult(tuple(hits[:limit]))

    def _fetched(self, limit: int) -> int:
        """Return how many candidates are fetched where `limit` are wanted."""
        if self._count > _SMALL:
            return round(limit * _AHEAD_OF_LARGE)
        return max(round(limit * _AHEAD), _LEAST_FETCHED)

    def _candidates(
        self,
        terms: Sequence[tuple[str, float]],
        limit: int,
        documents: Collection[int] | None,
    ) -> list[int]:
        """Return ids of sentences worth scoring."""
        rare = [pair for pair in terms if not self._is_common(pair[0])]
        found = self._found(rare or terms, limit, documents)
        if len(found) < limit and self._count <= _SMALL and 0 < len(rare) < len(terms):
            found = list({*self._found(terms, limit, documents), *found})
        return found

    def _found(
        self,
        terms: Sequence[tuple[str, float]],
        limit: int,
        documents: Collection[int] | None,
    ) -> list[int]:
        postings = self._postings
        parts: list[tuple[Any, Any]] = []
        for term, weight in terms:
            frequency = self._frequency("body", term)
            if frequency:
                parts.append(postings.weighted("body", term, weight))
            worth = weight * rarity(frequency, self._count)
            for field, factor in _AROUND:
                held = self._frequency(field, term)
                if held:
                    # Rare is what few sentences say, however many stand under such a heading.
                    scale = worth * factor / max(rarity(held, self._count), 0.02)
                    parts.append(postings.weighted(field, term, scale))
        if not parts:
            return []
        anything = postings.any_of(parts)
        if documents is not None:
            anything = postings.within(anything, postings.in_documents(documents))
        return postings.best(anything, limit)

    def _scored(
        self, terms: Sequence[tuple[str, float]], found: Sequence[int], beside: bool
    ) -> list[Hit]:
        """Return the candidates with their scores; with `beside`, the sentences beside them too,
        which hold a term only in their neighbours."""
        postings = self._postings
        begun = {each: begin for each, (_, begin) in postings.places(found).items()}
        every = {i for identity in found for i in (identity, identity + 1)}
        every |= {identity - 1 for identity in found if identity > begun[identity]}
        near = postings.near(every)
        telling = self._telling(terms)
        sets = [(term,) for term, _ in telling]
        body = postings.holders(("body",), sets, near, len(every))
        # Of the others it does not matter where their paragraph begins: they hold nothing.
        place_of = postings.places(every if beside else body.keys() & every)
        begun.update((each, begin) for each, (_, begin) in place_of.items())
        ids = sorted(every) if beside else sorted(found)
        only = near if beside else postings.near(ids)
        own = self._own_scores(terms, only, len(ids))
        fields = [
            (postings.holders((field,), sets, only, len(ids)), factor) for field, factor in _AROUND
        ]
        values = [self._worth(pair) for pair in telling]
        hits = []
        for identity in ids:
            first = begun.get(identity)
            score = own.get(identity, 0.0)
            held = body.get(identity, 0)
            beside_it = 0
            for other in (identity - 1, identity + 1):
                if other in body and begun.get(other) == first:
                    beside_it |= body[other]
            layers = [(beside_it, FIELD_WEIGHTS.context)]
            layers += [(masks[identity], factor) for masks, factor in fields if identity in masks]
            best: dict[int, float] = {}
            for mask, factor in layers:
                mask &= ~held  # what the sentence says itself needs no stand-in
                while mask:
                    low = mask & -mask
                    at = low.bit_length() - 1
                    if best.get(at, 0.0) < factor:
                        best[at] = factor
                    mask ^= low
            for at, factor in best.items():
                score += factor * values[at]
            if score > 0.0:
                hits.append(Hit(identity, score))
        return hits

    def _telling(self, terms: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
        """Return the terms that tell something about the neighbourhood of a sentence; in a large
        collection as many as one search takes, those that count most."""
        telling = [pair for pair in terms if not self._is_common(pair[0])]
        if self._count > _SMALL and len(telling) > SETS_AT_ONCE:
            telling = sorted(telling, key=lambda pair: -self._worth(pair))[:SETS_AT_ONCE]
        return telling

    def _worth(self, pair: tuple[str, float]) -> float:
        term, weight = pair
        return weight * rarity(self._frequency("body", term), self._count)

    def _own_scores(
        self, terms: Sequence[tuple[str, float]], only: tantivy.Query, count: int
    ) -> dict[int, float]:
        postings = self._postings
        parts = [
            postings.weighted("body", term, weight)
            for term, weight in terms
            if self._frequency("body", term)
        ]
        return postings.scores(postings.any_of(parts), only, count) if parts else {}

    def glance(
        self, ids: Sequence[int], sets: Sequence[Sequence[str]], *, reach: int
    ) -> list[Glance]:
        """Return what is known of sentences without their text; see
        `hegang_qa.index.protocol.GlancingIndex`."""
        postings = self._postings
        try:
            places = postings.places(ids)
            every: set[int] = set()
            for identity, (_, begin) in places.items():
                every.update(range(max(begin, identity - reach), identity + reach + 1))
            own = postings.holders(("body",), sets, postings.near(every), len(every))
            above = postings.holders(FIELDS_AROUND, sets, postings.near(places), len(places))
            places.update(postings.places(own.keys() & every))
        except BaseException as error:
            raise _damage(error) from error
        return [
            _glance(identity, reach, places, own, above.get(identity, 0))
            for identity in ids
            if identity in places
        ]

    # -- words -------------------------------------------------------------------------------------

    def _is_common(self, term: str) -> bool:
        return is_common(self._frequency("body", term), self._count)

    def _stands_anywhere(self, term: str) -> bool:
        return any(self._frequency(field, term) for field in ("body", *FIELDS_AROUND))

    def document_frequencies(self, terms: Sequence[str]) -> list[int]:
        """Return in how many sentences each term stands, in order (see the protocol).

        While sentences that were taken out are still in the index, a large figure is an estimate.
        """
        return [self._frequency("body", term) or int(self._stands_anywhere(term)) for term in terms]

    def similar_terms(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words of the vocabulary spelled like `term`, with similarity, best first."""
        found = self._words.similar(term, limit=limit + 10)
        return [(word, value) for word, value in found if self._still_stands(word)][:limit]

    def has_prefix(self, prefix: str, *, limit: int = 20) -> list[str]:
        """Return words of the vocabulary that begin with `prefix`, most frequent first."""
        folded = fold(prefix)
        if not folded:
            return []
        found = self._words.beginning(folded, limit=limit + 10)
        return [word for word in found if self._still_stands(word)][:limit]

    def _still_stands(self, word: str) -> bool:
        # Words stay in the list when their last sentence goes.
        return self._frequency("body", stem(word)) > 0


def _glance(
    identity: int, reach: int, places: dict[int, Place], own: dict[int, int], above: int
) -> Glance:
    document, paragraph = places[identity]
    before = [own.get(i, 0) for i in range(identity - 1, max(paragraph, identity - reach) - 1, -1)]
    after = []
    for other in range(identity + 1, identity + reach + 1):
        # One that holds nothing may belong to another paragraph: it does not matter.
        held = own.get(other, 0)
        if held and places[other][1] != paragraph:
            break
        after.append(held)
    return Glance(
        identity, document, paragraph, own.get(identity, 0), tuple(before), tuple(after), above
    )


def _damage(error: BaseException) -> BaseException:
    """Return the error to raise for what went wrong inside the index."""
    if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
        return error
    return IndexFormatError(
        f"the index is damaged ({error})",
        hint=f"mend it from its own sentences: hegang-qa index --into {PLACEHOLDER} --rebuild",
    )
