"""When something opens and closes, by the hours of its days: "Tuesday to Friday *10:00* to *18:00*,
Saturday 9:00 to 13:00".
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.question.model import Question
from hegang_qa.text.words import PARTS_OF_DAY, WEEKDAYS

__all__ = ["day_number", "days_of", "of_other_days", "opening_times"]

_TOLD = 14.0
_NEAR = 3  # tokens behind hours
_CLOSING = frozenset("close closes closed closing shut shuts end ends finish finishes".split())
_OPENING = frozenset("open opens opened start starts begin begins".split())
_DOING = frozenset("do does did".split())
_THROUGH = frozenset(("to", "-", "until", "till", "through"))
_SHORT = {name[:3]: number for name, number in WEEKDAYS.items()}
_SKIPPED = frozenset((",", ":", "from", "-", "("))


def opening_times(view: Frame, analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of the time or hours that the question asks for
    of the day that it names, and what speaks for them in log-odds.

    "When do you close" asks for the last time, "when do you open" for the first, other questions
    for both.
    """
    asked = {day for norm in view.norms if (day := day_number(norm))}
    timed = any(is_a(view.wanted, kind) for kind in ("date", "time", "hours"))
    if not timed or len(asked) > 1:
        return []
    parts = PARTS_OF_DAY.intersection(view.norms)
    if parts:
        return _in_day_part(analysis, parts)
    closes = not _CLOSING.isdisjoint(view.norms) or view.norms[:1] in (("until",), ("till",))
    opens = not closes and not _OPENING.isdisjoint(view.norms) and bool(_DOING & set(view.norms))
    if not (closes or opens or "hours" in view.norms or "open" in view.norms):
        return []
    if not asked:
        return [] if closes or opens else _all_hours(analysis)
    told = []
    for one in analysis.typed:
        if one.type != "hours":
            continue
        days, _, start = days_of(analysis, one.start, one.end)
        if not asked <= days:
            continue
        parting = _parting(analysis, start, one.end)
        if parting < 0 or not (closes or opens):
            told.append((start, one.end, _TOLD))
        elif closes:
            told.append((parting + 1, one.end, _TOLD))
        else:
            told.append((start, parting, _TOLD))
    return told


def _in_day_part(analysis: Analysis, parts: frozenset[str]) -> list[tuple[int, int, float]]:
    """Return the hours beside which a part of the day stands that is asked about ("from 6 to 9 *in
    the morning*"), and against those of another part."""
    norms = analysis.tagged.norms
    told = []
    for one in analysis.typed:
        if one.type != "hours":
            continue
        near = norms[one.start : one.end + _NEAR]
        said = next((norm for norm in near if norm.removesuffix("s") in PARTS_OF_DAY), "")
        if said:
            own = said.removesuffix("s") in parts
            told.append((one.start, one.end, _TOLD if own else -_TOLD))
    return told


def of_other_days(question: Question, span: ScoredSpan, analysis: Analysis) -> str:
    """Return in words for which days an answer holds, where it is in hours of other days than the
    one that the question names; "" elsewhere."""
    asked = {day for token in question.tokens if (day := day_number(token.norm))}
    if len(asked) != 1 or span.ranked.sentence.cells:
        return ""
    tokens = span.ranked.tokens
    for one in analysis.typed:
        if one.type != "hours":
            continue
        days, _, start = days_of(analysis, one.start, one.end)
        low, high = tokens[one.start].start, tokens[one.end - 1].end
        if days and not asked <= days and low <= span.span.start and span.span.end <= high:
            hours = span.ranked.sentence.text[tokens[start].start : high]
            return f'"{hours}" holds on other days'
    return ""


def day_number(norm: str) -> int:
    """Return the number of a day by its name, 0 for another word."""
    name = norm.removesuffix("s")
    return WEEKDAYS.get(norm) or WEEKDAYS.get(name) or _SHORT.get(norm) or 0


def _all_hours(analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return the hours of all days, where several are told one after another."""
    spans = []
    for one in analysis.typed:
        if one.type == "hours":
            days, first, _ = days_of(analysis, one.start, one.end)
            if days:
                spans.append((first, one.end))
    if len({end for _, end in spans}) < 2:
        return []
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    apart = analysis.tagged.tags[low:high]
    return [] if any(tag in "VX;." for tag in apart) else [(low, high, _TOLD)]


def days_of(analysis: Analysis, start: int, end: int) -> tuple[set[int], int, int]:
    """Return the days that hours hold for, which stand before or at the head of them, and where
    these and the hours themselves begin."""
    norms = analysis.tagged.norms
    at = start
    while at < end and (day_number(norms[at]) or (norms[at] in _SKIPPED | _THROUGH | {"and"})):
        at += 1
    first = start
    while first > 0 and (
        day_number(norms[first - 1]) or norms[first - 1] in _SKIPPED | _THROUGH | {"and"}
    ):
        first -= 1
    days: set[int] = set()
    last = 0
    through = False
    for norm in norms[first:at]:
        day = day_number(norm)
        if day:
            days |= set(_range(last, day)) if through and last else {day}
            last, through = day, False
        else:
            through = norm in _THROUGH
    while first < at and not day_number(norms[first]):
        first += 1
    return days, first, at


def _range(first: int, last: int) -> list[int]:
    return [(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)]


def _parting(analysis: Analysis, start: int, end: int) -> int:
    """Return the token that parts the first time of hours from the last, -1 for none."""
    norms = analysis.tagged.norms
    return next((at for at in range(start + 1, end - 1) if norms[at] in _THROUGH), -1)
