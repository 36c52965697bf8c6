"""Which of several figures of one sentence is meant: "hand tools for three weeks, power tools for
one week".

Clauses that run parallel leave out what they share with those before, never what they share with
those after ("gapping"). So of several figures the one is meant in whose clause a word of the
question stands that no clause before has; where there is none, nothing is said here.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

__all__ = ["apart", "meant_clause"]

_PARTING = frozenset(",;:CB")

# The words that are new in the clause must have this share of the question's weight.
_LEAST = 0.08


def meant_clause(
    tags: str, terms: Sequence[int], spans: Sequence[tuple[int, int]], shares: Sequence[float]
) -> tuple[int, int] | None:
    """Return the tokens (end excluded) of the clause whose figure is meant, None where nothing
    tells them apart.

    `terms` has the number of the question's word that each token of the sentence accounts for, or
    -1; `spans` are the figures; `shares` what each word of the question weighs.
    """
    figures = apart(spans)
    if len(figures) < 2:
        return None
    bounds = [0]
    for (_, end), (start, _) in itertools.pairwise(figures):
        cut = next((at for at in range(end, start) if tags[at] in _PARTING), None)
        if cut is not None:
            bounds.append(cut)
    bounds.append(len(tags))
    seen: set[int] = set()
    best: tuple[float, tuple[int, int]] | None = None
    for start, end in itertools.pairwise(bounds):
        own = {term for term in terms[start:end] if term >= 0}
        fresh = sum(shares[term] for term in own - seen)
        if start and fresh >= _LEAST and (best is None or fresh > best[0]):
            best = fresh, (start, end)
        seen |= own
    return best[1] if best is not None else None


def apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest of the spans that overlap, in their order."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
