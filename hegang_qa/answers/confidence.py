"""How sure an answer is: from absolute quantities to a probability.

The weights are learned on questions with and without an answer (`bench/train_confidence.py`), and
the log-odds they give order the choices as well. Then come rules that no weight can outvote: a
name, a number or a head noun that nothing accounts for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp
from typing import Protocol

from hegang_qa.answers.accounts import Account
from hegang_qa.answers.measures import FEATURES, is_capped, measure
from hegang_qa.answers.mismatch import tells_otherwise
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.span_model.scoring import ADVICE
from hegang_qa.learned import LearnedSum
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.resources import data_path

__all__ = [
    "DEFAULT_THRESHOLD",
    "FILE",
    "Judge",
    "answers_another",
    "capped",
    "confidence",
]

FILE = "confidence.json"

DEFAULT_THRESHOLD = 0.18
"""Answers below this confidence are refused, unless the caller says otherwise."""

# Answers of which a sentence must say itself whose they are.
_PERSONAL = frozenset(("phone", "email", "address", "age"))

# No answer is much surer than this that leaves a name or a number unaccounted for, or nouns of
# more than so much of the question's weight: what was in 2010 does not answer what was in 2015,
# nor where copper was found where silver was.
_UNACCOUNTED = 0.14
_IN_ORDER = 0.04

# A sentence without any candidate was never right in training: it is only kept in its order.
_SPANLESS = 0.05

# What the form of a sentence tells, as rare as instructions are among what is learned from.
_TOLD_BY_FORM = 3.5
_ADVISED = 0.4
# The same where hardly anything else can be meant ("*Anybody over 16* may join").
_PLAIN = 8.0
_PLAINLY = 0.65
# The same where no more than this share of the question stands only beside the sentence or over it.
_LITTLE = 0.35
_ADVISED_BESIDE = 0.3

# "X is a ..." answers what X is, as rare as such questions are among those learned from.
_DEFINED = 0.5
_SHORT = 2  # words of content


class Judge(Protocol):
    """Tells how sure an answer is."""

    def __call__(
        self,
        question: Question,
        ranked: RankedSentence,
        span: ScoredSpan | None,
        told: Account,
        others: Sequence[ScoredSpan] = (),
        /,
    ) -> float:
        """Return the probability (0..1) that the span answers the question. `others` are all
        spans of its sentence that were weighed, with the same sum of probabilities."""
        ...


@lru_cache(maxsize=1)
def _weights() -> LearnedSum:
    return LearnedSum.read(data_path(FILE), FEATURES, "python -m bench.train_confidence")


def answers_another(question: Question, span: ScoredSpan | None, told: Account) -> bool:
    """Return whether the span answers another question than this one, whatever else fits."""
    # Whose number or address it is, the sentence itself must say.
    done = question.answer_type == "age" and any(term.role == "verb" for term in question.terms)
    strange = bool(told.beside) and question.answer_type in _PERSONAL and not done
    return strange or is_capped(told) or (span is not None and tells_otherwise(question, span))


def capped(sure: float) -> float:
    """Return the confidence (0..1) in an answer to another question: below the default threshold,
    and in the order of what it would be."""
    return min(sure, _UNACCOUNTED + _IN_ORDER * (sure - _UNACCOUNTED))


def confidence(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan | None,
    told: Account,
    others: Sequence[ScoredSpan] = (),
) -> float:
    """Return the probability (0..1) that the span answers the question; see `Judge`."""
    if span is None:
        sure = _SPANLESS * _probability(ranked.score)
    else:
        sure = _probability(_weights().score(measure(question, ranked, span, told, others)))
    only_beside = question.answer_type == "reason" and not ranked.matches and not told.above
    only_beside = only_beside and not ranked.features.get("pronoun")
    if answers_another(question, span, told) or only_beside:
        return capped(sure)
    short = len(question.terms) <= _SHORT
    defines = ranked.features.get("defines", 0.0)
    if short and defines and span is not None and not told.missing:
        least = _at_least(_DEFINED * defines, sure)
        return least if defines == 1.0 else min(least, _DEFINED)
    # What introduces a list of answers ("Volunteers receive:").
    if ranked.sentence.text.endswith(":") and not told.missing and not told.context:
        return _at_least(_ADVISED, sure)
    # "To release, run ...", "Weight: 3 kg".
    by_form = 0.0 if span is None else span.features.get(ADVICE, 0.0)
    if told.missing or by_form < _TOLD_BY_FORM:
        return sure
    if by_form >= _PLAIN and told.context - told.above <= _LITTLE:
        return _at_least(_PLAINLY, sure)
    if told.context <= _LITTLE:
        return _at_least(_ADVISED if not told.context else _ADVISED_BESIDE, sure)
    return sure


def _probability(log_odds: float) -> float:
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, log_odds))))


def _at_least(least: float, sure: float) -> float:
    """Return a confidence of at least so much, in the order of what it would be."""
    return max(sure, least + _IN_ORDER * sure * (1.0 - least))
