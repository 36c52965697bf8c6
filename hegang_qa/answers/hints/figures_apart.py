"""Figures that alone are not what is asked for: one side of a size ("2.4 m by *1.8 m*"), the price
of several ("£3 a bag, or four for *£10*").
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["figures_apart"]


def figures_apart(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    """Return the stretches (tokens, end excluded) of such figures."""
    if is_a(view.wanted, "size"):
        return _sides(analysis)
    return _bulk_prices(view, analysis) if is_a(view.wanted, "money") else []


def _sides(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the measures of which a size is made."""
    sizes = [one for one in analysis.typed if one.type == "size"]
    return [
        (one.start, one.end)
        for one in analysis.typed
        for size in sizes
        if size.start <= one.start and one.end <= size.end
        if one.end - one.start < size.end - size.start
    ]


def _bulk_prices(view: Frame, analysis: Analysis) -> list[tuple[int, int]]:
    """Return the prices of as many as are not asked about, where another price stands before."""
    norms = analysis.tagged.norms
    prices = [one for one in analysis.typed if one.type == "money"]
    return [
        (one.start, one.end)
        for one in prices
        if norms[one.start - 1 : one.start] == ("for",)
        and _is_number(norms[one.start - 2])
        and norms[one.start - 2] not in view.norms
        and any(other.end < one.start - 1 for other in prices)
    ]


def _is_number(norm: str) -> bool:
    return norm.isdigit() or norm in NUMBER_WORDS
