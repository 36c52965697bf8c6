"""How near sentences are to a question in meaning."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Any

from hegang_qa.answers.model import Finder

__all__ = ["Near", "Placed"]


class Near:
    """How near in meaning (-1..1) sentences are to a question; `most` and `least` are the ends."""

    __slots__ = ("_ids", "_likeness", "least", "most")

    def __init__(self, ids: Sequence[int], likeness: Sequence[float]) -> None:
        """Take the ids of sentences, ascending and at least one, and how near each is."""
        self._ids = ids
        self._likeness = likeness
        self.most = max(likeness)
        self.least = min(likeness)

    def of(self, number: int) -> float:
        """Return how near a sentence is; what has no place counts as the least near."""
        at = bisect_left(self._ids, number)
        if at < len(self._ids) and self._ids[at] == number:
            return self._likeness[at]
        return self.least

    def nearest(self, count: int) -> list[int]:
        """Return the ids of the nearest sentences, nearest first."""
        pairs = zip(self._likeness, map(int.__neg__, self._ids), strict=True)
        return [-number for _, number in heapq.nlargest(count, pairs)]


class Placed:
    """Sentences with what a finder has made of them, in the order of their ids."""

    def __init__(
        self, finder: Finder, ids: Sequence[int], documents: Sequence[int], placed: Any
    ) -> None:
        """Take the ids of sentences, ascending, their documents, and all in their places."""
        self._finder = finder
        self._ids = ids
        self._documents = documents
        self._placed = placed

    @property
    def count(self) -> int:
        """How many sentences have a place."""
        return len(self._ids)

    def near(self, question: str, documents: Collection[int] | None) -> Near | None:
        """Return how near the sentences of some documents (None: all) are, None where none is."""
        if not self._ids:
            return None
        likeness = [*map(float, self._finder.near(question, self._placed))]
        if documents is None:
            return Near(self._ids, likeness)
        kept = [at for at, document in enumerate(self._documents) if document in documents]
        if not kept:
            return None
        return Near([self._ids[at] for at in kept], [likeness[at] for at in kept])
