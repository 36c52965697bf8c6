"""A table of times as a timetable: journeys that call at stops, whether these stand at the head of
the columns or name the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegang_qa.answers.tables.whole import cell_text
from hegang_qa.documents.patterns import lazy
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

__all__ = ["Call", "Journey", "journeys_of", "minutes"]

_CLOCK = lazy(r"\(?(\d{1,2})[:.](\d\d)(?: ?([ap])\.?m)?\b")
_NUMBER = lazy(r"[A-Za-z]{0,3}\d{1,4}[A-Za-z]?$")
_PASSES = frozenset(("-", "–", "—", "", "|", ".", "..", "...", "x"))
_TIMED = 0.3
"""The share of the cells of a column (or row) of stops that tell times, at least."""
_FEWEST = 2  # stops and journeys of a timetable
_HOURS, _MINUTES, _NOON = 24, 60, 12


class Call(NamedTuple):
    """A stop (the stems of its name), the row and cell that tell the time there, and that time in
    minutes from midnight; None where the journey passes it."""

    stop: frozenset[str]
    row: Sentence
    cell: int
    time: int | None


class Journey(NamedTuple):
    """The calls of a journey in order, and what it is called by ("A2 Petrel")."""

    calls: tuple[Call, ...]
    name: frozenset[str]

    def at(self, stop: frozenset[str]) -> Call | None:
        """Return the last call whose stop has all of some stems (one arrives before one leaves)."""
        return next((call for call in reversed(self.calls) if stop <= call.stop), None)


def minutes(text: str) -> int | None:
    """Return a time of day in minutes from midnight; None for what is none."""
    found = _CLOCK.match(text.strip())
    if found is None:
        return None
    hour = int(found[1])
    if found[3]:
        hour = hour % _NOON + _NOON * (found[3] == "p")
    return hour * _MINUTES + int(found[2]) if hour < _HOURS and int(found[2]) < _MINUTES else None


def journeys_of(rows: Sequence[Sentence]) -> list[Journey]:
    """Return the journeys of a table; none where it is no timetable."""
    return _along(rows) or _down(rows)


def _along(rows: Sequence[Sentence]) -> list[Journey]:
    """Return the journeys of a table with a row for each, and stops as heads."""
    columns = range(len(rows[0].cells))
    stops = [n for n in columns if rows[0].cells[n].head and _is_timed(_down_column(rows, n))]
    if len(stops) < _FEWEST or len(rows) < _FEWEST or stops[-1] - stops[0] >= len(stops):
        return []
    if all(_NUMBER.match(rows[0].cells[n].head) for n in stops):
        return []
    named = [_stems(rows[0].cells[n].head) for n in columns]
    return [
        Journey(
            tuple(Call(named[n], row, n, minutes(cell_text(row, n))) for n in stops),
            _stems(" ".join(cell_text(row, n) for n in columns if n not in stops)),
        )
        for row in rows
    ]


def _down(rows: Sequence[Sentence]) -> list[Journey]:
    """Return the journeys of a table with a column for each, and stops that name the rows."""
    timed = [
        row for row in rows if _is_timed([cell_text(row, n) for n in range(1, len(row.cells))])
    ]
    if len(timed) < max(_FEWEST, len(rows) - 2):
        return []
    return [
        Journey(
            tuple(
                Call(_stems(cell_text(row, 0)), row, n, minutes(cell_text(row, n))) for row in timed
            ),
            _stems(" ".join((rows[0].cells[n].head, *_untimed(rows, timed, n)))),
        )
        for n in range(1, len(rows[0].cells))
    ]


def _untimed(rows: Sequence[Sentence], timed: Sequence[Sentence], number: int) -> Iterator[str]:
    return (cell_text(row, number) for row in rows if row not in timed)


def _down_column(rows: Sequence[Sentence], number: int) -> list[str]:
    return [cell_text(row, number) for row in rows]


def _is_timed(cells: Sequence[str]) -> bool:
    times = sum(minutes(text) is not None for text in cells)
    passes = sum(text.strip() in _PASSES for text in cells)
    return times > 0 and times + passes == len(cells) and times >= _TIMED * len(cells)


def _stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokenize(text) if token.kind != "mark")
