"""An index that remembers, for the length of one question, whether anything was out of reach."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hegang_qa.index.protocol import SearchResult, SentenceIndex, WeightedTerm

__all__ = ["Witness"]


class Witness:
    """Hands everything on to an index (see `hegang_qa.index.protocol.SentenceIndex`).

    `complete` becomes False once a search could not see all of it; `warnings` say what was missing,
    each once.
    """

    def __init__(self, index: SentenceIndex) -> None:
        self._index = index
        self.document_frequencies = index.document_frequencies
        self.similar_terms = index.similar_terms
        self.has_prefix = index.has_prefix
        glance = getattr(index, "glance", None)  # whether it is a `GlancingIndex`
        if glance is not None:
            self.glance = glance
        self.complete = True
        self.warnings: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self._index)

    def search(
        self,
        terms: Sequence[WeightedTerm],
        *,
        limit: int,
        documents: Collection[int] | None = None,
    ) -> SearchResult:
        """Search, and note what was out of reach."""
        found = self._index.search(terms, limit=limit, documents=documents)
        if not found.complete:
            self.complete = False
            self.warnings = tuple(dict.fromkeys((*self.warnings, *found.warnings)))
        return found
