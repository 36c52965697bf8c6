"""Why what has the words of a yes is none: they are of another model or place, in somebody else's
bracket, in a condition, under a line that denies them, the dates of a life, only what is told
before anything is asked, or do not say that it is free.
"""

from __future__ import annotations

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.contradictions.brackets import in_bracket_of_another
from hegang_qa.answers.contradictions.opposites import other_number
from hegang_qa.answers.verdicts.against import only_in_condition
from hegang_qa.answers.verdicts.contraries import WordRelations
from hegang_qa.answers.verdicts.denied_above import goes_on_denied
from hegang_qa.answers.verdicts.discouraged import hated
from hegang_qa.answers.verdicts.freed import unpriced
from hegang_qa.answers.verdicts.gone import only_by_the_way, only_was
from hegang_qa.answers.verdicts.thresholds import limit_for
from hegang_qa.answers.verdicts.unsaid import only_near, unsaid_again
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import PARTS_OF_DAY, SEASONS

__all__ = ["doubted", "leaves_open"]

_PLACES = frozenset(("on", "in", "at"))
_DECLINING = frozenset("declined declines refused refuses unwilling".split())
_SAYING = frozenset("say comment confirm reveal disclose state answer tell".split())
_THE = frozenset("the my our your".split())
_TIMES = PARTS_OF_DAY | SEASONS.keys() | {"day", "week", "month", "year"}


def doubted(
    question: Question,
    ranked: RankedSentence,
    analysis: Analysis,
    lexicon: WordRelations | None,
    lent: frozenset[int],
    *,
    firm: bool,
) -> str:
    """Return in words why a sentence that seems to say yes does not, "" where nothing speaks
    against it. `lent` are the terms (numbers) that it has from the sentence that it goes on from;
    `firm` tells that a form of its own says yes."""
    if over := goes_on_denied(question, ranked, analysis):
        return f'"{over}" stands over it'
    alone = sum(token.kind == "word" for token in ranked.tokens) == 1
    if alone and all(question.terms[match.term].role == "verb" for match in ranked.matches):
        return "a verb by itself says nothing"  # "2. Joining"
    if loathed := hated(ranked, [match.token for match in ranked.matches]):
        return f'"{loathed}"'
    if unsaid := _left_unsaid(ranked):
        return f'"{unsaid}"'
    if word := only_by_the_way(question, ranked, analysis, lexicon):
        return f'it only has "{word}"'
    if was := only_was(question, ranked):
        return f'it tells what "{was}"'
    if unsaid_again(question, ranked):
        return 'it does not say "again"'
    if not firm and (number := _of_another_number(question, ranked)):
        return f'it is said of "{number}"'
    if not firm and _only_background(question, ranked, lent):
        return "it only has what is told before it is asked"
    if _dates_a_life(question, ranked):
        return "it tells the dates of somebody's life"
    if not firm and unpriced(question, ranked):
        return 'it does not say "free"'
    if place := _at_another_place(question, ranked, analysis):
        return f'it is said of "{place}"'
    if not firm and (near := only_near(question, ranked)):
        return f'it only has "{near}"'
    if other := _told_of_owner(question, ranked, analysis):
        return other
    return "it tells what to do then" if only_in_condition(question, ranked) else ""


def leaves_open(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a sentence has what is asked about, all but names, behind "whether": it is
    "not decided *whether* the mill will be rebuilt"."""
    if any(token.norm == "whether" for token in question.tokens):
        return False
    at = next((n for n, token in enumerate(ranked.tokens) if token.norm == "whether"), -1)
    said = [m.token for m in ranked.matches if question.terms[m.term].role != "name"]
    return at >= 0 and bool(said) and min(said) > at


def _left_unsaid(ranked: RankedSentence) -> str:
    """Return the words by which somebody would not say something ("*declined to say* whether he
    would resign"), "" for none."""
    norms = [token.norm for token in ranked.tokens]
    for at, norm in enumerate(norms):
        if norm in _DECLINING and norms[at + 1 : at + 2] == ["to"]:
            said = " ".join(norms[at : at + 3])
            if norms[at + 2 : at + 3] and norms[at + 2] in _SAYING:
                return said
    return ""


def _of_another_number(question: Question, ranked: RankedSentence) -> str:
    """Return the number that a sentence has after a name where the question has another one that
    stands over the sentence ("model 3": "model *2* needed a card"); "" elsewhere."""
    for number, term in enumerate(question.terms):
        named = number > 0 and question.terms[number - 1].role in ("name", "noun")
        if term.role != "number" or not named or limit_for(question, term.token, ranked):
            continue  # "version 3.9 or later"
        if other := other_number(question, number, ranked):
            return other
    return ""


def _at_another_place(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the place of which a sentence tells, where the one asked about stands beside it or in
    a heading of several ("*on the lawn*, barbecues are allowed" under "Balconies, barbecues"); ""
    elsewhere."""
    tags, norms = analysis.tagged.tags, list(analysis.tagged.norms)
    asked = [token.norm for token in question.tokens]
    held = {match.term for match in ranked.matches}
    spots = {match.token for match in ranked.matches}
    for number, term in enumerate(question.terms):
        if number in held or term.role not in ("noun", "focus", "other") or term.light:
            continue
        led, the = asked[max(0, term.token - 2) : term.token] if term.token > 1 else ("", "")
        if the not in _THE or led not in _PLACES:
            continue
        if stands_above(question, number, ranked.sentence) and not _names_several(ranked):
            continue
        for at in range(len(norms) - 2):
            there = norms[at] == led and norms[at + 1] in _THE and tags[at + 2] == "N"
            timed = norms[at + 2] in _TIMES or norms[at + 3 : at + 4] == ["of"]
            if there and at + 2 not in spots and not timed:
                return ranked.tokens[at + 2].text
    return ""


def _names_several(ranked: RankedSentence) -> bool:
    """Return whether the heading right over a sentence names several things."""
    heading = ranked.sentence.heading.rpartition(" > ")[2]
    return "," in heading or " and " in heading or "&" in heading


def _only_background(question: Question, ranked: RankedSentence, lent: frozenset[int]) -> bool:
    """Return whether a sentence itself has nothing of what is asked, only of what is told before
    ("*I'm late for the exam*, will they let me in": "the exam is in the hall")."""
    if not any(term.background for term in question.terms):
        return False
    asked = {n for n, term in enumerate(question.terms) if not (term.background or term.light)}
    return bool(asked) and not asked & ({match.term for match in ranked.matches} | lent)


def _dates_a_life(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a sentence only has the dates of a life ("(1907-1988)") for what is asked of
    no one by name ("did any children die")."""
    marks = any(ranked.tokens[match.token].kind == "mark" for match in ranked.matches)
    return marks and not any(question.terms[m.term].role == "name" for m in ranked.matches)


def _told_of_owner(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return in words that what is asked about stands in the bracket of another ("Hotel Anchor
    (from 74), Pier House (29 incl. *breakfast*)"); "" elsewhere."""
    if "(" not in analysis.tagged.tags:
        return ""
    spots = [m.token for m in ranked.matches if question.terms[m.term].role in ("noun", "other")]
    found = (in_bracket_of_another(question, ranked, analysis, at) for at in spots)
    return next((other for other in found if other), "")
