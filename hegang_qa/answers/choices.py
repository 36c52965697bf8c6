"""A sentence that may be answered with."""

from __future__ import annotations

from typing import NamedTuple

from hegang_qa.answers.accounts import Account
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.ranking.model import RankedSentence

__all__ = ["Choice"]


class Choice(NamedTuple):
    """A sentence with its best span, and what it accounts for; `reason` is why it says yes or no
    (or neither)."""

    ranked: RankedSentence
    span: ScoredSpan | None
    told: Account
    confidence: float
    verdict: str | None = None
    reason: str = ""
