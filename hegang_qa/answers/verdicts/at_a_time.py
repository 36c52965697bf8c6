"""Whether something is open at a time of day that one asks about: "is the bar open on Fridays at
20:00", "... before 9 am", where a sentence or the row of a table tells from when to when it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hegang_qa.answers.candidates.analysis import Analysis, analyse_text
from hegang_qa.answers.hints.opening import day_number, days_of
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import Token

__all__ = ["is_row_of_another_day", "open_at"]

_OPEN = frozenset("open opens opened staffed manned available served".split())
_CLOSED = frozenset("closed close closes shut".split())
_BEGIN = frozenset(("open", "opens", "opening", "from", "start", "begin"))
_DAY = 24 * 60  # minutes
_END = frozenset(("close", "closes", "closing", "until", "to", "till", "end"))


def open_at(question: Question, ranked: RankedSentence, analysis: Analysis) -> bool | None:
    """Return whether what a sentence tells the hours of is open (closed, where that is asked) at
    the time of day that the question names; None where it names none, or where the sentence does
    not tell just one begin and end for it."""
    norms = [token.norm for token in question.tokens]
    asks_closed = not _CLOSED.isdisjoint(norms)
    if not asks_closed and _OPEN.isdisjoint(norms):
        return None
    hours = _hours(question, ranked, analysis)
    if hours is None or min(hours) < 0:
        return None
    time, side = _time_asked(question.text)
    if time < 0:
        return None
    start, end = hours
    if end <= start:  # past midnight
        end += _DAY
        time += _DAY if time < start else 0
    if side in ("before", "until"):
        held = start < time
    elif side == "after":
        held = time < end
    else:
        held = start <= time < end
    return held is not asks_closed


def is_row_of_another_day(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a row of a table tells of other days than the one on which one asks whether
    something is open: the row of that day may say otherwise."""
    if (_OPEN | _CLOSED).isdisjoint(token.norm for token in question.tokens):
        return False
    told = _days(ranked.tokens) if ranked.sentence.cells else set()
    return bool(told) and not _days(question.tokens) <= told


@lru_cache(maxsize=16)
def _time_asked(text: str) -> tuple[int, str]:
    """Return the time of day (minutes) that a question names, -1 for none or several, and the word
    before it."""
    asked = analyse_text(text)
    times = [one for one in asked.typed if one.type == "time"]
    if len({one.value for one in times}) != 1:
        return -1, ""
    start = times[0].start
    return _minutes(times[0].value), asked.tagged.norms[start - 1] if start else ""


def _hours(
    question: Question, ranked: RankedSentence, analysis: Analysis
) -> tuple[int, int] | None:
    """Return from when to when (minutes of the day) something is open on the day asked about, -1
    for what is no time of day; None where that is not told, or not just once."""
    asked = _days(question.tokens)
    if ranked.sentence.cells:
        return _of_row(ranked, analysis) if asked <= _days(ranked.tokens) else None
    found = set()
    for one in analysis.typed:
        first, _, last = one.value.partition("/")
        if one.type != "hours" or min(_minutes(first), _minutes(last)) < 0:
            continue
        days, _, _ = days_of(analysis, one.start, one.end)
        if not asked or not days or asked <= days:
            found.add((_minutes(first), _minutes(last)))
    return found.pop() if len(found) == 1 else None


def _days(tokens: Iterable[Token]) -> set[int]:
    return {day for token in tokens if (day := day_number(token.norm))}


def _of_row(ranked: RankedSentence, analysis: Analysis) -> tuple[int, int] | None:
    """Return the times in the cells under heads for the begin and the end."""
    found: dict[bool, int] = {}
    tokens = analysis.tagged.tokens
    for one in analysis.typed:
        place = tokens[one.start].start
        cell = next((c for c in ranked.sentence.cells if c.start <= place < c.end), None)
        if cell is None or one.type not in ("time", "hours"):
            continue
        if one.type == "hours" and one.value.count("/") == 1:
            first, _, last = one.value.partition("/")
            return _minutes(first), _minutes(last)
        words = set(cell.head.lower().split())
        for ends, heads in ((False, _BEGIN), (True, _END)):
            if words & heads:
                found[ends] = _minutes(one.value)
    return (found[False], found[True]) if len(found) == 2 else None


def _minutes(value: str) -> int:
    """Return the minutes of the day of "18:30", -1 for anything else."""
    hour, _, minute = value.partition(":")
    if not (hour.isdigit() and minute[:2].isdigit()):
        return -1
    return 60 * int(hour) + int(minute[:2])
