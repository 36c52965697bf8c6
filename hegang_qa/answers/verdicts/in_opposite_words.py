"""What a sentence says in the opposite words to the question's: "not restricted" is allowed, "no
danger" is safe, "forbidden" is against the law, "every day" is on Mondays as well. A reader takes
the "no" in it for the answer.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Literal

from hegang_qa.answers.hints.opening import day_number
from hegang_qa.answers.verdicts.case import Case
from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.answers.verdicts.rulings import RULED, asks_ban, asks_leave
from hegang_qa.documents.patterns import lazy
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["in_opposite_words"]

_BARRED = r"(?:restricted|forbidden|prohibited|banned|barred|ruled out|outlawed|illegal)"
_NOT_BARRED = lazy(
    rf"(?i)\b(?:is|are|was|were|be|been|being)\s+(?:not|never|no longer)\s+(?:\w+ly\s+)?{_BARRED}\b"
)
_IS_BARRED = lazy(rf"(?i)\b{_BARRED}\b|\b(?:against the law|not (?:allowed|permitted))\b")
_AGAINST = lazy(r"(?i)\b(?:against the (?:law|rules)|an offen[cs]e)\b")
_NO_DANGER = lazy(
    r"(?i)\bno (?:real |great |serious )?(?:danger|risk|threat|hazard)\b(?! (?:of|that|from))"
    r"|\b(?:does|do|did|will|would) no harm\b|\b(?:does|do|will) not (?:harm|hurt)\b"
)
_SAFE = frozenset("safe harmless ok okay alright fine".split())
_UNSAFE = frozenset("dangerous harmful risky hazardous unsafe danger risk hazard harm".split())
_OF_SAFETY = frozenset(map(stem, _SAFE | _UNSAFE))
_EVERY_DAY = lazy(r"(?i)\b(?:every day|daily|each day|all week|seven days a week)\b")
_BUT = frozenset("except but other unless not no never closed apart only".split())
_OPEN = frozenset("open opens opened run runs running".split())
_SHUT = frozenset(("closed", "shut"))
_LETTING = frozenset("may can allowed permitted open".split())
# What asks for a ruling, and need not stand in the sentence.
_ASKING = frozenset(map(stem, "law rules rule offence offense allowed permitted legal bad".split()))
# And who may do it, or has it.
_ANYBODY = frozenset(map(stem, "child children people visitor guest member keep have".split()))
_CONDITION = frozenset("if when unless without during".split())
# By what a sentence is not so of all that it has words of.
_LIMITED = _CONDITION | {"except", "excepting", "excluding", "but", "only"}


def in_opposite_words(case: Case) -> Verdict | None:
    """Return what a sentence says in opposite words of all that the question is about; None where
    it says nothing so, the question itself denies, or sets a condition."""
    norms = [token.norm for token in case.question.tokens]
    if case.asked_not or case.whole.sentence.cells or not _CONDITION.isdisjoint(norms[1:]):
        return None
    text = case.ranked.sentence.text[slice(*_clause(case))]
    limited = not _LIMITED.isdisjoint(token.norm for token in case.whole.tokens)
    said = None if limited else _of_leave(case, text) or _of_danger(case, text)
    if said is not None and _holds_the_rest(case, _ASKING | _OF_SAFETY):
        return Verdict(said, "in opposite words", RULED, settled=True, reckoned=True)
    days = {norm for norm in norms if day_number(norm)}
    shut = not _SHUT.isdisjoint(norms)
    aside = frozenset(map(stem, days | _SHUT))
    if days and _is_then(case, text, norms) and _holds_the_rest(case, aside):
        return Verdict("No" if shut else "Yes", "by its days", RULED, settled=True, reckoned=True)
    return None


def _clause(case: Case) -> tuple[int, int]:
    """Return begin and end of the clause of a sentence that is weighed."""
    words = [token for token in case.ranked.tokens if token.kind != "mark"]
    return (words[0].start, words[-1].end) if words else (0, 0)


def _of_leave(case: Case, text: str) -> Literal["Yes", "No"] | None:
    asks_barred = asks_ban(case.question) or _AGAINST.search(case.question.text) is not None
    not_barred = _NOT_BARRED.search(text) is not None
    if asks_barred:
        barred = _IS_BARRED.search(text) is not None and not re.search(r"(?i)\bno longer\b", text)
        return "No" if not_barred else "Yes" if barred else None
    return "Yes" if not_barred and asks_leave(case.question) else None


def _of_danger(case: Case, text: str) -> Literal["Yes", "No"] | None:
    if not _NO_DANGER.search(text):
        return None
    norms = {token.norm for token in case.question.tokens}
    if not norms.isdisjoint(_UNSAFE):
        return "No"
    return "Yes" if not norms.isdisjoint(_SAFE) or asks_leave(case.question) else None


def _is_then(case: Case, text: str, norms: list[str]) -> bool:
    """Return whether something is so on the days of a question: every day, or on just those."""
    told = [token.norm for token in tokenize(text)]
    asked = {day_number(norm) for norm in norms if day_number(norm)}
    named = {day_number(norm) for norm in told if day_number(norm)}
    if _EVERY_DAY.search(text) and not named:
        asks = not (_OPEN | _SHUT).isdisjoint(norms)
        return asks and _BUT.isdisjoint(told) and not _OPEN.isdisjoint(told)
    only = "only" in told and (_BUT - {"only"}).isdisjoint(told)
    return only and asked <= named and asks_leave(case.question) and not _LETTING.isdisjoint(told)


def _holds_the_rest(case: Case, aside: AbstractSet[str]) -> bool:
    """Return whether all that a question is about, but for some words, stands in the sentence."""
    found = case.held.found
    return all(
        number in found or term.light or term.background or term.stem in aside | _ANYBODY
        for number, term in enumerate(case.question.terms)
    ) and any(number in found for number in range(len(case.question.terms)))
