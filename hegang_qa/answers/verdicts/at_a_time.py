"""Whether something is open at a time of day that one asks about: "is the bar open on Fridays at
20:00", "... before 9 am", where a sentence or the row of a table tells from when to when it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hegang_qa.answers.candidates.analysis import Analysis, analyse_text
from hegang_qa.answers.hints.opening import day_number, days_of
from hegang_qa.answers.verdicts.on_days import (
    days_told,
    has_days_of_its_own,
    is_calendar_term,
    lacks_its_subject,
    month_number,
)
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.tokens import Token, tokenize
from hegang_qa.text.words import NAMED_TIMES, SEASONS

__all__ = ["allowed_at", "is_row_of_another_day", "open_at"]

_OPEN = frozenset("open opens opened staffed manned available served".split())
_CLOSED = frozenset("closed close closes shut".split())
_BEGIN = frozenset(("open", "opens", "opening", "from", "start", "begin"))
_DAY = 24 * 60  # minutes
_TIME = r"\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\b)?"
_HOURS = lazy(rf"(?<![\d.:])({_TIME})\s*(?:-|–|to)\s*({_TIME})(?![\d:])")
_THEN = lazy(
    rf"(?P<first>[A-Za-z]{{3,9}})(?:(?P<joint>\s*(?:and|to|-|–|,|&)\s*)(?P<last>[A-Z][a-z]{{2,8}}))?"
    rf"(?:\s+[a-z]+){{0,4}}?\s+(?:until|till)\s+(?P<time>{_TIME})"
)
_SIDE = lazy(rf"(?i)\b(?P<side>after|from|before|until|till)\s+(?P<time>{_TIME})")
_SHUT_THEN = lazy(
    rf"(?i)\b(?:closed|shut) (?:to [\w ]{{1,30}}? )?(?:between|from) {_TIME}"
    rf"\.?\s*(?:and|to|-|–)\s*{_TIME}"
)
_LETTING = frozenset("allowed permitted may can admitted possible accepted".split())
_BARRING = frozenset("no not never forbidden prohibited banned".split())
_DONE = frozenset("can may could do does will".split())
_OTHERWISE = frozenset("or unless except".split())
_BARE = lazy(r"\bat (\d{1,2})\s*(?:$|\?|on\b|in\b)")
_FIGURES = lazy(r"\d+")
_END = frozenset(("close", "closes", "closing", "until", "to", "till", "end"))


def open_at(question: Question, ranked: RankedSentence, analysis: Analysis) -> bool | None:
    """Return whether what a sentence tells the hours of is open (closed, where that is asked) at
    the time of day that the question names; None where it names none, or where the sentence does
    not tell just one begin and end for it."""
    norms = [token.norm for token in question.tokens]
    asks_closed = not _CLOSED.isdisjoint(norms)
    asks_of_hours = asks_closed or not _OPEN.isdisjoint(norms)
    if not asks_of_hours and not _is_done_then(question, ranked):
        return None
    time, side = _time_asked(question.text)
    if time < 0:
        return None
    later = _until_then(question, ranked.sentence.text)
    hours = _hours(question, ranked, analysis, several=later is not None)
    if hours is None or min(hours) < 0:
        return None
    start, end = hours
    if not asks_of_hours and time == end:
        return None
    if "too" in norms and side == "is":  # "is 6 pm *too late* to call"
        return time >= end if "late" in norms else time < start if "early" in norms else None
    if later is not None:
        end = later
    if end <= start:  # past midnight
        end += _DAY
        time += _DAY if time < start else 0
    if side in ("before", "until"):
        held = start < time
    elif side == "after":
        held = time < end
    else:
        held = start <= time < end
    told = {token.norm for token in ranked.tokens}
    if _OPEN.isdisjoint(told) and _SHUT_THEN.search(ranked.sentence.text):
        held = not held  # "the road is *closed to cars between* 9 and 6"
    return held is not asks_closed


def _is_done_then(question: Question, ranked: RankedSentence) -> bool:
    """Return whether one asks whether something can be done, is there or takes place at a time of
    which a sentence tells ("*is there training* on Saturday at 11"), and the sentence bars
    nothing."""
    norms = [token.norm for token in question.tokens]
    asks = norms[0] in _DONE or norms[:2] == ["is", "there"] or "too" in norms
    if not asks or lacks_its_subject(question, ranked):
        return False
    held = {match.term for match in ranked.matches if match.how in BY_FORM}
    if not any(
        n in held and term.role in ("verb", "noun", "focus", "other")
        for n, term in enumerate(question.terms)
        if not is_calendar_term(question.tokens[term.token].norm)
    ):
        return False
    return _BARRING.isdisjoint(token.norm for token in ranked.tokens)


def allowed_at(question: Question, ranked: RankedSentence) -> bool | None:
    """Return whether what a sentence allows or bars from, until, after or before a time of day
    ("taxis are allowed *after 10 pm*", "*before 9 am and after 6 pm* only") may be done at the time
    that a question names; None where that names none or several, or the sentence none, more than
    two, or other cases besides."""
    norms = {token.norm for token in ranked.tokens}
    barred = not _BARRING.isdisjoint(norms)
    if ranked.sentence.cells or (_LETTING.isdisjoint(norms) and not barred):
        return None
    things = {
        n
        for n, term in enumerate(question.terms)
        if term.role in ("noun", "name") and question.tokens[term.token].norm not in NAMED_TIMES
    }
    if not things or not things <= {match.term for match in ranked.matches}:
        return None
    told = list(_SIDE.finditer(ranked.sentence.text))
    time, side = _time_asked(question.text)
    if time < 0 or side not in ("at", "by", "") or not all(_is_clock(one["time"]) for one in told):
        return None
    later = [one["side"].lower() in ("after", "from") for one in told]
    if not told or len(told) > 2 or len(set(later)) < len(told):
        return None
    limits = [_clock(one["time"]) for one in told]
    held = [(time >= at) is after for at, after in zip(limits, later, strict=True)]
    # "Before 9 and after 18" are two stretches, "after 9 and before 18" is one.
    inside = all(held) if limits != sorted(limits) or later[0] else any(held)
    if not inside and not _OTHERWISE.isdisjoint(norms):
        return None
    return inside is not barred


def _is_clock(text: str) -> bool:
    """Return whether a figure can only be a time of day: "10 pm", "22:00"."""
    return not text.isdigit()


def is_row_of_another_day(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a row of a table tells of other days than the one on which one asks whether
    something is open: the row of that day may say otherwise."""
    if (_OPEN | _CLOSED).isdisjoint(token.norm for token in question.tokens):
        return False
    told = _days(ranked.tokens) if ranked.sentence.cells else set()
    other = bool(told) and not _days(question.tokens) <= told
    return other and not has_days_of_its_own(ranked)


@lru_cache(maxsize=16)
def _time_asked(text: str) -> tuple[int, str]:
    """Return the time of day (minutes) that a question names, -1 for none or several, and the word
    before it."""
    asked = analyse_text(text)
    times = [one for one in asked.typed if one.type == "time"]
    if not times and (bare := _BARE.search(text)):
        return _clock(bare.group(1)), "at"  # "at 11"
    if len({one.value for one in times}) != 1:
        return -1, ""
    start = times[0].start
    return _minutes(times[0].value), asked.tagged.norms[start - 1] if start else ""


def _hours(
    question: Question, ranked: RankedSentence, analysis: Analysis, *, several: bool
) -> tuple[int, int] | None:
    """Return from when to when (minutes of the day) something is open on the day asked about, -1
    for what is no time of day; None where that is not told, or not just once. Of `several` hours
    the first beginning is told, and the last end."""
    asked = _days(question.tokens)
    if ranked.sentence.cells:
        return _of_row(ranked, analysis) if asked <= days_told(ranked) else None
    found = set()
    for one in analysis.typed:
        first, _, last = one.value.partition("/")
        if one.type != "hours" or min(_minutes(first), _minutes(last)) < 0:
            continue
        days, _, _ = days_of(analysis, one.start, one.end)
        if several or not asked or not days or asked <= days:
            found.add((_minutes(first), _minutes(last)))
    if several and found:
        return min(begin for begin, _ in found), max(end for _, end in found)
    return found.pop() if len(found) == 1 else None


def _days(tokens: Iterable[Token]) -> set[int]:
    return {day for token in tokens if (day := day_number(token.norm))}


def _of_row(ranked: RankedSentence, analysis: Analysis) -> tuple[int, int] | None:
    """Return the times in the cells under heads for the begin and the end."""
    found: dict[bool, int] = {}
    tokens = analysis.tagged.tokens
    for own in ranked.sentence.cells[1:]:
        short = _HOURS.findall(ranked.sentence.text[own.start : own.end])
        if len(short) == 1 and _is_of_hours(own.head, ranked.sentence.text[own.start : own.end]):
            first, last = short[0]
            return _clock(first), _clock(last)
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


def _is_of_hours(head: str, text: str) -> bool:
    """Return whether a cell tells hours by its head or by days beside them."""
    words = {token.norm for token in tokenize(f"{head} {text}")}
    return bool(words & (_OPEN | {"hours", "times", "daily"})) or any(map(day_number, words))


def _until_then(question: Question, text: str) -> int | None:
    """Return until when (minutes) something is open in the month, season or on the day that a
    question names, where a text tells an end of its own for that ("*in July and August until
    20*"); None where it tells none."""
    norms = [token.norm for token in question.tokens]
    for told in _THEN.finditer(text):
        first, joint, last, time = told.group("first", "joint", "last", "time")
        for number_of, count in ((day_number, 7), (month_number, 12)):
            low, high = number_of(first.lower()), number_of((last or first).lower())
            if not low or not high:
                continue
            named = {(low - 1) % count + 1, (high - 1) % count + 1}
            if joint and joint.strip() not in ("and", ",", "&"):
                named = {(low - 1 + n) % count + 1 for n in range((high - low) % count + 1)}
            asked = {number for norm in norms if (number := number_of(norm))}
            if asked and asked <= named:
                return _clock(time)
        if first.lower() in norms and first.lower() in SEASONS:
            return _clock(time)
    return None


def _clock(text: str) -> int:
    """Return the minutes of the day of "9", "9.30", "18:30", "4 pm"."""
    figures = [int(part) for part in _FIGURES.findall(text)]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    if "p" in text.lower() and hour < 12:
        hour += 12
    return 60 * hour + minute


def _minutes(value: str) -> int:
    """Return the minutes of the day of "18:30", -1 for anything else."""
    hour, _, minute = value.partition(":")
    if not (hour.isdigit() and minute[:2].isdigit()):
        return -1
    return 60 * int(hour) + int(minute[:2])
