"""What is known of an answer, in numbers: all that its confidence is made of.

Whether the documents say what is asked shows in many small things at once: how its words were met,
how far from the answer they stand, whether a verb was asked about and is not there, whether the
answer is of the kind that was asked for, what the ranking and the span model made of it. Shares are
parts of the question's whole weight (0..1); ways are numbers of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, log2

from hegang_qa.answer_types import agreement
from hegang_qa.answers.accounts import Account
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.placing import MET, PLACED, met, placed
from hegang_qa.answers.span_model.third_stage import SPAN_PARTS
from hegang_qa.question.model import Question
from hegang_qa.ranking.features import FEATURES as OF_SENTENCE
from hegang_qa.ranking.features import row_of
from hegang_qa.ranking.model import RankedSentence

__all__ = ["FEATURES", "is_capped", "measure"]

_TOLD = (
    "sentence",
    "likelihood",
    "words of the answer",
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
    "missing words",
    "heaviest missing",
    "missing heads",
    "names beside",
    "of another thing",
    "unaccounted",
)
_ASKED = (
    "tokens",
    "terms",
    "names asked",
    "numbers asked",
    "nouns asked",
    "verbs asked",
)
_KINDS = (
    "person place organisation name date year number count quantity duration distance money "
    "percentage time reason manner definition description phrase"
).split()
_ASKS = "who what which when where why how".split()

FEATURES = (
    *_TOLD,
    *_ASKED,
    *MET,
    *PLACED,
    *(f"asks {word}" for word in _ASKS),
    *(f"asks for {kind}" for kind in _KINDS),
    *(f"gives {kind}" for kind in _KINDS),
    *(f"span: {name}" for name in SPAN_PARTS),
    *(f"ranking: {name}" for name in OF_SENTENCE),
)
"""Names of the numbers that `measure` returns, in order.

Those after "ranking:" are the features of the sentence, those after "span:" the parts of the span's
score (log-odds).
"""

# No span is told to be less likely than this (a log-probability).
_UNLIKELY = -8.0
# Nouns of more than so much of the question's weight, unaccounted for, make it another question.
_HEAVY_NOUN = 0.3


def is_capped(told: Account) -> bool:
    """Return whether so much is unaccounted for that an answer is no answer to this question."""
    unaccounted = told.names or told.numbers or told.heads > _HEAVY_NOUN or told.nothing_said
    return bool(unaccounted or told.other)


def measure(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan,
    told: Account,
    others: Sequence[ScoredSpan] = (),
) -> list[float]:
    """Return what is known of an answer, a number for each of `FEATURES`.

    Its likelihood is that of all `others` of the sentence as well, as far as they are the same
    words: a right answer often has several wordings that share what is sure about it.
    """
    given, wanted, parts = span.span.type, question.answer_type, span.features
    return [
        *_told(question, ranked, span, told, others),
        *_asked(question),
        *met(question, ranked),
        *placed(question, ranked, span.span),
        *[float(question.asks.startswith(word)) for word in _ASKS],
        *[float(wanted == kind) for kind in _KINDS],
        *[float(given == kind) for kind in _KINDS],
        *[parts.get(name, 0.0) for name in SPAN_PARTS],
        *row_of(ranked.features),
    ]


def _told(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan,
    told: Account,
    others: Sequence[ScoredSpan],
) -> list[float]:
    match = question.match
    return [
        ranked.score,
        max(_UNLIKELY, _likelihood(span, others)),
        sum(span.features.values()) - span.features.get("sentence", 0.0),
        told.names,
        told.numbers,
        told.nouns,
        told.verbs,
        told.context,
        told.loose,
        agreement(question.answer_type, span.span.type),
        log(1 + span.text.count(" ")),
        1.0 if match is not None and match.how == "strict" else 0.0,
        log2(1 + question.sentences) / 10,
        told.above,
        float(len(told.missing)),
        max((question.terms[number].share for number in told.missing), default=0.0),
        told.heads,
        told.beside,
        1.0 if told.other else 0.0,
        1.0 if is_capped(told) else 0.0,
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


def _asked(question: Question) -> list[float]:
    roles = [term.role for term in question.terms]
    return [
        float(len(question.tokens)),
        float(len(roles)),
        float(roles.count("name")),
        float(roles.count("number")),
        float(roles.count("noun") + roles.count("other")),
        float(sum(term.role == "verb" and not term.light for term in question.terms)),
    ]
