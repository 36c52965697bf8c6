"""Tables that reStructuredText writes as lists: "* -" begins a row, "-" a further cell."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.documents.lines import Line, trimmed
from hegang_qa.documents.model import Block, Cell
from hegang_qa.documents.patterns import lazy
from hegang_qa.documents.tables import plain_cell

__all__ = ["begins_list_table", "list_table"]

_ROW = lazy(r"[ \t]*[*-][ \t]+-(?:[ \t]+|$)")
_CELL = lazy(r"[ \t]*-(?:[ \t]+|$)")
_FIGURE = lazy(r"\d")


def begins_list_table(text: str, line: Line) -> bool:
    """Return whether a line may begin such a table: most stretches of a text do not."""
    return _ROW.match(text, *line) is not None


def list_table(
    text: str, lines: Sequence[Line], headings: tuple[str, ...], lead: str | None
) -> list[Block] | None:
    """Return the rows of a table, None if `lines` are not one: two rows or more of as many cells,
    two or more. The first row is the head when it has no figure."""
    rows: list[list[tuple[int, int]]] = []
    for start, end in lines:
        if (row := _ROW.match(text, start, end)) is not None:
            rows.append([(row.end(), end)])
        elif not rows:
            return None
        elif (cell := _CELL.match(text, start, end)) is not None:
            rows[-1].append((cell.end(), end))
        else:  # a cell goes on
            rows[-1][-1] = (rows[-1][-1][0], end)
    count = len(rows[0]) if rows else 0
    if len(rows) < 2 or count < 2 or any(len(row) != count for row in rows):
        return None
    heads = [plain_cell(text[start:end]) for start, end in rows[0]]
    has_head = all(heads) and not any(_FIGURE.search(head) for head in heads)
    if not has_head:
        heads = [""] * count
    blocks: list[Block] = []
    for content in rows[has_head:]:
        places = [trimmed(text, *place) for place in content]
        cells = tuple(
            Cell(start, end, head)
            for (start, end), head in zip(places, heads, strict=True)
            if end > start
        )
        if cells:
            blocks.append(Block("row", cells[0].start, cells[-1].end, headings, cells, lead))
    return blocks
