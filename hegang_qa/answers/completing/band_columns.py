"""The column of a price list for so many: "0.12 | 0.09 | 0.06" under "1-20 | 21-100 | over 100"
answers what fifty cost each.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.whole import cell_text, figure
from hegang_qa.answers.verdicts.thresholds import value_of
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.numbers import is_year
from hegang_qa.text.tokens import tokenize

__all__ = ["with_band_column"]

_SURE = 0.6
_LOOKED_AT = 8
_BANDS = 2
"""Columns that are bands, at least."""
_RANGE = lazy(r"(\d+)\s*(?:-|–|to)\s*(\d+)\b")
_FROM = lazy(
    r"(?:(over|more than|above|>)|from|at least|≥)\s*(\d+)"
    r"|(\d+)\s*(?:\+|or more|and more|and over)"
)
_UP_TO = lazy(r"(?:(under|less than|below|fewer than|<)|up to|at most|≤)\s*(\d+)")
_ONE = frozenset(("single",))


class _Band(NamedTuple):
    low: float
    high: float
    column: int


def with_band_column(asking: Asking, answer: Answer) -> Answer:
    """Return the cell of the best row under the head in whose band the number of a question lies;
    elsewhere the answer as it is."""
    if asking.least > _SURE or asking.is_told(answer):
        return answer
    for one in asking.ranked[:_LOOKED_AT]:
        row = one.sentence
        bands = _bands(row)
        if len(bands) < _BANDS:
            continue
        if answer.kind == "answer" and not _is_among(answer, row, bands):
            return answer
        if any(_is_said(asking.question, row.cells[band.column].head) for band in bands):
            return answer
        number = _number(asking.question, row)
        if number is None:
            return answer
        held = [band for band in bands if band.low <= number <= band.high]
        if len(held) != 1 or figure(row, held[0].column) is None:
            return answer
        cell = row.cells[held[0].column]
        text = cell_text(row, held[0].column)
        return told_by(answer, row, text, _SURE, (cell.start, cell.end))
    return answer


def _is_among(answer: Answer, row: Sentence, bands: list[_Band]) -> bool:
    """Return whether an answer is the cell of another band of the row."""
    cells = [row.cells[band.column] for band in bands]
    span = answer.answer_span
    return (
        answer.sentence == row.text
        and span is not None
        and any(cell.start <= span[0] and span[1] <= cell.end for cell in cells)
    )


def _is_said(question: Question, head: str) -> bool:
    """Return whether a head stands in a question as it is ("*under 2 years*")."""
    said = " ".join(token.norm for token in question.tokens)
    return f" {' '.join(token.norm for token in tokenize(head))} " in f" {said} "


def _bands(row: Sentence) -> list[_Band]:
    """Return the columns of a row whose heads are bands of numbers; none where they are years."""
    found = [
        _Band(*ends, number)
        for number, cell in enumerate(row.cells)
        if number and (ends := _ends(cell.head.lower().strip())) is not None
    ]
    return [] if any(is_year(str(int(band.low))) for band in found) else found


def _ends(head: str) -> tuple[float, float] | None:
    if (held := _RANGE.search(head)) is not None:
        return float(held[1]), float(held[2])
    if (held := _FROM.search(head)) is not None:
        low = float(held[2] or held[3])
        return (low + 1 if held[1] else low), inf
    if (held := _UP_TO.search(head)) is not None:
        return 0.0, float(held[2]) - bool(held[1])
    return None


def _number(question: Question, row: Sentence) -> float | None:
    """Return the only number of a question that the row does not say itself, one for a "single"
    thing; None where there is none or several."""
    said = row.text.lower()
    tokens = question.tokens
    numbers = [
        value
        for at, token in enumerate(tokens)
        if token.kind == "number" and (value := value_of(token)) is not None
        if token.norm not in said.split() and not (at and tokens[at - 1].end == token.start)  # "A4"
    ]
    if not numbers and any(token.norm in _ONE for token in tokens):
        return 1.0
    return numbers[0] if len(numbers) == 1 else None
