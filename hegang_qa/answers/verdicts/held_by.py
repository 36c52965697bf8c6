"""Who holds an office or has a part: "is Jo Berg the chair", where "the chair is Ann Lee, the
treasurer Jo Berg".
"""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["held_by_another"]

_BEING = frozenset("is was are were".split())
_LONGEST = 6  # tokens between a name and what it is said to be


def held_by_another(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return the name of whom a sentence says what is asked of another ("Ann Lee"), or the longer
    word for another office ("vice-chair"), "" where it says neither."""
    tokens, tags = ranked.tokens, analysis.tagged.tags
    if ranked.sentence.cells or question.tokens[0].norm not in _BEING:
        return ""
    names = {question.tokens[t.token].stem for t in question.terms if t.role == "name"}
    offices = {t.stem for t in question.terms if t.role in ("noun", "focus")}
    if not names or len(offices) != 1:
        return ""
    named = [at for at, token in enumerate(tokens) if token.stem in offices]
    whole = [at for at in named if not _is_part(ranked, at)]
    if named and not whole and "-" not in question.text:
        at = named[0]
        return ranked.sentence.text[tokens[at - 2].start : tokens[at].end]
    holders = [holder for at in whole if (holder := _holder(tags, ranked, at))]
    if not holders or any(
        token.stem in names for low, high in holders for token in tokens[low:high]
    ):
        return ""
    low, high = holders[0]
    return ranked.sentence.text[tokens[low].start : tokens[high - 1].end]


def _is_part(ranked: RankedSentence, at: int) -> bool:
    """Return whether a word is the last part of a longer one ("vice-chair")."""
    tokens = ranked.tokens
    return (
        at > 1
        and tokens[at - 1].text == "-"
        and tokens[at - 2].end == tokens[at - 1].start
        and tokens[at - 1].end == tokens[at].start
    )


def _holder(tags: str, ranked: RankedSentence, at: int) -> tuple[int, int] | None:
    """Return the name (tokens, end excluded) of whom an office is said to be: "the *chair* is Ann
    Lee", "Ann Lee is the *chair*"."""
    low = at + 1
    if tags[low : low + 1] == "X" and ranked.tokens[low].norm in _BEING:
        high = low + 1
        while high < len(tags) and tags[high] in "E-":
            high += 1
        return (low + 1, high) if high > low + 1 else None
    start = at
    while start > 0 and at - start < _LONGEST and tags[start - 1] in "DJN":
        start -= 1
    if start > 1 and tags[start - 1] == "X" and ranked.tokens[start - 1].norm in _BEING:
        high = low = start - 1
        while low > 0 and tags[low - 1] in "E-":
            low -= 1
        return (low, high) if high > low else None
    return None
