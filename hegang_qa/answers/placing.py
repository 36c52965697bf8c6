"""How the words of a question stand in a sentence, and around what may be its answer."""

from __future__ import annotations

from hegang_qa.answers.model import TypedSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, BY_MEANING, RankedSentence

__all__ = ["FAR", "MET", "PLACED", "met", "placed", "placed_between"]

MET = ("verb met", "verb met by form", "focus met", "nouns by form", "nouns by meaning")
"""Names of the numbers that `met` returns, in order."""

_WAYS = ("name", "number", "noun", "verb")

PLACED = (
    *(f"way to a {role}" for role in _WAYS),
    "way to a word",
    "within five",
    "in its part",
    "verb in its part",
)
"""Names of the numbers that `placed` returns, in order."""

FAR = 40.0
"""The way to a word that is not there, in tokens."""

_CLOSE = 5
_BREAKS = frozenset(",;:()–—")
_NOUNS = frozenset(("noun", "other", "focus"))


def met(question: Question, ranked: RankedSentence) -> list[float]:
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


def placed(question: Question, ranked: RankedSentence, span: TypedSpan) -> list[float]:
    """Return how far from the answer the words of the question stand, and which of them (shares)
    stand in the same part of the sentence, between two marks."""
    tokens = ranked.tokens
    low = next((n for n, token in enumerate(tokens) if token.end > span.start), 0)
    high = next((n for n, token in enumerate(tokens) if token.start >= span.end), len(tokens))
    return placed_between(question, ranked, low, high)


def placed_between(question: Question, ranked: RankedSentence, low: int, high: int) -> list[float]:
    """Return what `placed` does of the tokens from `low` to `high`, the end excluded."""
    tokens = ranked.tokens
    first, last = low, high
    while first > 0 and tokens[first - 1].norm not in _BREAKS:
        first -= 1
    while last < len(tokens) and tokens[last].norm not in _BREAKS:
        last += 1
    ways = dict.fromkeys(_WAYS, FAR)
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
