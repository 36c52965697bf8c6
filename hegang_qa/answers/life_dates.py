"""When and where somebody was born or died, told by the dates beside a name."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.analysis import Analysis
from hegang_qa.answers.features import Grid
from hegang_qa.answers.frame import Frame
from hegang_qa.text.lives import Life, lives

__all__ = ["life_dates"]

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
        if not _is_named(life, analysis, grid):
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


def _is_named(life: Life, analysis: Analysis, grid: Grid) -> bool:
    tags, at = analysis.tagged.tags, life.name
    if at < 0:
        return True
    while at >= 0 and tags[at] in "E-.":
        if grid.terms[at] >= 0:
            return True
        at -= 1
    return False
