"""What something is now, where a sentence tells first what it was: "where skins were weighed;
since 1974 it has housed *the public library*"."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import NOWADAYS

__all__ = ["as_it_is_now"]

_TOLD = 8.0
_VERBS = frozenset("VXKM")


def as_it_is_now(view: Frame, analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return what stands behind the verb of the clause of today (tokens, end excluded), and what
    speaks for it in log-odds, where one asks what is there now."""
    if NOWADAYS.isdisjoint(view.norms) or view.asks != "what":
        return []
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    for at in range(1, len(norms) - 2):
        since = norms[at] == "since" and is_year(norms[at + 1])
        if not since and norms[at] not in NOWADAYS:
            continue
        begin = next((n + 1 for n in range(at, -1, -1) if tags[n] in ";."), 0)
        if begin == 0 and not since:
            continue  # all of it tells of today
        end = next((n for n in range(at, len(tags)) if tags[n] in ";."), len(tags))
        verbs = [n for n in range(at, end) if tags[n] in _VERBS]
        start = verbs[-1] + 1 if verbs else end
        while start < end and tags[start] in "DP":
            start += 1
        stop = next((n for n in range(start, end) if tags[n] in ",("), end)
        return [(start, stop, _TOLD)] if start < stop else []
    return []
