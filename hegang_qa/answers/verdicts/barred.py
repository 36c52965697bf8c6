"""What is barred for a time or to some: "women were not admitted *until 1388*" and "*children under
12* may not use the sauna" are no answer to somebody of age today."""

from __future__ import annotations

from typing import Literal

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.answers.verdicts.rulings import RULED, asks_leave
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import NEGATIONS

__all__ = ["barred_to_some", "barred_until", "only_with"]

_UNTIL = frozenset("until till before".split())
_WITH = frozenset("with together after upon".split())
_MODALS = frozenset("may must can should".split())
_ASKING = frozenset("i we one you".split())
_YOUNG = frozenset("children infants babies minors toddlers juniors child kids pupils".split())
_MAY_NOT = frozenset(("cannot", "can't", "mustn't"))
# Some of those who are meant by "I", as a rule.
_FEW = frozenset("new part temporary junior visiting external trainee trainees".split())
_LIMITING = frozenset("under below over without who".split())
_PAST = frozenset("was were did had wasn't weren't didn't hadn't".split())
_OF_PAST = frozenset("was were did has have had".split())
_NEAR = 3  # tokens from "until" to its year


def barred_until(question: Question, ranked: RankedSentence) -> Verdict | None:
    """Return the verdict by a year until which a sentence bars something: none where the question
    names no year; None where the sentence bars nothing so."""
    norms = [token.norm for token in ranked.tokens]
    for at, norm in enumerate(norms):
        if norm not in _UNTIL or NEGATIONS.isdisjoint(norms[:at]):
            continue
        year = next((n for n in norms[at + 1 : at + 1 + _NEAR] if is_year(n)), "")
        if not year or any(not norms[n].isalpha() for n in range(at)):
            continue
        asked = [int(token.norm) for token in question.tokens if is_year(token.norm)]
        held = {question.terms[m.term].role for m in ranked.matches}
        if not held & {"noun", "name", "focus", "verb"}:
            return None
        if not asked and question.tokens[0].norm in _OF_PAST and not _PAST.isdisjoint(norms[:at]):
            # "The bridge *was not rebuilt until* 1958": it was.
            return Verdict("Yes", f'"{norm} {year}"', RULED, settled=True, reckoned=True)
        if len(asked) != 1:
            return Verdict(None, f'it was so "{norm} {year}"', RULED, settled=True)
        text: Literal["Yes", "No"] = "No" if asked[0] < int(year) else "Yes"
        return Verdict(text, f'"{norm} {year}"', RULED, settled=True)
    return None


def only_with(question: Question, ranked: RankedSentence) -> Verdict | None:
    """Return the verdict of a sentence that allows something "*only with* a permit": no without it,
    none where the question does not name it; None where it allows nothing so, or that is named."""
    asked = [token.norm for token in question.tokens]
    norms = [token.norm for token in ranked.tokens]
    pairs = (norms[n : n + 3] for n in range(len(norms) - 2))
    at = next(
        (
            n
            for n, (only, led, thing) in enumerate(pairs)
            if only == "only" and (led in _WITH or (led, thing) == ("by", "appointment"))
        ),
        -1,
    )
    if (
        at < 0
        or not any(match.token < at for match in ranked.matches)
        or ranked.sentence.cells
        or not asks_leave(question)
        or "only" in asked
    ):
        return None
    words = f'only "{norms[at + 1]} {norms[at + 2]}"'
    named = any(match.token > at for match in ranked.matches)
    if not named:
        return Verdict(None, words, RULED, settled=True)
    return Verdict("No", words, RULED, settled=True) if "without" in asked else None


def barred_to_some(question: Question, ranked: RankedSentence, analysis: Analysis) -> str:
    """Return to whom alone a sentence bars something ("children under 12"), where one asks leave
    for oneself and does not name them; "" elsewhere."""
    asked = [token.norm for token in question.tokens]
    if not asks_leave(question) or _ASKING.isdisjoint(asked[:3]) or ranked.sentence.cells:
        return ""
    norms = [token.norm for token in ranked.tokens]
    at = next(
        (
            n
            for n in range(1, len(norms) - 1)
            if (norms[n] in _MODALS and norms[n + 1] in NEGATIONS) or norms[n] in _MAY_NOT
        ),
        -1,
    )
    if at < 1 or any(match.token < at for match in ranked.matches):
        return ""
    subject = norms[:at]
    few = _FEW - set(asked)
    if _YOUNG.isdisjoint(subject) and _LIMITING.isdisjoint(subject) and few.isdisjoint(subject):
        return ""
    return ranked.sentence.text[ranked.tokens[0].start : ranked.tokens[at - 1].end]
