"""Whether so much is enough: "is 8 GB of memory enough" by "requires 4 GB of memory", "at least
two hours"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.answers.verdicts.rulings import ENOUGH, RULED
from hegang_qa.answers.verdicts.thresholds import value_of
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import Token
from hegang_qa.text.units import Unit, unit
from hegang_qa.text.words import NEGATIONS

__all__ = ["is_enough"]

_ENOUGH = frozenset("enough sufficient suffice suffices".split())
_NEEDING = frozenset("need needs require requires required least minimum takes take allow".split())


def is_enough(
    question: Question, ranked: RankedSentence, worth: Mapping[int, float]
) -> Verdict | None:
    """Return whether the measure that a question asks about is no less than the only one in that
    dimension that a sentence says is needed; None where that is not what is asked or told. `worth`
    is what the sentence holds of each term (0..1)."""
    norms = [token.norm for token in question.tokens]
    said = [token.norm for token in ranked.tokens]
    if _ENOUGH.isdisjoint(norms) or _NEEDING.isdisjoint(said) or not NEGATIONS.isdisjoint(said):
        return None
    asked = _measures(question.tokens)
    if len(asked) != 1 or ranked.sentence.cells:
        return None
    at, value, measured = asked[0]
    told = [one for one in _measures(ranked.tokens) if one[2].dimension == measured.dimension]
    aside = {at, at + 1} | {n for n, norm in enumerate(norms) if norm in _ENOUGH}
    things = {
        n: term.share
        for n, term in enumerate(question.terms)
        if term.token not in aside and not term.light
    }
    held = sum(part * worth.get(n, 0.0) for n, part in things.items())
    if len(told) != 1 or not things or held < ENOUGH * sum(things.values()):
        return None
    _, least, other = told[0]
    says: Literal["Yes", "No"] = "Yes" if value * measured.factor >= least * other.factor else "No"
    return Verdict(says, f'"{least:g} {other.name}"', RULED, settled=True, reckoned=True)


def _measures(tokens: tuple[Token, ...]) -> list[tuple[int, float, Unit]]:
    """Return where measures stand, with their figures and units."""
    return [
        (at, value, found)
        for at, token in enumerate(tokens[:-1])
        if (value := value_of(token)) is not None
        and (found := unit(tokens[at + 1].norm)) is not None
    ]
