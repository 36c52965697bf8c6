"""Questions that compare: with a figure ("did it cost more than 50,000 pounds?"), which the figure
of a sentence answers, and with another thing ("is it bigger than the other?"), which hardly any
single sentence does."""

from __future__ import annotations

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["by_comparison", "compares_things"]

# Words before a figure, and whether more than it is asked for.
_CUES = (
    (("more", "than"), True),
    (("over",), True),
    (("above",), True),
    (("at", "least"), True),
    (("less", "than"), False),
    (("fewer", "than"), False),
    (("under",), False),
    (("below",), False),
)
_SIGNS = frozenset("$£€¥")
_NEAR = 2  # tokens between the words and the figure (a sign)


def by_comparison(question: Question, analysis: Analysis) -> bool | None:
    """Return whether the only figure of its kind in a sentence is on the side that a question asks
    for; None where it asks for none, or the sentence has no such figure or several."""
    norms = [token.norm for token in question.tokens]
    for at in range(len(norms)):
        for cue, more in _CUES:
            if tuple(norms[at : at + len(cue)]) != cue:
                continue
            begin = at + len(cue)
            for place in range(begin, min(len(norms), begin + _NEAR)):
                if (asked := _figure(norms[place])) is not None:
                    money = not _SIGNS.isdisjoint("".join(norms[begin:place]))
                    unit = norms[place + 1] if place + 1 < len(norms) else ""
                    told = _told(analysis, unit, money=money)
                    return None if told is None or told == asked else (told > asked) is more
    return None


def _told(analysis: Analysis, unit: str, *, money: bool) -> float | None:
    """Return the only sum of money of a sentence, or the only figure with a unit or noun."""
    found = set()
    for one in analysis.typed:
        if not is_numeric(one.type) or is_a(one.type, "date"):
            continue
        fits = is_a(one.type, "money") if money else analysis.tagged.norms[one.end - 1] == unit
        after = analysis.tagged.norms[one.end : one.end + 1] == (unit,)
        if (fits or (not money and after)) and (value := _figure(one.value.split(" ")[0])):
            found.add(value)
    return found.pop() if len(found) == 1 else None


def _figure(text: str) -> float | None:
    bare = text.replace(",", "")
    return float(bare) if bare.replace(".", "", 1).isdecimal() else None


def compares_things(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a question holds two things against each other ("cheaper than the bus"), and
    the sentence has no such comparison."""
    norms = [token.norm for token in question.tokens]
    if "than" not in norms[1:] or any(token.norm == "than" for token in ranked.tokens):
        return False
    than = norms.index("than", 1)
    before = norms[than - 1]
    compares = before.endswith("er") or "more" in norms[:than] or "less" in norms[:than]
    figure = any(_figure(norm) is not None for norm in norms[than + 1 : than + 3])
    return compares and not figure
