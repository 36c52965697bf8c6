"""Tables whose name stands with them: in two parts above six columns, or in line with the heads.

::

    TABLE 2   WEEKDAYS, HOMEWARD                  WINE              glass    bottle
    Sailing   Ship     Tornish      Kelsay        Muscadet ........ 6.20 ... 25.00
    B1        Petrel   -            07:05         Riesling ........ 6.90 ... 28.50
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from hegang_qa.documents.lines import Line, is_in_capitals
from hegang_qa.documents.patterns import lazy
from hegang_qa.documents.tables import Span, gap_cells, leader_cells, plain_cell

__all__ = ["NamedRows", "named_rows", "names_table", "wide_rows"]

_FIGURE = lazy(r"\d")
_LINES = 4
"""Lines, at least, of a table with its name above its heads."""
_ROWS = 2
"""Rows, at least, below a name with heads; and parts with a figure of a row by itself."""
_COLUMNS = 3
"""Columns, at least, but for one, of two lines that are rows by themselves."""


def names_table(text: str, lines: Sequence[Line]) -> bool:
    """Return whether the first of some lines is the name of the table below, though it has a gap:
    in capitals, of fewer parts than the rows ("TABLE 2   WEEKDAYS" over six columns)."""
    if len(lines) < _LINES or "  " not in text[slice(*lines[0])].strip():
        return False
    name = text[slice(*lines[0])].strip()
    parts = [len(gap_cells(text[slice(*line)])) for line in lines[:_LINES]]
    below = text[slice(*lines[1])]
    return name.isupper() and not below.isupper() and parts[0] + 1 < min(parts[1:])


class NamedRows(NamedTuple):
    """The name of a table that stands in one line with its heads, these, and how many lines below
    are its rows, parted by `cells_of`."""

    name: Line
    heads: tuple[str, ...]
    rows: int
    cells_of: Callable[[str], list[Span]]


def named_rows(text: str, lines: Sequence[Line]) -> NamedRows | None:
    """Return the table that begins with its name in capitals, and heads behind it ("WINE   glass
    bottle"), over rows of as many cells; None where some lines begin with none."""
    first = text[slice(*lines[0])]
    name, *heads = gap_cells(first)
    said = [first[a:b] for a, b in heads]
    if not said or not is_in_capitals(first[slice(*name)]):
        return None
    if any(_FIGURE.search(head) or head.isupper() for head in said):
        return None
    for cells_of in (gap_cells, leader_cells):
        parts = [len(cells_of(text[slice(*line)])) for line in lines[1:]]
        count = sum(1 for _ in takewhile((len(heads) + 1).__eq__, parts))
        if count >= _ROWS:
            begin = lines[0][0]
            place = (begin + name[0], begin + name[1])
            return NamedRows(place, ("", *map(plain_cell, said)), count, cells_of)
    return None


def wide_rows(text: str, lines: Sequence[Line]) -> bool:
    """Return whether two lines are rows by themselves: of as many short parts each, with gaps
    between them and figures among them."""
    if len(lines) != 2:
        return False
    parts = [gap_cells(text[slice(*line)]) for line in lines]
    if len(parts[0]) != len(parts[1]) or len(parts[0]) <= _COLUMNS:
        return False
    return all(
        sum(any(map(str.isdigit, text[line[0] + a : line[0] + b])) for a, b in own) >= _ROWS
        for line, own in zip(lines, parts, strict=True)
    )
