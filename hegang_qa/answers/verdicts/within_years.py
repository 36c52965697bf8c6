"""Whether the year of a question lies within the years of a sentence: "accepted *until the end of
2025*" holds "in 2024" and not "in 2026", "made *from 1958 to 1969*" not "in 1975".
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from hegang_qa.answers.verdicts.holding import Holding
from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.answers.verdicts.rulings import DENIALS, ENOUGH, RULED
from hegang_qa.answers.verdicts.windows import share_held
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.numbers import is_year

__all__ = ["by_years"]

_UNTIL = frozenset("until till through".split())
_FROM = frozenset("from since between after".split())
_THROUGH = frozenset(("to", "and", "-", "–", *_UNTIL))
_BETWEEN = frozenset("the end of early late mid".split())


def by_years(question: Question, ranked: RankedSentence, held: Holding) -> Verdict | None:
    """Return what a sentence says of the only year that a question asks about ("in 2024") by the
    years in which it says that something is so; None where it tells none."""
    norms = [token.norm for token in question.tokens]
    asked = [at for at, norm in enumerate(norms) if is_year(norm)]
    if len(asked) != 1 or norms[asked[0] - 1 : asked[0]] not in (["in"], ["during"]):
        return None
    said = [token.norm for token in ranked.tokens]
    if ranked.sentence.cells or not DENIALS.isdisjoint(said):
        return None
    years = _years(said)
    share = share_held(question, held, range(asked[0], asked[0] + 1))
    if years is None or share < ENOUGH:
        return None
    low, high = years
    inside = low <= int(norms[asked[0]]) <= high
    text = " to ".join(str(int(end)) for end in years if abs(end) != inf)
    reason = f'"{text}" {"holds it" if inside else "is the limit"}'
    return Verdict("Yes" if inside else "No", reason, RULED * share, settled=True, reckoned=True)


def _years(said: Sequence[str]) -> tuple[float, float] | None:
    """Return from which year to which a sentence says something, its only years; None where it
    says no such thing."""
    told = [at for at, norm in enumerate(said) if is_year(norm)]
    if not told or len(told) > 2:
        return None
    before = list(said[max(0, told[0] - 5) : told[0]])
    while before and before[-1] in _BETWEEN:
        before.pop()
    link = before[-1] if before else ""
    if len(told) == 1:
        year = float(said[told[0]])
        if link in _UNTIL:
            return -inf, year
        return (year, inf) if link in ("from", "since") else None
    first, last = float(said[told[0]]), float(said[told[1]])
    joint = [norm for norm in said[told[0] + 1 : told[1]] if norm not in _BETWEEN]
    if first < last and len(joint) == 1 and joint[0] in _THROUGH and link in _FROM:
        return first, last
    return None
