"""What speaks against stretches that take in too much or too little: a clause behind the answer, a
date cut in two, the words of the question again.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.agreement import is_sure
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.hints.by_kind import Advice
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.documents.patterns import lazy

__all__ = ["date_advice", "echo_advice", "joint_advice"]

# For more than a place or a person: a clause that goes on behind it ("the hall and tickets cost")
_WITH_CLAUSE = -4.0
# For what goes on with what is not so ("a whole number *and no longer* a fraction").
_WITH_DENIAL = -3.0
_DENIALS = frozenset(
    [(one, other) for one in ("and", "but") for other in ("no", "not", "never")]
    + [("rather", "than"), ("instead", "of")]
)
_DENYING = frozenset(("no", "not", "never", "than", "instead"))
_MORE = frozenset("more less fewer later earlier longer".split())

_CAUSES = frozenset(("because", "owing", "due"))
_OF_THINGS = frozenset(("what", "which", "who", "whom"))
_NOMINAL = frozenset("DJNE#H")
# Over the letters of `hegang_qa.answers.candidates.tagging`: "and" with a verb behind it.
_AND_DID = lazy(r"CR?(?:[XM]|[VK](?=[#DO]))")

# A date cut in two, or with a person's name ("March 2024 Ann").
_CUT_DATE = -4.0
_EVERY = frozenset(("every", "each", "alternate"))
# For dates that tell a life, where another time is asked for.
_LIFETIME = -8.0
_BORN_OR_DIED = frozenset(("born", "die"))

# For words of the question itself: the port of "the default port" is not "default port".
_ECHO = -1.5
_SMALL = frozenset("DPCT-S")


def joint_advice(view: Frame, analysis: Analysis, *, unjoined: bool) -> Advice | None:
    """Return what speaks against a clause or a denial that goes on behind an answer, None where the
    sentence has none. What is `unjoined` is a name, and has no clause behind it."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    joined = unjoined and "C" in tags
    denied = [] if _DENYING.isdisjoint(norms) else _denials(norms)
    # "no *more than 50 litres*", "no room may hold *more than ...*"
    limits = {
        at
        for at, norm in enumerate(norms)
        if norm in _MORE and "no" in (norms[0], norms[max(0, at - 1)])
    }
    # "falling numbers, *but reopened* in 1998"
    reason = is_a(view.wanted, "reason")
    breaks = _breaks(tags, norms) if reason else []
    # "The censor *because of* its portrayal"
    causes = [at for at, norm in enumerate(norms) if reason and norm in _CAUSES]
    # "The coking plant *and killed* 63 people"
    deeds = (
        {match.start() for match in _AND_DID.finditer(tags)}
        if view.asks in _OF_THINGS and not is_sure(view.wanted)
        else set()
    )
    if not (joined or denied or limits or breaks or causes or deeds):
        return None

    def advise(candidate: Candidate, _letter: str) -> float:
        start, end = candidate.start, candidate.end
        total = 0.0
        if joined and _holds_clause(tags, start, end):
            total += _WITH_CLAUSE
        if denied and any(start < at < end for at in denied):
            total += _WITH_DENIAL
        if start in limits:
            total += _WITH_DENIAL
        if breaks and any(start <= at < end - 1 for at in breaks):
            total += _WITH_CLAUSE
        if causes and any(start < at < end for at in causes):
            total += _WITH_CLAUSE
        if deeds and tags[start] in _NOMINAL and any(start < at < end - 1 for at in deeds):
            total += _WITH_CLAUSE
        return total

    return advise


def _denials(norms: tuple[str, ...]) -> list[int]:
    """Return where it goes on with what is not so."""
    return [at for at in range(1, len(norms) - 1) if norms[at : at + 2] in _DENIALS]


def _breaks(tags: str, norms: tuple[str, ...]) -> list[int]:
    """Return where "but" or "and" goes on with what came of a reason."""
    return [
        at
        for at in range(len(norms) - 1)
        if (norms[at] == "but" and tags[at + 1] in "VXKM")
        or (norms[at] == "and" and tags[at + 1] in "XM")
    ]


def _holds_clause(tags: str, start: int, end: int) -> bool:
    """Return whether a stretch goes on with a clause of its own after "and" or "or"."""
    joint = tags.find("C", start, end)
    return joint > start and any(tag in "VX#$" for tag in tags[joint:end])


def date_advice(
    view: Frame, analysis: Analysis, dates: list[tuple[int, int]], *, person: bool
) -> Advice | None:
    """Return what speaks against a part of a date, more than one, and the dates of a life, None
    where the sentence has no dates; `person` tells that somebody is asked for."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    recurring = [
        (found.start, found.end)
        for found in analysis.typed
        if found.type in ("weekday", "date", "frequency") and norms[found.start] in _EVERY
    ]
    alive = _lifetimes(view, analysis) if "(" in tags or "," in tags else []
    if not (recurring or dates or alive):
        return None
    money = is_a(view.wanted, "money")
    # Of two dates that tell a life, one alone may be asked for.
    lived = _BORN_OR_DIED.isdisjoint(view.forms)

    def advise(candidate: Candidate, _letter: str) -> float:
        start, end = candidate.start, candidate.end
        total = 0.0
        for low, high in recurring:
            if low < start and end <= high:
                total += _CUT_DATE  # "every second *Saturday*"
                break
        for low, high in dates:
            if not (start < high and low < end):
                continue
            if not (low <= start and end <= high):
                if person or low < start or end < high:
                    total += _CUT_DATE
            elif money and high - low > end - start:
                total += _CUT_DATE  # "*17* May: tickets 6 euros"
        for low, high in alive:
            if low <= start and end <= high and (lived or (start, end) == (low, high)):
                total += _LIFETIME
                break
        return total

    return advise


def _lifetimes(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    if not is_a(view.wanted, "date") or "live" in view.forms or "life" in view.forms:
        return []
    from hegang_qa.answers.hints.life_dates import lifetimes

    return lifetimes(view, analysis)


def echo_advice(view: Frame, analysis: Analysis) -> Advice | None:
    """Return what speaks against words of the question, None where the sentence has none."""
    tags, own, choices = analysis.tagged.tags, view.stems, bool(view.choices)
    said = [token.stem in own for token in analysis.tagged.tokens]
    if not any(said):
        return None

    def advise(candidate: Candidate, _letter: str) -> float:
        start, end = candidate.start, candidate.end
        if not said[start]:
            return 0.0
        if not choices and said[end - 1]:
            again = all(said[at] or tags[at] in _SMALL for at in range(start, end))
            return _ECHO if again else 0.0
        # "The port is 80" is more than was asked for.
        return _ECHO if "X" in tags[start:end] else 0.0

    return advise
