"""Whether something is open at a time of day that one asks about: "is the bar open on Fridays at
20:00", "... before 9 am", where a sentence or the row of a table tells from when to when it is.
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis, analyse_text
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import WEEKDAYS

__all__ = ["open_at"]

_OPEN = frozenset("open opens opened staffed manned available served".split())
_CLOSED = frozenset("closed close closes shut".split())
_BEGIN = frozenset(("open", "opens", "opening", "from", "start", "begin"))
_END = frozenset(("close", "closes", "closing", "until", "to", "till", "end"))


def open_at(question: Question, ranked: RankedSentence, analysis: Analysis) -> bool | None:
    """Return whether what a sentence tells the hours of is open (closed, where that is asked) at
    the time of day that the question names; None where it names none, or where the sentence does
    not tell just one begin and end for it."""
    norms = [token.norm for token in question.tokens]
    asks_closed = not _CLOSED.isdisjoint(norms)
    if not asks_closed and _OPEN.isdisjoint(norms):
        return None
    asked = analyse_text(_as_written(question))
    times = [one for one in asked.typed if one.type == "time"]
    if len({one.value for one in times}) != 1:
        return None
    hours = _hours(ranked, analysis, [norm.removesuffix("s") for norm in norms])
    if hours is None:
        return None
    start, end = hours
    time = _minutes(times[0].value)
    before = asked.tagged.norms[times[0].start - 1 : times[0].start]
    if time < 0 or min(start, end) < 0:
        return None
    if before in (("before",), ("until",)):
        held = start < time
    elif before == ("after",):
        held = time < end
    else:
        held = start <= time < end
    return held is not asks_closed


def _as_written(question: Question) -> str:
    pieces: list[str] = []
    end = 0
    for token in question.tokens:
        pieces += [" " if token.start > end else "", token.text]
        end = token.end
    return "".join(pieces)


def _hours(ranked: RankedSentence, analysis: Analysis, asked: list[str]) -> tuple[int, int] | None:
    """Return from when to when (minutes of the day) something is open on the day asked about."""
    if ranked.sentence.cells:
        return _of_row(ranked, analysis)
    spans = [one for one in analysis.typed if one.type == "hours" and one.value.count("/") == 1]
    spans = [one for one in spans if all(_minutes(half) >= 0 for half in one.value.split("/"))]
    days = [norm for norm in asked if norm in WEEKDAYS]
    if len({one.value for one in spans}) > 1:
        norms = [norm.removesuffix("s") for norm in analysis.tagged.norms]
        if len(days) != 1 or days[0] not in norms:
            return None
        at = norms.index(days[0])
        spans = [one for one in spans if one.start > at][:1]
    if not spans:
        return None
    first, _, last = spans[0].value.partition("/")
    return _minutes(first), _minutes(last)


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
