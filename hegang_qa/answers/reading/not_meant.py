"""What a reader likes and nobody means: the place that something else comes from, the change of a
figure where the figure is asked for, the name of today where that of before is, a number for
somebody, a day for a year."""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.reading.spans import Candidate
from hegang_qa.answers.tables.of_kind import is_of_another_kind
from hegang_qa.question.model import Question

__all__ = [
    "is_name_of_today",
    "is_only_the_change",
    "is_unfit",
    "leads_back",
]

_CHANGING = frozenset(
    "grow growth chang rise rose risen increas fall fell fallen drop decreas gain declin percent "
    "percentag rate faster quick fast much".split()
)
"""Stems of words that ask for a change, or leave open whether they do ("by how much")."""

_NAMING = frozenset("name names called named".split())
_BEFORE = frozenset("old former formerly before earlier previous previously original once".split())


def is_name_of_today(question: Question, one: Candidate) -> bool:
    """Return whether a former name is asked for, and a candidate is what something is *now called*
    or has been renamed to."""
    norms = {token.norm for token in question.tokens}
    if _NAMING.isdisjoint(norms) or _BEFORE.isdisjoint(norms):
        return False
    before = [token.norm for token in one.ranked.tokens if token.end <= one.start]
    words = [norm for norm in before if norm.isalpha()]
    return words[-2:] in (["now", "called"], ["now", "named"], ["renamed", "to"])


def is_unfit(question: Question, one: Candidate) -> bool:
    """Return whether a candidate, the cell of a table, cannot be what is asked for (a number for
    somebody, a day for a year)."""
    sentence = one.ranked.sentence
    return bool(sentence.cells) and is_of_another_kind(question, sentence.text[one.start : one.end])


def leads_back(question: Question, one: Candidate) -> bool:
    """Return whether it is asked where one gets to from a place, and a candidate is where something
    else comes from ("an hour *from Kelm*"). "Where did it come from in 1966?" asks for that."""
    if question.asks != "where" or not any(
        origin.norm == "from" and (place.norm in ("the", "a", "an") or place.text[:1].isupper())
        for origin, place in pairwise(question.tokens[2:])
    ):
        return False
    before = [token for token in one.ranked.tokens if token.end <= one.start]
    return before[-1:] != [] and before[-1].norm == "from"


def is_only_the_change(question: Question, one: Candidate) -> bool:
    """Return whether how large something is is asked for, and a candidate is the share by which it
    has changed to what it is now ("grew *16 %* to 25 billion")."""
    if one.ranked.sentence.text[one.end - 1 : one.end] != "%":
        return False
    if any(token.stem in _CHANGING or token.norm in ("%", "by") for token in question.tokens):
        return False
    behind = [token for token in one.ranked.tokens if token.start >= one.end][:4]
    to = next((at for at, token in enumerate(behind[:3]) if token.norm == "to"), -1)
    return to >= 0 and any(token.kind == "number" for token in behind[to + 1 :])
