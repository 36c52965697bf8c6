"""How much of a yes-or-no question a sentence holds, by itself and with what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hegang_qa.answers.verdicts.bearing import circumstances
from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.answers.verdicts.limits import holds_in_range, is_calendar
from hegang_qa.answers.verdicts.rulings import CONTEXT
from hegang_qa.answers.verdicts.thresholds import Limit, limit_for, of_another_unit
from hegang_qa.question.model import Question, QuestionTerm
from hegang_qa.ranking.model import BY_FORM, BY_MEANING, RankedSentence, TermMatch
from hegang_qa.text.words import FUNCTION_WORDS, NEGATIONS

__all__ = ["NEAR", "Holding", "beyond_in_words", "holding"]

NEAR = 0.5
"""Of the question's weight, what a sentence must account for to be about the same at all."""

# What is said of all of a kind is said of one of them nearly as surely.
_COVERED = 0.8
# Names of places are seldom what a word for places tells of all its kind: "cities" is not Rome.
_NAMED_KINDS = frozenset("city country river mountain lake island region place person".split())


# Where nearly all is told before it, the question itself says too little.
_ALL_TOLD = 0.8


class Holding(NamedTuple):
    """What a sentence holds of a question: the match of each term that it has (`found`), what each
    term is `worth` (0..1), those that only stand around it (`context`) and those that nothing
    accounts for (`missing`); the `support` (0..1) by all of them, what a figure is `beyond`, and
    the terms that only tell under what circumstances one asks (`aside`); `kept` tells that a figure
    keeps within a limit of the sentence."""

    found: Mapping[int, TermMatch]
    worth: Mapping[int, float]
    context: list[int]
    missing: list[int]
    support: float
    beyond: Limit | None
    aside: frozenset[int]
    kept: bool = False


_SIZES = frozenset("old new big small large little tiny huge own normal ordinary nice".split())


def holding(
    question: Question,
    ranked: RankedSentence,
    lexicon: WordRelations | None,
    lent: frozenset[int],
) -> Holding:
    """Return what a sentence holds of a question; `lent` are the terms that it has from the one
    that it goes on from."""
    terms = question.terms
    found = {
        match.term: match
        for match in ranked.matches
        # An age is not told by "children".
        if not (match.how == "related" and terms[match.term].role == "number")
    }
    worth = {
        number: match.weight
        for number, match in found.items()
        # What is only used of the same matters is another thing: a secretary is no treasurer.
        if (match.how != "kindred" or match.weight >= NEAR or terms[number].role == "verb")
        and not (ranked.tokens[match.token].text == "may" and terms[number].role == "name")
        and not (
            match.how in BY_MEANING
            and is_calendar(terms[number].word)
            # "Wed" is Wednesday
            and ranked.tokens[match.token].norm[:3] != terms[number].word[:3]
        )
    }
    context = [number for number in ranked.context if number not in worth]
    worth |= dict.fromkeys(context, CONTEXT) | dict.fromkeys(lent, 1.0)
    beyond: Limit | None = None
    kept = False
    for number, term in enumerate(terms):
        if term.role == "number" and number in found:
            if of_another_unit(question, term.token, ranked, found[number].token):
                worth.pop(number, None)  # "3 hours", where "3 euro" is asked
        elif term.role == "number" and _is_listed(question.tokens[term.token].norm, ranked):
            worth[number] = 1.0
        elif term.role == "number" and (limit := limit_for(question, term.token, ranked)):
            if limit.kept:
                worth[number] = 1.0
                kept = True
            else:
                beyond = limit
        if worth.get(number, 0.0) < _COVERED:
            if holds_in_range(term.word, ranked):
                worth[number] = 1.0
            elif _covered(term, ranked, lexicon) or _is_of_any_size(question, term, ranked):
                worth[number] = _COVERED
    support = sum(terms[number].share * weight for number, weight in worth.items())
    missing = [number for number in range(len(terms)) if number not in worth]
    # "Has it *got* a pump?": what says next to nothing is not missed.
    light = sum(terms[n].share for n in missing if terms[n].light)
    support /= max(0.5, 1.0 - light)
    # What is told before anything is asked need not be said ("*I changed it*, must I restart").
    told = sum(terms[n].share for n in missing if terms[n].background and not terms[n].light)
    if told < _ALL_TOLD:
        support /= 1.0 - told
    # What one asks about counts in full, under what circumstances by half.
    aside = circumstances(question) - {n for n, term in enumerate(terms) if term.background}
    support /= 1.0 - sum(terms[n].share for n in missing if n in aside and not terms[n].light) / 2
    return Holding(found, worth, context, missing, support, beyond, aside, kept)


def _is_listed(figure: str, ranked: RankedSentence) -> bool:
    """Return whether a figure stands before another one whose unit or month is its own, too
    ("open on *27* and 28 December")."""
    norms = [token.norm for token in ranked.tokens]
    return any(
        norms[at] == figure and norms[at + 1] in ("and", "or", ",") and norms[at + 2][:1].isdigit()
        for at in range(len(norms) - 2)
    )


def _is_of_any_size(question: Question, term: QuestionTerm, ranked: RankedSentence) -> bool:
    """Return whether a word of the question only tells the size or age of a thing that a sentence
    denies of all of them ("can I use *old* carpet": "carpet must not be used")."""
    if term.word not in _SIZES or NEGATIONS.isdisjoint(token.norm for token in ranked.tokens):
        return False
    return any(
        match.how in BY_FORM and question.terms[match.term].token == term.token + 1
        for match in ranked.matches
    )


def beyond_in_words(question: Question, ranked: RankedSentence) -> Limit | None:
    """Return the limit that a number in words is beyond ("may she serve *three* terms")."""
    known = {term.token for term in question.terms if term.role == "number"}
    for at in range(1, len(question.tokens)):
        limit = limit_for(question, at, ranked) if at not in known else None
        if limit is not None and not limit.kept and limit.most:
            return limit
    return None


def _covered(term: QuestionTerm, ranked: RankedSentence, lexicon: WordRelations | None) -> bool:
    """Return whether what a sentence says of a kind of things is said of this one, too ("animals",
    where dogs are asked about)."""
    if lexicon is None or term.role not in ("noun", "verb"):
        return False
    if _NAMED_KINDS & set(lexicon.classes(term.word)[:1]):
        return False
    return any(
        token.kind == "word"
        and token.norm not in FUNCTION_WORDS
        and lexicon.classes(token.norm)[:1] == lexicon.classes(term.word)[:1]
        and lexicon.is_a(term.word, token.norm)
        for token in ranked.tokens
        if lexicon.classes(token.norm)
    )
