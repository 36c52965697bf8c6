"""Whether the date that a sentence tells lies where a question asks: "was it opened *before 1930*",
"*after May 1954*", "*in the 1920s*", "*between 1920 and 1930*", "*in the 20th century*".
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from hegang_qa.answers.candidates.analysis import Analysis, analyse_text
from hegang_qa.answers.candidates.finders import Found
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["Period", "asked_period", "lies_within"]

_Day: TypeAlias = tuple[int, int, int]  # year, month, day

_FIRST, _LAST = (-9999, 0, 0), (9999, 99, 99)
_BEFORE = frozenset(("before", "until", "till", "by"))
_UP_TO = frozenset(("by", "until", "till"))
_SPANS = ("decade", "century")
_PARTING = frozenset(";:")
_FAR = 12  # tokens between a deed and its date


class Period(NamedTuple):
    """From when to when something is asked to be, both ends (year, month, day) included, and the
    tokens of the question that tell so."""

    start: _Day
    end: _Day
    tokens: frozenset[int]


@lru_cache(maxsize=16)
def asked_period(text: str) -> Period | None:
    """Return the period that a question (its text) sets by a preposition; None where it sets none,
    or names a single year or day as such ("in 1923")."""
    analysis = analyse_text(text)
    norms = analysis.tagged.norms
    found = _dated(analysis)
    for one in found:
        tokens = frozenset(range(one.start, one.end))
        link = norms[one.start - 1] if one.start else ""
        if link == "the" and one.start > 1:
            link = norms[one.start - 2]
        if one.type in _SPANS and link in ("in", "during", "within"):
            low, high = _span(one)
            return Period(low, high, tokens)
        if "/" in one.value and link in ("between", "from"):
            low_end, _, high_end = one.value.partition("/")
            return Period(_day(low_end, 0), _day(high_end, 99), tokens)
        if "/" in one.value or one.type in _SPANS:
            continue
        first, last = _day(one.value, 0), _day(one.value, 99)
        if link == "after":
            return Period((last[0], last[1], last[2] + 1), _LAST, tokens)
        if link in _BEFORE:
            end = last if link in _UP_TO else (first[0], first[1], first[2] - 1)
            return Period(_FIRST, end, tokens)
    return None


def lies_within(
    period: Period, question: Question, ranked: RankedSentence, analysis: Analysis
) -> bool | None:
    """Return whether the date of what is asked about, the only one of a sentence or the nearest to
    its verb, lies within a period; None where the sentence tells none, or one that is not exact
    enough."""
    dates = [one for one in _dated(analysis) if one.type not in _SPANS]
    verb = _deed(question, ranked)
    if any("/" in one.value for one in dates):
        # "(12 March 1889 - 30 October 1967)" tells when somebody was born, and when he died.
        lives = any("/" in one.value and one.start <= verb + 1 < one.end for one in dates)
        dates = [one for one in _dated(analysis, whole=False) if one.type not in _SPANS]
        dates = dates if lives else []
    if not dates:
        return None
    alone = len({one.value for one in dates}) == 1
    told = dates[0] if alone else _nearest(verb, ranked, dates)
    if told is None:
        return None
    first, last = _day(told.value, 0), _day(told.value, 99)
    if period.start <= first and last <= period.end:
        return True
    return False if last < period.start or period.end < first else None


def _deed(question: Question, ranked: RankedSentence) -> int:
    """Return the token of a sentence that has the verb of a question, -1 for none."""
    verb = main_verb(question)
    return next((match.token for match in ranked.matches if match.term == verb), -1)


def _nearest(verb: int, ranked: RankedSentence, dates: Collection[Found]) -> Found | None:
    """Return the date that stands nearest to a verb (its token), in its own clause."""
    if verb < 0:
        return None
    norms = [token.norm for token in ranked.tokens]
    near = [
        (abs(one.start - verb), at)
        for at, one in enumerate(dates)
        if _PARTING.isdisjoint(norms[min(verb, one.start) : max(verb, one.start)])
    ]
    distance, best = min(near, default=(_FAR, -1))
    return list(dates)[best] if distance < _FAR else None


def _dated(analysis: Analysis, *, whole: bool = True) -> list[Found]:
    """Return the dates of a text that have a year, the longest of those that overlap; ranges as a
    `whole`, or their parts."""
    kept: list[Found] = []
    found = [
        one
        for one in analysis.typed
        if one.type in ("date", "year", *_SPANS) and one.value[:1].isdigit()
        if whole or "/" not in one.value
    ]
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _span(one: Found) -> tuple[_Day, _Day]:
    """Return the first and last day of a decade ("1920s") or century ("20c")."""
    number = int("".join(char for char in one.value if char.isdigit()))
    if one.type == "decade":
        return (number, 0, 0), (number + 9, 99, 99)
    return (100 * number - 99, 0, 0), (100 * number, 99, 99)


def _day(value: str, rest: int) -> _Day:
    """Return year, month and day of a date ("1954-05"); what it leaves out is `rest`."""
    parts = [int(part) for part in value.split("-") if part.isdigit()]
    filled = [*parts, rest, rest, rest]
    return filled[0], filled[1], filled[2]
