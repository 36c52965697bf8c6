"""Offices beside the one that is asked about: the president is not the vice president."""

from __future__ import annotations

from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence

__all__ = ["of_higher_office"]

_LESSER = frozenset("vice deputy assistant acting honorary associate junior former".split())


def of_higher_office(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a sentence has an office, and not the lesser one that is asked about
    ("the *vice* president"), "" elsewhere."""
    if _LESSER.isdisjoint(token.norm for token in question.tokens):
        return ""
    norms = {token.norm for token in ranked.tokens}
    held = {question.terms[m.term].token for m in ranked.matches if m.how in BY_FORM}
    for at, token in enumerate(question.tokens[:-1]):
        office = at + 1 + (question.tokens[at + 1].norm == "-")
        if token.norm in _LESSER and office in held and norms.isdisjoint(_LESSER):
            return f'it does not say "{token.norm}"'
    return ""
