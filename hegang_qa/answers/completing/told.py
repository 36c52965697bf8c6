"""An answer from a sentence that was looked for beside those that were ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hegang_qa.answers.model import in_one_line
from hegang_qa.answers.support import place_of
from hegang_qa.answers.tables.records import field_of
from hegang_qa.answers.tables.whole import name_span, row_name
from hegang_qa.results import Answer, Evidence
from hegang_qa.sentences.model import Sentence

__all__ = ["overlap", "told_by", "told_by_name", "told_by_row", "told_by_rows"]


def told_by(
    answer: Answer,
    sentence: Sentence,
    text: str,
    confidence: float,
    span: tuple[int, int] | None,
) -> Answer:
    """Return `text`, in one line, as the answer, with the sentence that tells it and its span."""
    if span is not None:
        sentence, span = _of_field(sentence, span)
    return replace(
        answer,
        kind="answer",
        text=in_one_line(text),
        sentence=sentence.text,
        source=place_of(sentence),
        confidence=confidence,
        reason=None,
        answer_span=span,
        matched=(),
        heading=sentence.heading or None,
        missing=(),
        support=(),
        conflicts=(),
    )


def told_by_row(row: Sentence, number: int, score: float = 0.0) -> Evidence:
    """Return a row as evidence for an answer that is one of its cells, by its number."""
    cell = row.cells[number]
    row, span = _of_field(row, (cell.start, cell.end))
    return Evidence(
        sentence=row.text,
        source=place_of(row),
        score=score,
        answer=row.text[slice(*span)],
        answer_span=span,
        heading=row.heading or None,
    )


def told_by_name(row: Sentence, columns: Sequence[int]) -> Evidence:
    """Return a row as evidence for an answer that is what it is called by some columns."""
    name = row_name(row, columns)
    row, span = _of_field(row, name_span(row, columns))
    return Evidence(
        sentence=row.text,
        source=place_of(row),
        score=0.0,
        answer=name,
        answer_span=span,
        heading=row.heading or None,
    )


def told_by_rows(
    answer: Answer, rows: Sequence[Sentence], columns: Sequence[int], confidence: float
) -> Answer:
    """Return what rows are called by some columns as the answer, with a piece of evidence for each;
    the answer as it is where there are none."""
    if not rows:
        return answer
    if len(rows) == 1:
        span = name_span(rows[0], columns)
        return told_by(answer, rows[0], row_name(rows[0], columns), confidence, span)
    text = "; ".join(row_name(row, columns) for row in rows)
    told = told_by(answer, rows[0], text, confidence, None)
    return replace(told, support=tuple(told_by_name(row, columns) for row in rows))


def _of_field(row: Sentence, span: tuple[int, int]) -> tuple[Sentence, tuple[int, int]]:
    """Return the field of a record that a span of its row stands in, with the span there; any other
    row as it is."""
    field = field_of(row, span[0])
    shift = field.start - row.start
    return field, (span[0] - shift, span[1] - shift)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether two spans have a code point in common."""
    return one[0] < other[1] and other[0] < one[1]
