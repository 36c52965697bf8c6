"""How sure an answer is where a reader was heard: from absolute quantities to a probability.

The engine's own log-odds, the reader's margin and the score of the sentence make a linear sum;
small trees on top of it tell where they are to be trusted: what an answer is worth in which a noun
of the question is missing depends on how sure the reader is of it, and how often a question has an
answer at all, on how much it is put to. Learned by `bench/train_reading.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import exp, log, log2

from hegang_qa.answers.accounts import Account
from hegang_qa.learned import LearnedSum
from hegang_qa.question.model import Question
from hegang_qa.resources import data_path

__all__ = ["FEATURES", "FILE", "IN_SUM", "READ_THRESHOLD", "known", "sureness"]

FILE = "sureness.json"

READ_THRESHOLD = 0.3
"""Where a reader was heard, answers below this confidence are refused unless the caller says
otherwise: what it is not sure of is wrong more often than what words alone say at .18. On what the
sureness is learned from, most is right with .3."""

IN_SUM = ("engine", "sentence", "reader", "behind", "by meaning")
"""What the linear sum is made of."""

FEATURES = (
    *IN_SUM,
    "words",
    "kind",
    "echo",
    "near",
    "word nearness",
    "sentences",
    "length of the answer",
    "tokens",
    "missing words",
    "missing names",
    "missing numbers",
    "missing nouns",
    "missing verbs",
    "missing heads",
    "context",
    "context above",
    "loose",
    "names beside",
    "of another thing",
    "lead",
    "lead of the reader",
    "lead in nearness",
    "behind in words",
    "sentences read",
    "length of the sentence",
)
"""What the trees look at. In the sum nothing is relative to the other sentences, so that the best
of a bad lot is not certain; the leads are over the best of another sentence. "engine" is the
confidence (log-odds) without the reader; "reader", "sentence", "words", "kind" and "echo" are what
the span was chosen by (`hegang_qa.answers.reading.weighing`); "near", "behind" and "lead in
nearness" are 0 where it is not known how near sentences are in meaning; "word nearness" is what the
ranking knows of it in any case."""


def known(question: Question, answer: str, told: Account) -> dict[str, float]:
    """Return what is known of an answer beside what it was chosen by (see `FEATURES`)."""
    return {
        "sentences": log2(1 + question.sentences) / 10,
        "length of the answer": log(1 + answer.count(" ")),
        "tokens": float(len(question.tokens)),
        "missing words": float(len(told.missing)),
        "missing names": told.names,
        "missing numbers": told.numbers,
        "missing nouns": told.nouns,
        "missing verbs": told.verbs,
        "missing heads": told.heads,
        "context": told.context,
        "context above": told.above,
        "loose": told.loose,
        "names beside": told.beside,
        "of another thing": 1.0 if told.other else 0.0,
    }


def sureness(amounts: Mapping[str, float]) -> float:
    """Return the probability (0..1) that a span of these amounts (by the names of `FEATURES`, 0
    where one is not given) answers the question."""
    value = _weights().score([amounts.get(name, 0.0) for name in FEATURES])
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, value))))


@lru_cache(maxsize=1)
def _weights() -> LearnedSum:
    return LearnedSum.read(data_path(FILE), FEATURES, "python -m bench.train_reading")
