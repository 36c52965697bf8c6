"""By what a figure counts: "9 euros a day, 32 a week" of which the weekly price is asked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hegang_qa.text.tokens import stem

__all__ = ["TIMES", "rate_asked", "rate_told", "rates_in"]

_PER = frozenset("per a an each every /".split())
TIMES = frozenset(map(stem, "second minute hour day night week month year term season".split()))
"""Stems of the units of time by which things are counted."""
_UNITS = TIMES | frozenset(
    map(
        stem,
        "person head child adult guest kilometre mile metre litre kilogram page item".split(),
    )
)
_ADJECTIVES = {
    stem(word): stem(unit)
    for word, unit in (
        ("hourly", "hour"),
        ("daily", "day"),
        ("nightly", "night"),
        ("weekly", "week"),
        ("monthly", "month"),
        ("yearly", "year"),
        ("annual", "year"),
        ("annually", "year"),
    )
}


def rate_asked(stems: Sequence[str]) -> str:
    """Return the unit (its stem) by which a figure is asked for ("per day", "a week", "monthly"),
    or ""; `stems` are those of the question."""
    for at, word in enumerate(stems):
        if word in _ADJECTIVES:
            return _ADJECTIVES[word]
        if word in _PER and stems[at + 1 : at + 2] and stems[at + 1] in _UNITS:
            return stems[at + 1]
    return ""


def rates_in(stems: Sequence[str]) -> frozenset[str]:
    """Return the units (their stems) of all rates of a text: "a week", "/month", "monthly"."""
    found = {_ADJECTIVES[word] for word in stems if word in _ADJECTIVES}
    pairs = pairwise(stems)
    return frozenset(found | {unit for per, unit in pairs if per in _PER and unit in _UNITS})


def rate_told(stems: Sequence[str], start: int, end: int) -> str:
    """Return the unit (its stem) by which a figure is told at its end or right after it, or "";
    `stems` are those of the sentence, and `start` and `end` the figure's place in them."""
    for at in (end - 2, end):
        if at > start and at + 1 < len(stems) and stems[at] in _PER:
            if stems[at + 1] in _UNITS:
                return stems[at + 1]
            if list(stems[at + 2 : at + 3]) == ["and"] and at + 3 < len(stems):
                return stems[at + 3] if stems[at + 3] in _UNITS else ""  # "per host and month"
    return ""
