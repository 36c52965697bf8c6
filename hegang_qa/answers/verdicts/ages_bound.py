"""Whether a duty holds for somebody of an age: "compulsory *for all under 16*" for one who is 15,
"members *over 70* are exempt" for one who is 75."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from hegang_qa.answers.verdicts.ages import OF_AGE, age_asked
from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.answers.verdicts.rulings import ENOUGH, RULED
from hegang_qa.answers.verdicts.thresholds import bounding_side, keeps_within, value_of
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import NEGATIONS

__all__ = ["bound_by_age"]

_DUTY = frozenset("need needs must required compulsory obligatory mandatory obliged pay".split())
_EXEMPT = frozenset("exempt exempted excused free freed".split())
_OLDEST = 120


def bound_by_age(
    question: Question, ranked: RankedSentence, worth: Mapping[int, float]
) -> Verdict | None:
    """Return whether somebody has to, by the only age that a sentence tells for a duty or an
    exemption from it; None where one does not ask for a duty of somebody of an age, or no such age
    is told. `worth` is what the sentence holds of each term (0..1)."""
    age = age_asked(question)
    norms = [token.norm for token in question.tokens]
    if not age or ranked.sentence.cells or not _asks_for_duty(norms):
        return None
    said = [token.norm for token in ranked.tokens]
    told = [
        (side, value)
        for at, token in enumerate(ranked.tokens)
        if (value := value_of(token)) is not None and (side := bounding_side(said, at))
    ]
    exempt = not _EXEMPT.isdisjoint(said)
    if len(told) != 1 or told[0][1] > _OLDEST or not NEGATIONS.isdisjoint(said):
        return None
    if not exempt and _DUTY.isdisjoint(said):
        return None
    things = {
        n: term.share
        for n, term in enumerate(question.terms)
        if term.role in ("noun", "name", "focus")
        and term.word not in OF_AGE
        and value_of(question.tokens[term.token]) is None
    }
    share = sum(things.values())
    if sum(part * worth.get(n, 0.0) for n, part in things.items()) < ENOUGH * share:
        return None
    if not things and not (exempt and "pay" in norms):
        return None
    side, value = told[0]
    inside = keeps_within(float(age), side, value)
    words = f"{side} {value:g}"
    says: Literal["Yes", "No"] = "Yes" if inside is not exempt else "No"
    return Verdict(says, f'"{words}"', RULED, settled=True, reckoned=True)


def _asks_for_duty(norms: list[str]) -> bool:
    pairs = {tuple(norms[at : at + 2]) for at in range(len(norms) - 1)}
    return bool({"need", "must", "required", "obliged"} & set(norms)) or ("have", "to") in pairs
