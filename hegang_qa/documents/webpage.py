"""Web pages: headings, paragraphs, lists, tables, definitions and code, without their tags.

A page's text is what a browser shows, each piece of it on the line of the file where it stands.
What shows none is left out: scripts, styles, menus (`nav`), forms, pictures. Read with the parser
of the standard library, which takes broken pages as they come.
"""

from __future__ import annotations

from html.parser import HTMLParser
from io import StringIO
from typing import NamedTuple

from hegang_qa.documents.lines import MAX_LEAD, last_sentence
from hegang_qa.documents.model import Block, BlockKind, Cell
from hegang_qa.documents.outline import Outline
from hegang_qa.documents.tables import plain_cell

__all__ = ["parse_webpage"]

_HIDDEN = frozenset(
    "script style nav template noscript svg math iframe object canvas audio video select textarea "
    "button datalist map".split()
)
# What a page has to close, so that "hidden" tells how far.
_CLOSED = frozenset("div section article aside span form details table ul ol dl".split())
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr command keygen".split()
)
# What stands within a line; all others begin a block of their own.
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark "
    "meter output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_LISTS = frozenset(("ul", "ol", "menu", "dl"))
_CELLS = frozenset(("td", "th"))
_TABLE_PARTS = frozenset("tr thead tbody tfoot colgroup".split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_QUESTION_LEVEL = 9
"""A `summary`, which stands over what its `details` hold."""
_LONGEST_HEAD = 40  # characters
_SHORT_VALUE = 40
"""Characters of what is said of a term, where the two are read as the row of a table."""
_SPACES = {ord("\xa0"): " ", ord("\u202f"): " ", ord("\xad"): None, ord("\u200b"): None}


_MOST_SPANNED = 1000
"""Rows or columns over which a cell may reach (as in the HTML standard, which has 65,534 rows)."""


class _Row(NamedTuple):
    """A row of a table: the columns, spans of its cells, and whether all of them are heads."""

    cells: list[tuple[int, int, int]]
    heads: list[bool]


class _Open(NamedTuple):
    """An open cell: where it begins, and over how many columns and rows it reaches."""

    start: int
    columns: int
    rows: int
    is_head: bool


class _Reaching(NamedTuple):
    """A cell that reaches into further rows: how many are left, over how many columns, and what
    it says."""

    rows: int
    columns: int
    text: str
    is_head: bool


def parse_webpage(text: str) -> tuple[str, str | None, tuple[Block, ...]]:
    """Return what a page shows, line by line as in the file, with its title (None where it has
    neither a title nor a heading) and its blocks."""
    page = _Page()
    page.feed(text)
    page.close()
    page.finish()
    return page.text(0), page.title or page.outline.first, tuple(page.blocks)


class _Page(HTMLParser):
    """Walks over a page once; `_start` is where the open block begins in what is shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.outline = Outline()
        self.title: str | None = None
        self._shown = StringIO()
        self._length = 0
        self._line = 1
        self._start = 0
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._hidden: list[str] = []
        self._in_title = False
        self._lists: list[str | None] = []
        """What introduces each open list."""
        self._items: list[str] = []
        self._term: Block | None = None
        """The term right before what is said of it."""
        self._rows: list[_Row] | None = None
        self._cell: _Open | None = None
        self._reaching: dict[int, _Reaching] = {}
        """By column."""

    # -- tags ----------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.append(tag)
            return
        if tag in _HIDDEN or (("hidden", None) in attrs and tag in _CLOSED):
            self._hidden.append(tag)
            return
        if tag == "title":
            self._in_title = self.title is None
        elif tag in _CODE and self._kind != "code":
            self._show("`")
        elif tag in _CELLS:
            self._open_cell(tag, dict(attrs))
        elif self._rows is not None and tag in _TABLE_PARTS:
            self._close_row()
            if tag == "tr":
                self._rows.append(_Row([], []))
        elif self._cell is not None or tag in _INLINE:
            if tag == "br":
                self._show(" ")
        elif tag == "br":
            self._break()
        else:
            self._open(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            return
        if tag == "title":
            self._in_title = False
        elif tag in _CODE and self._kind != "code":
            self._show("`")
        elif tag in _CELLS or tag in ("tr", "table"):
            self._close_cell()
            if tag not in _CELLS:
                self._close_row()
            if tag == "table":
                self._end_table()
        elif self._rows is not None and tag in _TABLE_PARTS:
            pass
        elif self._cell is None and tag not in _INLINE and tag not in _VOID:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        data = data.translate(_SPACES)
        if self._in_title:
            self.title = " ".join(f"{self.title or ''} {data}".split()) or None
            return
        self._go_to_line()
        self._show(data)

    def _go_to_line(self) -> None:
        """Show empty lines down to that of the file."""
        line, _ = self.getpos()
        if self._line < line:
            self._show("\n" * (line - self._line))

    def _show(self, text: str) -> None:
        self._shown.write(text)
        self._length += len(text)
        self._line += text.count("\n")

    def text(self, start: int, end: int | None = None) -> str:
        """Return what is shown from a code point on, to another one or to the end."""
        self._shown.seek(start)
        text = self._shown.read(None if end is None else end - start)
        self._shown.seek(self._length)
        return text

    # -- blocks --------------------------------------------------------------------------------

    def _open(self, tag: str) -> None:
        """Begin what a tag stands for."""
        before = self.blocks[-1] if self.blocks else None
        item = self.end_block()
        if tag in _HEADINGS or tag == "summary":
            self._kind, self._level = "heading", _HEADINGS.get(tag, _QUESTION_LEVEL)
        elif tag in _LISTS:
            self._lists.append(self._lead_of(item or before))
        elif tag == "table":
            self._rows = []
        elif tag == "pre":
            self._kind = "code"
        elif tag in ("li", "dd") and self._lists:
            self._kind = "item"
        elif tag == "blockquote":
            self._kind = "quote"
        elif tag in ("p", "div") and self._kind in ("item", "quote"):
            pass  # a paragraph of an item or a quotation
        else:
            self._kind = "paragraph"

    def _close(self, tag: str) -> None:
        """End what a tag stood for."""
        block = self.end_block()
        if tag in ("p", "div") and self._kind in ("item", "quote"):
            return
        if tag in _LISTS and self._lists:
            self._lists.pop()
            del self._items[len(self._lists) :]
            self._kind = "item" if self._lists else "paragraph"
        elif tag == "dt" and block is not None and self._lists:
            self._lists[-1] = plain_cell(self._text(block))
            self._term = block
        elif tag == "details":
            self.outline.close(_QUESTION_LEVEL)
        elif tag != "li" or not self._lists:
            self._kind = "paragraph"

    def _break(self) -> None:
        """End a line within a block, which a sentence may run over."""
        shown = self.text(self._start).rstrip()
        if self._kind == "code" or shown[-1:] in (",", "-"):
            self._show(" ")
        else:
            kind = self._kind
            self.end_block()
            self._kind = kind

    def end_block(self) -> Block | None:
        """Add the open block, if it has any text; return it."""
        text = self.text(self._start)
        start = self._start + len(text) - len(text.lstrip())
        end = self._start + len(text.rstrip())
        self._show(" ")
        self._start = self._length
        if end <= start:
            return None
        kind, lead = self._kind, None
        term, self._term = self._term, None
        is_value = end - start <= _SHORT_VALUE and text.rstrip()[-1] not in ".!?"
        if kind == "item" and term is not None and is_value:
            # "Colour" and "red" say something only together.
            cells = (Cell(term.start, term.end, ""), Cell(start, end, ""))
            self.blocks.pop()
            block = Block("row", term.start, end, self.outline.current, cells)
            self.blocks.append(block)
            return block
        if kind == "item":
            lead = self._item_lead(text)
        block = Block(kind, start, end, self.outline.current, (), lead)
        if kind == "heading":
            title = plain_cell(text).rstrip(":")
            self.outline.close(self._level)
            block = block._replace(headings=self.outline.current)
            self.outline.enter(self._level, title)
            self._kind = "paragraph"
        self.blocks.append(block)
        return block

    def _text(self, block: Block) -> str:
        return self.text(block.start, block.end)

    def _item_lead(self, text: str) -> str | None:
        """Return what introduces an item: the lines before its list and the items around it."""
        depth = len(self._lists)
        leads = [lead for lead in self._lists if lead] + self._items[: depth - 1]
        if len(self._items) < depth:
            self._items.append(plain_cell(text)[:MAX_LEAD])
        else:
            self._items[depth - 1] = plain_cell(text)[:MAX_LEAD]
        return " ".join(leads)[-MAX_LEAD:] or None

    def _lead_of(self, before: Block | None) -> str | None:
        """Return the sentence that introduces a list or table behind a block ("Bring:")."""
        if before is None or before.kind not in ("paragraph", "quote") or self._lists:
            return None
        text = self._text(before)
        return plain_cell(last_sentence(text)) if text.endswith((":", "：")) else None

    def finish(self) -> None:
        """Add what the page leaves open."""
        self._close_row()
        if self._rows:
            self._end_table()
        self.end_block()

    # -- tables --------------------------------------------------------------------------------

    def _open_cell(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._close_cell()
        if self._rows is None:
            return
        if not self._rows:
            self._rows.append(_Row([], []))
        row = self._rows[-1]
        self._reach_into(row)
        if row.heads:
            self._show(" | ")
        self._cell = _Open(
            self._length,
            _spanned(attributes.get("colspan")),
            _spanned(attributes.get("rowspan")),
            tag == "th",
        )

    def _close_cell(self) -> None:
        if self._cell is None or self._rows is None:
            return
        begin, columns, rows, is_head = self._cell
        text = self.text(begin)
        start, end = begin + len(text) - len(text.lstrip()), begin + len(text.rstrip())
        row = self._rows[-1]
        if rows > 1:
            self._reaching[len(row.heads)] = _Reaching(
                rows - 1, columns, " ".join(text.split()), is_head
            )
        row.cells.append((len(row.heads), start, max(start, end)))
        row.heads.extend([is_head] * columns)
        self._cell = None

    def _close_row(self) -> None:
        self._close_cell()
        if self._rows and self._rows[-1].heads:
            self._reach_into(self._rows[-1])

    def _reach_into(self, row: _Row) -> None:
        """Say once more what the next cell says that reaches into the row from above."""
        while (column := len(row.heads)) in self._reaching:
            rows, columns, text, is_head = self._reaching.pop(column)
            self._go_to_line()
            if row.heads:
                self._show(" | ")
            row.cells.append((column, self._length, self._length + len(text)))
            row.heads.extend([is_head] * columns)
            self._show(text)
            if rows > 1:
                self._reaching[column] = _Reaching(rows - 1, columns, text, is_head)

    def _end_table(self) -> None:
        """Add the rows of a table, each cell under its head."""
        rows, self._rows = self._rows or [], None
        self._reaching = {}
        self._show(" ")
        self._start = self._length
        rows = [row for row in rows if row.cells]
        heads: dict[int, str] = {}
        lead = self._lead_of(self.blocks[-1] if self.blocks else None)
        for number, row in enumerate(rows):
            is_head = all(row.heads) and len(row.cells) > 1
            if is_head or (number == 0 and len(rows) > 1 and self._may_head(row)):
                heads = {at: plain_cell(self.text(start, end)) for at, start, end in row.cells}
                continue
            cells = tuple(
                Cell(start, end, heads.get(at, "")) for at, start, end in row.cells if end > start
            )
            if len(cells) > 1:
                begin, end = cells[0].start, cells[-1].end
                self.blocks.append(Block("row", begin, end, self.outline.current, cells, lead))
            elif cells:  # a table for the looks of it
                begin, end = cells[0].start, cells[0].end
                self.blocks.append(Block("paragraph", begin, end, self.outline.current))

    def _may_head(self, row: _Row) -> bool:
        """Return whether the first row of a table without heads looks like one."""
        texts = [self.text(start, end) for _, start, end in row.cells]
        return len(texts) > 1 and all(
            text and len(text) < _LONGEST_HEAD and not any(map(str.isdigit, text)) for text in texts
        )


def _spanned(number: str | None) -> int:
    """Return over how many columns or rows a cell reaches, by its attribute."""
    if number is None or not number.isdecimal():
        return 1
    return min(max(int(number[:5]), 1), _MOST_SPANNED)
