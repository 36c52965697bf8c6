"""Which figure holds in which case: "the exit status is 0 if a line is selected, *1 if no lines
were selected*".
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import NEGATIONS

__all__ = ["value_of_case"]

_TOLD = 10.0
_IF = frozenset(("if", "when", "whenever", "where"))
_VALUES = frozenset('#NEJ-"*')
_PARTED = frozenset((",", ";", "and", "or"))
_LONGEST = 4  # tokens of a value


class _Case(NamedTuple):
    """Where a value stands (tokens, end excluded), and the tokens of its condition."""

    start: int
    end: int
    condition: tuple[int, int]


def value_of_case(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the value whose condition is the one that the question puts, of several that a
    sentence tells one after another, and what speaks for it in log-odds; nothing where two of
    them fit as well."""
    asked = next((n for n, norm in enumerate(view.norms) if n > 1 and norm in _IF), -1)
    cases = _cases(analysis) if asked > 0 else []
    if len(cases) < 2:
        return []
    denied = not NEGATIONS.isdisjoint(view.norms[asked:])
    norms = analysis.tagged.norms
    scores = []
    for case in cases:
        low, high = case.condition
        same = (not NEGATIONS.isdisjoint(norms[low:high])) == denied
        scores.append((len({term for term in grid.terms[low:high] if term >= 0}), same))
    best = max(scores)
    if scores.count(best) > 1 or not best[0]:
        return []
    case = cases[scores.index(best)]
    return [(case.start, case.end, _TOLD)]


def _cases(analysis: Analysis) -> list[_Case]:
    """Return the figures of a sentence that "if" stands right behind, each with its condition."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    spots = [n for n, norm in enumerate(norms) if norm in _IF and n > 0]
    cases = []
    for spot, following in pairwise([*spots, len(norms)]):
        start = spot
        while start > 0 and tags[start - 1] in _VALUES and spot - start < _LONGEST:
            start -= 1
        if "#" not in tags[start:spot]:
            continue
        start = tags.index("#", start, spot)
        end = following
        if following < len(norms):
            end = max((n for n in range(spot, following) if norms[n] in _PARTED), default=following)
        cases.append(_Case(start, spot, (spot + 1, end)))
    return cases
