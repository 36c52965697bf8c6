"""Files of comma- or tab-separated values: a row a line, the heads of the columns in the first."""

from __future__ import annotations

import re

from hegang_qa.documents.lines import trimmed
from hegang_qa.documents.model import Block, Cell
from hegang_qa.documents.tables import plain_cell

__all__ = ["parse_delimited"]

_DELIMITERS = "\t,;|"
_LONGEST_HEAD = 60  # characters

Span = tuple[int, int]


def parse_delimited(text: str) -> tuple[None, tuple[Block, ...]]:
    """Return the rows of a file of separated values; it has no title of its own.

    The delimiter is the one of tab, comma, semicolon and bar that the first line has most of. A
    field in quotes may hold delimiters and line ends. Where the first line looks like another row
    (a figure in it, or an empty or a very long field), there are no heads. Lines that begin with
    "#" before them are remarks.
    """
    remarks, begin = _remarks(text)
    first = next((line for line in text[begin:].split("\n") if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    rows = [
        [(start + begin, end + begin) for start, end in row]
        for row in _rows(text[begin:], delimiter)
        if any(end > start for start, end in row)
    ]
    said = tuple(Block("paragraph", start, end) for start, end in remarks)
    if not rows:
        return None, said
    heads = [plain_cell(text[start:end]) for start, end in rows[0]]
    if len(rows) > 1 and all(map(_may_head, heads)):
        rows = rows[1:]
    else:
        heads = []
    blocks = []
    for row in rows:
        cells = tuple(
            Cell(start, end, heads[number] if number < len(heads) else "")
            for number, (start, end) in enumerate(row)
            if end > start
        )
        start, end = cells[0].start, cells[-1].end
        start -= text[start - 1 : start] == '"'
        end += text[end : end + 1] == '"'
        blocks.append(Block("row", start, end, (), cells, None))
    return None, (*said, *blocks)


def _remarks(text: str) -> tuple[list[Span], int]:
    """Return the lines of remarks ("# Measured at the weir") that stand before the rows, and where
    those begin."""
    found: list[Span] = []
    at = begin = 0
    for line in text.split("\n"):
        start, end = trimmed(text, at, at + len(line))
        at += len(line) + 1
        if start == end:
            continue
        if not text.startswith("#", start):
            break
        begin = min(at, len(text))
        start += len(text[start:end]) - len(text[start:end].lstrip("# "))
        if end > start:
            found.append((start, end))
    return found, begin


def _may_head(field: str) -> bool:
    return 0 < len(field) <= _LONGEST_HEAD and not field[0].isdigit()


def _rows(text: str, delimiter: str, quotes_until: int | None = None) -> list[list[Span]]:
    """Return the spans of the fields of each row, without their quotes and the space around; from
    `quotes_until` on a quote is a sign like others."""
    rows: list[list[Span]] = []
    row: list[Span] = []
    start = 0
    quoted = False
    opened = 0
    for found in re.finditer(rf'["\n{re.escape(delimiter)}]', text):
        at, mark = found.start(), found.group()
        if mark == '"' and quotes_until is not None and at >= quotes_until:
            continue
        if mark == '"':
            # A quote opens at the beginning of a field only: 5" is five inches.
            if not quoted and not text[start:at].strip():
                quoted, opened = True, at
            else:
                quoted = False
        elif quoted:
            continue
        elif mark == delimiter:
            row.append(_field(text, start, at))
            start = at + 1
        elif mark == "\n":
            row.append(_field(text, start, at))
            rows.append(row)
            row, start = [], at + 1
    if quoted:  # what never ends was none: it must not swallow the rows after it
        return _rows(text, delimiter, opened)
    row.append(_field(text, start, len(text)))
    rows.append(row)
    return rows


def _field(text: str, start: int, end: int) -> Span:
    start, end = trimmed(text, start, end)
    if end - start > 1 and text[start] == text[end - 1] == '"':
        start, end = start + 1, end - 1
    return start, end
