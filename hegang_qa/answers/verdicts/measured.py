"""Figures of a question held against those of a sentence for the same thing: "three days" where two
are told, "every week" where it is every two weeks, "two weeks" where it is two days.
"""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.ages import age_asked
from hegang_qa.answers.verdicts.thresholds import THROUGH, limit_for, side_of, value_of
from hegang_qa.answers.verdicts.times_told import (
    OFTEN,
    between,
    length_of,
    times_asked,
    times_told,
)
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import AUXILIARIES, MONTHS, ORDINAL_WORDS, PREPOSITIONS

__all__ = ["other_measure"]

_ALIKE = 0.02
"""How far two times may differ that are told in different units."""
_NO_THINGS = PREPOSITIONS | AUXILIARIES | frozenset(MONTHS) | frozenset("and or the".split())
_BOUNDING = frozenset("within after before until than to up over under least most".split())


def other_measure(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the figure that a sentence has for what a question has another one for, "" where it
    has none, the same, or several."""
    if ranked.sentence.cells or _tells_of_oneself(question):
        return ""
    return (
        _other_count(question, ranked)
        or _other_number(question, ranked, analysis)
        or _other_rank(question, ranked)
        or _other_time(question, ranked, analysis)
    )


def _tells_of_oneself(question: Question) -> bool:
    """Return whether the only figures of a question stand in what is told before it is asked ("*it
    broke 10 years ago*, can I still get parts?")."""
    told = {t.token for t in question.terms if t.background}
    figures = {n for n, token in enumerate(question.tokens) if value_of(token) is not None}
    return bool(figures) and figures <= told


def _other_count(question: Question, ranked: RankedSentence) -> str:
    """Return the number of the same things in a sentence ("*two* days")."""
    asked, told = question.tokens, ranked.tokens
    norms, said = [token.norm for token in asked], [token.norm for token in told]
    for at, token in enumerate(asked[:-1]):
        value = value_of(token)
        if value is None or asked[at + 1].kind != "word" or _is_bounded(norms, at):
            continue
        places = [
            n
            for n, other in enumerate(told[:-1])
            if told[n + 1].stem == asked[at + 1].stem and value_of(other) is not None
        ]
        if value == age_asked(question):
            # "My *10 year old*" is no matter of "*eight years* later".
            places = [n for n in places if "old" in said[n + 2 : n + 4]]
        values = {value_of(told[n]) for n in places}
        if len(values) == 1 and value not in values and not _is_bounded(said, places[0]):
            return ranked.sentence.text[told[places[0]].start : told[places[0] + 1].end]
    return ""


def _other_number(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return what a sentence tells of by another number ("*room 3*", where room 4 is asked)."""
    asked, told = question.tokens, ranked.tokens
    things = {t.token for t in question.terms if t.role in ("noun", "focus")}
    for at, (noun, number) in enumerate(pairwise(asked)):
        if number.kind != "number" or at not in things or noun.norm in _NO_THINGS:
            continue
        if limit_for(question, at + 1, ranked) is not None:
            continue  # "version 3.9 or later"
        places = [
            n
            for n, other in enumerate(told[:-1])
            if other.stem == noun.stem and told[n + 1].kind == "number"
            if analysis.tagged.tags[n] == "N"
        ]
        if places and all(told[n + 1].norm != number.norm for n in places):
            return ranked.sentence.text[told[places[0]].start : told[places[0] + 1].end]
    return ""


def _other_rank(question: Question, ranked: RankedSentence) -> str:
    """Return the rank that a sentence tells of the same thing ("the *second* division")."""
    ranks: list[tuple[str, str]] = []
    for tokens in (question.tokens, ranked.tokens):
        found = {
            (one.norm, other.stem)
            for one, other in pairwise(tokens)
            if one.norm in ORDINAL_WORDS and other.kind == "word" and other.text.islower()
        }
        if len(found) != 1:
            return ""
        ranks += found
    (asked, thing), (told, other) = ranks
    return told if thing == other and asked != told else ""


def _other_time(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return how long or how often it is by a sentence, in other words or another unit."""
    asked = times_asked(question.text)
    told = times_told(analysis)
    norms, said = [token.norm for token in question.tokens], analysis.tagged.norms
    for kind in ("duration", "frequency"):
        mine = [one for one in asked if one.type == kind]
        theirs = [one for one in told if one.type == kind]
        if len(mine) != 1 or len(theirs) != 1:
            continue
        figures = range(theirs[0].start, theirs[0].end)  # "*more than* 30 minutes"
        if _is_bounded(norms, mine[0].start) or any(_is_bounded(list(said), n) for n in figures):
            continue
        one, other = length_of(mine[0]), length_of(theirs[0])
        if any(norm in OFTEN and between(norm) == one for norm in said):
            return ""  # "*monthly* and annual tickets", where the yearly one is asked
        if one and other and abs(one - other) > _ALIKE * max(one, other):
            tokens = ranked.tokens
            start, end = tokens[theirs[0].start].start, tokens[theirs[0].end - 1].end
            return ranked.sentence.text[start:end]
    return ""


def _is_bounded(norms: list[str], at: int) -> bool:
    """Return whether a figure is a limit ("at least *two*") or the end of a range ("6 to *12*")."""
    if norms[at - 1 : at] in THROUGH and at > 1 and norms[at - 2][:1].isdigit():
        return True
    return bool(side_of(norms, at)) or not _BOUNDING.isdisjoint(norms[max(0, at - 2) : at])
