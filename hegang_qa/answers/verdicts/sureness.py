"""How sure a verdict is: the probability that a yes or no by rules is right.

Rules compare words, and most words of a text come up in questions that it answers otherwise, or not
at all. Whether a verdict is to be believed depends on how much of the question the sentence holds
and in which words, on how it was reached, and on what else speaks for that sentence. Learned by
`bench/train_verdicts.py` from 32,600 questions. What a sentence says outright ("Yes, ..."), or
where it speaks of the very thing, is left to the rules.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, log2

from hegang_qa.answers.accounts import Account
from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.learned import LearnedSum
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.resources import data_path

__all__ = ["FEATURES", "FILE", "FIRM", "amounts", "sureness"]

FILE = "verdicts.json"

FIRM = 0.88
"""From here on a verdict by rules stands, whatever is heard: nine in ten of those are right."""

_RANKED = (
    "search score to best",
    "verbatim share",
    "carried",
    "still missed",
    "rarest word",
    "content pairs",
    "exact words",
    "length",
    "relation words",
    "spread",
    "coverage",
    "nearness",
)
"""Of what the ranking knows of a sentence (`hegang_qa.ranking.features`)."""

_REASONS = {
    "the sentence says so": "says so",
    "denies it": "denies",
    "stands in its place": "instead",
    "is the contrary of": "contrary",
    "is excepted": "excepted",
}
"""Of the reasons of verdicts those that are met often, by words of theirs."""

FEATURES = (
    *_RANKED,
    "score",
    "sure",
    "support",
    "yes",
    *_REASONS.values(),
    "contradicted",
    "missing",
    "missing share",
    "context",
    "loose",
    "names beside",
    "tokens",
    "terms",
    "row",
    "sentences",
)
"""What tells whether a verdict is right: "sure" is how sure the rules alone make it, "support" what
they see in the sentence, "contradicted" whether the next sentence says otherwise; the rest as where
words are asked for (`hegang_qa.answers.accounts`)."""


def amounts(
    question: Question,
    ranked: RankedSentence,
    told: Account,
    said: Verdict,
    sure: float,
    *,
    contradicted: bool,
) -> dict[str, float]:
    """Return what tells whether a verdict is right, by the names of `FEATURES`; `sure` is how sure
    the rules make it (0..1)."""
    known = {name: ranked.features.get(name, 0.0) for name in _RANKED}
    reasons = {name: float(words in said.reason) for words, name in _REASONS.items()}
    return {
        **known,
        **reasons,
        "score": ranked.score,
        "sure": sure,
        "support": said.support,
        "yes": float(said.text == "Yes"),
        "contradicted": float(contradicted),
        "missing": float(len(told.missing)),
        "missing share": told.share,
        "context": told.context,
        "loose": told.loose,
        "names beside": told.beside,
        "tokens": float(len(question.tokens)),
        "terms": float(len(question.terms)),
        "row": float(bool(ranked.sentence.cells)),
        "sentences": log2(1 + question.sentences) / 10,
    }


def sureness(known: dict[str, float]) -> float:
    """Return the probability (0..1) that a verdict of these amounts is right."""
    value = _weights().score([known[name] for name in FEATURES])
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, value))))


@lru_cache(maxsize=1)
def _weights() -> LearnedSum:
    return LearnedSum.read(data_path(FILE), FEATURES, "python -m bench.train_verdicts")
