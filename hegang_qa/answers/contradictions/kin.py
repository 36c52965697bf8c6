"""Whose relative is asked about: how she died is not how her husband did, and how old the girl on
board was is not how old the ship was."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import WordKnowledge
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.kinship import (
    CHILDREN,
    FATHERS,
    MOTHERS,
    PARENTS,
    SIBLINGS,
    SPOUSES,
    among_siblings,
    is_child_of,
    names_parents_spouse,
    tells_of_parents,
)
from hegang_qa.text.words import COPULAS, PRONOUNS

__all__ = ["age_of_somebody", "of_no_relative", "of_siblings"]

_KIN = (
    SPOUSES,
    CHILDREN,
    FATHERS | MOTHERS | PARENTS,
    SIBLINGS,
    frozenset("uncle aunt nephew niece cousin".split()),
    frozenset("grandfather grandmother grandparents grandson granddaughter".split()),
)
_POSSESSIVE = frozenset("her his their 's".split())
_BESIDE = frozenset("beside with near alongside like for".split())
_BEHIND = 4  # tokens
_AGED = frozenset(("aged", "age"))
_LIVING = frozenset(("person", "animal", "group"))


def of_no_relative(question: Question, ranked: RankedSentence) -> str:
    """Return the relative that a question asks about ("her *husband*") and a sentence does not
    tell of, "" elsewhere; not where the relative itself is asked for ("who was her husband")."""
    norms = [token.norm for token in question.tokens]
    if question.asks == "how many" and (other := of_siblings(question, ranked)):
        return other
    if not SPOUSES.isdisjoint(norms) and names_parents_spouse(ranked.sentence.text):
        return "it tells of the parents"
    named = question.asks in ("who", "whom") or "called" in norms or "name" in norms
    if named and _asks_for(question, FATHERS | MOTHERS | PARENTS):
        return "" if tells_of_parents(ranked.sentence.text) else "it does not tell of parents"
    said = {token.norm for token in ranked.tokens}
    if named:
        unsaid = SIBLINGS.isdisjoint(said) and _asks_for(question, SIBLINGS)
        return "it does not tell of brothers and sisters" if unsaid else ""
    said |= set((ranked.sentence.heading + " " + ranked.sentence.title).casefold().split())
    for at, norm in enumerate(norms[1:], 1):
        group = next((group for group in _KIN if norm in group), None)
        if group is None or norms[at - 1] not in _POSSESSIVE:
            continue
        if not group & said:
            return f'it does not tell of a "{norm}"'
        if _is_only_beside(ranked, group):
            return f'it only names a "{norm}" beside'
    return ""


def _is_only_beside(ranked: RankedSentence, relatives: frozenset[str]) -> bool:
    """Return whether a sentence names a relative only at its end, behind a preposition ("is buried
    *beside her father*")."""
    told = [token.norm for token in ranked.tokens]
    spots = [n for n, norm in enumerate(told) if norm in relatives]
    return all(n > _BEHIND and told[n - 1] in _POSSESSIVE and told[n - 2] in _BESIDE for n in spots)


def of_siblings(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a sentence tells of the brothers and sisters of somebody ("the fourth of
    six children"), where one asks for his children, or the other way about; "" elsewhere."""
    norms = {token.norm for token in question.tokens}
    if not (FATHERS | MOTHERS | PARENTS).isdisjoint(norms):
        return ""
    if not CHILDREN.isdisjoint(norms):
        text = ranked.sentence.text
        if among_siblings(text) is not None:
            return "it tells of brothers and sisters"
        return "it tells whose child that is" if is_child_of(text) else ""
    said = {token.norm for token in ranked.tokens}
    if SIBLINGS.isdisjoint(norms) or SIBLINGS & said or CHILDREN.isdisjoint(said):
        return ""
    return "" if among_siblings(ranked.sentence.text) else "it tells of children"


def _asks_for(question: Question, relatives: frozenset[str]) -> bool:
    """Return whether a question asks for one of these relatives of somebody."""
    for number, term in enumerate(question.terms):
        before = question.tokens[term.token - 1].norm if term.token else ""
        name = number > 0 and question.terms[number - 1].role == "name"
        if term.word in relatives and (before in _POSSESSIVE or name):
            return True
    return False


def age_of_somebody(
    question: Question, ranked: RankedSentence, span: ScoredSpan, lexicon: WordKnowledge | None
) -> str:
    """Return in words that an answer is the age of somebody ("a girl *aged 13*"), where one asks
    how old a thing is; "" elsewhere."""
    if question.asks != "how old" or lexicon is None or not question.terms:
        return ""
    norms = [token.norm for token in question.tokens]
    first = next((term for term in question.terms if term.token > 2), None)
    if norms[2:3] == [] or norms[2] not in COPULAS or first is None or first.role == "name":
        return ""
    if not PRONOUNS.isdisjoint(norms[3:4]):
        return ""  # "how old was she when she died"
    classes = lexicon.classes(first.word)
    if not classes or not _LIVING.isdisjoint(classes):
        return ""
    before = [token.norm for token in ranked.tokens if token.end <= span.span.start][-1:]
    return f'it tells of somebody "{before[0]}"' if before and before[0] in _AGED else ""
