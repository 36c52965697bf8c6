"""For how long something is so, or from when on, and whether the time of a question lies within:
"covered *for five years*" holds after four and not after six, "do not eat *for six hours before*"
leaves eight hours before, "cancel *up to 48 hours before*" leaves no 24.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders import Found
from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.answers.verdicts.holding import Holding
from hegang_qa.answers.verdicts.model import Verdict
from hegang_qa.answers.verdicts.rulings import DENIALS, ENOUGH, FORBIDS, RULED
from hegang_qa.answers.verdicts.times_told import length_of, lengths_asked, lengths_told
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_MEANING, RankedSentence

__all__ = ["by_window", "lies_in_window", "share_held"]

_Window: TypeAlias = Literal["until", "from", "far before", "near before"]
"""So for that long ("until"), only after that long ("from"), at least that long before something
("far before"), or in that time before it ("near before")."""
_Moment: TypeAlias = Literal["after", "later", "for", "before", "at"]
"""Where a question puts its time: when it has passed ("after"), so long "later", all of it ("for"),
so long "before" something, or without a word ("at")."""

_BEFORE = frozenset("before beforehand earlier prior ahead notice".split())
_LATER = frozenset("later after old ago on".split())
_BARRING = (
    (DENIALS - {"without", "instead", "unlike"}) | FORBIDS | frozenset("avoid refrain".split())
)
_DUTY = frozenset("must need needs required obliged necessary compulsory have has having".split())
_PER = frozenset("a an per each every".split())
_TOO = ("late", "early", "long", "short", "old", "soon")
# Words about the time of a question that a sentence need not have.
_OF_TIME = frozenset(
    "still too late early enough soon time old ago notice advance beforehand".split()
)
# What may stand between the words of a window and its figure ("during *the first* 20 minutes").
_BETWEEN = frozenset("the a an first last another further full whole next about only".split())
_REACH = 3
_LOOSE = BY_MEANING - {"synonym"}
# What begins a stretch of a sentence that has its own say.
_PARTS = frozenset(",;:") | frozenset(("but", "while"))


def by_window(
    question: Question, ranked: RankedSentence, analysis: Analysis, held: Holding
) -> Verdict | None:
    """Return what a sentence says by the time for which, or from which on, something is so; None
    where it tells no such time, or a question asks for none."""
    norms = [token.norm for token in question.tokens]
    both = _one_of_each(question, analysis)
    if both is None or ranked.sentence.cells or not _DUTY.isdisjoint(norms):
        return None
    mine, theirs = both
    said = [token.norm for token in ranked.tokens]
    if "other" in said and "other" not in norms:
        return None
    inside = _is_inside(norms, mine, said, theirs)
    share = share_held(question, held, range(mine.start, mine.end))
    if inside is None or share < ENOUGH:
        return None
    begin = next((n for n in range(theirs.start, -1, -1) if said[n] in _PARTS), 0)
    barred = not _BARRING.isdisjoint(said[begin:]) or said[begin : begin + 1] == ["don't"]
    holds = inside is not barred
    if any(f"too {word}" in f" {' '.join(norms)} " for word in _TOO):
        holds = not holds
    text = " ".join(token.text for token in ranked.tokens[theirs.start : theirs.end])
    reason = f'"{text}" {"holds it" if inside else "is the limit"}'
    return Verdict("Yes" if holds else "No", reason, RULED * share, settled=True, reckoned=True)


def lies_in_window(question: Question, ranked: RankedSentence, analysis: Analysis) -> bool:
    """Return whether the time of a question, another than that of a sentence, is no contradiction
    of it, as it lies where the sentence puts it ("after four years": "for five years")."""
    both = _one_of_each(question, analysis)
    if both is None:
        return False
    norms = [token.norm for token in question.tokens]
    return bool(_is_inside(norms, both[0], [token.norm for token in ranked.tokens], both[1]))


def _one_of_each(question: Question, analysis: Analysis) -> tuple[Found, Found] | None:
    """Return the only length of time of a question and that of a sentence, None for none or
    several; hardly any question has one."""
    asked = lengths_asked(question.text)
    told = lengths_told(analysis) if len(asked) == 1 else []
    return (asked[0], told[0]) if len(told) == 1 else None


def _is_inside(
    norms: Sequence[str], mine: Found, said: Sequence[str], theirs: Found
) -> bool | None:
    """Return whether the time of a question lies within that of a sentence, None where one of them
    tells no such time."""
    window = _window(said, theirs.start, theirs.end)
    moment = _moment(norms, mine.start, mine.end)
    if window is None or moment is None:
        return None
    return _lies_within(length_of(mine), length_of(theirs), window, moment)


def _lies_within(one: float, other: float, window: _Window, moment: _Moment) -> bool | None:
    """Return whether a time lies where a window is (both in seconds), None where that is not to be
    told of such times."""
    if window in ("far before", "near before"):
        if moment not in ("before", "at") or (one == other and window == "near before"):
            return None
        return one >= other if window == "far before" else one < other
    if moment == "before" or (window == "from" and moment == "for"):
        return None
    if one == other:
        return {"for": True, "after": window == "from"}.get(moment)
    return one > other if window == "from" else one < other


def _window(said: Sequence[str], start: int, end: int) -> _Window | None:
    """Return what the time at some tokens of a sentence tells, None for nothing of the kind."""
    before = list(said[max(0, start - _REACH - 2) : start])
    while before and before[-1] in _BETWEEN:
        before.pop()
    last, pair = before[-1:], before[-2:]
    behind = list(said[end : end + 2])
    if behind[:1] and behind[0] in _PER:
        return None
    far = pair in (["up", "to"], ["at", "least"], ["later", "than"], ["or", "more"])
    far = far or last in (["until"], ["till"])
    if not _BEFORE.isdisjoint(behind[:1]) or behind == ["in", "advance"]:
        if far:
            return "far before"
        return "near before" if last in (["for"], ["during"], ["in"], ["within"]) else None
    if last == ["after"]:
        return "from"
    if pair == ["up", "to"] or last in (["for"], ["within"], ["during"], ["lasts"], ["keeps"]):
        return "until"
    return None


def _moment(norms: Sequence[str], start: int, end: int) -> _Moment | None:
    """Return where a question puts the time at some of its tokens, None for nowhere."""
    behind, before = list(norms[end : end + 2]), list(norms[max(0, start - 2) : start])
    if behind[:1] and behind[0] in _PER:
        return None
    if not _BEFORE.isdisjoint(behind[:1]) or behind == ["in", "advance"]:
        return "before"
    if before[-1:] == ["after"]:
        return "after"
    if before[-1:] in (["for"], ["within"]):
        return "for"
    if not _LATER.isdisjoint(behind[:1]):
        return "later"
    return "at" if before[-1:] in (["is"], ["are"]) and len(before) == start else None


def share_held(question: Question, held: Holding, figures: range) -> float:
    """Return the share (0..1) of what a question asks, but for its time, that a sentence holds;
    another deed of the same field is none ("drink", where one asks about eating)."""
    shares = {
        n: term.share
        for n, term in enumerate(question.terms)
        if term.token not in figures and term.word not in _OF_TIME and not term.light
    }
    if any(n not in held.worth for n in shares):
        return 0.0
    deed = main_verb(question)
    found = held.found.get(deed)
    if deed in shares and (found is None or found.how in _LOOSE):
        return 0.0
    rest = sum(share * held.worth.get(n, 0.0) for n, share in shares.items())
    return min(1.0, rest / sum(shares.values())) if shares else 0.0
