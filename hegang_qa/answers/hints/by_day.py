"""Which clause holds on the day that is asked about: on a Saturday that of "24 an hour on weekdays,
*32 an hour at weekends*".
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.candidates.finders import Tagged
from hegang_qa.answers.hints.opening import day_number
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.ranking.implied import SEVERAL_DAYS
from hegang_qa.text.tokens import stem

__all__ = ["with_days"]

_THROUGH = frozenset(("to", "-", "until", "till", "through"))
_WEEK = 7


def with_days(view: Frame, tagged: Tagged, grid: Grid) -> Grid:
    """Return the grid where a day, days from one to another and names of several match the day that
    a question names where this is among them, and nowhere else."""
    named = [norm for norm in view.norms if _days(norm)]
    term = view.forms.get(stem(named[0]), (-1, 0.0))[0] if len(named) == 1 else -1
    if term < 0:
        return grid
    asked = _days(named[0])
    norms = tagged.norms
    terms: list[int] | None = None
    for at, norm in enumerate(norms):
        days = _days(norm)
        if not days:
            continue
        for first, last in ((at, at + 2), (at - 2, at)):  # "Tuesday to Friday"
            if first >= 0 and last < len(norms) and norms[first + 1] in _THROUGH:
                days |= _between(_days(norms[first]), _days(norms[last]))
        terms = terms if terms is not None else list(grid.terms)
        terms[at] = term if asked & days else -1
    return grid if terms is None else grid._replace(terms=terms)


def _days(norm: str) -> frozenset[int]:
    """Return the days that a word names, Monday being 1."""
    number = day_number(norm)
    several: Sequence[int] = SEVERAL_DAYS.get(norm, ())
    return frozenset((number,)) if number else frozenset(day + 1 for day in several)


def _between(first: frozenset[int], last: frozenset[int]) -> frozenset[int]:
    """Return the days from one to another, where each is one."""
    if len(first) != 1 or len(last) != 1:
        return frozenset()
    low, high = *first, *last
    return frozenset((low - 1 + step) % _WEEK + 1 for step in range((high - low) % _WEEK + 1))
