"""Questions that compare: with a figure ("did it cost more than 50,000 pounds?"), which the figure
of a sentence answers, and with another thing ("is it bigger than the other?"), which hardly any
single sentence does."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.thresholds import SIGNS, Side, keeps_within, side_of, value_of
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.numbers import digits_value

__all__ = ["by_comparison", "compared_by", "compares_things"]


_MORE = frozenset(
    "higher deeper longer bigger larger greater taller wider broader heavier older faster quicker "
    "hotter warmer thicker stronger farther further".split()
)
_LESS = frozenset(
    "lower shallower shorter smaller narrower lighter younger slower colder cooler thinner weaker "
    "nearer closer cheaper".split()
)


def by_comparison(question: Question, analysis: Analysis) -> bool | None:
    """Return whether the only figure of its kind in a sentence is on the side that a question asks
    for; None where it asks for none, or the sentence has no such figure or several."""
    norms = [token.norm for token in question.tokens]
    for term in question.terms:
        at = term.token
        bound = value_of(question.tokens[at]) if term.role == "number" else None
        side = (side_of(norms, at) or _graded_side(norms, at)) if bound is not None else ""
        if bound is not None and side:
            money = norms[at - 1] in SIGNS
            told = _told(analysis, "".join(norms[at + 1 : at + 2]), money=money)
            if _is_opposed(side, bound, analysis):
                return False  # "under 35", where those over 35 are asked about
            if _is_the_same(side, bound, analysis):
                return None  # those "under 12" of whom it is told
            if told is not None and norms[at - 1] == "within" and "within" in analysis.tagged.norms:
                return told == bound  # "within 14 days" is another term than "within 30"
            return None if told is None else keeps_within(told, side, bound)
    return None


def _is_opposed(side: Side, bound: float, analysis: Analysis) -> bool:
    """Return whether a sentence tells of the other side of the same number."""
    norms = list(analysis.tagged.norms)
    return any(
        value_of(token) == bound and side_of(norms, at)[:1] not in ("", side[:1])
        for at, token in enumerate(analysis.tagged.tokens)
    )


def _is_the_same(side: Side, bound: float, analysis: Analysis) -> bool:
    """Return whether a sentence tells of the same side of the same number."""
    norms = list(analysis.tagged.norms)
    return any(
        value_of(token) == bound and side_of(norms, at) == side
        for at, token in enumerate(analysis.tagged.tokens)
    )


def compared_by(question: Question) -> frozenset[int]:
    """Return the terms of a question (their numbers) that are figures, or hold something against
    one ("*fewer* than *300*")."""
    norms = [token.norm for token in question.tokens]
    return frozenset(
        number
        for number, term in enumerate(question.terms)
        if term.role == "number" or norms[term.token + 1 : term.token + 2] == ["than"]
    )


def _graded_side(norms: Sequence[str], at: int) -> Side:
    """Return on which side of the number at a token lies what a comparative asks for ("*higher
    than* 300 metres"), "" where none stands before it."""
    before = [norm for norm in norms[max(0, at - 4) : at] if norm not in SIGNS]
    if before[-1:] != ["than"]:
        return ""
    grade = before[-2] if len(before) > 1 else ""
    return ">" if grade in _MORE else "<" if grade in _LESS else ""


def _told(analysis: Analysis, unit: str, *, money: bool) -> float | None:
    """Return the only sum of money of a sentence, or the only figure with a unit or noun."""
    norms = analysis.tagged.norms
    found = set()
    for one in analysis.typed:
        if not is_numeric(one.type) or is_a(one.type, "date"):
            continue
        with_unit = unit in (norms[one.end - 1], *norms[one.end : one.end + 1])
        value = digits_value(one.value.partition(" ")[0])
        if value is not None and (is_a(one.type, "money") if money else with_unit):
            found.add(value)
    return found.pop() if len(found) == 1 else None


def compares_things(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a question holds two things against each other ("cheaper than the bus"), and
    the sentence has no such comparison."""
    norms = [token.norm for token in question.tokens]
    if "than" not in norms[1:] or any(token.norm == "than" for token in ranked.tokens):
        return False
    than = norms.index("than", 1)
    compares = norms[than - 1].endswith("er") or not {"more", "less"}.isdisjoint(norms[:than])
    figure = any(value_of(token) is not None for token in question.tokens[than + 1 : than + 3])
    return compares and not figure
