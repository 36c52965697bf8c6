"""Whose relative is asked about: how she died is not how her husband did, and how old the girl on
board was is not how old the ship was."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import WordKnowledge
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["age_of_somebody", "of_no_relative"]

_KIN = (
    frozenset("husband wife spouse widow widower married marriage partner".split()),
    frozenset("daughter daughters son sons child children kid kids".split()),
    frozenset("father mother parent parents dad mum mom".split()),
    frozenset("brother brothers sister sisters sibling siblings twin twins".split()),
    frozenset("uncle aunt nephew niece cousin".split()),
    frozenset("grandfather grandmother grandparents grandson granddaughter".split()),
)
_POSSESSIVE = frozenset("her his their 's".split())
_BE = frozenset("is was are were".split())
_AGED = frozenset(("aged", "age"))
_LIVING = frozenset(("person", "animal", "group"))


def of_no_relative(question: Question, ranked: RankedSentence) -> str:
    """Return the relative that a question asks about ("her *husband*") and a sentence does not
    tell of, "" elsewhere; not where the relative itself is asked for ("who was her husband")."""
    norms = [token.norm for token in question.tokens]
    if question.asks in ("who", "whom") or "called" in norms or "name" in norms:
        return ""
    said = {token.norm for token in ranked.tokens}
    said |= set((ranked.sentence.heading + " " + ranked.sentence.title).casefold().split())
    for at, norm in enumerate(norms[1:], 1):
        group = next((group for group in _KIN if norm in group), None)
        if group is not None and norms[at - 1] in _POSSESSIVE and not group & said:
            return f'it does not tell of a "{norm}"'
    return ""


def age_of_somebody(
    question: Question, ranked: RankedSentence, span: ScoredSpan, lexicon: WordKnowledge | None
) -> str:
    """Return in words that an answer is the age of somebody ("a girl *aged 13*"), where one asks
    how old a thing is; "" elsewhere."""
    if question.asks != "how old" or lexicon is None or not question.terms:
        return ""
    norms = [token.norm for token in question.tokens]
    first = next((term for term in question.terms if term.token > 2), None)
    if norms[2:3] == [] or norms[2] not in _BE or first is None or first.role == "name":
        return ""
    classes = lexicon.classes(first.word)
    if not classes or not _LIVING.isdisjoint(classes):
        return ""
    before = [token.norm for token in ranked.tokens if token.end <= span.span.start][-1:]
    return f'it tells of somebody "{before[0]}"' if before and before[0] in _AGED else ""
