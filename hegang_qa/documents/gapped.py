"""The first row of a table that is laid out with gaps: whether it is the head, where it has fewer
cells than the others, and over which of their columns its cells stand.

::

                  north    south          Income (pounds)         Spending (pounds)
    Wing (mm)     158      151            Gifts          71,900   Hospital   88,600
    Tail (mm)      71       63            Legacies       38,000   Reserves   41,750
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.documents.lines import Line
from hegang_qa.documents.patterns import lazy

__all__ = ["Layout", "cut_heads", "heads_of_figures", "short_head"]

Span = tuple[int, int]

_OUT_OF_LINE = 2  # columns of text
_FIGURES = lazy(r"[£$€¥]?\s?[-–—+]?\d[\d.,\s]*%?$|[-–—]$|n/?a$")
_YEAR = lazy(r"(?:1[5-9]|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?$")
_NUMBER = lazy(r"[A-Z]{0,3}\d{1,4}[A-Z]?$")
_CLOCK = lazy(r"\d{1,2}[:.h]\d\d$")
_LETTER = lazy(r"[^\W\d_]{2}")


class Layout(NamedTuple):
    """The heads over the columns of the rows below; `parts` tables stand side by side."""

    heads: tuple[str, ...]
    parts: int


def heads_of_figures(values: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row is a head that has figures itself ("1985 (pairs)", "2003",
    "Population (2019)"): nothing in it is a bare figure but years, and there are columns of bare
    figures below words, or below years with no years; or they are numbers over times of day, as of
    the journeys of a timetable."""
    head, *body = values
    if len(body) < 2 or _FIGURES.match(head[0]) or not all(head[1:]):
        return False
    numbered = all(map(_NUMBER.match, head[1:]))
    if not numbered and not all(_YEAR.match(cell) or _LETTER.search(cell) for cell in head[1:]):
        return False
    columns = [[cell for cell in column if cell] for column in zip(*body, strict=True)]
    if numbered and _LETTER.search(head[0]):
        return all(
            2 * sum(_CLOCK.match(cell) is not None for cell in column) > len(column)
            for column in columns[1:]
        )
    bare = [bool(column) and all(map(_FIGURES.match, column)) for column in columns]
    for name, column, is_bare in zip(head, columns, bare, strict=True):
        if _YEAR.match(name) and (not is_bare or all(map(_YEAR.match, column))):
            return False
    return any(bare[1:])


def short_head(text: str, rows: Sequence[Line], cells: Sequence[Sequence[Span]]) -> Layout | None:
    """Return how the cells of the first row (a span of `text`, as the others) stand over those of
    the others, of which all have as many; None where it is no such head."""
    count = len(cells[1])
    if len(rows) < 3 or any(len(row) != count for row in cells[1:]):
        return None
    over, below = _columns(text, rows[0], cells[0]), _columns(text, rows[1], cells[1])
    heads = tuple(text[rows[0][0] + a : rows[0][0] + b] for a, b in cells[0])
    if any(_FIGURES.match(head) and not _YEAR.match(head) for head in heads):
        return None
    if len(heads) == count - 1 and all(map(_in_line, over, below[1:])):
        return Layout(("", *heads), 1)
    pairs = len(heads) > 1 and 2 * len(heads) == count
    if pairs and all(
        abs(a - b) <= _OUT_OF_LINE for (a, _), (b, _) in zip(over, below[::2], strict=True)
    ):
        return Layout(tuple(name for head in heads for name in ("", head)), len(heads))
    if not count // 2 < len(heads) < count:
        return None
    line = text[text.rfind("\n", 0, rows[0][0]) + 1 : rows[0][1]]
    names = cut_heads(line, [start for start, _ in below])
    return Layout(tuple(names), 1) if names else None


def cut_heads(line: str, starts: Sequence[int]) -> list[str] | None:
    """Return the names of a head two of which stand only a space apart ("Inish Rua Port Aldan"),
    cut where the columns below begin; None where a word stands across such a place, or nothing
    begins there."""
    if any(not line[at : at + 1].strip() or line[max(0, at - 1) : at].strip() for at in starts):
        return None
    ends = [*starts[1:], len(line)]
    names = [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return None if any(map(_FIGURES.match, names)) else names


def _columns(text: str, row: Line, cells: Sequence[Span]) -> list[Span]:
    """Return between which columns of the page the cells of a row stand."""
    indent = row[0] - (text.rfind("\n", 0, row[0]) + 1)
    return [(indent + a, indent + b) for a, b in cells]


def _in_line(one: Span, other: Span) -> bool:
    near = any(abs(a - b) <= _OUT_OF_LINE for a, b in zip(one, other, strict=True))
    return near or (one[0] < other[1] and other[0] < one[1])
