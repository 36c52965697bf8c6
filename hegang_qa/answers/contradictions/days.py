"""What holds on other days than those that are asked about: on weekdays, where one asks for
weekends."""

from __future__ import annotations

from collections.abc import Iterable

from hegang_qa.answers.hints.opening import day_number
from hegang_qa.question.model import Question
from hegang_qa.ranking.implied import SEVERAL_DAYS
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import Token

__all__ = ["on_other_days"]


def on_other_days(question: Question, ranked: RankedSentence) -> str:
    """Return in words for which days a sentence holds, where it names only weekdays or weekends and
    the question only others; "" elsewhere."""
    if ranked.sentence.cells or not (asked := _days(question.tokens)):
        return ""
    named = next((token.norm for token in ranked.tokens if token.norm in SEVERAL_DAYS), "")
    return f'it holds on "{named}"' if named and not asked & _days(ranked.tokens) else ""


def _days(tokens: Iterable[Token]) -> frozenset[int]:
    days: set[int] = set()
    for token in tokens:
        days.update(day + 1 for day in SEVERAL_DAYS.get(token.norm, ()))
        if day := day_number(token.norm):
            days.add(day)
    return frozenset(days)
