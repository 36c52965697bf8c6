"""Whether so many people may come, by the most that a sentence allows: "groups may have *no more
than ten members*"."""

from __future__ import annotations

from typing import Literal

from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["by_party"]

_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(NUMBER_WORDS))})"
_ASKED = lazy(
    rf"(?i)\b(?:we are|we're|there are|there's|group of|party of|with|for) {_NUMBER}\b"
    rf"|\b{_NUMBER.replace('number', 'several')} (?:people|persons|friends|guests|of us)\b"
)
_PEOPLE = frozenset("people persons us we group party friends guests".split())
_MOST = lazy(
    rf"(?i)\b(?P<words>(?:no more than|not more than|at most|up to|(?:a )?maximum (?:of )?|max\.?) "
    rf"?{_NUMBER}) (?:[a-z]+ )?"
    r"(?:people|persons|members|guests|participants|visitors|climbers|players|passengers)\b"
)


def by_party(question: Question, ranked: RankedSentence) -> tuple[Literal["Yes", "No"], str] | None:
    """Return whether the number of people of whom one asks is within the most that a sentence
    tells, and the words that say so; None where either tells no such number."""
    if ranked.sentence.cells or _PEOPLE.isdisjoint(token.norm for token in question.tokens):
        return None
    asked = _ASKED.search(question.text)
    most = _MOST.search(ranked.sentence.text.replace("\n", " "))
    if asked is None or most is None:
        return None
    value = _value(asked["number"] or asked["several"])
    return ("Yes" if value <= _value(most["number"]) else "No"), most["words"]


def _value(text: str) -> int:
    return int(text) if text.isdigit() else NUMBER_WORDS[text.lower()]
