"""Who won or lost, and where, by what a sentence calls it: "a victory for *the League*", "the
defeat of *Harmony*", "was defeated at *Kolm*"."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["outcomes"]

_TOLD = 6.0
_WON = frozenset("win won wins".split())
_LOST = frozenset("lose lost loses".split())
_AT = frozenset(("at", "near", "in"))


def outcomes(view: Frame, analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of the side or the place that an outcome is told
    of, and what speaks for it in log-odds."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    won, lost = not _WON.isdisjoint(view.norms), not _LOST.isdisjoint(view.norms)
    if won is lost:
        return []
    told = []
    for at in range(len(norms) - 2):
        side = norms[at] == ("victory" if won else "defeat") and norms[at + 1] in ("for", "of")
        place = lost and norms[at] in ("defeated", "beaten", "lost") and norms[at + 1] in _AT
        if not ((side and view.asks == "who") or (place and view.asks in ("which", "where"))):
            continue
        start = at + 2
        end = start + (tags[start] == "D")
        while end < len(tags) and tags[end] in "JNE-":
            end += 1
        if any(tag in "NE" for tag in tags[start:end]):
            told.append((start, end, _TOLD))
    return told
