"""The words of a collection, found again by spelling or by beginning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from hegang_qa.text.spelling import allowed_edits, similarity
from hegang_qa.text.tokens import fold, fold_accents

__all__ = ["Vocabulary"]

# How many candidates are compared letter by letter; the buckets give the nearest first.
_COMPARED = 400


class Vocabulary:
    """Words with their frequencies, immutable once made; many threads may ask.

    Candidates come from buckets of letter pairs: two words within a few edits share most of their
    pairs (Ukkonen, "Approximate string-matching with q-grams and maximal matches", 1992).
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        self._count = dict(words)
        self._sorted = sorted(words)
        self._pairs: dict[str, list[int]] | None = None

    def __len__(self) -> int:
        return len(self._sorted)

    def with_prefix(self, prefix: str, *, limit: int = 20) -> list[str]:
        """Return words that begin with `prefix` (folded), most frequent first, then by spelling."""
        prefix = fold(prefix)
        if not prefix:
            return []
        low = bisect_left(self._sorted, prefix)
        high = bisect_left(self._sorted, prefix + "\U0010ffff", low)
        found = self._sorted[low:high]
        found.sort(key=lambda word: -self._count[word])
        return found[:limit]

    def similar(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words spelled like `term` with similarity 0..1, best first; not `term` itself."""
        wanted = fold(term)
        if not allowed_edits(wanted):
            return []
        scored: list[tuple[float, int, str]] = []
        for word in self._candidates(fold_accents(wanted)):
            if word == wanted:
                continue
            value = similarity(wanted, word)
            if value > 0.0:
                scored.append((-value, -self._count[word], word))
        scored.sort()
        return [(word, -value) for value, _, word in scored[:limit]]

    def _candidates(self, wanted: str) -> list[str]:
        if self._pairs is None:
            self._pairs = self._bucket()
        shared: dict[int, int] = {}
        for pair in _pairs_of(wanted):
            for at in self._pairs.get(pair, ()):
                shared[at] = shared.get(at, 0) + 1
        edits = allowed_edits(wanted)
        size = len(wanted)
        words = self._sorted
        # Each edit costs at most two pairs (a swap three) of the size + 1 there are.
        need = max(1, size + 1 - 3 * edits)
        near = [
            (-count, at)
            for at, count in shared.items()
            if count >= need and abs(len(words[at]) - size) <= edits
        ]
        near.sort()
        return [words[at] for _, at in near[:_COMPARED]]

    def _bucket(self) -> dict[str, list[int]]:
        pairs: dict[str, list[int]] = {}
        for at, word in enumerate(self._sorted):
            for pair in _pairs_of(fold_accents(word)):
                pairs.setdefault(pair, []).append(at)
        return pairs


def _pairs_of(word: str) -> set[str]:
    framed = f"^{word}$"
    return {framed[at : at + 2] for at in range(len(framed) - 1)}
