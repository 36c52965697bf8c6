"""Offices beside the one that is asked about: the president is not the vice president."""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import LESSER

__all__ = ["of_higher_office", "of_lesser_office"]


def of_higher_office(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a sentence has an office, and not the lesser one that is asked about
    ("the *vice* president"), "" elsewhere."""
    if LESSER.isdisjoint(token.norm for token in question.tokens):
        return ""
    norms = {token.norm for token in ranked.tokens}
    held = {question.terms[m.term].token for m in ranked.matches if m.how in BY_FORM}
    for at, token in enumerate(question.tokens[:-1]):
        office = at + 1 + (question.tokens[at + 1].norm == "-")
        if token.norm in LESSER and office in held and norms.isdisjoint(LESSER):
            return f'it does not say "{token.norm}"'
    return ""


def of_lesser_office(question: Question, ranked: RankedSentence, span: ScoredSpan) -> str:
    """Return in words that an answer holds a lesser office than the one asked about, which stands
    right before it ("*Deputy* Mayor Tom Reuel", for the mayor); "" elsewhere."""
    if question.asks != "who" or any(token.norm in LESSER for token in question.tokens):
        return ""
    before = [token.norm for token in ranked.tokens if token.end <= span.span.start][-4:]
    inside = [
        token.norm
        for token in ranked.tokens
        if span.span.start <= token.start and token.end <= span.span.end
    ]
    held = {ranked.tokens[m.token].norm for m in ranked.matches if m.how in BY_FORM}
    words = (*before, *inside[:2])
    for one, office in pairwise(norm for norm in words if norm != "-"):
        if one in LESSER and office in held:
            return f'it tells of a "{one} {office}"'
    return ""
