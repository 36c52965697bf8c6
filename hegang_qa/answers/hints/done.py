"""Answers that the form of a sentence tells of what is done: by whom, from when to when, and
where to something is moved.
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.bounds import WAYS
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.finders.spells import MOVING, moved
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = [
    "Told",
    "agents",
    "died_of",
    "from_to",
    "moved_to",
    "moved_when",
    "time_travelled",
]

Told = tuple[int, int, float]
"""Begin and end (tokens, end excluded) of an answer, and what speaks for it in log-odds."""

_VALUE = 6.0
_TRAVELLED = 2.5
_WAYS = WAYS | {"away"}
_AGENT = 2.0
# What stands before a noun of doing where its "of" tells who does it ("under the rule of").
_UNDER = frozenset(("under", "during"))
_DEATHS = frozenset("drowned murdered executed hanged shot poisoned assassinated beheaded".split())
_FORMER = frozenset("original originally old former formerly previous previously first".split())
_SINCE = frozenset(("from", "between"))
_LASTED = 6.0
_NEAR = 5  # tokens between a number and the part of it
_FAR = 6  # tokens between "died" and its "of"


def died_of(view: Frame, analysis: Analysis) -> list[Told]:
    """Return what somebody died of, where one asks how or of what ("died *of pneumonia* in Bergen",
    "died on 2 May of *a stroke*")."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if "die" not in view.norms:
        return []
    for at, norm in enumerate(norms):
        if norm in _DEATHS and view.asks == "how":
            end = next((n for n in range(at + 1, len(tags)) if tags[n] in ",;.C#"), len(tags))
            end -= end < len(tags) and tags[end] == "#" and tags[end - 1] in "PT"
            return [(at, max(end, at + 1), _VALUE)]
    died = next((at for at, norm in enumerate(norms) if norm in ("died", "dies")), len(norms))
    for at in range(died + 1, min(died + 1 + _FAR, len(norms) - 1)):
        if tags[at] in ",;.C":
            break
        if norms[at] in ("of", "from"):
            end = next((n for n in range(at + 2, len(tags)) if tags[n] in "PT,;.C("), len(tags))
            return [(at + (view.asks != "how"), end, _VALUE)]
    return []


def time_travelled(view: Frame, analysis: Analysis) -> list[Told]:
    """Return the time that a way takes, where one asks how far it is ("a *one-hour* drive")."""
    if view.asks != "how far":
        return []
    norms = analysis.tagged.norms
    return [
        (one.start, one.end, _TRAVELLED)
        for one in analysis.typed
        if one.type == "duration" and not _WAYS.isdisjoint(norms[one.end : one.end + 2])
    ]


def moved_to(view: Frame, analysis: Analysis) -> list[Told]:
    """Return where something is that was moved ("has moved from A to *B*"), unless one asks where
    it was."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if MOVING.isdisjoint(norms) or not (_FORMER | {"was", "were"}).isdisjoint(view.norms):
        return []
    start = next((at for at, norm in enumerate(norms) if norm == "from"), len(norms))
    if MOVING.isdisjoint(norms[max(0, start - _NEAR) : start]):
        return []
    at = next((n for n in range(start + 1, len(norms) - 1) if norms[n] == "to"), -1)
    if at < 0:
        return []
    low = at + 1 + (norms[at + 1] == "`")
    written = [one.end for one in analysis.typed if one.start == low and one.type == "path"]
    end = low
    while end < len(tags) and tags[end] not in ",;.CPT(":
        end += 1
    end = max(written, default=end)
    return [(low, end, _VALUE)] if end > low else []


def moved_when(view: Frame, analysis: Analysis) -> list[Told]:
    """Return when something is that was moved ("from 20 July to *27 July*"), or when it was, where
    that is asked."""
    former = not _FORMER.isdisjoint(view.norms)
    pairs = moved(analysis.tagged.norms, analysis.typed)
    return [
        ((old.start, old.end, _VALUE) if former else (new.start, new.end, _VALUE))
        for old, new in pairs
    ][:1]


def from_to(analysis: Analysis, grid: Grid) -> list[Told]:
    """Return from when to when it lasted what a verb or noun of the question tells right before,
    where no stretch of time is told otherwise."""
    if any(one.type == "duration" for one in analysis.typed):
        return []
    norms = analysis.tagged.norms
    return [
        (one.start - 1, one.end, _LASTED)
        for one in analysis.typed
        if is_a(one.type, "date") and one.joint >= 0 and norms[max(0, one.start - 1)] in _SINCE
        if any(term >= 0 for term in grid.terms[max(0, one.start - 3) : one.start - 1])
    ]


def agents(view: Frame, analysis: Analysis, grid: Grid) -> list[Told]:
    """Return who does what a noun of doing names, where the question has its verb: "under the
    administration of X", "the discovery by X", "X's reign"."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    told: list[Told] = []
    for at in grid.places.get(view.statement.verb, ()):
        if tags[at] != "N":
            continue
        before = at
        while before > 0 and tags[before - 1] in "DJN":
            before -= 1
        by_of = before > 0 and norms[before - 1] in _UNDER
        if tags[at + 1 : at + 2] == "P" and (
            norms[at + 1] == "by" or (norms[at + 1] == "of" and by_of)
        ):
            start = at + 2
            while start < len(tags) and tags[start] in "DJ":
                start += 1
            end = start
            while end < len(tags) and tags[end] in "EN-&":
                end += 1
            if end > start:
                told.append((start, end, _AGENT))
        elif at > 1 and tags[at - 1] == "S" and tags[at - 2] == "E":
            start = at - 1
            while start > 0 and tags[start - 1] in "E-":
                start -= 1
            told.append((start, at - 1, _AGENT))
    return told
