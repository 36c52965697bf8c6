"""Which side of a thing a figure is of: "2.7 km *long*, 1.9 km *wide*, with a *depth* of 211 m"."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import SIDES

__all__ = ["of_its_side"]

_MEANT = 6.0


def of_its_side(view: Frame, analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of the figures that are told of a side, where
    figures of several are told, and what speaks for each or against it, in log-odds."""
    how, _, asked = view.asks.partition(" ")
    side = SIDES.get(asked)
    if how != "how" or side is None:
        return []
    told = [
        (one.start, one.end, own)
        for one in analysis.typed
        if one.type == "distance" and (own := _side(analysis, one.start, one.end))
    ]
    if len({own for _, _, own in told}) < 2:
        return []  # "a poster may be 90 cm wide and a leaflet 20"
    meant = 0.0 if side == "long" else _MEANT  # a day is long, too
    return [(start, end, meant if own == side else -_MEANT) for start, end, own in told]


def _side(analysis: Analysis, start: int, end: int) -> str:
    """Return the side that a figure is told of, by the word behind it or before its "of"; ""."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    if tags[end : end + 1] == "(":
        end = tags.find(")", end) + 1 or len(tags)
    behind = SIDES.get(norms[end]) if end < len(norms) else None
    if behind is not None:
        return behind
    if norms[max(0, start - 1)] != "of" or start < 2:
        return ""
    return SIDES.get(norms[start - 2], "")
