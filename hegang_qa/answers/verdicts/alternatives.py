"""Questions that leave a choice ("is it green *or* blue"): not yes or no answers them, but the one
of the two that a sentence has.
"""

from __future__ import annotations

from typing import NamedTuple

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.model import ScoredSpan, TypedSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import NEGATIONS, PREPOSITIONS

__all__ = ["Chosen", "chosen_alternative"]

_BEFORE = frozenset("DJ#NEG-$")
_ENOUGH = 0.5
_DENIED = 3  # tokens


class Chosen(NamedTuple):
    """The one of two things that a sentence has, and how much (0..1) of the rest of the question;
    `other` are the terms (numbers) of the one that it has not."""

    span: ScoredSpan
    support: float
    other: frozenset[int]


def chosen_alternative(
    question: Question, ranked: RankedSentence, analysis: Analysis
) -> Chosen | None:
    """Return which of the two a sentence has that a question leaves the choice of; None where the
    question leaves none, and where the sentence has both, neither, or denies it."""
    norms = [token.norm for token in question.tokens]
    if norms.count("or") != 1:
        return None
    before, behind = _sides(question, norms.index("or"))
    if not before or not behind:
        return None
    told, tags = analysis.tagged.norms, analysis.tagged.tags
    matched = {
        m.term: m.token
        for m in ranked.matches
        # "By video, *not* in person"
        if m.how in BY_FORM and not _is_denied(told, m.token)
    }
    terms = question.terms
    has = [all(n in matched for n in side) for side in (before, behind)]
    has_none = [not any(n in matched for n in side) for side in (before, behind)]
    if has[0] == has[1] or not has_none[has[0]]:
        return None
    own, other = (before, behind) if has[0] else (behind, before)
    if ranked.sentence.cells and any(
        term.role == "name" and n not in matched and n not in other for n, term in enumerate(terms)
    ):
        return None  # another row
    rest = [n for n in range(len(terms)) if n not in own and n not in other]
    whole = sum(terms[n].share for n in rest)
    held = {m.term: m.weight for m in ranked.matches} | dict.fromkeys(ranked.context, _ENOUGH)
    support = sum(terms[n].share * held.get(n, 0.0) for n in rest if not terms[n].light)
    support /= max(0.01, sum(terms[n].share for n in rest if not terms[n].light))
    if whole and support < _ENOUGH:
        return None
    start, end = min(matched[n] for n in own), max(matched[n] for n in own) + 1
    taken = set(matched.values()) - {matched[n] for n in own}
    while start > 0 and tags[start - 1] in _BEFORE and start - 1 not in taken:
        start -= 1
    first = min(terms[n].token for n in own)
    ways = {norm for norm in norms[max(0, first - 2) : first] if norm in PREPOSITIONS}
    if start > 0 and told[start - 1] in ways:
        start -= 1
    tokens = ranked.tokens
    place = TypedSpan(tokens[start].start, tokens[end - 1].end, "phrase", "")
    return Chosen(ScoredSpan(ranked, place, 0.0, {}), min(1.0, support or 1.0), frozenset(other))


def _sides(question: Question, at: int) -> tuple[list[int], list[int]]:
    """Return the terms (numbers) of the two things that the "or" at a token stands between."""
    terms = question.terms
    behind = [n for n, term in enumerate(terms) if term.token > at]
    before = [n for n, term in enumerate(terms) if term.token < at]
    if before and behind and terms[before[-1]].role == terms[behind[0]].role:
        # What both have may stand behind the second alone ("40 or 50 *pounds*").
        return before[-1:], behind[:1]
    return before[-len(behind) :], behind


def _is_denied(norms: tuple[str, ...], spot: int) -> bool:
    """Return whether a negation stands shortly before a token, in the same part of the sentence."""
    near = norms[max(0, spot - _DENIED) : spot]
    denied = next((n for n in reversed(range(len(near))) if near[n] in NEGATIONS), -1)
    return denied >= 0 and "," not in near[denied:]
