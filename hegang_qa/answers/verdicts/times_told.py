"""How long and how often something is, as a question or a sentence tells it: "three days", "every
two weeks", "twice a month"."""

from __future__ import annotations

from functools import lru_cache

from hegang_qa.answers.candidates.analysis import Analysis, analyse_text
from hegang_qa.answers.candidates.finders import Found
from hegang_qa.documents.patterns import lazy
from hegang_qa.text.numbers import digits_value
from hegang_qa.text.units import unit
from hegang_qa.text.words import NUMBER_WORDS

__all__ = [
    "OFTEN",
    "between",
    "length_of",
    "lengths_asked",
    "lengths_told",
    "times_asked",
    "times_told",
]

OFTEN = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}
"""Words that tell how often something is, and the unit of it."""

_EVERY = lazy(r"(?:every|each)\s+(?:(\w+)\s+)?(\w+)")
_TIMES = lazy(r"(once|twice|\w+ times)\s+(?:a|an|per|every|each)\s+(\w+)")
_ONCE = {"once": 1.0, "twice": 2.0}


def times_told(analysis: Analysis) -> list[Found]:
    """Return how long and how often something is by a text, the longest of those that overlap."""
    kept: list[Found] = []
    found = [one for one in analysis.typed if one.type in ("duration", "frequency")]
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        whole = one if one.type == "duration" else one._replace(value=_words(analysis, one))
        if not kept or one.start >= kept[-1].end:
            kept.append(whole)
    return kept


def lengths_told(analysis: Analysis) -> list[Found]:
    """Return the lengths of time of a text, each as its figure and unit alone ("two hours" of "up
    to two hours before")."""
    kept: list[Found] = []
    found = [one for one in analysis.typed if one.type == "duration" and length_of(one)]
    for one in sorted(found, key=lambda one: (one.end - one.start, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept


@lru_cache(maxsize=8)
def lengths_asked(text: str) -> list[Found]:
    """Return the lengths of time of a question, which is held against many sentences."""
    return lengths_told(analyse_text(text))


@lru_cache(maxsize=8)
def times_asked(text: str) -> list[Found]:
    """Return the times of a question, which is held against many sentences."""
    return times_told(analyse_text(text))


def _words(analysis: Analysis, one: Found) -> str:
    return " ".join(analysis.tagged.norms[one.start : one.end])


def length_of(one: Found) -> float:
    """Return the seconds that something lasts, or that lie between two times; 0 for unknown."""
    return _lasting(one.value) if one.type == "duration" else between(one.value)


@lru_cache(maxsize=64)
def _lasting(value: str) -> float:
    number, _, name = value.partition(" ")
    return _number(number) * _seconds(name)


@lru_cache(maxsize=64)
def between(words: str) -> float:
    """Return the seconds between two times of what is done so often ("every two weeks"), or 0."""
    if words in OFTEN:
        return _seconds(OFTEN[words])
    if every := _EVERY.fullmatch(words):
        number = every.group(1) or "one"
        count = 2.0 if number in ("other", "second") else _number(number)
        return count * _seconds(every.group(2))
    if times := _TIMES.fullmatch(words):
        often = times.group(1)
        count = _ONCE.get(often) or _number(often.partition(" ")[0])
        return _seconds(times.group(2)) / count if count else 0.0
    return 0.0


def _number(word: str) -> float:
    return float(NUMBER_WORDS.get(word) or digits_value(word) or 0.0)


def _seconds(name: str) -> float:
    """Return how long a unit of time is, 0 for other words; what is told of months and years is
    told from one another by their means."""
    if name == "quarter":
        return 3 * _seconds("month")
    known = unit(name)
    return known.factor if known is not None and known.dimension == "time" else 0.0
