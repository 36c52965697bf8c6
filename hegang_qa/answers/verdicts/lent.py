"""Words of a yes-or-no question that a sentence only has from those beside it. "The museum opened
in 1982. It is closed on Mondays.": whether the museum is open on Mondays the second sentence tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.candidates.analysis import Analysis, analyse_text
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, BY_MEANING, RankedSentence

__all__ = [
    "denied_beside",
    "lacks_a_noun",
    "lent_to",
    "named_beside",
    "own_share",
    "tells_itself",
]

# How many sentences may lie between.
_NEAR = 2
# What a sentence lacks must be worth this share of the question.
_MUCH = 0.12
_MOST = 0.5
_SHAKY = 0.35
_NEARLY = 0.8
_POINTING = frozenset("it they them he she him her its their his this these those one".split())
_PLACING = frozenset("in at on from to near by during since until before after".split())
_ORDERS = frozenset(("do", "don't", "never", "always", "no"))


def own_share(question: Question, ranked: RankedSentence) -> float:
    """Return the share (0..1) of a question that a sentence and what stands over it account for,
    without the sentences beside it; figures do, as they may be held against others."""
    terms = question.terms
    own = {match.term for match in ranked.matches}
    own |= {n for n, term in enumerate(terms) if term.role == "number"}
    # Over a row of "Payments" nothing says "cash".
    named = bool(ranked.sentence.cells)
    own |= {
        n
        for n in ranked.context
        if stands_above(question, n, ranked.sentence, named=named and terms[n].role == "noun")
    }
    own |= set(ranked.about)
    return sum(terms[n].share for n in own)


def lacks_a_noun(question: Question, ranked: RankedSentence) -> bool:
    """Return whether neither a row nor what stands over it has a noun of a question ("is Ann Lee
    the *president*", of whom a row tells another office)."""
    held = {match.term for match in ranked.matches}
    return any(
        term.role in ("noun", "focus")
        and not term.light
        and n not in held
        and not stands_above(question, n, ranked.sentence)
        for n, term in enumerate(question.terms)
    )


def named_beside(
    question: Question, ranked: RankedSentence, analysis: Analysis, lent: frozenset[int]
) -> str:
    """Return a name of a question that stands only in a sentence beside this one, which tells of
    another name before its verb and does not go on from that; "" where there is none."""
    tags = analysis.tagged.tags
    verb = next((n for n, tag in enumerate(tags) if tag in VERB_TAGS), len(tags))
    asked = {token.stem for token in question.tokens}
    if not any(tags[n] == "E" and ranked.tokens[n].stem not in asked for n in range(verb)):
        return ""
    return next(
        (
            question.tokens[term.token].text
            for n, term in enumerate(question.terms)
            if term.role == "name" and n in ranked.context and n not in lent
            if not stands_above(question, n, ranked.sentence) and n not in ranked.about
        ),
        "",
    )


def lent_to(
    question: Question, ranked: RankedSentence, others: Sequence[RankedSentence]
) -> frozenset[int]:
    """Return the terms that a sentence has from the one (of `others`) that it goes on from: by a
    pronoun ("*It* is closed on Mondays"), or as an order ("*Do not* use ...", "*No* objection")."""
    norms = [token.norm for token in ranked.tokens]
    if ranked.sentence.cells or (norms[0] not in _ORDERS and _POINTING.isdisjoint(norms)):
        return frozenset()
    beside = _beside(question, ranked)
    verb = main_verb(question)
    if norms[0] not in _ORDERS and not any(
        match.term < verb and question.terms[match.term].role != "name" for match in ranked.matches
    ):
        beside.discard(verb)  # "did she *die* in Ghent": "She was born in Ghent"
    asked = question.tokens
    # What is said of it there is not said here: "she was *born in Ghent*. She died in Osterby."
    said = {
        number
        for number in beside
        if (at := question.terms[number].token) and asked[at - 1].norm in _PLACING
    }
    return frozenset(
        match.term
        for one in others
        if _follows(one, ranked)
        for match in one.matches
        if match.term in beside and match.how in BY_FORM
        if match.term not in said or not _has_verb(one)
    )


def tells_itself(
    question: Question, one: RankedSentence, other: RankedSentence, *, also_before: bool
) -> bool:
    """Return whether the `other` sentence, a little after one, itself holds what that one only has
    from beside it, or in other words; with `also_before` a sentence before it, too, that holds most
    of the question so."""
    before = also_before and _follows(other, one)
    if not before and not _follows(one, other):
        return False
    lacks = _beside(question, one)
    lacks |= {match.term for match in one.matches if match.how in BY_MEANING}
    said = {match.term for match in other.matches if match.how in BY_FORM}
    least = _MOST if before else _MUCH
    return sum(question.terms[number].share for number in lacks & said) >= least


def denied_beside(question: Question, one: RankedSentence, other: RankedSentence) -> bool:
    """Return whether much of a question one sentence only has from those beside it, and nearly all
    of that from the `other`, which says no: "*must not have capitals in the name*" lends its words
    to "the name is part of an address" in the next item of a list."""
    first, second = one.sentence, other.sentence
    if first.document != second.document or not 0 < abs(first.id - second.id) <= _NEAR:
        return False
    if first.cells or second.cells or first.heading != second.heading:
        return False
    beside = _beside(question, one)
    told = {match.term for match in other.matches if match.how in BY_FORM | {"compound"}}
    lacks = sum(question.terms[number].share for number in beside)
    lent = sum(question.terms[number].share for number in beside & told)
    return lacks >= _SHAKY and lent >= _NEARLY * lacks


def _has_verb(ranked: RankedSentence) -> bool:
    tags = analyse_text(ranked.sentence.text).tagged.tags
    return not VERB_TAGS.isdisjoint(tags)


def _follows(one: RankedSentence, other: RankedSentence) -> bool:
    first, second = one.sentence, other.sentence
    if first.document != second.document or not 0 < second.id - first.id <= _NEAR:
        return False
    return not first.cells and not second.cells and first.block == second.block


def _beside(question: Question, ranked: RankedSentence) -> set[int]:
    """Return the terms that a sentence only has from those beside it."""
    return {n for n in ranked.context if not stands_above(question, n, ranked.sentence)}
