"""Where something comes from, as what supplies it tells: "*Loch Anwick*, the largest lake, supplies
the drinking water of Port Maddern"."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["supplied_by"]

_TOLD = 8.0
_SUPPLIES = frozenset(
    "supplies supply supplied provides provide provided feeds feed covers cover covered delivers "
    "yields produces generates".split()
)
_GETTING = frozenset("get gets come comes taken drawn obtain obtains draw draws".split())


def supplied_by(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return what supplies that of which one asks where it comes from (tokens, end excluded), and
    what speaks for it in log-odds."""
    asked = "from" in view.norms[-3:] or (view.asks == "where" and "get" in view.norms)
    if not asked or _GETTING.isdisjoint(view.norms):
        return []
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    verb = next((n for n, norm in enumerate(norms) if norm in _SUPPLIES), -1)
    if verb < 1 or norms[verb + 1 : verb + 2] == ("by",):
        return []
    things = [n for n, role in enumerate(view.roles) if role in "NF"]
    if not things or max(things, key=lambda n: view.shares[n]) not in grid.terms[verb:]:
        return []
    begin = next((n + 1 for n in range(verb, -1, -1) if tags[n] in ";."), 0)
    while begin < verb and tags[begin] in 'D*"-':
        begin += 1
    end = next((n for n in range(begin, verb) if tags[n] in ",(XVM"), verb)
    return [(begin, end, _TOLD)] if end > begin else []
