"""When something was that is told by the time since something else: "In 1871 coal was found, and
*ten years later* the railway came"."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["years_later"]

_TOLD = 8.0
_NOT_THEN = -8.0
_UNITS = frozenset("year years month months day days week weeks decade decades century".split())
_LATER = frozenset(("later", "afterwards", "earlier", "after"))
_FOLLOWING = frozenset(("next", "following", "same", "previous"))
_NEAR = 3  # tokens before the unit
_LEAST = 0.08


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
