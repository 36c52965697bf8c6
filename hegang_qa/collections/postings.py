"""The index of a collection as of one snapshot: how often terms stand, and which sentences near
given ones hold them. What tantivy asks for and gives back stays in here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hegang_qa.collections.inverted import GROUP
from hegang_qa.index.scoring import rarity

if TYPE_CHECKING:
    import tantivy

__all__ = ["FIELDS_AROUND", "SETS_AT_ONCE", "Place", "Postings"]

FIELDS_AROUND = ("lead", "heading", "title")
"""The fields beside a sentence's own words ("body")."""

_MOST_CLAUSES = 20_000

_MOST_COUNTED = 20_000
"""Postings that are counted one by one (50 microseconds)."""

_NEGLIGIBLE_PART = 5_000
"""One entry in so many may be taken out without the statistics being mended for it."""

SETS_AT_ONCE = 22
"""Bits of a single-precision score that tell which sets of terms a sentence holds."""

_MOST_PLACES = 5_000


Place = tuple[int, int]
"""Where a sentence stands: its document's number, and the first id of its paragraph."""


class Postings:
    """What the parts of a collection's reader ask of tantivy. Many threads may ask."""

    def __init__(
        self, schema: tantivy.Schema, searcher: tantivy.Searcher, count: int, total: int
    ) -> None:
        """`count` are the sentences, `total` the entries that tantivy's statistics count: they
        keep those that were taken out until tantivy next merges their segment."""
        import tantivy

        self._make = tantivy.Query
        self._should = tantivy.Occur.Should
        self._must = tantivy.Occur.Must
        self._schema = schema
        self._searcher = searcher
        self.count = count
        self._total = total
        # In a large collection a few do not matter: the marks of generations gone by, at least.
        self._clean = total - count <= count // _NEGLIGIBLE_PART
        self.frequency = lru_cache(maxsize=50_000)(self._frequency)
        self._known: dict[int, Place] = {}  # of sentences found lately

    # -- statistics --------------------------------------------------------------------------------

    def _frequency(self, field: str, term: str) -> int:
        """Return in how many sentences a term stands; a large figure may be an estimate."""
        raw = int(self._searcher.doc_freq(field, term)) if term else 0
        if self._clean or not raw:
            return raw
        if raw > _MOST_COUNTED:
            return round(raw * self.count / self._total)
        query = self._make.term_query(self._schema, field, term, "basic")
        found: Any = self._searcher.search(query, 1, count=True)
        return int(found.count or 0)

    # -- queries -----------------------------------------------------------------------------------

    def weighted(self, field: str, term: str, weight: float) -> tuple[Any, Any]:
        """Return the part of a query for a term whose weight in tantivy's BM25 is as if what was
        taken out did not count."""
        if not self._clean:
            raw = int(self._searcher.doc_freq(field, term))
            weight *= rarity(self.frequency(field, term), self.count) / rarity(raw, self._total)
        option = "freq" if field == "body" else "basic"
        plain = self._make.term_query(self._schema, field, term, option)
        return self._should, plain if weight == 1.0 else self._make.boost_query(plain, weight)

    def any_of(self, parts: Sequence[tuple[Any, Any]]) -> tantivy.Query:
        """Return the query that any of `parts` fits."""
        return self._make.boolean_query(list(parts))

    def in_documents(self, numbers: Collection[int]) -> tantivy.Query:
        """Return the query that all sentences of documents fit."""
        return self._numbered("document", sorted(numbers))

    def near(self, ids: Iterable[int]) -> tantivy.Query:
        """Return the query that the sentences with these ids fit, and others beside them."""
        return self._numbered("group", sorted({identity // GROUP for identity in ids}))

    def _numbered(self, field: str, numbers: Sequence[int]) -> tantivy.Query:
        """Return the query for entries with one of these numbers in `field`.

        A set of terms, which tantivy has as well, takes it 4 to 8 times as long (5.5 ms
        against 0.6 for 450 ids among a million), but much less memory.
        """
        query, schema = self._make, self._schema
        if len(numbers) > _MOST_CLAUSES:
            return query.term_set_query(schema, field, list(numbers))
        make, free, should = query.term_query, query.const_score_query, self._should
        return query.boolean_query(
            [(should, free(make(schema, field, number, "basic"), 0.0)) for number in numbers]
        )

    def within(self, query: tantivy.Query, only: tantivy.Query) -> tantivy.Query:
        """Return the query that entries fit which fit both; only the first one counts."""
        must = self._must
        free = self._make.const_score_query(only, 0.0)
        return self._make.boolean_query([(must, query), (must, free)])

    # -- answers -----------------------------------------------------------------------------------

    def best(self, query: tantivy.Query, limit: int) -> list[int]:
        """Return the ids of the `limit` sentences that fit a query best; notes their places."""
        found: list[Any] = self._searcher.search(query, limit, count=False).hits
        return self._noted([address for _, address in found])

    def _noted(self, addresses: list[Any]) -> list[int]:
        values = self._searcher.fast_field_values
        ids: list[Any] = values("id", addresses)
        paragraphs: list[Any] = values("place", addresses)
        documents: list[Any] = values("document", addresses)
        if len(self._known) > _MOST_PLACES:
            self._known = {}
        self._known.update(zip(ids, zip(documents, paragraphs, strict=True), strict=True))
        return ids

    def places(self, ids: Iterable[int]) -> dict[int, Place]:
        """Return where sentences stand; ids that are not there are left out."""
        known = self._known
        found = {identity: known[identity] for identity in ids if identity in known}
        missing = [identity for identity in ids if identity not in found]
        if missing:
            only = self.near(missing)
            hits: list[Any] = self._searcher.search(only, GROUP * len(missing), count=False).hits
            self._noted([address for _, address in hits])
            known = self._known
            found.update((identity, known[identity]) for identity in missing if identity in known)
        return found

    def scores(self, query: tantivy.Query, only: tantivy.Query, count: int) -> dict[int, float]:
        """Return the scores of the sentences that fit `query` and `only` (`count` sentences and
        those beside them)."""
        wanted = self.within(query, only)
        hits: list[Any] = self._searcher.search(wanted, GROUP * count, count=False).hits
        ids: list[Any] = self._searcher.fast_field_values("id", [place for _, place in hits])
        return {identity: score for identity, (score, _) in zip(ids, hits, strict=True)}

    def holders(
        self, fields: Sequence[str], sets: Sequence[Sequence[str]], only: tantivy.Query, count: int
    ) -> dict[int, int]:
        """Return which of the sets of terms (a bit for each) the sentences that fit `only` (`count`
        sentences and those beside them) hold a term of, in any of the fields; those that hold none
        are left out. Notes the place of each."""
        masks: dict[int, int] = {}
        make = self._make
        for begin in range(0, len(sets), SETS_AT_ONCE):
            parts = []
            for bit, terms in enumerate(sets[begin : begin + SETS_AT_ONCE]):
                value = float(1 << bit)
                plain = [
                    make.const_score_query(
                        make.term_query(self._schema, field, term, "basic"), value
                    )
                    for field in fields
                    for term in terms
                    if self.frequency(field, term)
                ]
                if plain:
                    whole = plain[0] if len(plain) == 1 else make.disjunction_max_query(plain)
                    parts.append((self._should, whole))
            if not parts:
                continue
            wanted = self.within(make.boolean_query(parts), only)
            hits: list[Any] = self._searcher.search(wanted, GROUP * count, count=False).hits
            ids = self._noted([address for _, address in hits])
            for identity, (value, _) in zip(ids, hits, strict=True):
                masks[identity] = masks.get(identity, 0) | (int(value) << begin)
        return masks
