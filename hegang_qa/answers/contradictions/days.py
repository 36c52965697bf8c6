"""What holds on other days than those that are asked about: on weekdays, where one asks for
weekends, or next time, where one asks for what was."""

from __future__ import annotations

from collections.abc import Iterable

from hegang_qa.answers.hints.opening import day_number
from hegang_qa.question.model import Question
from hegang_qa.ranking.implied import SEVERAL_DAYS
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import Token

__all__ = ["of_days_closed", "of_other_end", "of_the_next", "on_other_days"]

_UNTIL = ("until", "till")
_SINCE = ("from", "since")
_LABEL = 7
"""Words of a label and its colon, at most."""

_DOORS = frozenset("closed open opening hours".split())
_PAST = frozenset(("was", "were", "did"))
_COMING = frozenset(("next", "forthcoming", "upcoming"))


def on_other_days(question: Question, ranked: RankedSentence) -> str:
    """Return in words for which days a sentence holds, where it names only weekdays or weekends and
    the question only others; "" elsewhere."""
    if ranked.sentence.cells or not (asked := _days(question.tokens)):
        return ""
    named = next((token.norm for token in ranked.tokens if token.norm in SEVERAL_DAYS), "")
    return f'it holds on "{named}"' if named and not asked & _days(ranked.tokens) else ""


def of_the_next(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a sentence tells of the *next* of what a question asks about as of
    something past ("when *was* the meeting held"); "" elsewhere."""
    norms = {token.norm for token in question.tokens}
    if _PAST.isdisjoint(norms) or not _COMING.isdisjoint(norms):
        return ""
    for match in ranked.matches:
        before = ranked.tokens[match.token - 1].norm if match.token else ""
        if before in _COMING:
            return f'it is the "{before}" one'
    return ""


def of_days_closed(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a line tells on which days something is closed or open ("*Closed*:
    Mondays"), where one asks when it closed or opened for good; "" elsewhere."""
    norms = [token.norm for token in question.tokens]
    if question.asks != "when" or _PAST.isdisjoint(norms[:3]):
        return ""
    label = [token.norm for token in ranked.tokens[:_LABEL]]
    first = label[0] if label else ""
    return f'"{first}:" tells on which days' if first in _DOORS and ":" in label[1:3] else ""


def _days(tokens: Iterable[Token]) -> frozenset[int]:
    days: set[int] = set()
    for token in tokens:
        days.update(day + 1 for day in SEVERAL_DAYS.get(token.norm, ()))
        if day := day_number(token.norm):
            days.add(day)
    return frozenset(days)


def of_other_end(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a field tells the other end of a time than the one asked for ("Valid
    *from*: 1 January", for *until* when), "" where it does not."""
    norms = [token.norm for token in question.tokens[:2]]
    if norms[1:] not in (["when"], ["what"]) or norms[0] not in (*_UNTIL, *_SINCE):
        return ""
    label = [token.norm for token in ranked.tokens[:_LABEL]]
    if ":" not in label[1:]:
        return ""
    last = label[label.index(":", 1) - 1]
    other = _SINCE if norms[0] in _UNTIL else _UNTIL
    return f'"{last}" tells its other end' if last in other else ""
