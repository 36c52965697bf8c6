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
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hegang_qa.collections.spellings import CollectionWords
from hegang_qa.errors import IndexFormatError
from hegang_qa.index.protocol import Hit, SearchResult, WeightedTerm
from hegang_qa.index.scoring import FIELD_WEIGHTS, is_common, rarity
from hegang_qa.text.tokens import fold, stem

if TYPE_CHECKING:
    import tantivy

__all__ = ["CollectionIndex"]

_AHEAD = 2
"""So many times more candidates are fetched than asked for."""

_LEAST_FETCHED = 150

_MOST_CLAUSES = 20_000

_MOST_COUNTED = 20_000
"""Postings that are counted one by one (50 microseconds)."""

_FEW = 20_000
"""Sentences: up to here those beside candidates are hits, too, which doubles the time."""

_SMALL = 200_000
"""Sentences: up to here common words may bring candidates where rarer ones bring too few."""

_TERMS_AT_ONCE = 22
"""Bits of a single-precision score that tell which terms a sentence holds."""

_AROUND = (
    ("lead", FIELD_WEIGHTS.context),
    ("heading", FIELD_WEIGHTS.heading),
    ("title", FIELD_WEIGHTS.title),
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
        """`count` are the sentences, `total` the entries that tantivy's statistics count: they
        keep those that were taken out until tantivy next merges their segment."""
        import tantivy

        self._query = tantivy.Query
        self._occur = tantivy.Occur
        self._schema = schema
        self._searcher = searcher
        self._count = count
        self._total = total
        # The one is the mark of the generation, which matters to a small collection only.
        self._clean = total <= count + (1 if count > 10_000 else 0)
        self._frequency = lru_cache(maxsize=50_000)(self._read_frequency)
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
            fetched = max(limit * _AHEAD, _LEAST_FETCHED)
            places = self._candidates(wanted, fetched, documents)
            if not places:
                return SearchResult(())
            # Where there are few candidates, every sentence near them counts.
            few = len(places) < fetched or self._count <= _FEW
            hits = self._scored(wanted, places, beside=few)
        except BaseException as error:
            raise _damage(error) from error
        hits.sort(key=lambda hit: (-hit.score, hit.id))
        return SearchResult(tuple(hits[:limit]))

    def _candidates(
        self,
        terms: Sequence[tuple[str, float]],
        limit: int,
        documents: Collection[int] | None,
    ) -> dict[int, int]:
        """Return ids of sentences worth scoring, each with where its paragraph begins."""
        rare = [pair for pair in terms if not self._is_common(pair[0])]
        places = self._found(rare or terms, limit, documents)
        if len(places) < limit and self._count <= _SMALL and 0 < len(rare) < len(terms):
            places = self._found(terms, limit, documents) | places
        return places

    def _found(
        self,
        terms: Sequence[tuple[str, float]],
        limit: int,
        documents: Collection[int] | None,
    ) -> dict[int, int]:
        should, query = self._occur.Should, self._query
        parts: list[tuple[Any, Any]] = []
        for term, weight in terms:
            frequency = self._frequency("body", term)
            if frequency:
                parts.append((should, self._boosted("body", term, weight)))
            worth = weight * rarity(frequency, self._count)
            for field, factor in _AROUND:
                held = self._frequency(field, term)
                if held:
                    # Rare is what few sentences say, however many stand under such a heading.
                    scale = worth * factor / max(rarity(held, self._count), 0.02)
                    parts.append((should, self._boosted(field, term, scale)))
        if not parts:
            return {}
        anything = query.boolean_query(parts)
        if documents is not None:
            only = self._any_of("document", sorted(documents))
            anything = self._within(anything, only)
        found: list[Any] = self._searcher.search(anything, limit, count=False).hits
        addresses = [address for _, address in found]
        ids: list[Any] = self._searcher.fast_field_values("id", addresses)
        firsts: list[Any] = self._searcher.fast_field_values("place", addresses)
        return dict(zip(ids, firsts, strict=True))

    def _boosted(self, field: str, term: str, weight: float) -> tantivy.Query:
        """Return the query for a term whose weight in tantivy's BM25 is as if what was taken out
        did not count."""
        if not self._clean:
            raw = int(self._searcher.doc_freq(field, term))
            weight *= rarity(self._frequency(field, term), self._count) / rarity(raw, self._total)
        option = "freq" if field == "body" else "basic"
        plain = self._query.term_query(self._schema, field, term, option)
        return plain if weight == 1.0 else self._query.boost_query(plain, weight)

    def _within(self, query: tantivy.Query, only: tantivy.Query) -> tantivy.Query:
        must = self._occur.Must
        free = self._query.const_score_query(only, 0.0)
        return self._query.boolean_query([(must, query), (must, free)])

    def _any_of(self, field: str, numbers: Sequence[int]) -> tantivy.Query:
        """Return the query for entries with one of these numbers in `field`.

        A set of terms, which tantivy has as well, takes it 4 to 8 times as long (5.5 ms
        against 0.6 for 450 ids among a million), but much less memory.
        """
        query, schema = self._query, self._schema
        if len(numbers) > _MOST_CLAUSES:
            return query.term_set_query(schema, field, list(numbers))
        make, free, should = query.term_query, query.const_score_query, self._occur.Should
        return query.boolean_query(
            [(should, free(make(schema, field, number, "basic"), 0.0)) for number in numbers]
        )

    def _scored(
        self, terms: Sequence[tuple[str, float]], places: dict[int, int], beside: bool
    ) -> list[Hit]:
        """Return the candidates with their scores; with `beside`, the sentences beside them too,
        which hold a term only in their neighbours."""
        around = (places.keys() | {i + 1 for i in places}) | {
            identity - 1 for identity, first in places.items() if identity > first
        }
        every = sorted(around)
        near = self._any_of("id", every)
        telling = [pair for pair in terms if not self._is_common(pair[0])]
        names = [term for term, _ in telling]
        body, firsts = self._holders("body", names, near, len(every))
        if beside:
            firsts = self._places(every, places)
            ids, only = every, near
        else:
            firsts.update(places)
            ids = sorted(places)
            only = self._any_of("id", ids)
        own = self._own_scores(terms, only, len(ids))
        fields = [
            (self._holders(field, names, only, len(ids))[0], factor) for field, factor in _AROUND
        ]
        values = [weight * rarity(self._frequency("body", t), self._count) for t, weight in telling]
        hits = []
        for identity in ids:
            first = firsts.get(identity)
            score = own.get(identity, 0.0)
            held = body.get(identity, 0)
            beside_it = 0
            for other in (identity - 1, identity + 1):
                if firsts.get(other) == first:
                    beside_it |= body.get(other, 0)
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

    def _places(self, ids: Sequence[int], known: dict[int, int]) -> dict[int, int]:
        """Return where the paragraph of each sentence begins."""
        firsts = dict(known)
        missing = []
        for identity in ids:
            if identity in known:
                continue
            after = known.get(identity + 1)
            if after is not None and after <= identity:
                firsts[identity] = after
            else:
                missing.append(identity)
        if missing:
            only = self._any_of("id", missing)
            found: list[Any] = self._searcher.search(only, len(missing), count=False).hits
            addresses = [address for _, address in found]
            numbers: list[Any] = self._searcher.fast_field_values("id", addresses)
            begun: list[Any] = self._searcher.fast_field_values("place", addresses)
            firsts.update(zip(numbers, begun, strict=True))
        return firsts

    def _own_scores(
        self, terms: Sequence[tuple[str, float]], only: tantivy.Query, count: int
    ) -> dict[int, float]:
        parts = [
            (self._occur.Should, self._boosted("body", term, weight))
            for term, weight in terms
            if self._frequency("body", term)
        ]
        if not parts:
            return {}
        return dict(self._values(self._within(self._query.boolean_query(parts), only), count))

    def _holders(
        self, field: str, terms: Sequence[str], only: tantivy.Query, count: int
    ) -> tuple[dict[int, int], dict[int, int]]:
        """Return for each sentence that holds some of `terms` in `field` which (a bit for each),
        and where its paragraph begins."""
        masks: dict[int, int] = {}
        firsts: dict[int, int] = {}
        query = self._query
        for begin in range(0, len(terms), _TERMS_AT_ONCE):
            parts = []
            for bit, term in enumerate(terms[begin : begin + _TERMS_AT_ONCE]):
                if self._frequency(field, term):
                    plain = query.term_query(self._schema, field, term, "basic")
                    parts.append(
                        (self._occur.Should, query.const_score_query(plain, float(1 << bit)))
                    )
            if not parts:
                continue
            wanted = self._within(query.boolean_query(parts), only)
            found: list[Any] = self._searcher.search(wanted, count, count=False).hits
            addresses = [address for _, address in found]
            ids: list[Any] = self._searcher.fast_field_values("id", addresses)
            begun: list[Any] = self._searcher.fast_field_values("place", addresses)
            firsts.update(zip(ids, begun, strict=True))
            for identity, (value, _) in zip(ids, found, strict=True):
                masks[identity] = masks.get(identity, 0) | (int(value) << begin)
        return masks, firsts

    def _values(self, query: tantivy.Query, count: int) -> Iterable[tuple[int, float]]:
        """Return ids and scores of all sentences that fit `query`, at most `count`."""
        found: list[Any] = self._searcher.search(query, count, count=False).hits
        ids: list[Any] = self._searcher.fast_field_values("id", [place for _, place in found])
        return [(identity, score) for identity, (score, _) in zip(ids, found, strict=True)]

    # -- words -------------------------------------------------------------------------------------

    def _read_frequency(self, field: str, term: str) -> int:
        raw = int(self._searcher.doc_freq(field, term)) if term else 0
        if self._clean or not raw:
            return raw
        if raw > _MOST_COUNTED:
            return round(raw * self._count / self._total)
        query = self._query.term_query(self._schema, field, term, "basic")
        found: Any = self._searcher.search(query, 1, count=True)
        return int(found.count or 0)

    def _is_common(self, term: str) -> bool:
        return is_common(self._frequency("body", term), self._count)

    def _stands_anywhere(self, term: str) -> bool:
        return any(self._frequency(field, term) for field in ("body", "lead", "heading", "title"))

    def document_frequencies(self, terms: Sequence[str]) -> list[int]:
        """Return in how many sentences each term stands, in order.

        While sentences that were taken out are still in the index, a large figure is an estimate.
        """
        return [self._frequency("body", term) for term in terms]

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


def _damage(error: BaseException) -> BaseException:
    """Return the error to raise for what went wrong inside the index."""
    if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
        return error
    return IndexFormatError(
        f"the index is damaged ({error})",
        hint="mend it from its own sentences: hegang-qa index --into COLLECTION --rebuild",
    )
