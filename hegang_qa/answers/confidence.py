"""How sure an answer is: from absolute quantities to a probability.

The weights are learned on questions with and without an answer (`bench/train_confidence.py`), and
the log-odds they give order the choices as well. Then come rules that no weight can outvote: a
name, a number or a head noun that nothing accounts for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log, log2
from typing import Protocol

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.accounts import Account
from hegang_qa.answers.hints.collected import ADVICE
from hegang_qa.answers.mismatch import tells_otherwise
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.learned import LearnedSum
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.resources import data_path

__all__ = [
    "DEFAULT_THRESHOLD",
    "FEATURES",
    "FILE",
    "Judge",
    "agreement",
    "answers_another",
    "capped",
    "confidence",
    "is_capped",
    "measure",
]

FILE = "confidence.json"

DEFAULT_THRESHOLD = 0.2
"""Answers below this confidence are refused, unless the caller says otherwise."""

FEATURES = (
    "sentence",
    "likelihood",
    "words of the answer",
    "no span",
    "missing names",
    "missing numbers",
    "missing nouns",
    "missing verbs",
    "context",
    "loose",
    "kind agrees",
    "length of the answer",
    "rule, word for word",
    "sentences",
    "context above",
)
"""Names of the numbers that `measure` returns, in order.

Forty more (the kinds of answers, how words were met, what the ranking knows) gained less than half
a point in F1 and nothing in calibration.
"""

# Answers of which a sentence must say itself whose they are.
_PERSONAL = frozenset(("phone", "email", "address", "age"))

# No answer is much surer than this that leaves a name or a number unaccounted for, or nouns of
# more than so much of the question's weight: what was in 2010 does not answer what was in 2015,
# nor where copper was found where silver was.
_UNACCOUNTED = 0.15
_IN_ORDER = 0.05
_HEAVY_NOUN = 0.3

# What the form of a sentence tells, as rare as instructions are among what is learned from.
_TOLD_BY_FORM = 3.5
_ADVISED = 0.4
# The same where no more than this share of the question stands only beside the sentence or over it.
_LITTLE = 0.35
_ADVISED_BESIDE = 0.3

# "X is a ..." answers what X is, as rare as such questions are among those learned from.
_DEFINED = 0.5
_SHORT = 2  # words of content

# The log-probability of a span where there is none.
_NO_SPAN = -8.0


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


def measure(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan | None,
    told: Account,
    others: Sequence[ScoredSpan] = (),
) -> list[float]:
    """Return what is known of an answer, a number for each of `FEATURES`.

    Its likelihood is that of all `others` of the sentence as well, as far as they are the same
    words: a right answer often has several wordings that share what is sure about it.
    """
    match = question.match
    if span is None:
        of_span = [_NO_SPAN, 0.0, 1.0]
        agrees, length = 0.0, 0.0
    else:
        words = sum(span.features.values()) - span.features.get("sentence", 0.0)
        of_span = [max(_NO_SPAN, _likelihood(span, others)), words, 0.0]
        agrees = agreement(question.answer_type, span.span.type)
        length = log(1 + span.text.count(" "))
    return [
        ranked.score,
        *of_span,
        told.names,
        told.numbers,
        told.nouns,
        told.verbs,
        told.context,
        told.loose,
        agrees,
        length,
        1.0 if match is not None and match.how == "strict" else 0.0,
        log2(1 + question.sentences) / 10,
        told.above,
    ]


def _likelihood(span: ScoredSpan, others: Sequence[ScoredSpan]) -> float:
    """Return the logarithm of the sum of the probabilities of a span and of those that overlap
    it, these by the share of the characters that both have (2 * both / (one + other)).

    A span that is none of the others is an enumeration, and has all of its members' probability.
    """
    start, end, _, _ = span.span
    whole = all(other is not span for other in others)
    total = 0.0
    for other in others:
        low, high, _, _ = other.span
        both = min(end, high) - max(start, low)
        if both > 0:
            share = 2 * both / (end - start + high - low)
            total += exp(other.score) * (1.0 if whole and both == high - low else share)
    return log(total) if total else span.score


def agreement(wanted: str, given: str, *, wider: float = 1.0) -> float:
    """Return how the type of a span agrees with the one asked for, -1..1.

    1 where it is of that type or of one below it, `wider` where it is of a wider one ("date" for
    "year"). A number or date was asked for and none is given, or the other way about: -1.
    """
    if wanted == "phrase" or not wanted:
        return 0.0
    if given != "phrase" and is_a(given, wanted):
        return 1.0
    if given != "phrase" and is_a(wanted, given):
        return wider
    wants, gives = is_numeric(wanted), is_numeric(given)
    return -1.0 if wants != gives and (wants or is_a(wanted, "entity")) else 0.0


@lru_cache(maxsize=1)
def _weights() -> LearnedSum:
    return LearnedSum.read(data_path(FILE), FEATURES, "python -m bench.train_confidence")


def is_capped(told: Account) -> bool:
    """Return whether so much is unaccounted for that an answer is no answer to this question."""
    unaccounted = told.names or told.numbers or told.heads > _HEAVY_NOUN or told.nothing_said
    return bool(unaccounted or told.other)


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
    value = _weights().score(measure(question, ranked, span, told, others))
    sure = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, value))))
    if answers_another(question, span, told):
        return capped(sure)
    short = len(question.terms) <= _SHORT
    if short and ranked.features.get("defines") and span is not None and not told.missing:
        return max(sure, _DEFINED)
    # What introduces a list of answers ("Volunteers receive:").
    if ranked.sentence.text.endswith(":") and not told.missing and not told.context:
        return max(sure, _ADVISED)
    # "To release, run ...", "Weight: 3 kg".
    by_form = span is not None and span.features.get(ADVICE, 0.0) >= _TOLD_BY_FORM
    if by_form and not told.missing and told.context <= _LITTLE:
        return max(sure, _ADVISED if not told.context else _ADVISED_BESIDE)
    return sure
