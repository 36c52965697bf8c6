"""When something was that is told by the time since something else: "In 1871 the pier was built,
and *ten years later* the railway came"; or when it may be: "*once they have paid the fee*"."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["once_it_is_so", "years_later"]

_TOLD = 8.0
_NOT_THEN = -8.0
_UNITS = frozenset("year years month months day days week weeks decade decades century".split())
_LATER = frozenset(("later", "afterwards", "earlier", "after"))
_FOLLOWING = frozenset(("next", "following", "same", "previous"))
_NEAR = 3  # tokens before the unit
_LEAST = 0.08
_MAY = frozenset("can may could should must allowed".split())
_ONCE = frozenset(("once", "soon"))


def years_later(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the time that is told for what is asked about by another ("ten years later", "the
    following year"), and against that other one (tokens, end excluded), in log-odds; nothing where
    what is asked about stands with that one."""
    if not is_a(view.wanted, "date"):
        return []
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    for at in range(1, len(norms) - 1):
        if norms[at] not in _UNITS:
            continue
        later = norms[at + 1] in _LATER and tags[at + 2 : at + 3] != "#"
        following = norms[at - 1] in _FOLLOWING and norms[at - 2 : at - 1] in (("the",), ("that",))
        if not later and not following:
            continue
        begin = next(
            (n + 1 for n in range(at, max(-1, at - _NEAR - 1), -1) if tags[n] in ",;C"), -1
        )
        if begin < 0:
            begin = at - 1 - (norms[at - 1] in _FOLLOWING)
        dates = [o for o in analysis.typed if is_a(o.type, "date") and o.end <= begin]
        before = {term for term in grid.terms[:begin] if term >= 0}
        end = next((n for n in range(at + 2, len(tags)) if tags[n] == ";"), len(tags))
        own = {term for term in grid.terms[at + 1 : end] if term >= 0} - before
        others = sum(view.shares[term] for term in before)
        mine = sum(view.shares[term] for term in own)
        if not dates or mine < _LEAST or mine <= others:
            continue
        return [
            (begin, at + 1 + later, _TOLD),
            *((one.start, one.end, _NOT_THEN) for one in dates),
        ]
    return []


def once_it_is_so(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return the clause that tells from when on something may be done, where one asks when it may
    ("children may go back *once they have had no fever for two days*"), and against the lengths of
    time in it (tokens, end excluded), in log-odds."""
    if view.asks != "when" or _MAY.isdisjoint(view.norms):
        return []
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    at = next((n for n, norm in enumerate(norms) if n > 1 and norm in _ONCE), -1)
    if norms[at - 1 : at + 2] == ("as", "soon", "as"):
        at -= 1
    if at < 0 or max(grid.terms[:at]) < 0 or max(_shares(view, grid, at, len(norms))) > 0.5:
        return []
    end = next((n for n in range(at, len(tags)) if tags[n] in ".;"), len(tags))
    if not VERB_TAGS & set(tags[at + 1 : end]):
        return []
    inside = [o for o in analysis.typed if at < o.start and o.end <= end and o.type == "duration"]
    return [(at, end, _TOLD), *((one.start, one.end, _NOT_THEN) for one in inside)]


def _shares(view: Frame, grid: Grid, low: int, high: int) -> list[float]:
    return [0.0, *(view.shares[term] for term in grid.terms[low:high] if term >= 0)]
