"""What lies on the side that is asked about, where a sentence tells several: "borders Ilm to the
south, Rauk to the west and *Sorven to the east*", "in the north by the Tay, in the south *by the
Ure*"."""

from __future__ import annotations

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.candidates.tagging import VERB_TAGS
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import COMPASS

__all__ = ["on_its_side"]

_TOLD = 8.0
_TOWARDS = frozenset(("to", "in", "on"))
_BORDERING = frozenset("borders border bordered bordering adjoins faces touches".split())
_NEIGHBOURS = frozenset(
    "neighbour neighbours neighbor neighbors neighbouring border borders bordering adjoin".split()
)
_STOPS = frozenset(",;C") | VERB_TAGS | {"X"}


def on_its_side(view: Frame, analysis: Analysis) -> list[tuple[int, int, float]]:
    """Return what lies on the side asked about (tokens, end excluded), and what speaks for it in
    log-odds; nothing where a sentence tells of one side only."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    sides = [
        at
        for at in range(2, len(norms))
        if norms[at] in COMPASS and norms[at - 1] == "the" and norms[at - 2] in _TOWARDS
    ]
    asked = COMPASS.intersection(norm.removesuffix("ern") for norm in view.norms)
    if not asked and sides and not _NEIGHBOURS.isdisjoint(view.norms):
        start = _before(analysis, sides[0] - 2)
        end = next((n for n in range(sides[-1], len(tags)) if tags[n] in ";."), len(tags))
        return [(start, end, _TOLD)]  # all of them, with their sides
    if len({norms[at] for at in sides}) < 2 or len(asked) != 1:
        return []
    at = next((n for n in sides if norms[n] in asked), -1)
    if at < 0:
        return []
    if norms[at + 1 : at + 2] == ("by",):
        start = at + 2
        end = start
        while end < len(tags) and tags[end] not in _STOPS and tags[end] != ".":
            end += 1
    else:
        end = at - 2
        start = _before(analysis, end)
    while start < end and tags[start] == "D":
        start += 1
    return [(start, end, _TOLD)] if start < end else []


def _before(analysis: Analysis, end: int) -> int:
    """Return where the noun phrase begins that ends at a token."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    start = end
    while start > 0 and tags[start - 1] not in _STOPS and norms[start - 1] not in _BORDERING:
        start -= 1
    return start
