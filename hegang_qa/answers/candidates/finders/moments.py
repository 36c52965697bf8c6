"""Find points in time that are told by others: "two weeks before", "from the third day on", "late
April", "the end of 2028", "each Thursday", "half past eight"."""

from __future__ import annotations

from collections.abc import Callable

from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import (
    MONTHS,
    NUMBER_WORDS,
    ORDINAL_ENDINGS,
    ORDINAL_WORDS,
    SEASONS,
    WEEKDAYS,
)

__all__ = ["find_moments"]

_SEASONS = SEASONS.keys() - {"fall"}  # a verb, as a rule
_PARTS = frozenset("early mid late".split())
_ENDS = frozenset("beginning start middle end".split())
_DAY_PARTS = frozenset("morning mornings afternoon afternoons evening evenings".split())
_SPANS = frozenset("minute hour day night evening morning week weekend month year".split())
_TERMS = frozenset("quarter term season semester fortnight shift".split())
_UNITS = frozenset("second minute hour day night week fortnight month year".split())
_SIDES = frozenset("before after".split())
_AWAY = frozenset("ahead beforehand afterwards".split())


def find_moments(sentence: Tagged) -> list[Found]:
    """Return points in time that are told by their distance, number, part or repetition."""
    found: list[Found] = []
    for i, norm in enumerate(sentence.norms):
        reader = _READERS.get(norm)
        if reader is not None:
            reader(sentence, i, found)
        if norm in ORDINAL_WORDS or (norm[:1].isdigit() and norm[-2:] in ORDINAL_ENDINGS):
            _numbered_day(sentence, i, found)
        if norm.removesuffix("s") in _UNITS and i and sentence.tags[i - 1] in "#JDN":
            _at_a_distance(sentence, i, found)
    return found


def _norm(sentence: Tagged, at: int) -> str:
    return sentence.norms[at] if 0 <= at < len(sentence.norms) else ""


def _add(sentence: Tagged, start: int, end: int, kinds: str, found: list[Found]) -> None:
    words = " ".join(sentence.norms[start:end])
    found += [Found(start, end, kind, words) for kind in kinds.split()]


def _closes(sentence: Tagged, at: int) -> bool:
    """Return whether a phrase is at its end: at a mark, a conjunction, or the sentence's end."""
    return at >= len(sentence.norms) or sentence.tags[at] in ".,;:)C"


def _amount(sentence: Tagged, unit: int) -> int:
    """Return where the amount begins that stands before a unit of time ("two", "ten to twelve",
    "a", "14 working"), or -1."""
    tags, norms = sentence.tags, sentence.norms
    at = unit - 1
    if at > 0 and tags[at] in "JGN" and norms[at] not in NUMBER_WORDS:
        at -= 1  # "working days"
    if at < 0 or not (tags[at] == "#" or norms[at] in ("a", "an", "one")):
        return -1
    while at > 0 and tags[at - 1] == "#":
        at -= 1
    if norms[at] in ("a", "an") and at and norms[at - 1] == "half":
        return at - 1
    if norms[at] in ("a", "an") and at > 1 and norms[at - 1] == "of":
        return at - 3 if norms[at - 3 : at - 2] in (("a",), ("three",)) else -1
    if at > 1 and norms[at - 1] in ("to", "-", "or") and tags[at - 2] == "#":
        at -= 2
    return at


def _at_a_distance(sentence: Tagged, unit: int, found: list[Found]) -> None:
    """Add "two days before", "ten days ahead" (lengths of time), "48 hours after the last attack",
    "within three days" (points in time)."""
    start = _amount(sentence, unit)
    if start < 0:
        return
    end = unit + 1
    before = _norm(sentence, start - 1)
    after = _norm(sentence, end)
    if before in ("within", "after"):
        _add(sentence, start - 1, end, "date", found)
    if after in _AWAY or (after == "in" and _norm(sentence, end + 1) == "advance"):
        _add(sentence, start, end + 1 + (after == "in"), "duration", found)
    elif after in _SIDES and _closes(sentence, end + 1):
        _add(sentence, start, end + 1, "duration", found)
    elif after in _SIDES:
        stop = end + 1
        while stop < len(sentence.tags) and sentence.tags[stop] in "DJNE#SG":
            stop += 1
        if stop > end + 1 and sentence.tags[stop - 1] in "NEJG":
            _add(sentence, start, stop, "date", found)


def _numbered_day(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "the third (working) day", "from the third day on", "the 20th of the month before"."""
    end = i + 1
    if (
        _norm(sentence, end) in ("week", "weekend", "half", "days")
        and _norm(sentence, end + 1) == "of"
        and (_norm(sentence, end + 2) in MONTHS or is_year(_norm(sentence, end + 2)))
    ):
        start = i - (_norm(sentence, i - 1) == "the")
        _add(sentence, start, end + 3, "date", found)  # "the first week of September"
        return
    if _norm(sentence, end) == "of" and _norm(sentence, end + 1) in ("the", "each", "every"):
        if _norm(sentence, end + 2) not in ("month", "quarter"):
            return
        end += 3
        end += _norm(sentence, end) in ("before", "after")
    else:
        if sentence.tags[end : end + 1] in ("J", "N") and _norm(sentence, end) not in _SPANS:
            end += 1
        if _norm(sentence, end) not in ("day", "week", "month", "year", "night"):
            return
        end += 1
    start = i - (_norm(sentence, i - 1) == "the")
    _add(sentence, start, end, "date", found)
    if _norm(sentence, start - 1) == "from" and _norm(sentence, end) in ("on", "onwards", "onward"):
        _add(sentence, start - 1, end + 1, "date", found)


def _repeated(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "each Thursday", "every February", "every third autumn", "every quarter", "every tenth
    turn"."""
    end = i + 1
    if _norm(sentence, end) in ORDINAL_WORDS or _norm(sentence, end) in ("other", "second"):
        end += 1
    norm = _norm(sentence, end)
    if norm in WEEKDAYS or norm in MONTHS or norm in _SEASONS or norm in _DAY_PARTS:
        _add(sentence, i, end + 1, "date frequency", found)
    elif norm in _TERMS or (end > i + 1 and sentence.tags[end : end + 1] in ("N", "J")):
        _add(sentence, i, end + 1, "frequency", found)


def _alternate(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "alternate Thursdays"."""
    norm = _norm(sentence, i + 1).removesuffix("s")
    if norm in WEEKDAYS or norm in _SPANS:
        _add(sentence, i, i + 2, "date frequency", found)


def _part_of_year(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "late April", "mid-June", "early summer"."""
    end = i + 1 + (_norm(sentence, i + 1) == "-")
    if _norm(sentence, end) in MONTHS:
        _add(sentence, i, end + 1, "month", found)
    elif _norm(sentence, end) in _SEASONS:
        _add(sentence, i, end + 1, "season", found)


def _end_of(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "the end of 2028", "the beginning of June", "the start of the month"."""
    if _norm(sentence, i + 1) != "of":
        return
    end = i + 2 + (_norm(sentence, i + 2) in ("the", "each", "every"))
    norm = _norm(sentence, end)
    named = norm in MONTHS or norm in _SEASONS or norm in _SPANS or norm in WEEKDAYS
    if not (is_year(norm) or named):
        return
    after = _norm(sentence, end + 1)
    end += norm in MONTHS and len(after) == 4 and after.isdigit()
    _add(sentence, i - (_norm(sentence, i - 1) == "the"), end + 1, "date", found)


def _time_past(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "half past eight" and "quarter to nine"."""
    hour = NUMBER_WORDS.get(_norm(sentence, i + 2), 0)
    if not hour and _norm(sentence, i + 2).isdigit():
        hour = int(_norm(sentence, i + 2))
    side = _norm(sentence, i + 1)
    if not 1 <= hour <= 12 or side not in ("past", "to"):
        return
    minutes = 30 if sentence.norms[i] == "half" else 15 if side == "past" else 45
    if side == "past" or sentence.norms[i] == "quarter":
        value = f"{(hour - (side == 'to')):02d}:{minutes}"
        found.append(Found(i, i + 3, "time", value))


def _o_clock(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "nine o'clock" and "five to nine o'clock"."""
    hour = NUMBER_WORDS.get(_norm(sentence, i - 1))
    if hour is None or hour > 12:
        return
    found.append(Found(i - 1, i + 1, "time", f"{hour:02d}:00"))
    first = NUMBER_WORDS.get(_norm(sentence, i - 3), 0)
    if _norm(sentence, i - 2) in ("to", "and", "till", "until", "-") and 1 <= first <= 12:
        found.append(Found(i - 3, i + 1, "hours", f"{first:02d}:00/{hour:02d}:00"))


def _part_of_day(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "in the morning": no time of day, but a point in time."""
    if _norm(sentence, i + 1) == "the" and _norm(sentence, i + 2) in _DAY_PARTS:
        _add(sentence, i, i + 3, "date", found)


def _day_before(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "the evening before", "the day after"."""
    if (
        _norm(sentence, i + 1) in _SPANS
        and _norm(sentence, i + 2) in _SIDES
        and _closes(sentence, i + 3)
    ):
        _add(sentence, i, i + 3, "date", found)


def _overnight(sentence: Tagged, i: int, found: list[Found]) -> None:
    _add(sentence, i, i + 1, "duration", found)


_READERS: dict[str, Callable[[Tagged, int, list[Found]], None]] = {
    **dict.fromkeys(("every", "each"), _repeated),
    **dict.fromkeys(_PARTS, _part_of_year),
    **dict.fromkeys(_ENDS, _end_of),
    **dict.fromkeys(("half", "quarter"), _time_past),
    "o'clock": _o_clock,
    "in": _part_of_day,
    "the": _day_before,
    "overnight": _overnight,
    "alternate": _alternate,
}
