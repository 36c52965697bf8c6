"""Which of several things is for so many: "the small box feeds one or two people, *the medium box
three*, and the family box up to five"."""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["sized_clause"]

_WHICH = frozenset(("which", "what"))
_UP_TO = frozenset(("to", "most", "maximum"))
_RANGING = frozenset(("or", "to", "-", "–"))
_LEAST = 2  # clauses
_MOST = 60  # people; greater numbers are names of roads and rooms


def sized_clause(view: Frame, analysis: Analysis) -> tuple[int, int] | None:
    """Return the clause (tokens, end excluded) whose number, or range of numbers, has the one that
    a question for a thing names; None where no clauses with such run parallel."""
    asked = [value for norm in view.norms if (value := _value(norm)) is not None]
    if len(asked) != 1 or asked[0] > _MOST or _WHICH.isdisjoint(view.norms[:6] + view.norms[-8:]):
        return None
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    cuts = [0, *(n + 1 for n, tag in enumerate(tags) if tag in ",;"), len(tags)]
    clauses = [(low, high) for low, high in pairwise(cuts) if high > low]
    ranges = [_range(norms[low:high]) for low, high in clauses]
    if len(clauses) < _LEAST or any(one is None for one in ranges):
        return None
    last = 0
    fitting = []
    for clause, found in zip(clauses, ranges, strict=True):
        low, high = found or (0, 0)
        low = last + 1 if low < 0 else low  # "up to five", after three
        if low <= asked[0] <= high:
            fitting.append(clause)
        last = high
    return fitting[0] if len(fitting) == 1 else None


def _range(norms: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the least and the most of a clause that tells one number or range, the least as -1 for
    "up to"; None for others."""
    at = [n for n, norm in enumerate(norms) if _value(norm) is not None]
    values = [value for n in at if (value := _value(norms[n])) is not None]
    if len(at) == 1:
        up_to = not _UP_TO.isdisjoint(norms[max(0, at[0] - 2) : at[0]])
        return (-1 if up_to else values[0]), values[0]
    if len(at) == 2 and at[1] == at[0] + 2 and norms[at[0] + 1] in _RANGING:
        return values[0], values[1]
    return None


def _value(norm: str) -> int | None:
    if norm.isdigit():
        return int(norm)
    found = NUMBER_WORDS.get(norm)
    return int(found) if found is not None else None
