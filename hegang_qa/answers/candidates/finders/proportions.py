"""Find what number words tell without a unit: shares ("two thirds"), hours in parts ("a quarter of
an hour"), ages ("children under six"), ratios ("one to ten")."""

from __future__ import annotations

from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["find_proportions"]

_PARTS = {
    "half": 50.0,
    "third": 100 / 3,
    "quarter": 25.0,
    "fifth": 20.0,
    "tenth": 10.0,
}
_PEOPLE = frozenset(
    "child children kid kids boy boys girl girls baby babies youth youths teenager teenagers adult"
    " adults person persons people anyone anybody everyone everybody those guest guests visitor"
    " visitors pupil pupils member members passenger passengers".split()
)
_SIDES = frozenset("under over below above from aged until".split())
_MIXED = frozenset(
    "ratio ratios proportion proportions dilute diluted dilution mix mixed mixing odds".split()
)


def find_proportions(sentence: Tagged) -> list[Found]:
    """Return shares, parts of an hour, ages told by a bare number, and ratios."""
    found: list[Found] = []
    norms, tags = sentence.norms, sentence.tags
    for i, norm in enumerate(norms):
        if norm.removesuffix("s") in _PARTS:
            _share(sentence, i, found)
        elif tags[i] == "#":
            _age(sentence, i, found)
    if not _MIXED.isdisjoint(norms):
        for i in range(len(norms) - 2):
            if tags[i] == tags[i + 2] == "#" and norms[i + 1] in ("to", ":"):
                found.append(Found(i, i + 3, "ratio", f"{norms[i]}:{norms[i + 2]}"))
    return found


def _share(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "half of the damage", "a third of", "three quarters", and "half an hour"."""
    norms = sentence.norms
    part = _PARTS[norms[i].removesuffix("s")]
    start, times = i, 1
    before = norms[i - 1] if i else ""
    at = i - 2 if before == "-" and i > 1 else i - 1
    if at >= 0 and norms[at] in ("a", "one"):
        start = at
    elif at >= 0 and 2 <= NUMBER_WORDS.get(norms[at], 0) <= 9 and norms[i][-1:] == "s":
        start, times = at, NUMBER_WORDS[norms[at]]
    elif norms[i] != "half":
        return
    rest = norms[i + 1 : i + 4]
    hour = rest[1:] if rest[:1] == ("of",) else rest
    if hour[:1] in (("a",), ("an",)) and hour[1:2] in (("hour",), ("day",), ("year",), ("minute",)):
        end = i + (4 if rest[0] == "of" else 3)
        found.append(Found(start, end, "duration", f"{times * part / 100:g} {hour[1]}"))
    elif rest[:1] == ("of",) or (norms[i] == "half" and rest[:1] in (("the",), ("its",))):
        found.append(Found(start, i + 1, "percentage", f"{times * part:.4g} %"))


def _age(sentence: Tagged, i: int, found: list[Found]) -> None:
    """Add "under six" in "children under six", and "16 or older"."""
    norms, tags = sentence.norms, sentence.tags
    number = norms[i]
    if not (number in NUMBER_WORDS or (number.isdigit() and int(number) <= 120)):
        return
    after = norms[i + 1 : i + 3]
    if after[:1] in (("or",), ("and",)) and after[1:] in (("older",), ("over",), ("younger",)):
        found.append(Found(i, i + 3, "age", number))
        return
    if i < 2 or norms[i - 1] not in _SIDES or norms[i - 2] not in _PEOPLE:
        return
    if tags[i + 1 : i + 2] not in ("#", "N", "J", "-", "%", "$", "*", "/"):
        found.append(Found(i, i + 1, "age", number))
        found.append(Found(i - 1, i + 1, "age", number))
