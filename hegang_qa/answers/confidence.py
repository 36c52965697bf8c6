"""How sure an answer is: from absolute quantities to a probability."""

from __future__ import annotations

from math import exp
from typing import Protocol

from hegang_qa.answers.accounts import Account
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["DEFAULT_THRESHOLD", "Judge", "confidence"]

DEFAULT_THRESHOLD = 0.5
"""Answers below this confidence are refused, unless the caller says otherwise."""

# Weights set by hand, until learned ones are there.
_BIAS = -0.4
_COVERAGE = 4.0
_NAMES = -12.0
_NUMBERS = -14.0
_NOUNS = -7.0
_VERBS = -3.0
_CONTEXT = -0.6
_TYPE = 0.5
_NO_SPAN = -2.0


class Judge(Protocol):
    """Tells how sure an answer is."""

    def __call__(
        self,
        question: Question,
        ranked: RankedSentence,
        span: ScoredSpan | None,
        told: Account,
        /,
    ) -> float:
        """Return the probability (0..1) that the span answers the question."""
        ...


def confidence(
    question: Question, ranked: RankedSentence, span: ScoredSpan | None, told: Account
) -> float:
    """Return the probability (0..1) that the span answers the question."""
    value = _BIAS + _COVERAGE * ranked.features.get("coverage", 0.0)
    value += _NAMES * told.names + _NUMBERS * told.numbers
    value += _NOUNS * told.nouns + _VERBS * told.verbs + _CONTEXT * told.context
    value += _NO_SPAN if span is None else _TYPE * max(-3.0, span.features.get("type", 0.0))
    return 1.0 / (1.0 + exp(-value))
