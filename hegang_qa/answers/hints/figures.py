"""Which figure of a sentence is meant: that of the clause, the unit and the rate asked for, and no
number of a paragraph, estimate, rise or side of a size.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.agreement import Agreement, is_sure
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.hints.by_kind import Advice, measures, sites_told
from hegang_qa.answers.hints.contrast import Meant, meant_clause
from hegang_qa.answers.hints.ends import changes
from hegang_qa.answers.hints.figures_apart import figures_apart
from hegang_qa.answers.hints.paired import LED, planned
from hegang_qa.answers.hints.rates import rate_asked, rate_told
from hegang_qa.answers.span_model.features import Grid
from hegang_qa.answers.span_model.frame import Frame

__all__ = ["Figures", "figure_advice", "figures_meant", "meant_advice"]

# For a figure in the clause that is meant, of several that run parallel.
_MEANT = 2.5
_MEANT_BY_GAP = 5.0
_MEANT_SITE = 5.5
# For a figure by the unit that is asked for ("per day"), and less for one by another.
_RATE = 3.5
_OTHER_RATE = -4.0
# For a figure in another unit than the one asked for ("how many miles"), beside one in that.
_OTHER_UNIT = -4.0
# For the number of a numbered heading or paragraph.
_NUMBERING = -8.0
# For a figure that was only estimated ("at an estimated cost of 38,000").
_ONLY_PLANNED = -3.0
# For a figure by which something rose, where one asks how high it is, one side of a size, or the
# price of several.
_ONLY_CHANGE = -4.0


class Figures(NamedTuple):
    """`sites` are the addresses or measures that may be meant as figures are, `meant` the clause
    whose figure is meant (None where nothing tells them apart), `rate` the unit by which one asks,
    "" for none, `rated` whether a figure of the sentence is told by it, and `stems` those of the
    sentence, where there is a rate."""

    sites: Sequence[tuple[int, int]]
    meant: Meant | None
    rate: str
    rated: bool
    stems: Sequence[str]

    def rate_of(self, start: int, end: int) -> str:
        """Return the unit by which a figure is told, "" for none or where none is asked for."""
        return rate_told(self.stems, start, end) if self.rate else ""


def figures_meant(view: Frame, analysis: Analysis, grid: Grid, agreement: Agreement) -> Figures:
    """Return what tells the figures of a sentence apart."""
    sites = sites_told(view, analysis) or measures(view, analysis)
    # "Line 2 has 17 stations": a figure of the question is none that is asked for.
    places = [
        (low, high)
        for low, high in sites or agreement.spans
        if any(term < 0 for term in grid.terms[low:high])
    ]
    meant = meant_clause(view, analysis.tagged, grid, places) if len(places) > 1 else None
    if meant is not None and not (meant.whole or sites or is_sure(view.wanted)):
        meant = None
    rate = rate_asked(view.order) if is_a(view.wanted, "number") else ""
    stems = [token.stem for token in analysis.tagged.tokens] if rate else []
    rated = bool(rate) and any(rate_told(stems, low, high) == rate for low, high in places)
    return Figures(sites, meant, rate, rated, stems)


def figure_advice(
    view: Frame, analysis: Analysis, figures: Figures, *, heading: bool
) -> Advice | None:
    """Return what speaks for figures by their rate, and against those in another unit, and those
    that only number, estimate, or tell a part of what is asked for; None where nothing does."""
    rate, tags = figures.rate, analysis.tagged.tags
    elsewhere = _other_units(view, analysis) if view.asks == "how many" else []
    numbering = _numbering(analysis, heading=heading)
    plans = planned(view, analysis)
    partial = changes(view, analysis) if is_a(view.wanted, "number") else []
    apart = figures_apart(view, analysis) if tags.count("#") > 1 else []
    if not (rate or elsewhere or numbering >= 0 or plans or partial or apart):
        return None

    def advise(candidate: Candidate, _letter: str) -> float:
        start, end = candidate.start, candidate.end
        total = 0.0
        if rate and (told_by := figures.rate_of(start, end)):
            total += _RATE if told_by == rate else _OTHER_RATE
        if elsewhere and any(start <= low < end for low in elsewhere):
            total += _OTHER_UNIT
        if start <= numbering:
            total += _NUMBERING
        if plans and any(0 < start - at <= LED for at in plans):
            total += _ONLY_PLANNED
        if partial and any(low <= start and end <= high for low, high in partial):
            total += _ONLY_CHANGE
        if apart and any(low <= start and end <= high for low, high in apart):
            total += _ONLY_CHANGE
        return total

    return advise


def _other_units(view: Frame, analysis: Analysis) -> list[int]:
    """Return where figures begin that are in another unit than the one that is asked for."""
    from hegang_qa.text.units import is_in_other_unit  # a table that hardly any question needs

    tokens, text = analysis.tagged.tokens, analysis.tagged.text
    return [
        one.start
        for one in analysis.typed
        if is_a(one.type, "number")
        and is_in_other_unit(view.focus_word, text, tokens[one.start].start)
    ]


def _numbering(analysis: Analysis, *, heading: bool) -> int:
    """Return the token that is the number of a heading or a paragraph ("3.2 Hoses may be used",
    "(5) Five copies are"), or -1."""
    tokens, tags = analysis.tagged.tokens, analysis.tagged.tags
    if heading and tags[:2] in ("#.", "#)"):
        return 0
    if tags[:3] == "(#)" and tokens[3:] and tokens[3].text[:1].isupper():
        return 1
    if len(tokens) < 3 or tokens[0].kind != "number" or "." not in tokens[0].norm:
        return -1
    if any(found.start == 0 and found.type == "time" for found in analysis.typed):
        return -1  # "9.30   Open-air service"
    return 0 if tokens[1].text[:1].isupper() and tokens[1].text[1:2].islower() else -1


def meant_advice(figures: Figures) -> Advice | None:
    """Return what speaks for a figure in the clause that is meant, None where none is."""
    meant, sites, rate = figures.meant, figures.sites, figures.rate
    if meant is None:
        return None
    low, high = meant.start, meant.end
    by_gap = _MEANT_SITE if sites else _MEANT_BY_GAP
    worth = by_gap if meant.gapped else _MEANT

    def advise(candidate: Candidate, letter: str) -> float:
        start, end = candidate.start, candidate.end
        if not (low <= start and end <= high and (letter[:1] in "=c" or (start, end) in sites)):
            return 0.0
        return worth if not figures.rated or figures.rate_of(start, end) == rate else 0.0

    return advise
