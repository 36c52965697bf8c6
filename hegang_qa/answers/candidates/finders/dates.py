"""Find points in time: dates in their spellings, years, decades, centuries, times of day."""

from __future__ import annotations

from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.answers.candidates.finders.moments import find_moments
from hegang_qa.answers.candidates.finders.spells import (
    DAY_PARTS,
    DAYS_BY_NAME,
    bare_hours,
    bare_times,
    date_ranges,
    days_with_times,
    dotted_times,
)
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import (
    MONTHS,
    NAMED_TIMES,
    NUMBER_WORDS,
    ORDINAL_ENDINGS,
    ORDINAL_WORDS,
    SEASONS,
    WEEKDAYS,
)

__all__ = ["find_dates"]

_SHORT_DAYS = {day[:3]: day for day in WEEKDAYS} | {
    "tues": "tuesday",
    "thur": "thursday",
    "thurs": "thursday",
}
_ON = frozenset("on by until till before after from since than".split())
_NUMBERED = frozenset("day week weekend weekday quarter half".split())
_JOINING = frozenset((",", "and", "or", "&"))
_PERIODS = frozenset("month year quarter term semester season".split())
_ERAS = {"bc": "-", "bce": "-", "ad": "", "ce": "", "b.c": "-", "a.d": ""}
_CALENDAR = ("month", "date", "season")
_PARTS = frozenset("early mid late beginning end middle start".split())
_NOON, _DUSK, _DAY = 12, 6, 24  # "11 at night", but "2 at night"
_HALF_DAYS = {"am": 0, "a.m": 0, "pm": 12, "p.m": 12}


def _is_short_day(sentence: Tagged, i: int) -> bool:
    """Return whether "Sun" is a day: in a bracket, or in a row with other days."""
    if not sentence.tokens[i].text[0].isupper():
        return False
    before, after = _norm(sentence, i - 1), _norm(sentence, i + 1)
    joined = [
        _norm(sentence, i + 2 * step)
        for step, norm in ((-1, before), (1, after))
        if norm in ("-", ",", "and", "to", "or", "/")
    ]
    bracketed = before == "(" and after in (")", ",", "-", "and")
    return bracketed or any(norm in _SHORT_DAYS or norm in WEEKDAYS for norm in joined)


def _stands_alone(sentence: Tagged, at: int) -> bool:
    """Return whether a word is all that stands after a label or in a cell ("Sunday: closed")."""
    norms = sentence.norms
    before = norms[at - 1] if at else "|"
    after = norms[at + 1] if at + 1 < len(norms) else "."
    return before in (":", "|", "-") and after in (".", "|", ";", ",")


def find_dates(sentence: Tagged) -> list[Found]:
    """Return dates, years, decades, centuries, weekdays and times, in order; parts of a longer
    date ("1945" of "August 11, 1945") are given as well."""
    found: list[Found] = []
    norms, tags = sentence.norms, sentence.tags
    for i, norm in enumerate(norms):
        tag = tags[i]
        if tag == "#":
            if norm[0].isdigit():
                _at_number(sentence, i, found)
            continue
        if norm in MONTHS:
            if (
                tag == "E"
                or (norm not in ("may", "march", "mar", "sun", "dec", "jan") and tag == "N")
                or (norm in ("may", "march") and _is_month(sentence, i))
            ):
                _at_month(sentence, i, found)
        elif norm in WEEKDAYS and sentence.tokens[i].text[0].isupper():
            found.append(Found(i, i + 1, "weekday", norm))
        elif norm in _SHORT_DAYS and _is_short_day(sentence, i):
            found.append(Found(i, i + 1, "weekday", _SHORT_DAYS[norm]))
        elif norm in SEASONS:
            end = i + 1
            if end < len(norms) and norms[end] == "of":
                end += 1
            if end < len(norms) and _year(norms[end]):
                found.append(Found(i, end + 1, "date", f"{norms[end]}-{norm}"))
            else:
                found.append(Found(i, i + 1, "season", norm))
        elif norm in ("century", "centuries", "millennium"):
            _at_century(sentence, i, found)
        elif norm == "closed" and _stands_alone(sentence, i):
            found.append(Found(i, i + 1, "hours", norm))
        elif norm in NAMED_TIMES:
            found.append(Found(i, i + 1, "time", NAMED_TIMES[norm]))
        elif norm in DAYS_BY_NAME:
            found.append(Found(i, i + 1, "weekday", norm))
    found += _days_of_month(sentence) + _recurring_days(sentence) + _days_in_a_row(sentence)
    found += _numbered_days(sentence) + _parts_of_day(sentence) + bare_times(sentence)
    found += dotted_times(sentence)
    moments = find_moments(sentence)
    parts = [one for one in moments if one.type in _CALENDAR]  # "mid-May"
    found += date_ranges(sentence, found + parts) + bare_hours(sentence)
    return found + days_with_times(sentence, found) + moments


def _parts_of_day(sentence: Tagged) -> list[Found]:
    """Return hours by their part of the day: "nine in the morning", "11 at night"."""
    norms, tags = sentence.norms, sentence.tags
    found = []
    for i, norm in enumerate(norms):
        if tags[i] != "#" or not (norm in NUMBER_WORDS or (norm.isdigit() and int(norm) <= 24)):
            continue
        if norms[i + 1 : i + 3] == ("in", "the") and norms[i + 3 : i + 4] in DAY_PARTS:
            found.append(Found(i, i + 4, "time", _hour(norm, norms[i + 3])))
        elif norms[i + 1 : i + 3] == ("at", "night"):
            found.append(Found(i, i + 3, "time", _hour(norm, "night")))
    return found


def _hour(norm: str, part: str) -> str:
    """Return the hour that a number is in a part of the day: "21:00" for "nine in the evening"."""
    hour = int(norm) if norm.isdigit() else int(NUMBER_WORDS[norm])
    if hour > _DAY:
        return norm
    if hour <= _NOON:
        late = part in ("afternoon", "evening") or (part == "night" and _DUSK <= hour < _NOON)
        hour = hour % _NOON + _NOON * late
    return f"{hour % _DAY:02d}:00"


def _days_of_month(sentence: Tagged) -> list[Found]:
    """Return days by their number alone: "by the 12th", "on the 25th of the month"."""
    norms, tags = sentence.norms, sentence.tags
    found = []
    for i in range(2, len(norms)):
        if norms[i][-2:] not in ORDINAL_ENDINGS or not norms[i][0].isdigit() or not _day(norms[i]):
            continue
        if norms[i - 1] != "the" or norms[i - 2] not in _ON:
            continue
        end = i + 1
        if norms[end : end + 1] == ("of",) and norms[end + 2 : end + 3] == ("month",):
            end += 3  # "of the month", "of each month"
        if end == len(norms) or tags[end] not in "NEJ#-G" or norms[end] in MONTHS:
            found.append(Found(i - 1, end, "date", norms[i]))
    return found


def _days_in_a_row(sentence: Tagged) -> list[Found]:
    """Return several days of one month: "24, 25 and 31 December", "May 1, 2 and 3"."""
    norms = sentence.norms
    found = []
    for i, norm in enumerate(norms):
        if norm not in MONTHS:
            continue
        start = i
        while start > 1 and _day(norms[start - 1]) and norms[start - 2] in _JOINING:
            start -= 2
        if start < i and start > 0 and _day(norms[start - 1]):
            found.append(Found(start - 1, i + 1, "date", " ".join(norms[start - 1 : i + 1])))
        end = i + 1
        while end + 2 < len(norms) and _day(norms[end]) and norms[end + 1] in _JOINING:
            if not _day(norms[end + 2]):
                break
            end += 2
        if end > i + 1:
            found.append(Found(i, end + 1, "date", " ".join(norms[i : end + 1])))
    return found


def _recurring_days(sentence: Tagged) -> list[Found]:
    """Return weekdays with what tells which of them: "every second Saturday", "the last Friday"."""
    norms = sentence.norms
    return [
        Found(i - 1 - (norms[i - 2] in ("every", "each")), i + 1, "weekday", norms[i])
        for i in range(2, len(norms))
        if norms[i].removesuffix("s") in WEEKDAYS
        and (norms[i - 1] in ORDINAL_WORDS or norms[i - 1] in ("other", "last"))
        and norms[i - 2] in ("every", "each", "the", "on")
        and norms[i + 1 : i + 2] != ("of",)  # "the last Friday of each month" is one day
    ]


def _numbered_days(sentence: Tagged) -> list[Found]:
    """Return days and weeks by their number: "the second week of August", "the last Friday of each
    month"."""
    norms = sentence.norms
    found = []
    for i in range(len(norms) - 3):
        day = norms[i + 1].removesuffix("s")
        if norms[i + 2] != "of" or not (day in WEEKDAYS or day in _NUMBERED):
            continue
        if norms[i] in ORDINAL_WORDS or norms[i] == "last" or norms[i][-2:] in ORDINAL_ENDINGS:
            end = i + 3 + (sentence.tags[i + 3] == "D")
            if end < len(norms) and (norms[end] in MONTHS or norms[end] in _PERIODS):
                while (
                    norms[end] in MONTHS and end + 2 < len(norms) and norms[end + 1] in (",", "and")
                ):
                    more = end + 2 + (norms[end + 2] == "and")
                    if more >= len(norms) or norms[more] not in MONTHS:
                        break
                    end = more
                found.append(Found(i, end + 1, "date", " ".join(norms[i : end + 1])))
    return found


def _year(norm: str) -> int | None:
    """Return the year that four digits from 1000 to 2199 name."""
    if is_year(norm):
        return int(norm)
    return None


def _norm(sentence: Tagged, position: int) -> str:
    return sentence.norms[position] if 0 <= position < len(sentence.norms) else ""


def _day(norm: str) -> int | None:
    """Return the day of the month that "3" or "3rd" names."""
    if len(norm) > 2 and norm[-2:] in ORDINAL_ENDINGS:
        norm = norm[:-2]
    return int(norm) if norm.isdigit() and len(norm) <= 2 and 1 <= int(norm) <= 31 else None


def _is_month(sentence: Tagged, i: int) -> bool:
    """Return whether "May" or "March" is a month: a day, year, preposition or verb beside it."""
    after = _norm(sentence, i + 1)
    if _day(_norm(sentence, i - 1)) or _day(after) or _year(after):
        return True
    if not sentence.tokens[i].text[0].isupper():
        return False
    if _norm(sentence, i - 1) in _PARTS:
        return True  # "late May"
    before = sentence.tags[i - 1] if i else ""
    return before in ("P", "T") or (i == 0 and after in ("is", "was", "to"))


def _at_month(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add the date around the month at `i`: "11 August 1945", "August 11th, 1945", "August"."""
    month = MONTHS[sentence.norms[i]]
    start, end = i, i + 1
    day: int | None = None
    if _norm(sentence, end) == "." and sentence.glued(end):  # Aug. 11
        end += 1
    before = i - 1
    if _norm(sentence, before) == "of":
        before -= 1
    day = _day(_norm(sentence, before))
    if day is not None:
        start = before
        if _norm(sentence, start - 1) in ("-", "/", "to", "and") and _day(
            _norm(sentence, start - 2)
        ):
            start -= 2
    elif day_after := _day(_norm(sentence, end)):
        after = end + 1
        if _norm(sentence, after) == "-" and _day(_norm(sentence, after + 1)):
            after += 2
        if not (_norm(sentence, end + 1) == ":" and sentence.glued(end + 1)):
            day, end = day_after, after
    year_at = end + 1 if _norm(sentence, end) in (",", "of") else end
    year = _year(_norm(sentence, year_at))
    # In "Aug. 5." the point of an unfinished short form is not part of the date.
    if year is not None:
        end = year_at + 1
    elif end > i + 1 and _norm(sentence, end - 1) == ".":
        end -= 1
    value = f"{year or ''}-{month:02d}" + (f"-{day:02d}" if day else "")
    kind = "date" if day or year else "month"
    found.append(Found(start, end, kind, value))
    weekday = start - 2 if _norm(sentence, start - 1) == "," else start - 1
    if _norm(sentence, weekday) in WEEKDAYS:
        found.append(Found(weekday, end, "date", value))
    if year and day:
        found.append(
            Found(
                start,
                year_at - (_norm(sentence, end - 2) == ","),
                "date",
                f"-{month:02d}-{day:02d}",
            )
        )


def _at_number(sentence: Tagged, i: int, found: list[Found]) -> None:
    norm = sentence.norms[i]
    after = _norm(sentence, i + 1)
    if after == ":" and sentence.glued(i + 1) and _clock(sentence, i, found):
        return
    if after in _HALF_DAYS or (
        after in ("a", "p") and _norm(sentence, i + 2) == "." and _norm(sentence, i + 3) == "m"
    ):
        _clock(sentence, i, found)
        return
    if after == "o'clock":
        led = sentence.norms[i + 2 : i + 4] == ("in", "the")
        part = _norm(sentence, i + 4) if led and norm.isdigit() else ""
        found.append(Found(i, i + 2, "time", _hour(norm, part) if part else f"{norm}:00"))
        return
    if norm.count(".") == 2:  # 12.05.2010
        day, month, year = norm.split(".")
        if _day(day) and month.isdigit() and 1 <= int(month) <= 12 and _year(year):
            found.append(Found(i, i + 1, "date", f"{year}-{int(month):02d}-{int(day):02d}"))
        return
    era = after if after in _ERAS else ""
    if era:
        found.append(Found(i, i + 2, "year", _ERAS[era] + norm.replace(",", "")))
        return
    if _norm(sentence, i - 1) in ("ad", "a.d") and norm.isdigit():
        found.append(Found(i - 1, i + 1, "year", norm))
        return
    if after in ("-", "/") and sentence.glued(i + 1) and _numeric(sentence, i, after, found):
        return
    if len(norm) >= 3 and norm[-1] == "s" and norm[:-1].isdigit():
        if norm[-2] == "0" and (len(norm) == 3 or _year(norm[:-1])):
            _decade(sentence, i, i + 1, norm, found)
        return
    if _year(norm) is None:
        return
    if after == "'s" and sentence.glued(i + 1) and norm.endswith("0"):
        _decade(sentence, i, i + 2, norm + "s", found)
        return
    if sentence.glued(i) and _norm(sentence, i - 1) in ("$", "€", "£", "¥", "."):
        return
    found.append(Found(i, i + 1, "year", norm))
    if _norm(sentence, i - 1) in _PARTS:
        found.append(Found(i - 1, i + 1, "date", norm))
    elif _norm(sentence, i - 1) == "-" and _norm(sentence, i - 2) in _PARTS:
        found.append(Found(i - 2, i + 1, "date", norm))


def _decade(sentence: Tagged, i: int, end: int, value: str, found: list[Found]) -> None:
    found.append(Found(i, end, "decade", value))
    start = i
    if _norm(sentence, i - 1) in _PARTS:
        start = i - 1
    elif _norm(sentence, i - 1) == "-" and _norm(sentence, i - 2) in _PARTS:
        start = i - 2
    if start != i:
        found.append(Found(start, end, "decade", value))


def _numeric(sentence: Tagged, i: int, mark: str, found: list[Found]) -> bool:
    """Add "2010-05-03" or "3/5/2010" and return whether there was one."""
    if not (_norm(sentence, i + 3) == mark and sentence.glued(i + 4) and sentence.glued(i + 2)):
        return False
    first, second, third = (sentence.norms[i], _norm(sentence, i + 2), _norm(sentence, i + 4))
    if not (first.isdigit() and second.isdigit() and third.isdigit()):
        return False
    if _year(first):
        year, month, day = first, int(second), int(third)
    elif _year(third):
        year, day, month = third, int(first), int(second)
        if month > 12 >= day:
            day, month = month, day
    else:
        return False
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    found.append(Found(i, i + 5, "date", f"{year}-{month:02d}-{day:02d}"))
    return True


def _names_half(sentence: Tagged, at: int) -> bool:
    """Return whether "am" or "p.m." stands at a token."""
    norms = sentence.norms[at : at + 3]
    return any(half in _HALF_DAYS for half in norms[:1]) or norms in (
        ("a", ".", "m"),
        ("p", ".", "m"),
    )


def _clock(sentence: Tagged, i: int, found: list[Found]) -> bool:
    """Add a time of day and return whether the number at `i` begins one."""
    hour, point, minutes = sentence.norms[i].partition(".")
    dotted = point and len(minutes) == 2 and minutes.isdigit() and int(minutes) < 60
    if not (hour.isdigit() and int(hour) <= 24) or (point and not dotted):
        return False
    if dotted and not _names_half(sentence, i + 1):
        return False  # "8.30" may be any figure
    end, minute = i + 1, minutes or "00"
    if _norm(sentence, end) == ":":
        minute = _norm(sentence, end + 1)
        if not (minute.isdigit() and len(minute) == 2 and int(minute) < 60):
            return False
        end += 2
        while _norm(sentence, end) == ":" and _norm(sentence, end + 1).isdigit():
            end += 2
    value = int(hour)
    half = _norm(sentence, end)
    if sentence.norms[end : end + 2] == ("in", "the") and value < _NOON:  # "3:30 in the afternoon"
        value += _NOON * (_norm(sentence, end + 2) in ("afternoon", "evening"))
    if half in _HALF_DAYS:
        value = value % 12 + _HALF_DAYS[half]
        end += 1
    elif half in ("a", "p") and _norm(sentence, end + 1) == "." and _norm(sentence, end + 2) == "m":
        value = value % 12 + (12 if half == "p" else 0)
        end += 3
        if _norm(sentence, end) == "." and end < len(sentence.norms) - 1:
            end += 1
    if _norm(sentence, end) in ("utc", "gmt", "cet", "est", "pst", "et", "pt"):
        end += 1
    found.append(Found(i, end, "time", f"{value:02d}:{minute}"))
    return True


def _at_century(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "the 19th century (BC)", "19th-century", "fifth century"."""
    at = i - 1
    if _norm(sentence, at) == "-":
        at -= 1
    number: int | None = None
    start = at
    word = _norm(sentence, at)
    if word[-2:] in ORDINAL_ENDINGS and word[:-2].isdigit() and len(word) < 5:
        number = int(word[:-2])
    else:
        number = ORDINAL_WORDS.get(word)
    if number is None:
        return
    end = i + 1
    sign = ""
    if _norm(sentence, end) in _ERAS:
        sign = _ERAS[_norm(sentence, end)]
        end += 1
    found.append(Found(start, end, "century", f"{sign}{number}c"))
    before = start - 1
    if _norm(sentence, before) == "-":
        before -= 1
    if _norm(sentence, before) in _PARTS:
        found.append(Found(before, end, "century", f"{sign}{number}c"))
