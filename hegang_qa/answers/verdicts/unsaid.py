"""What a yes-or-no question asks that a sentence does not say, for all that it has of it: a noun,
the participle by which all is asked, what stands behind a preposition.
"""

from __future__ import annotations

from collections.abc import Collection

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import COPULAS, PREPOSITIONS

__all__ = [
    "has_grounds",
    "lacked",
    "only_near",
    "unsaid_again",
    "unsaid_complement",
    "unsaid_participle",
]

_PASSIVE = COPULAS | {"be", "been"}
_WHERE = frozenset(("in", "at", "on", "to", "near", "from"))
_MEANS = frozenset(("by", "with"))
# By these a sentence lets one do something, or says that it can be done.
_GROUNDS = frozenset(
    "can may could able allowed permitted allow allows permit permits admitted welcome possible "
    "free accept accepts accepted available open safe suitable suited work works offer offers "
    "offered optional entitled right choose option options support supports supported compatible "
    "eligible lets let enables enable ready ok okay fine provided granted recommended "
    "included served sold found held located equipped fitted run operated approved valid "
    "applies".split()
)
# A noun that nothing accounts for must weigh less than this, for all that the rest is there.
_LACKED = 0.15
_WEIGHTY = 0.25
_OF_SAME_MATTERS = frozenset(("near", "kindred"))


_INCLUDED = frozenset(("included", "provided", "covered"))
_WITH = frozenset("with free part contains contain comes covers cover".split())
_AGAIN = frozenset("again second twice anew further another later".split())


def unsaid_again(question: Question, ranked: RankedSentence) -> bool:
    """Return whether one asks if something was done again, and a sentence only says it was."""
    if all(token.norm != "again" for token in question.tokens):
        return False
    said = [token.norm for token in ranked.tokens]
    return _AGAIN.isdisjoint(said) and not any(norm.startswith("re") for norm in said)


def only_near(question: Question, ranked: RankedSentence) -> str:
    """Return the word of a sentence that is only of the same matters as a noun that is asked about
    ("born" for *children*), "" where every weighty noun is said or stands beside or over it."""
    for match in ranked.matches:
        term = question.terms[match.term]
        far = match.how in _OF_SAME_MATTERS and match.term not in ranked.context
        if far and term.role in ("noun", "name") and term.share >= _WEIGHTY:
            return ranked.tokens[match.token].text
    return ""


def unsaid_complement(
    question: Question, ranked: RankedSentence, context: Collection[int], lent: Collection[int]
) -> str:
    """Return the participle, the name or figure behind a preposition, or the means ("by *cheque*"),
    of a question that stands only in a sentence beside this one ("was she *born* in Osterby", where
    she died), or ""."""
    if predicate := _unsaid_predicate(question, ranked, context, lent):
        return predicate
    there = any(token.norm == "there" for token in ranked.tokens)
    verb = main_verb(question) if question.tokens[0].norm in COPULAS else -1
    for number in context:
        term = question.terms[number]
        named = term.role == "noun"  # "payment" over it is no invoice
        if number in lent or stands_above(question, number, ranked.sentence, named=named):
            continue
        before = question.tokens[term.token - 1].norm if term.token else ""
        placed = term.role in ("name", "number") and before in PREPOSITIONS and before != "of"
        placed = placed and not (there and before in _WHERE)
        placed = placed or (term.role in ("noun", "verb") and before in _MEANS)
        if placed or (number == verb and not term.light):
            return question.tokens[term.token].text
    return ""


def _unsaid_predicate(
    question: Question, ranked: RankedSentence, context: Collection[int], lent: Collection[int]
) -> str:
    """Return what a thing is asked to be ("is it *loud*"), or the thing itself that is asked to be
    there ("are there *wolves* in the city"), where it stands only in a sentence beside this one; ""
    elsewhere."""
    norms = [token.norm for token in question.tokens if token.kind != "mark"]
    if norms[0] in ("do", "does") and question.terms:
        # "Do *motorbikes* have to pay": what the car park costs says nothing of them.
        first = question.terms[0]
        subject = first.token == 1 and first.role in ("noun", "name") and 0 in context
        above = stands_above(question, 0, ranked.sentence)
        return norms[1] if subject and 0 not in lent and not above else ""
    if norms[0] not in COPULAS or not question.terms:
        return ""
    if norms[1:2] == ["there"]:
        end = next(
            (n for n, norm in enumerate(norms) if n > 2 and norm in PREPOSITIONS), len(norms)
        )
        wanted = [n for n, term in enumerate(question.terms) if term.token < end]
    else:
        last = len(question.terms) - 1
        term = question.terms[last]
        said_of = last > 0 and term.role != "name" and term.token == len(norms) - 1
        wanted = [last] if said_of else []
    for number in wanted:
        above = stands_above(question, number, ranked.sentence, named=norms[1] == "there")
        if number in context and number not in lent and not above:
            return norms[question.terms[number].token]
    return ""


def lacked(question: Question, missing: Collection[int]) -> str:
    """Return the noun of weight, or the last word, of a question that is missing (terms), or ""."""
    terms = question.terms
    for n in sorted(missing):
        thing = terms[n].role in ("noun", "name") or (
            terms[n].role == "other" and n + 1 == len(terms)
        )
        if thing and terms[n].share >= _LACKED:
            return question.tokens[terms[n].token].text
    return ""


def unsaid_participle(question: Question, ranked: RankedSentence, found: Collection[int]) -> str:
    """Return the participle by which all is asked ("is breakfast *included*"), though it says
    little elsewhere, where the sentence lacks it; "" otherwise."""
    included = any(t.norm.startswith("incl") or t.norm in _WITH for t in ranked.tokens)
    for number, term in enumerate(question.terms):
        if included or number in found or number in ranked.context:
            continue
        if term.word in _INCLUDED and question.tokens[0].norm in COPULAS:
            return question.tokens[term.token].text  # "is heating *included* in the rent"
    number = len(question.terms) - 1
    term = question.terms[number]
    last = term.token + 1 == sum(token.kind != "mark" for token in question.tokens)
    asks = question.tokens[0].norm in COPULAS and last and term.role == "verb" and number > 0
    return question.tokens[term.token].text if asks and term.light and number not in found else ""


def has_grounds(ranked: RankedSentence, analysis: Analysis) -> bool:
    """Return whether a sentence may give leave for something: it has a word for that, or does not
    say that something else is done with it ("bookings by phone are *filed*")."""
    if any(token.norm in _GROUNDS for token in ranked.tokens):
        return True
    held = {match.token for match in ranked.matches}
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    return not any(
        tag == "K" and at not in held and not _PASSIVE.isdisjoint(norms[max(0, at - 2) : at])
        for at, tag in enumerate(tags)
    )
