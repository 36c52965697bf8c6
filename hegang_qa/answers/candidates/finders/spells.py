"""Find stretches of time: from one date or hour to another, several days, days with their time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import MONTHS, NUMBER_WORDS, PARTS_OF_DAY, WEEKDAYS

__all__ = [
    "DAYS_BY_NAME",
    "DAY_PARTS",
    "MOVING",
    "bare_hours",
    "bare_times",
    "date_ranges",
    "days_with_times",
    "dotted_times",
    "moved",
]

DAYS_BY_NAME = frozenset(
    "daily weekdays weekends mondays tuesdays wednesdays thursdays fridays"
    " saturdays sundays everyday".split()
)
DAY_PARTS = (("morning",), ("afternoon",), ("evening",))
_DAILY = frozenset((*WEEKDAYS, *DAYS_BY_NAME, "open", "hours"))
_OPENING = frozenset("open opens opened opening hours manned staffed served".split())
_HAPPENS = frozenset(
    "open opens opened close closes closed begin begins began start starts started end ends ended"
    " finish finishes served leave leaves departs arrives meet meets".split()
)
MOVING = frozenset(
    "move moved moves change changed changes shift shifted postpone postponed put brought"
    " transferred relocated rescheduled extended raised lowered cut".split()
)
_MOVED = ("date", "time", "weekday")
_LOOKED_BACK = 6  # tokens
_SAME = (("same",), ("next",), ("following",), ("previous",))
_JOINS = frozenset(("-", "to", "until", "and", "or", "through", "till"))


def _norm(sentence: Tagged, position: int) -> str:
    return sentence.norms[position] if 0 <= position < len(sentence.norms) else ""


def bare_hours(sentence: Tagged) -> list[Found]:
    """Return "8 to 17 (o'clock)", where opening or the days stand beside: hours without minutes."""
    norms, tags = sentence.norms, sentence.tags
    found = []
    for i in range(len(norms) - 2):
        if tags[i] != "#" or tags[i + 2] != "#" or norms[i - 1 : i] == (":",):
            continue  # "14:00 to 21:00": these are minutes
        between = norms[i + 1] == "and" and _norm(sentence, i - 1) == "between"
        if not between and norms[i + 1] not in ("to", "-", "until", "till"):
            continue
        low, high = norms[i], norms[i + 2]
        if not (low.isdigit() and high.isdigit() and int(low) <= 24 and int(high) <= 24):
            continue
        end = i + 3
        named: int = _norm(sentence, end) in ("o'clock", "oclock", "hrs")
        if not named and norms[end : end + 2] == ("in", "the"):
            named = 3 if norms[end + 2 : end + 3] in DAY_PARTS else 0
        day = _norm(sentence, end + (_norm(sentence, end) in ("on", "every", ",")))
        before = i - 1 - (_norm(sentence, i - 1) in ("from", "between", ","))
        if (
            named
            or _names_day(day)
            or (before < i - 1 and _names_day(_norm(sentence, before)) and _closes(sentence, end))
            or any(norm in _OPENING for norm in norms[max(0, i - 5) : i])
        ):
            value = f"{int(low):02d}:00/{int(high):02d}:00"
            found.append(Found(i, end + named, "hours", value, i + 1))
    return found


def _names_day(norm: str) -> bool:
    return norm in DAYS_BY_NAME or norm in WEEKDAYS


def _closes(sentence: Tagged, at: int) -> bool:
    """Return whether a phrase is at its end: at a mark, a conjunction, or the sentence's end."""
    return at >= len(sentence.tags) or sentence.tags[at] in ".,;)C"


_CLOCK = frozenset("at until till from by before after".split())
_AFTER_TIME = ("", ".", ",", ";", ")", "C", "T", "P", "R")
_MEASURED = frozenset(
    "mm cm m km kg g l ml bar v a w % percent euros euro pounds pound dollars dollar ° |".split()
)


def bare_times(sentence: Tagged) -> list[Found]:
    """Return the hour of "opens at 9", "lessons begin at eight"."""
    norms = sentence.norms
    found = []
    for i in range(2, len(norms)):
        hour = NUMBER_WORDS.get(norms[i], -1)
        if norms[i].isdigit():
            hour = int(norms[i])
        if not 0 < hour <= 24 or norms[i - 1] not in ("at", "before", "after", "until", "by"):
            continue
        if _closes(sentence, i + 1) and any(n in _HAPPENS for n in norms[max(0, i - 5) : i - 1]):
            found.append(Found(i, i + 1, "time", f"{hour:02d}:00"))
    return found


def dotted_times(sentence: Tagged) -> list[Found]:
    """Return the times of "stops at 23.45", "from 8.30", "22.00 to 06.30": hours and minutes parted
    by a point."""
    found = []
    norms, tags = sentence.norms, sentence.tags
    for i in range(len(norms)):
        time = _dotted(norms[i])
        if not time or (i + 1 < len(norms) and norms[i + 1] in _MEASURED):
            continue
        dated = i and (norms[i - 1] in MONTHS or norms[i - 1] in WEEKDAYS)
        if i > 1 and norms[i - 1] == ",":  # "Sunday 20 June 2027, 20.30"
            dated = is_year(norms[i - 2]) or norms[i - 2] in MONTHS or norms[i - 2] in WEEKDAYS
        if not i and _is_set_apart(sentence):
            found.append(Found(0, 1, "time", time))
        if i and (norms[i - 1] in _CLOCK or dated) and tags[i + 1 : i + 2] in _AFTER_TIME:
            found.append(Found(i, i + 1, "time", time))
        last = _norm(sentence, i + 2) if _norm(sentence, i + 1) in _JOINS else ""
        if last.isdigit() and not _DAILY.isdisjoint(norms):
            last += ".00"  # "Tuesday to Saturday, 9.30 to 4"
        end = _dotted(last)
        if end and _norm(sentence, i + 3) not in _MEASURED:
            found.append(Found(i, i + 3, "hours", f"{time}/{end}", i + 1))
    return found


def _is_set_apart(sentence: Tagged) -> bool:
    """Return whether wide space stands behind the first token ("9.30   Open-air service")."""
    tokens = sentence.tokens[:2]
    gap = sentence.text[tokens[0].end : tokens[-1].start]
    return len(tokens) > 1 and (len(gap) > 1 or gap == "\t")


def _dotted(norm: str) -> str:
    """Return the time that a figure may be ("8.30"), "" for none."""
    hour, _, minute = norm.partition(".")
    if not (hour.isdigit() and minute.isdigit() and len(minute) == 2 and len(hour) <= 2):
        return ""
    return f"{int(hour):02d}:{minute}" if int(hour) <= 24 and int(minute) < 60 else ""


def days_with_times(sentence: Tagged, found: list[Found]) -> list[Found]:
    """Return "every Wednesday at 3 pm", "Monday to Friday, 9 am to 5 pm", "every night at 2:30",
    "04:52 on 14 June", "15:00 the day before"."""
    days = {span.end: span for span in found if span.type == "weekday" or _of_days(span)}
    whole = []
    for span in found:
        if span.type not in ("time", "hours"):
            continue
        late = _end_with_day(sentence, span, found)
        if late > span.end:
            words = " ".join(sentence.norms[span.start : late])
            whole.append(Found(span.start, late, "date", words, span.end))
        at = span.start
        before = _norm(sentence, at - 1)
        if before in ("at", "from", ",") or (before == "between" and span.type == "hours"):
            at -= 1
        if _norm(sentence, at - 1) == ",":  # "Mondays, from 9 to 12"
            at -= 1
        day = days.get(at)
        if day is not None:
            start = day.start
        elif _norm(sentence, at - 2) == "every":
            start = at - 1
        else:
            continue
        if _norm(sentence, start - 1) == "every":
            start -= 1
        words = " ".join(sentence.norms[start : span.end])
        kind = "hours" if span.type == "hours" else "date"
        whole.append(Found(start, span.end, kind, words, at if day is not None else -1))
    return whole


def _end_with_day(sentence: Tagged, time: Found, found: list[Found]) -> int:
    """Return where a time ends with the day that follows it ("04:52 on 14 June", "15:00 the day
    before", "noon of the same day"), or where it ends itself."""
    norms, at = sentence.norms, time.end
    at += norms[at : at + 1] in (("on",), ("of",))
    if norms[at : at + 2] in (("the", "day"), ("the", "evening"), ("the", "morning")):
        return at + 3 if norms[at + 2 : at + 3] in (("before",), ("after",)) else time.end
    if norms[at : at + 1] == ("the",) and norms[at + 1 : at + 2] in _SAME:
        return at + 3 if norms[at + 2 : at + 3] in (("day",), ("morning",)) else time.end
    if at == time.end or norms[at - 1] != "on":
        return time.end
    at += norms[at : at + 1] in (("the",), ("a",))
    kinds = ("date", "weekday")
    return max((one.end for one in found if one.start == at and one.type in kinds), default=0)


def _of_days(span: Found) -> bool:
    """Return whether a range begins with a weekday ("monday/friday")."""
    return span.type == "date" and span.value.partition("/")[0] in WEEKDAYS


def _bare_hour(sentence: Tagged, at: int) -> bool:
    """Return whether an hour of the day stands before a time ("from 9 to 16 o'clock", "9-5 pm")."""
    hour = _norm(sentence, at - 2)
    return (
        _norm(sentence, at - 1) in ("-", "to", "until", "till")
        and hour.isdigit()
        and int(hour) <= 24
        and _norm(sentence, at - 3) != ":"
    )


def _kind_of_range(first: Found, second: Found) -> str:
    """Return "weekday" or "month" for ranges of these, else "date"."""
    same = first.type == second.type and first.type in ("weekday", "month")
    return first.type if same else "date"


def date_ranges(sentence: Tagged, found: list[Found]) -> list[Found]:
    """Return "1939-1945", "from May to July", "9 am to 5 pm" and "between 1914 and 1918"."""
    by_start: dict[int, Found] = {}
    for span in found:
        best = by_start.get(span.start)
        if best is None or span.end > best.end:
            if span.type == "weekday" and _norm(sentence, span.end).rstrip("s") in PARTS_OF_DAY:
                part = f"{span.value} {_norm(sentence, span.end)}"
                span = Found(span.start, span.end + 1, "weekday", part)
            by_start[span.start] = span
    ranges = [
        Found(
            span.start - 2,
            span.end,
            "hours",
            f"{_norm(sentence, span.start - 2)}/{span.value}",
            span.start - 1,
        )
        for span in by_start.values()
        if span.type == "time" and _bare_hour(sentence, span.start)
    ]
    widest: dict[int, int] = {}
    for span in found:
        widest[span.end] = min(span.start, widest.get(span.end, span.start))
    for first in by_start.values():
        if _norm(sentence, first.end) not in _JOINS or (
            widest.get(first.end, first.start) < first.start
        ):
            continue  # "mid-*October* to November"
        hedged = _norm(sentence, first.end + 1) in ("about", "around")
        second = by_start.get(first.end + 1 + hedged)
        if second is None:
            short = _norm(sentence, first.end + 1)  # 1939-45
            if (
                first.type == "year"
                and _norm(sentence, first.end) == "-"
                and short.isdigit()
                and len(short) == 2
                and sentence.glued(first.end + 1)
            ):
                ranges.append(
                    Found(
                        first.start,
                        first.end + 2,
                        "date",
                        f"{first.value}/{first.value[:2]}{short}",
                        first.end,
                    )
                )
            continue
        times = first.type == "time"
        if times != (second.type == "time") or _is_moved(sentence.norms, first):
            continue
        ranges.append(
            Found(
                first.start,
                second.end,
                "hours" if times else _kind_of_range(first, second),
                f"{first.value}/{second.value}",
                first.end,
            )
        )
    return ranges + _several(sentence, by_start)


def moved(norms: Sequence[str], typed: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
    """Yield the dates and times from which something was moved, each with the one to which it was
    ("the fair is moved from *20 July* to *27 July*")."""
    if "from" not in norms:
        return
    for one in typed:
        if one.type in _MOVED and _is_moved(norms, one):
            later = [t for t in typed if t.start == one.end + 1 and t.type == one.type]
            if later:
                yield one, max(later, key=lambda found: found.end)


def _is_moved(norms: Sequence[str], one: Found) -> bool:
    """Return whether a date or time is what something was moved from, and begins no range."""
    start, end = one.start, one.end
    return (
        norms[end : end + 1] == ("to",)
        and norms[max(0, start - 1) : start] == ("from",)
        and not MOVING.isdisjoint(norms[max(0, start - _LOOKED_BACK) : start])
    )


def _several(sentence: Tagged, by_start: dict[int, Found]) -> list[Found]:
    """Return three and more days, months or dates that are joined ("Mondays, Wednesdays and
    Fridays")."""
    several = []
    for first in by_start.values():
        last, values, joint = first, [first.value], -1
        while joint < 0 and _norm(sentence, last.end) in (",", "and", "or"):
            at = last.end + 1
            if _norm(sentence, last.end) != "," or _norm(sentence, at) in ("and", "or"):
                joint = at - (_norm(sentence, last.end) != ",")
                at = joint + 1
            following = by_start.get(at)
            if following is None or following.type != first.type:
                break
            last = following
            values.append(last.value)
        else:
            if joint > 0 and len(values) > 2 and first.type != "time":
                several.append(Found(first.start, last.end, first.type, "/".join(values), joint))
    return several
