"""A table read from its other side: where things stand side by side ("| | Basic | Plus |") and its
rows tell of them ("Price | 9 | 12"), each column but the first is what a row is elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.tables.whole import cell_text
from hegang_qa.documents.model import Cell
from hegang_qa.sentences.model import Sentence

__all__ = ["column_turned", "turned"]

_THINGS = 2  # side by side, at least
_BETWEEN = " | "


def turned(rows: Sequence[Sentence]) -> list[Sentence]:
    """Return what stands side by side in a table as rows of their own: the first cell has the head
    of a column, the others what its rows say, under the first cells of these as heads. The `id` of
    each is the number of its column. None where a column has no head or a row no first cell."""
    heads = [cell.head for cell in rows[0].cells]
    labels = [cell_text(row, 0) for row in rows]
    if len(heads) <= _THINGS or not all(heads[1:]) or not all(labels):
        return []
    return [_told_of(rows, labels, number) for number in range(1, len(heads))]


def column_turned(rows: Sequence[Sentence], thing: Sentence, number: int) -> tuple[Sentence, int]:
    """Return the row of a table, and which of its cells, that a cell of one that was made by
    `turned` stands in."""
    return rows[number - 1], thing.id


def _told_of(rows: Sequence[Sentence], labels: Sequence[str], number: int) -> Sentence:
    texts = [rows[0].cells[number].head, *(cell_text(row, number) for row in rows)]
    cells: list[Cell] = []
    at = 0
    for head, text in zip((rows[0].cells[0].head, *labels), texts, strict=True):
        cells.append(Cell(at, at + len(text), head))
        at += len(text) + len(_BETWEEN)
    return rows[0]._replace(id=number, text=_BETWEEN.join(texts), cells=tuple(cells))
