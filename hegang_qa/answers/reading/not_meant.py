"""What a reader likes and nobody means: the place that something else comes from, the change of a
figure where the figure is asked for."""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.reading.spans import Candidate
from hegang_qa.question.model import Question

__all__ = ["is_only_the_change", "leads_back"]

_CHANGING = frozenset(
    "grow growth chang rise rose risen increas fall fell fallen drop decreas gain declin percent "
    "percentag rate faster quick fast much".split()
)
"""Stems of words that ask for a change, or leave open whether they do ("by how much")."""


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
