"""What holds on other days than those that are asked about: on weekdays, where one asks for
weekends."""

from __future__ import annotations

from collections.abc import Iterable

from hegang_qa.answers.hints.opening import day_number
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import Token

__all__ = ["on_other_days"]

_SETS = {
    "weekday": frozenset(range(1, 6)),
    "weekdays": frozenset(range(1, 6)),
    "weekend": frozenset((6, 7)),
    "weekends": frozenset((6, 7)),
    "daily": frozenset(range(1, 8)),
}


def on_other_days(question: Question, ranked: RankedSentence) -> str:
    """Return in words for which days a sentence holds, where it names only weekdays or weekends and
    the question only others; "" elsewhere."""
    if ranked.sentence.cells:
        return ""
    asked = _days(question.tokens)
    told = _days(ranked.tokens)
    named = next((token.norm for token in ranked.tokens if token.norm in _SETS), "")
    return f'it holds on "{named}"' if asked and told and named and not asked & told else ""


def _days(tokens: Iterable[Token]) -> frozenset[int]:
    days: set[int] = set()
    for token in tokens:
        days |= _SETS.get(token.norm, frozenset())
        if day := day_number(token.norm):
            days.add(day)
    return frozenset(days)
