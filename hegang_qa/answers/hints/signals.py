"""What each of several signs means: "the lamp shines green when the wire is intact, *flashes blue
when the wire is broken* and is off when there is no power"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["Signal", "signal"]

_WHEN = frozenset(("when", "if", "while", "during"))
_LEAST = 0.08
_ASKED_COLOUR = frozenset(("colour", "color"))


class Signal(NamedTuple):
    """The clause that is meant (tokens, end excluded), and of it what answers."""

    clause: tuple[int, int]
    told: tuple[int, int]


def signal(view: Frame, analysis: Analysis, grid: Grid) -> Signal | None:
    """Return the clause of the sign, or the case, that is asked about; None where a sentence does
    not tell several, each with its own "when"."""
    norms, tags = analysis.tagged.norms, analysis.tagged.tags
    cases = [at for at, norm in enumerate(norms) if norm in _WHEN]
    if len(cases) < 2 or view.asks.startswith("how"):
        return None
    end = len(tags) - tags.endswith(".")
    cuts = [0]
    for one, other in pairwise(cases):
        between = [at for at in range(one, other) if tags[at] in ",;C"]
        if not between:
            return None
        cuts.append(between[0])
    cuts.append(end)
    clauses = [
        (low + (tags[low] in ",;C") + (tags[low : low + 2] == ",C"), case, high)
        for (low, high), case in zip(pairwise(cuts), cases, strict=True)
    ]
    # What is told first, the lamp, is meant in all of them.
    low, case, high = clauses[0]
    clauses[0] = next((n for n in range(low, case) if tags[n] in "VX"), low), case, high
    best: tuple[float, int] | None = None
    held = [{t for t in grid.terms[low:high] if t >= 0} for low, _, high in clauses]
    for number, own in enumerate(held):
        others = set().union(*held[:number], *held[number + 1 :])
        fresh = sum(view.shares[term] for term in own - others)
        if fresh >= _LEAST and (best is None or fresh > best[0]):
            best = fresh, number
    if best is None:
        return None
    low, case, high = clauses[best[1]]
    others = set().union(*held[: best[1]], *held[best[1] + 1 :])
    in_case = {t for t in grid.terms[case:high] if t >= 0} - others
    sign = {t for t in grid.terms[low:case] if t >= 0} - others
    if bool(in_case) == bool(sign):
        return None
    if sign:
        return Signal((low, high), (case + 1, high))
    colours = [o for o in analysis.typed if o.type == "colour" and low <= o.start and o.end <= case]
    if colours and not _ASKED_COLOUR.isdisjoint(view.norms):
        return Signal((low, high), (colours[0].start, colours[0].end))
    return Signal((low, high), (low, case)) if low < case else None
