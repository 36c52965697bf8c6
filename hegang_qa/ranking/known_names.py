"""Names that a document gives once in full and then shortens or leaves out.

A life says "Hal Jones" in its first sentence and "Jones" or "he" ever after, and the history of a
club does not name its town in every paragraph. A name of the question that neither a sentence nor
what stands around it holds is known there all the same where its document holds it in the same
full name, or as what the document is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.index.protocol import SentenceIndex, WeightedTerm
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.ranking.views import sentence_view
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = ["with_known_names"]

_FIRST = 5
"""How many of the best sentences are looked after."""

_LOOKED_AT = 12
"""How many sentences of a document that hold a name are looked at."""

_OPENING = 2
"""Blocks at the beginning of a document that tell what it is about: a title and a paragraph."""

_PROSE = frozenset(("paragraph", "heading"))

_APART = 2
"""Tokens between two words of a name at most ("Manfred of Elz"), counted as places."""


def with_known_names(
    question: Question,
    ranked: Sequence[RankedSentence],
    *,
    index: SentenceIndex,
    store: SentenceStore,
) -> list[RankedSentence]:
    """Return the sentences, the best of them with the names that their document accounts for among
    their `context`."""
    names = [
        number
        for number, term in enumerate(question.terms)
        if term.role == "name" or _stands_by_a_name(question, number)
    ]
    if not names:
        return list(ranked)
    holders: dict[tuple[int, int], list[Sentence]] = {}

    def holding(document: int, number: int) -> list[Sentence]:
        found = holders.get((document, number))
        if found is None:
            forms = [WeightedTerm(form) for form in _forms(question, number)]
            hits = index.search(forms, limit=_LOOKED_AT, documents=(document,)).hits
            found = [one for one in store.get([hit.id for hit in hits]) if one.kind in _PROSE]
            holders[document, number] = found
        return found

    known = []
    for one in ranked[:_FIRST]:
        if one.sentence.kind != "paragraph":  # of a row or an item, others tell nothing
            known.append(one)
            continue
        met = {match.term: match.how for match in one.matches}
        more = [
            number
            for number in names
            if number not in met and number not in one.context
            if _is_known(question, number, met, one, holding(one.sentence.document, number))
        ]
        known.append(one._replace(context=(*one.context, *more)) if more else one)
    return [*known, *ranked[_FIRST:]]


def _stands_by_a_name(question: Question, number: int) -> bool:
    """Return whether a noun stands right before a name ("queen Isolde")."""
    term = question.terms[number]
    after = question.terms[number + 1 : number + 2]
    return (
        term.role == "noun"
        and bool(after)
        and after[0].role == "name"
        and after[0].token == term.token + 1
    )


def _is_known(
    question: Question,
    number: int,
    met: dict[int, str],
    one: RankedSentence,
    holders: Sequence[Sentence],
) -> bool:
    if not holders:
        return False
    name = question.terms[number].role == "name"
    if name and (
        len(holders) >= _LOOKED_AT
        or any(other.block < _OPENING and other.block != one.sentence.block for other in holders)
    ):
        return True
    return any(
        met.get(beside) in BY_FORM and _stand_together(question, number, beside, holders)
        for beside in (number - 1, number + 1)
        if 0 <= beside < len(question.terms)
    )


def _stand_together(
    question: Question, number: int, beside: int, holders: Sequence[Sentence]
) -> bool:
    """Return whether two words of a name in the question are one somewhere in the document."""
    terms = question.terms
    step = terms[beside].token - terms[number].token
    if abs(step) > _APART or terms[beside].role != "name":
        return False
    for sentence in holders:
        places = sentence_view(sentence.text).places
        here = {at for form in _forms(question, number) for at in places.get(form, ())}
        there = {at for form in _forms(question, beside) for at in places.get(form, ())}
        if any(at + step in there for at in here):
            return True
    return False


def _forms(question: Question, number: int) -> list[str]:
    return [form for form, how, _ in question.terms[number].expansions if how in BY_FORM]
