"""Find numbers and what they measure: counts, units, money, shares, ranks, ages."""

from __future__ import annotations

from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.answers.candidates.finders.money import CURRENCIES, is_money
from hegang_qa.answers.candidates.finders.numerals import FRACTIONS, number_at, plain
from hegang_qa.answers.candidates.finders.proportions import find_proportions
from hegang_qa.answers.candidates.finders.units import UNITS, degrees_after, unit_after
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import NUMBER_WORDS, ORDINAL_ENDINGS, ORDINAL_WORDS

__all__ = ["find_quantities"]

_HEDGES = frozenset(
    "about around approximately roughly nearly almost over under above below exactly only some"
    " circa ca up_to at_least at_most more_than less_than fewer_than greater_than just_over"
    " just_under well_over no_more_than no_less_than no_fewer_than"
    " not_more_than not_less_than as_many_as as_much_as an_estimated estimated".split()
)
_PER = frozenset("per a an each every".split())
_PER_UNITS = frozenset(
    "hour second minute day week month year person night head capita hours litre liter kilogram"
    " kilometre kilometer km mile unit item copy user child adult page metre meter square".split()
)
_PARTING = frozenset(",;|(:")
_TIMES = frozenset("second minute hour day night week month year".split())
_BY = frozenset(("by", "x", "×"))


# "Once *a* week", "once *per quarter*", "twice *each* season".
_PER = frozenset("a an per every each".split())
_TURNS = frozenset(
    "quarter term season semester fortnight morning afternoon evening night shift weekday "
    "weekend monday tuesday wednesday thursday friday saturday sunday".split()
)


def find_quantities(sentence: Tagged) -> list[Found]:
    """Return numbers, measures, sums, shares, ranks and ages in order; each with and without its
    hedge ("less than four hours") and the conversion in brackets after it ("(146 mi)")."""
    found: list[Found] = []
    tags, norms = sentence.tags, sentence.norms
    i, count = 0, len(tags)
    while i < count:
        norm = norms[i]
        if norm == "one" and norms[i + 1 : i + 2] == ("of",):
            i += 1  # "one of the largest" counts nothing
            continue
        if len(norm) > 1 and norm[0] == "0" and norm.isdigit():
            i += 1  # the beginning of a telephone number, a code
            continue
        if tags[i] == "#":
            i = _at_number(sentence, i, found)
            continue
        if norm in ORDINAL_WORDS and tags[i] in "NJRE":
            found.append(Found(i, i + 1, "ordinal", str(ORDINAL_WORDS[norm])))
        elif norm.endswith("pence") and norm.removesuffix("pence") in NUMBER_WORDS:
            number = NUMBER_WORDS[norm.removesuffix("pence")]
            found.append(Found(i, i + 1, "money", f"{number:g} GBP"))  # "sevenpence"
        elif norm in ("half", "quarter", "third") and tags[i] in "NJD":
            end = i + 1
            found.append(Found(i, end, "number", f"{FRACTIONS[norm]:g}"))
        elif norm in ("a", "an") and i + 1 < count:
            i = _one_unit(sentence, i, found)
            continue
        elif norm in (
            "once",
            "twice",
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "annually",
            "hourly",
            "quarterly",
            "biannually",
            "nightly",
        ):
            end = i + 1
            while end < count and norms[end] in _PER:
                end += 1
            if end > i + 1:
                end += norms[end : end + 1] == ("other",)
                end += end < count and (norms[end] in UNITS or norms[end] in _TURNS)
            found.append(Found(i, end, "frequency", norm))
        elif norm == "every" and i + 1 < count:
            end = i + 1
            joint = -1
            while end < count and (
                tags[end] == "#" or norms[end] in UNITS or norms[end] == "other"
            ):
                end += 1
                numbers = tags[end - 1 : end] == "#" == tags[end + 1 : end + 2]
                if numbers and norms[end] in ("to", "-", "or"):
                    joint, end = end, end + 1
            if end > i + 1:
                found.append(Found(i, end, "frequency", " ".join(norms[i:end]), joint))
        elif norm in ("dozens", "hundreds", "thousands", "millions", "billions"):
            end = i + 1
            while (
                end + 1 < count
                and norms[end] == "of"
                and norms[end + 1] in ("thousands", "millions")
            ):
                end += 2
            found.append(Found(i, end, "number", norm))
        i += 1
    return found + find_proportions(sentence)


def _one_unit(sentence: Tagged, i: int, found: list[Found]) -> int:
    """Add "an hour", "a week" as one of the unit, "a mile and a half" as one and a half, and return
    where to read on."""
    norms = sentence.norms
    unit = UNITS.get(norms[i + 1])
    if unit is None or norms[i + 1] in ("second", "min", "s", "h"):
        return i + 1
    if norms[i + 2 : i + 4] == ("and", "a") and norms[i + 4 : i + 5] in (("half",), ("quarter",)):
        value = 1 + FRACTIONS[norms[i + 4]]
        found.append(Found(i, i + 5, unit[0], f"{value:g} {unit[1]}"))
        return i + 5
    if unit[0] == "duration" and not _is_rate(sentence, i):
        found.append(Found(i, i + 2, "duration", f"1 {unit[1]}"))
    return i + 1


def _is_rate(sentence: Tagged, i: int) -> bool:
    """Return whether "an hour" is what a figure before it is for ("£1 *an hour*", "one penny *an
    hour*", "twice *a day*")."""
    tags, norms = sentence.tags, sentence.norms
    before = norms[max(0, i - 1) : i]
    if before in (("once",), ("twice",), ("times",)):
        return True
    counted = i > 1 and tags[i - 1] == "N" and tags[i - 2] == "#"
    return before != ("half",) and (tags[max(0, i - 1) : i] == "#" or counted)


def _at_number(sentence: Tagged, i: int, found: list[Found]) -> int:
    """Add what the number at `i` begins, and return where to read on."""
    norms, tags = sentence.norms, sentence.tags
    count = len(norms)
    end, value = number_at(sentence, i)
    after = norms[end] if end < count else ""
    if norms[i][-2:] in ORDINAL_ENDINGS and norms[i][0].isdigit():
        found.append(Found(i, i + 1, "ordinal", norms[i][:-2]))
        return i + 1
    if norms[i][-1] == "s" and norms[i][0].isdigit():  # the 1970s: a date
        return i + 1
    if after in _BY or (end + 1 < count and norms[end + 1] in _BY):
        _dimensions(sentence, i, found)
    # A second number: "10-15", "10 to 15", "10 or 15".
    start, plain_end = i, end
    shown = plain(value) if value is not None else norms[i]
    if after in ("-", "to", "or") and end + 1 < count and tags[end + 1] == "#":
        second_end, second = number_at(sentence, end + 1)
        if not (second_end < count and norms[second_end] in ("-", ":")):
            found.append(Found(i, end, "number", shown))
            if second is not None:
                shown = f"{shown}-{plain(second)}"
            end = second_end
            after = norms[end] if end < count else ""
    kind, full_end, full = "number", end, shown
    money = norms[i - 1] if i > 0 else ""
    # Before a number stand signs and codes, no names: "a filling takes one hour, a crown two".
    if money in CURRENCIES and (tags[i - 1] == "$" or (len(money) < 4 and money != "won")):
        start = i - 1
        if start > 0 and tags[start] == "$" and sentence.glued(start) and tags[start - 1] == "E":
            start -= 1
        kind, full = "money", f"{shown} {CURRENCIES[money]}"
    elif after in CURRENCIES and is_money(sentence, i, after):
        kind, full_end, full = "money", end + 1, f"{shown} {CURRENCIES[after]}"
    elif after == "p" and sentence.glued(end) and value is not None and value < 100:  # no "1080p"
        kind, full_end, full = "money", end + 1, f"{shown} pence"
    elif after in ("%", "‰") or after in ("percent", "percentage"):
        kind, full_end, full = "percentage", end + 1, f"{shown} %"
        if full_end < count and norms[full_end] in ("point", "points"):
            full_end += 1
    elif after == "per" and end + 1 < count and norms[end + 1] == "cent":
        kind, full_end, full = "percentage", end + 2, f"{shown} %"
    elif after == "°" or after in ("degree", "degrees"):
        kind, full_end, full = degrees_after(sentence, end, shown)
    else:
        kind, full_end, full = unit_after(sentence, end, shown)
    if kind != "number":
        found.append(Found(i, plain_end, "number", shown))
    elif is_year(norms[i]) and not (end < count and tags[end] in "NJ"):
        return max(plain_end, i + 1)
    if kind in ("temperature", "quantity") and _below_zero(sentence, start):
        start, kind, full = start - 1, "temperature", f"-{full}"
    found.append(Found(start, full_end, kind, full))
    if kind in ("money", "duration", "distance", "weight", "quantity", "frequency"):
        rate_end = _rate(sentence, full_end)
        if rate_end > full_end:
            whole = f"{full} per {sentence.norms[rate_end - 1]}"
            found.append(Found(start, rate_end, kind, whole))
            if kind == "distance" and sentence.norms[rate_end - 1] in _TIMES:
                found.append(Found(start, rate_end, "speed", whole))
                _hedged(sentence, start, rate_end, "speed", whole, found)
    _hedged(sentence, start, full_end, kind, full, found)
    bracket = _conversion(sentence, start, full_end)
    if kind != "number" and bracket > full_end:
        found.append(Found(start, bracket, kind, full))
    if kind == "age" or norms[max(0, start - 1)] in ("aged", "age"):
        found.append(Found(start, full_end, "age", full))
    if kind == "duration" and "#" in tags[plain_end + 1 : full_end]:
        return full_end  # "two hours and ten minutes": no ten minutes
    return max(plain_end, i + 1)


def _below_zero(sentence: Tagged, i: int) -> bool:
    """Return whether a minus stands before the number at `i`, as a word or a sign."""
    before = sentence.norms[i - 1] if i else ""
    return before == "minus" or (
        before in ("-", "−")
        and sentence.glued(i)
        and i > 1
        and (not sentence.glued(i - 1) or sentence.norms[i - 2] in _PARTING)
    )


def _dimensions(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "6 by 3.5 metres" and "50 x 70 cm" as a size."""
    norms, tags = sentence.norms, sentence.tags
    at, sides = i, 0
    while at < len(norms) and tags[at] == "#":
        at, _ = number_at(sentence, at)
        kind, end, _ = unit_after(sentence, at, "")
        at = end if kind == "distance" else at
        sides += 1
        if at + 1 < len(norms) and norms[at] in _BY and tags[at + 1] == "#":
            at += 1
        else:
            break
    if sides > 1 and kind == "distance":
        found.append(Found(i, at, "size", " ".join(norms[i:at])))


def _rate(sentence: Tagged, end: int) -> int:
    """Return the end of "per day", "a week", "/month" after a measure, or `end`."""
    norms = sentence.norms
    if (
        end + 1 < len(norms)
        and (norms[end] in _PER or norms[end] == "/")
        and norms[end + 1] in _PER_UNITS
    ):
        both = norms[end + 2 : end + 3] == ("and",) and norms[end + 3 : end + 4]
        return end + 4 if both and both[0] in _PER_UNITS else end + 2  # "per item and day"
    return end


def _hedged(
    sentence: Tagged, start: int, end: int, kind: str, value: str, found: list[Found]
) -> None:
    """Add the span with its hedge: "more than 20", "up to 5 kg"."""
    norms = sentence.norms
    for length in (3, 2, 1):
        at = start - length
        if at >= 0 and "_".join(norms[at:start]) in _HEDGES:
            found.append(Found(at, end, kind, value))
            return


def _conversion(sentence: Tagged, start: int, end: int) -> int:
    """Return the end of a bracket that gives the same measure in another unit, or `end`; the same
    unit is another measure ("8 euros (students: 5 euros)")."""
    tags = sentence.tags
    if end < len(tags) and tags[end] == "(" and "#" in tags[end : end + 4]:
        close = tags.find(")", end, end + 12)
        others = _units(sentence, end, close)
        if close > 0 and others and others.isdisjoint(_units(sentence, start, end)):
            return close + 1
    return end


def _units(sentence: Tagged, start: int, end: int) -> set[str]:
    return {norm for norm in sentence.norms[start:end] if norm in UNITS or norm in CURRENCIES}
