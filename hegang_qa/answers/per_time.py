"""How much it is a year, where the documents tell how much it is a month: another figure."""

from __future__ import annotations

from hegang_qa.answers.hints.rates import TIMES, rate_asked, rates_in
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.text.tokens import tokenize

__all__ = ["is_per_other_time"]


def is_per_other_time(question: Question, span: ScoredSpan) -> bool:
    """Return whether a figure is told for another time than the one asked for, and nothing is told
    for that ("per year?": "Price per month")."""
    asked = [token.stem for token in question.tokens if token.kind != "mark"]
    wanted = rate_asked(asked)
    # "A day ticket" asks for no price by the day.
    if wanted not in TIMES or (asked[-1] != wanted and "per" not in asked):
        return False
    told = [token.stem for token in span.ranked.tokens]
    for cell in span.ranked.sentence.cells:
        if cell.start <= span.span.start < cell.end:
            told += (token.stem for token in tokenize(cell.head))
    rates = rates_in(told) & TIMES
    return bool(rates) and wanted not in rates and wanted not in told
