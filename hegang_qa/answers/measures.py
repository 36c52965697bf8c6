"""What is known of an answer, in numbers: all that its confidence is made of.

Whether the documents say what is asked shows in many small things at once: how its words were met,
how far from the answer they stand, whether a verb was asked about and is not there, whether the
answer is of the kind that was asked for, what the ranking and the span model made of it. Shares are
parts of the question's whole weight (0..1); ways are numbers of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, log2

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.accounts import Account
from hegang_qa.answers.hints.collected import ADVICE
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.span_model.scoring import PARTS
from hegang_qa.question.model import Question
from hegang_qa.ranking.features import FEATURES as OF_SENTENCE
from hegang_qa.ranking.features import row_of
from hegang_qa.ranking.model import BY_FORM, BY_MEANING, RankedSentence

__all__ = ["FEATURES", "agreement", "is_capped", "measure"]

_TOLD = (
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
_MET = ("verb met", "verb met by form", "focus met", "nouns by form", "nouns by meaning")
_WAYS = ("name", "number", "noun", "verb")
_PLACED = (
    *(f"way to a {role}" for role in _WAYS),
    "way to a word",
    "within five",
    "in its part",
    "verb in its part",
)
_KINDS = (
    "person place organisation name date year number count quantity duration distance money "
    "percentage time reason manner definition description phrase"
).split()
_ASKS = "who what which when where why how".split()
_PARTS = tuple(
    dict.fromkeys(
        ("its beginning", "its end", "type", ADVICE, "column", *PARTS.values(), "pairs of words")
    )
)

FEATURES = (
    *_TOLD,
    *_ASKED,
    *_MET,
    *_PLACED,
    *(f"asks {word}" for word in _ASKS),
    *(f"asks for {kind}" for kind in _KINDS),
    *(f"gives {kind}" for kind in _KINDS),
    *(f"span: {name}" for name in _PARTS),
    *(f"ranking: {name}" for name in OF_SENTENCE),
)
"""Names of the numbers that `measure` returns, in order.

Those after "ranking:" are the features of the sentence, those after "span:" the parts of the span's
score (log-odds).
"""

# The log-probability of a span where there is none.
_NO_SPAN = -8.0
# The way to a word that is not there, in tokens.
_FAR = 40.0
_CLOSE = 5
# Nouns of more than so much of the question's weight, unaccounted for, make it another question.
_HEAVY_NOUN = 0.3
_BREAKS = frozenset(",;:()–—")
_NOUNS = frozenset(("noun", "other", "focus"))


def is_capped(told: Account) -> bool:
    """Return whether so much is unaccounted for that an answer is no answer to this question."""
    unaccounted = told.names or told.numbers or told.heads > _HEAVY_NOUN or told.nothing_said
    return bool(unaccounted or told.other)


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
    given = span.span.type if span is not None else ""
    wanted = question.answer_type
    parts = span.features if span is not None else {}
    return [
        *_told(question, ranked, span, told, others),
        *_asked(question),
        *_met(question, ranked),
        *_placed(question, ranked, span),
        *[float(question.asks.startswith(word)) for word in _ASKS],
        *[float(wanted == kind) for kind in _KINDS],
        *[float(given == kind) for kind in _KINDS],
        *[parts.get(name, 0.0) for name in _PARTS],
        *row_of(ranked.features),
    ]


def _told(
    question: Question,
    ranked: RankedSentence,
    span: ScoredSpan | None,
    told: Account,
    others: Sequence[ScoredSpan],
) -> list[float]:
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


def _met(question: Question, ranked: RankedSentence) -> list[float]:
    """Return how the question's verb, what it asks for and its nouns stand in the sentence; a verb
    that is not asked about is -1."""
    verb = verb_form = focus = -1.0
    for term in question.terms:
        if term.role == "verb" and not term.light:
            verb = verb_form = 0.0
        elif term.role == "focus":
            focus = 0.0
    by_form = by_meaning = 0.0
    for match in ranked.matches:
        term = question.terms[match.term]
        if term.role == "verb":
            verb = max(verb, match.weight)
            verb_form = max(verb_form, 1.0 if match.how in BY_FORM else 0.0)
        elif term.role == "focus":
            focus = max(focus, match.weight)
        elif term.role in _NOUNS:
            by_form += term.share if match.how in BY_FORM else 0.0
            by_meaning += term.share if match.how in BY_MEANING else 0.0
    return [verb, verb_form, focus, by_form, by_meaning]


def _placed(question: Question, ranked: RankedSentence, span: ScoredSpan | None) -> list[float]:
    """Return how far from the answer the words of the question stand, and which of them (shares)
    stand in the same part of the sentence, between two marks."""
    if span is None:
        return [_FAR] * (len(_WAYS) + 1) + [0.0, 0.0, 0.0]
    tokens = ranked.tokens
    low = next((n for n, token in enumerate(tokens) if token.end > span.span.start), 0)
    high = next((n for n, token in enumerate(tokens) if token.start >= span.span.end), len(tokens))
    first, last = low, high
    while first > 0 and tokens[first - 1].norm not in _BREAKS:
        first -= 1
    while last < len(tokens) and tokens[last].norm not in _BREAKS:
        last += 1
    ways = dict.fromkeys(_WAYS, _FAR)
    close = part = verbs = 0.0
    for match in ranked.matches:
        at = match.token
        if low <= at < high:
            continue
        term = question.terms[match.term]
        role = "noun" if term.role in _NOUNS else term.role
        way = low - at if at < low else at - high + 1
        ways[role] = min(ways[role], way)
        worth = term.share * min(1.0, match.weight)
        close += worth if way <= _CLOSE else 0.0
        if first <= at < last:
            part += worth
            verbs += role == "verb"
    return [*ways.values(), min(ways.values()), close, part, verbs]
