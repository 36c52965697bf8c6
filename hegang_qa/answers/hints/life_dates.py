"""When and where somebody was born or died, told by the dates beside a name."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.lives import Life, lives

__all__ = ["life_dates", "lifetimes"]

_TOLD = 12.0
_BORN, _DIED = "born", "die"


def life_dates(view: Frame, analysis: Analysis, grid: Grid) -> list[tuple[int, int, float]]:
    """Return begin and end (tokens, end excluded) of the dates or places of the lives of those
    that the question names, and what speaks for them in log-odds."""
    born, died = _BORN in view.forms, _DIED in view.forms
    if born == died:
        return []
    told: list[tuple[int, int, float]] = []
    for life in lives(analysis.tagged.tokens):
        if not _is_named(life, view, analysis, grid):
            continue
        if view.asks == "where" or is_a(view.wanted, "place"):
            place = life.born_in if born else life.died_in
        elif view.asks == "when" or is_a(view.wanted, "date"):
            place = life.born if born else life.died
            if place is not None and view.wanted == "year":
                place = (place[1] - 1, place[1])
        else:
            return []
        if place is not None:
            told.append((*place, _TOLD))
    return told


def _is_named(life: Life, view: Frame, analysis: Analysis, grid: Grid) -> bool:
    """Return whether the question names whose life it is: no other name of it that the question
    lacks, where the question has one that it lacks ("John Kerr" is not Ada Kerr)."""
    tags, at = analysis.tagged.tags, life.name
    if at < 0:
        return True
    run = []
    while at >= 0 and tags[at] in "E-.":
        run.append(at)
        at -= 1
    own = {grid.terms[n] for n in run if grid.terms[n] >= 0}
    strange = any(tags[n] == "E" and grid.terms[n] < 0 for n in run)
    others = {n for n, role in enumerate(view.roles) if role == "E"} - own
    if own and not (strange and others):
        return True
    # "Her brother Magnus (1868-1915)"
    return not own and at >= 0 and tags[at] == "N" and grid.terms[at] >= 0


def lifetimes(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    """Return begin and end (tokens, end excluded) of dates that tell lives, where the question asks
    for another time, and of both together, where it asks for one of them."""
    asks = _BORN in view.forms or _DIED in view.forms
    found: list[tuple[int, int]] = []
    for life in lives(analysis.tagged.tokens):
        dates = [date for date in (life.born, life.died) if date is not None]
        if not asks:
            found.append((min(low for low, _ in dates), max(high for _, high in dates)))
        elif len(dates) > 1:
            found.append((dates[0][0], dates[1][1]))
    return found
