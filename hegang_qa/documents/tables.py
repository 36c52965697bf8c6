"""Rows and cells of tables written as text: with pipes, tabs, commas or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from hegang_qa.documents.gapped import Layout, cut_heads, heads_of_figures, short_head
from hegang_qa.documents.lines import trimmed
from hegang_qa.documents.model import Block, Cell
from hegang_qa.documents.patterns import lazy

__all__ = [
    "Span",
    "begins_with_day",
    "gap_cells",
    "guess_table",
    "is_delimiter_row",
    "leader_cells",
    "pipe_cells",
    "plain_cell",
    "rows_below_heads",
    "table_rows",
]

Span = tuple[int, int]
Line = tuple[int, int]

_DELIMITER = lazy(
    r"\s*[|+]?\s*:?[-=]{1,}:?\s*(?:[|+]\s*:?[-=]+:?\s*)*[|+]?\s*$|\s*[-=]{2,}(?:\s+[-=]{2,})+\s*$"
)
_MARKUP = lazy(
    r"\\(?=[|*_`])|`|!?\[(?=[^\]]*\]\()|\]\([^)]*\)|</?[A-Za-z][^<>]*>"
    r"|(?<![\w*])[*_]+(?=\S)|(?<=[^\s*_])[*_]+(?![\w*])"
)
_BREAK = lazy(r"<br\s*/?>", re.IGNORECASE)
_TAB = lazy(r"\t")
_GAP = lazy(r"\s{2,}|\t\s*")
_LEADER = lazy(r"\s*(?:\.{3,}|(?:\. ){3,}\.?|…{2,})\s*")
_OUT_OF_LINE = 2  # columns of text
_FIGURE = lazy(r"\d")
_HEADED = 3
"""Columns, and rows (one fewer of more columns), at least, whose heads a blank line may part from
them."""
_DAY = lazy(
    r"(?:mon|tues?|wed|wednes|thur?s?|fri|sat|satur|sun)(?:day)?s?\b"
    r"|every ?day|week(?:day|end)s?\b",
    re.IGNORECASE,
)


def plain_cell(text: str) -> str:
    """Return a cell or heading without inline markup and with single spaces."""
    if "<" in text:
        text = _BREAK.sub(" ", text)
    if "*" in text or "`" in text or "[" in text or "\\" in text or "_" in text or "<" in text:
        text = _MARKUP.sub("", text)
    return " ".join(text.split())


def begins_with_day(text: str) -> bool:
    """Return whether a cell begins with a day of the week, or "every day", "weekdays"."""
    return _DAY.match(text) is not None


def is_delimiter_row(line: str) -> bool:
    """Return whether `line` is the rule under a table's head ("|---|:-:|", "+---+---+")."""
    return ("|" in line or "+" in line or "-" in line) and _DELIMITER.match(line) is not None


def pipe_cells(line: str) -> list[Span]:
    r"""Return the trimmed spans of the cells of a row with pipes; "\|" does not divide."""
    cuts: list[int] = []
    in_code = False
    paired = line.count("`") % 2 == 0
    at = 0
    while at < len(line):
        mark = line[at]
        if mark == "\\":
            at += 2
            continue
        if mark == "`" and paired:
            in_code = not in_code
        elif mark == "|" and not in_code:
            cuts.append(at)
        at += 1
    if not cuts:
        return [trimmed(line, 0, len(line))]
    edges = [-1, *cuts, len(line)]
    if not line[: cuts[0]].strip():  # outer pipes divide nothing
        edges.pop(0)
    if len(edges) > 2 and not line[cuts[-1] + 1 :].strip():
        edges.pop()
    return [trimmed(line, a + 1, b) for a, b in pairwise(edges)]


def _split_cells(line: str, gap: re.Pattern[str]) -> list[Span]:
    start, stop = trimmed(line, 0, len(line))
    spans: list[Span] = []
    for match in gap.finditer(line, start, stop):
        spans.append(trimmed(line, start, match.start()))
        start = match.end()
    spans.append(trimmed(line, start, stop))
    return spans


def _aligned(
    columns: Sequence[Span], cells_of: Callable[[str], list[Span]]
) -> Callable[[str], list[Span]]:
    """Return a function like `cells_of` that leaves empty the cells a row lacks: each of its cells
    is put under the column (of the first row, or of that with the most) with whose beginning or
    end its own is in line; one between the first two columns goes with the first. No cells for a
    row that does not fit."""

    def in_columns(line: str) -> list[Span]:
        spans = [(0, 0)] * len(columns)
        at = 0
        for start, end in cells_of(line):
            if at == 1 and columns[0][1] <= start and end < columns[1][0] - _OUT_OF_LINE:
                spans[0] = (spans[0][0], end)
                continue
            while at < len(columns) and not (
                abs(start - columns[at][0]) <= _OUT_OF_LINE
                or abs(end - columns[at][1]) <= _OUT_OF_LINE
            ):
                at += 1
            if at == len(columns):
                return []
            spans[at] = (start, end)
            at += 1
        return spans

    return in_columns


def _tab_cells(line: str) -> list[Span]:
    return _split_cells(line, _TAB)


def leader_cells(line: str) -> list[Span]:
    """Return the cells of a line that rows of dots part."""
    return _split_cells(line, _LEADER)


def gap_cells(line: str) -> list[Span]:
    """Return the cells of a line that tabs or two spaces and more part."""
    return _split_cells(line, _GAP)


def _comma_cells(line: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    quoted = False
    for at, mark in enumerate(line):
        if mark == '"':
            quoted = not quoted
        elif mark == "," and not quoted:
            spans.append(trimmed(line, start, at))
            start = at + 1
    spans.append(trimmed(line, start, len(line)))
    return [
        (a + 1, b - 1) if b - a > 1 and line[a] == line[b - 1] == '"' else (a, b) for a, b in spans
    ]


def table_rows(
    text: str,
    lines: Sequence[Line],
    cells_of: Callable[[str], list[Span]],
    heads: Sequence[str],
    headings: tuple[str, ...],
    lead: str | None = None,
) -> list[Block]:
    """Return a block for each of `lines` (spans of `text`), its cells under `heads`."""
    blocks: list[Block] = []
    for start, end in lines:
        cells = tuple(
            Cell(start + a, start + b, heads[i] if i < len(heads) else "")
            for i, (a, b) in enumerate(cells_of(text[start:end]))
            if b > a
        )
        if cells:
            first, last = cells[0].start, cells[-1].end
            blocks.append(Block("row", first, last, headings, cells, lead))
    return blocks


def guess_table(
    text: str,
    lines: Sequence[Line],
    headings: tuple[str, ...],
    lead: str | None,
    *,
    least: int = 3,
) -> list[Block] | None:
    """Return the rows of a table in plain text, or None if `lines` are not one.

    Two lines or more that divide into the same number of cells: by pipes, tabs, gaps of two
    spaces and more (`least` lines), or (three lines or more, short cells) commas. The first row is
    the head when there is a rule under it, it is the only one without figures, or its figures are
    in heads.
    """
    if len(lines) < 2:
        return None
    first = text[slice(*lines[0])]
    candidates: list[tuple[str, Callable[[str], list[Span]], int, int]] = []
    if "|" in first or first.startswith("+-"):
        candidates.append(("|", pipe_cells, 2, 2))
    if "\t" in first:
        candidates.append(("\t", _tab_cells, 2, 2))
    if "..." in first or ". . ." in first or "……" in first:
        candidates.append((_LEADING[0], leader_cells, 2, 2))
    if "  " in first.strip():
        candidates.append(("  ", gap_cells, 2, least))
    if "," in first:
        candidates.append((",", _comma_cells, 3, 3))
    for mark, cells_of, least_cells, least_rows in candidates:
        rows = [line for line in lines if not is_delimiter_row(text[slice(*line)])]
        if len(rows) < least_rows or not all(
            _parts(text[slice(*row)].strip(), mark) for row in rows
        ):
            continue
        cells = [cells_of(text[slice(*row)]) for row in rows]
        if mark == "  " and (layout := short_head(text, rows, cells)) is not None:
            return _below(text, rows[1:], layout, headings, lead)
        count = len(cells[0])
        if mark == "  " and count >= least_cells and any(len(row) != count for row in cells):
            for columns in (cells[0], max(cells, key=len)):
                in_line = _aligned(columns, gap_cells)
                cells = [in_line(text[slice(*row)]) for row in rows]
                if all(cells):
                    cells_of, count = in_line, len(columns)
                    break
        if count < least_cells or any(len(row) != count for row in cells):
            continue
        values = [
            [text[start + a : start + b] for a, b in row]
            for (start, _), row in zip(rows, cells, strict=True)
        ]
        if mark in (",", "  ") and not _looks_tabular(values):
            continue
        ruled = len(lines) > 1 and is_delimiter_row(text[slice(*lines[1])])
        boxed = len(lines) > 2 and len(rows) < len(lines)
        has_head = ruled or boxed or _has_head(values)
        heads = [plain_cell(value) for value in values[0]] if has_head else []
        return table_rows(text, rows[has_head:], cells_of, heads, headings, lead)
    return None


_LEADING = ("...", ". . .", "……")


def _parts(line: str, mark: str) -> bool:
    """Return whether a line has the mark that parts its cells."""
    return mark in line or (mark in _LEADING and any(one in line for one in _LEADING))


def rows_below_heads(text: str, line: Line, rows: Sequence[Block]) -> list[Block] | None:
    """Return rows with the cells of a line by itself above them as their heads; None where it has
    none for each of their columns, in line with them."""
    if len(rows) < _HEADED - (len(rows[0].cells) > _HEADED):
        return None
    heads = _heads_in_line(text, line, rows)
    if heads is None:
        return None
    return [
        row._replace(
            lead=None,
            cells=tuple(
                cell._replace(head=head) for cell, head in zip(row.cells, heads, strict=True)
            ),
        )
        for row in rows
    ]


def _heads_in_line(text: str, line: Line, rows: Sequence[Block]) -> list[str] | None:
    """Return the cells of a line that stands above rows, where it has as many without a figure, and
    each begins where those below it do; None elsewhere."""
    cells = gap_cells(text[slice(*line)])
    count = len(cells)
    if count < _HEADED or len({len(row.cells) for row in rows}) > 1:
        return None
    if count < len(rows[0].cells):
        starts = [cell.start - text.rfind("\n", 0, cell.start) - 1 for cell in rows[0].cells]
        names = cut_heads(text[text.rfind("\n", 0, line[0]) + 1 : line[1]], starts)
        return names if names and 2 * count > len(names) else None
    if any(len(row.cells) != count for row in rows):
        return None
    heads = [text[line[0] + a : line[0] + b] for a, b in cells]
    if any(_FIGURE.search(head) for head in heads):
        return None
    begin = text.rfind("\n", 0, line[0]) + 1
    own = [line[0] + a - begin for a, _ in cells]
    for row in rows:
        begin = text.rfind("\n", 0, row.start) + 1
        if any(
            abs(c.start - begin - a) > _OUT_OF_LINE for c, a in zip(row.cells, own, strict=True)
        ):
            return None
    return [plain_cell(head) for head in heads]


def _looks_tabular(values: list[list[str]]) -> bool:
    cells = [cell for row in values for cell in row]
    if any(len(cell) > 60 for cell in cells):
        return False
    return not any(row[-1].endswith((".", "!", "?", ";", ",")) for row in values)


def _below(
    text: str, rows: Sequence[Line], layout: Layout, headings: tuple[str, ...], lead: str | None
) -> list[Block]:
    """Return the rows below a head, those of tables side by side each by itself."""
    width = len(layout.heads) // layout.parts

    def part(number: int) -> Callable[[str], list[Span]]:
        return lambda line: gap_cells(line)[width * number : width * (number + 1)]

    return [
        block
        for row in rows
        for number in range(layout.parts)
        for block in table_rows(
            text,
            [row],
            part(number),
            [plain_cell(head) for head in layout.heads[width * number : width * (number + 1)]],
            headings,
            lead,
        )
    ]


def _has_head(values: list[list[str]]) -> bool:
    if heads_of_figures(values):
        return True
    head, *body = values
    if any(_FIGURE.search(cell) or not cell for cell in head):
        return False
    if begins_with_day(head[0]) and any(begins_with_day(row[0]) for row in body):
        return False  # "Monday  closed" over "Tuesday  10:00 - 18:00"
    return any(_FIGURE.search(cell) for row in body for cell in row)
