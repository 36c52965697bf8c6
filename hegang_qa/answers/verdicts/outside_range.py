"""Whether one may at a time that a ban leaves out: "no bonfires between May and September", where
one asks about October, and "closed from November to March" about July.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.answers.verdicts.limits import calendar_ranges, holds_in_range
from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.answers.verdicts.rulings import ENOUGH, FORBIDS, RULED, asks_leave
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.words import MONTHS, NEGATIONS, WEEKDAYS

__all__ = ["left_out_of_ban", "time_left_out"]

_SHUT = frozenset("closed shut".split())
_OPEN = frozenset(("open", "opened"))
# With these there is more to it than a time that is barred.
_BUT = frozenset("but except unless only without otherwise".split())


def left_out_of_ban(
    question: Question, ranked: RankedSentence, worth: Mapping[int, float]
) -> Verdict | None:
    """Return that one may, where a sentence bars what one asks about in a range of months or days,
    and the question names another; None elsewhere. `worth` is what the sentence holds of each term
    (0..1)."""
    number = time_left_out(question, ranked)
    if number < 0:
        return None
    deed = main_verb(question)
    rest = {
        n: term.share
        for n, term in enumerate(question.terms)
        if n not in (number, deed)
        and not term.light
        and term.role in ("noun", "name", "focus")
        and question.tokens[term.token].norm not in _OPEN
    }
    share = sum(rest.values())
    held = sum(part * worth.get(n, 0.0) for n, part in rest.items())
    if not rest or held < ENOUGH * share:
        return None
    reason = f'what it bars is not in "{question.tokens[question.terms[number].token].text}"'
    return Verdict("Yes", reason, RULED * held / share, settled=True, reckoned=True)


def time_left_out(question: Question, ranked: RankedSentence) -> int:
    """Return the term (its number) that is a month or day beyond the range in which a sentence bars
    something, -1 where there is none."""
    norms = [token.norm for token in ranked.tokens]
    opening = any(token.norm in _OPEN for token in question.tokens)
    barred = _is_shut(norms) if opening else asks_leave(question) and _bars(norms)
    if not barred or not _BUT.isdisjoint(norms) or ranked.sentence.cells:
        return -1
    times = [(n, names) for n in range(len(question.terms)) if (names := _names(question, n))]
    if len(times) != 1 or any(term.role == "number" for term in question.terms):
        return -1
    [(number, names)] = times
    word = question.terms[number].word
    ranges = list(calendar_ranges(ranked, partial(_number, names)))
    inside = holds_in_range(word, ranked) or not {word, f"{word}s"}.isdisjoint(norms)
    return -1 if len(ranges) != 1 or inside else number


def _is_shut(norms: list[str]) -> bool:
    return not _SHUT.isdisjoint(norms) or ("not", "open") in pairwise(norms)


def _bars(norms: list[str]) -> bool:
    return not NEGATIONS.isdisjoint(norms) or not FORBIDS.isdisjoint(norms)


def _names(question: Question, number: int) -> Mapping[str, int]:
    """Return the calendar that a term names a month or a day of, empty where it names none."""
    word = question.terms[number].word
    return next((names for names in (MONTHS, WEEKDAYS) if word in names), {})


def _number(names: Mapping[str, int], norm: str) -> int:
    return names.get(norm, 0)
