"""Markdown: headings, paragraphs, nested lists, tables, quotes and code, each with its span.

Reads the block structure of CommonMark with pipe tables, footnotes and definition lists; inline
markup stays in the text, so that spans are those of the file. What shows no text to a reader is
left out: front matter but for what it tells of the text, comments, rules, link definitions, lines
of nothing but HTML tags; and tables of contents, whose links say again what the headings say.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hegang_qa.documents.front_matter import told_in_front
from hegang_qa.documents.lines import LABELLED, NARROWEST_WRAP, is_closed, is_release, last_sentence
from hegang_qa.documents.model import Block, BlockKind
from hegang_qa.documents.outline import Outline
from hegang_qa.documents.patterns import lazy
from hegang_qa.documents.settings import parse_settings
from hegang_qa.documents.tables import is_delimiter_row, pipe_cells, plain_cell, table_rows

__all__ = ["parse_markdown"]

_QUOTE = lazy(r" {0,3}>[ \t]?")
_ALERT = lazy(r"[ \t]*\[![A-Za-z]+\][-+]?[ \t]*")
_ATX = lazy(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_SETEXT = lazy(r" {0,3}(=+|-+)[ \t]*$")
_RULE = lazy(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = lazy(r"[ \t]*(`{3,}|~{3,})[^`]*$")
_BULLET = lazy(r"([ \t]*)([-*+•]|\d{1,9}[.)])([ \t]+)(?:\[[ xX]\][ \t]+)?(?=\S)")
_DEFINITION = lazy(r" {0,3}:[ \t]+(?=\S)")
_LINK_DEFINITION = lazy(r" {0,3}\[[^\]^][^\]]*\]:[ \t]*\S+")
_FOOTNOTE = lazy(r" {0,3}\[\^[^\]]+\]:[ \t]*")
_TAGS = lazy(r"\s*(?:<(?:/?[A-Za-z][^<>]*|!--.*?--)>\s*|!\[[^\]]*\]\([^)]*\)\s*)+$")
_OPENING = lazy(r"\s*</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_CLOSING = lazy(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>\s*\Z")
_SLANTED_QUESTION = lazy(r"\s*([*_])(?!\1)([^*_]{2,100}\?)\1\s*$")
_BOLD_LINE = lazy(r"\s*(?:\*\*|__)([^*_]+)(?:\*\*|__)\s*:?\s*$")
_BOLD_QUESTION = lazy(r"\s*(?:\*\*|__)([^*_\n]{3,200}\?)(?:\*\*|__)\s*(?=\S)")
_BOLD_LED = lazy(r"\s*(?:\*\*|__)([^*_\n]{8,120}[.!])(?:\*\*|__)\s+(?=\S)")
_LABEL = lazy(r"[*_]*(?:(?P<q>Q|Question)|A|Ans|Answer)\s*\d*\s*[:.)][*_]*\s+(?=\S)", re.IGNORECASE)
_ANCHOR = lazy(r"\s*\{#[^}]*\}\s*$")
# Entries of a table of contents: nothing but links to places in the same document.
_NAVIGATION = lazy(
    r"[^\w\[\]()<]*(?:(?:\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(#[^()\s]*\)"
    r"|<a\s[^<>]*href=[\"']?#[^<>]*>[^<>]*</a>)[^\w\[\]()<]*)+$"
)
_CONTENTS = lazy(r"\bcontents\b", re.IGNORECASE)
_FRONT_END = lazy(r"^(?:---|\.\.\.|\+\+\+)[ \t]*$", re.MULTILINE)
_TITLE = lazy(r"title\s*:\s*(.+?)\s*$", re.MULTILINE | re.IGNORECASE)

_PSEUDO_LEVEL = 8
"""A line in bold stands below every real heading; a question below that."""
_QUESTION_LEVEL = 9
_MAX_LEAD = 300
_TITLE_WORDS = 6


_LEAST_FIELDS = 2
_BOLD_LABEL = lazy(r"\*\*[A-Z][^*:\n]{0,38}(?::\*\*|\*\*:) +(?=[^\s*])")


class _Line(NamedTuple):
    """A line without its quotation marks; `depth` counts them."""

    start: int
    end: int
    depth: int


class _Item(NamedTuple):
    """An open list item: columns of its marker and of its content, and its first line."""

    marker: int
    content: int
    text: str


def parse_markdown(text: str) -> tuple[str | None, tuple[Block, ...]]:
    """Return the title (of the front matter, or the first heading; None where neither is one) and
    the blocks of `text`."""
    start, title = _front_matter(text)
    reader = _MarkdownReader(text)
    reader.blocks += told_in_front(text, start)
    reader.read(_lines(text, start))
    return title or _title_of(reader), tuple(reader.blocks)


def _title_of(reader: _MarkdownReader) -> str | None:
    """Return the first heading; where it is not of the highest level and other text stands before
    it, it heads what follows only, and the document has no title."""
    above = next((one.kind for one in reader.blocks if one.kind not in ("row", "item")), "")
    beneath = reader.outline.first_level > 1 and above != "heading"
    return None if beneath else reader.outline.first


def _front_matter(text: str) -> tuple[int, str | None]:
    if not text.startswith(("---\n", "+++\n")):
        return 0, None
    close = _FRONT_END.search(text, 4)
    # Keys must follow: a rule at the top of a text without front matter is just a rule.
    if close is None or not re.match(r"[\w-]+\s*[:=]", text[4 : close.start()].lstrip()):
        return 0, None
    title = _TITLE.search(text, 4, close.start())
    return close.end(), title.group(1).strip("\"'") if title else None


def _lines(text: str, start: int) -> list[_Line]:
    lines: list[_Line] = []
    end = len(text)
    while start <= end:
        stop = text.find("\n", start)
        if stop < 0:
            stop = end
        content, depth = start, 0
        while mark := _QUOTE.match(text, content, stop):
            content, depth = mark.end(), depth + 1
        if depth and (alert := _ALERT.match(text, content, stop)) is not None:
            content = alert.end()  # "> [!Note]" says what sort of quotation it is
        for begin, end_of_field in _bold_fields(text, content, stop):
            lines.append(_Line(begin, end_of_field, depth))
        start = stop + 1
    return lines


def _bold_fields(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the fields of a line that has several, each with its label in bold ("**Chair:** Ann
    Lee  **Clerk:** Tom Ray"); all of the line where it has no two."""
    if text.count(":", start, end) < _LEAST_FIELDS or not text.startswith("**", start):
        return [(start, end)]
    begins = [found.start() for found in _BOLD_LABEL.finditer(text, start, end)]
    if len(begins) < _LEAST_FIELDS or begins[0] != start:
        return [(start, end)]
    return list(zip(begins, [*begins[1:], end], strict=True))


class _MarkdownReader:
    """Walks over the lines once; `_paragraph` gathers lines until something ends it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.outline = Outline()
        self._paragraph: list[_Line] = []
        self._items: list[_Item] = []
        self._lead: str | None = None
        self._depth = 0  # of the quotation that the open list stands in
        self._after_blank = True

    def read(self, lines: list[_Line]) -> None:
        at = 0
        while at < len(lines):
            at = self._line(lines, at)
        self._flush()

    # -- lines ---------------------------------------------------------------------------------

    def _line(self, lines: list[_Line], at: int) -> int:
        """Read the line at `at` (and what belongs to it); return the number of the next."""
        line = lines[at]
        content = self.text[line.start : line.end]
        if not content or content.isspace():
            self._flush()
            self._after_blank = True
            return at + 1
        if self._paragraph and line.depth > self._paragraph[-1].depth:
            self._flush()
        indent = _columns(content)
        if self._items:
            self._leave_items(indent, content, line.depth)
        blank, self._after_blank = self._after_blank, False
        if (fence := _FENCE.match(content)) is not None:
            return self._fenced(lines, at, fence.group(1))
        if content.lstrip().startswith("<!--"):
            return self._comment(lines, at)
        inside = self._items[-1].content if self._items else 0
        if blank and indent >= inside + 4 and not self._paragraph:
            return self._indented(lines, at, inside + 4)
        if heading := _ATX.match(content):
            self._flush()
            self._end_list()
            self._heading(line.start + heading.start(2), line.start + heading.end(2), heading)
            return at + 1
        if self._paragraph and not self._items and (rule := _SETEXT.match(content)):
            start, end = self._taken()
            self._heading(start, end, rule)
            return at + 1
        if _RULE.match(content):
            self._flush()
            self._end_list()
            return at + 1
        if self._is_table(lines, at, content):
            return self._table(lines, at)
        if bullet := _BULLET.match(content):
            # A number other than 1 within a paragraph is wrapped text ("in\n1914. The").
            number = bullet.group(2)[:-1]
            if not self._paragraph or self._items or not number or number == "1":
                self._flush()
                if number.isdigit() and self._heads(lines, at, content[bullet.end() :]):
                    self._end_list()
                    self._named(line.start + content.index(bullet.group(2)), line.end)
                else:
                    self._bullet(line, bullet)
                return at + 1
        if _LINK_DEFINITION.match(content) and not self._paragraph:
            return at + 1
        if _TAGS.match(content):
            self._flush()
            return at + 1
        if (note := _FOOTNOTE.match(content)) is not None:
            self._flush()
            self._paragraph = [_Line(line.start + note.end(), line.end, line.depth)]
            return at + 1
        if (sense := _DEFINITION.match(content)) and (self._paragraph or self._lead):
            if self._paragraph:
                start, end = self._taken()
                self._emit("paragraph", start, end)
                self._lead = plain_cell(self.text[start:end])
            self._emit("item", line.start + sense.end(), line.end, self._lead)
            return at + 1
        if self._paragraph and (
            self._is_break(self._paragraph[-1], content) or self._parts_fields(lines, at)
        ):
            self._flush()
        self._paragraph.append(line)
        return at + 1

    def _is_break(self, before: _Line, content: str) -> bool:
        """A line broken on purpose (two spaces, backslash), unless the sentence goes on."""
        ending = self.text[before.start : before.end]
        if _LABEL.match(content.lstrip()):
            return True
        return (
            ending.endswith(("  ", "\\", "<br>", "<br/>", "<br />"))
            and not content.lstrip()[:1].islower()
        )

    def _heads(self, lines: list[_Line], at: int, title: str) -> bool:
        """Return whether a numbered line ("7. Summer show") stands right over a paragraph as its
        heading: an item would be wrapped by small letters, or set in."""
        if at + 1 >= len(lines) or len(title.split()) > _TITLE_WORDS or is_closed(title):
            return False
        below = self.text[lines[at + 1].start : lines[at + 1].end]
        return below[:1].isupper() and len(below) >= NARROWEST_WRAP and is_closed(below)

    def _named(self, start: int, end: int) -> None:
        """Add a heading that has no mark of one."""
        self.outline.close(_PSEUDO_LEVEL)
        self._emit("heading", start, end)
        self.outline.enter(_PSEUDO_LEVEL, plain_cell(self.text[start:end]).rstrip(":"))

    def _parts_fields(self, lines: list[_Line], at: int) -> bool:
        """Return whether a line begins or follows one of several fields ("Phone: 555 0142"), which
        Markdown would run together."""
        here, before = (self._is_field(lines, number) for number in (at, at - 1))
        if here:
            return before or self._is_field(lines, at + 1)
        if not (before and self._is_field(lines, at - 2)):
            return False
        opening = self.text[lines[at].start : lines[at].end].lstrip()[:1]
        ending = self.text[lines[at - 1].start : lines[at - 1].end].rstrip()
        return not opening.islower() and not ending.endswith(",")

    def _is_field(self, lines: list[_Line], at: int) -> bool:
        if not 0 <= at < len(lines):
            return False
        start, end, _ = lines[at]
        return LABELLED.match(self.text, start, end) is not None

    def _fenced(self, lines: list[_Line], at: int, fence: str) -> int:
        self._flush()
        first = at + 1
        at = first
        while at < len(lines):
            content = self.text[lines[at].start : lines[at].end].strip()
            if content.startswith(fence) and not content.strip(fence[0]):
                break
            at += 1
        if at > first:
            start, end = lines[first].start, lines[min(at, len(lines)) - 1].end
            settings = parse_settings(self.text[start:end])
            if settings is None:
                self._emit("code", start, end)
            for block in settings or ():
                headings = (*self.outline.current, *block.headings)
                self.blocks.append(
                    block._replace(
                        start=block.start + start, end=block.end + start, headings=headings
                    )
                )
        return at + 1

    def _indented(self, lines: list[_Line], at: int, least: int) -> int:
        first = last = at
        while at < len(lines):
            content = self.text[lines[at].start : lines[at].end]
            if content.strip():
                if _columns(content) < least:
                    break
                last = at
            at += 1
        self._emit("code", lines[first].start, lines[last].end)
        self._after_blank = True
        return last + 1

    def _comment(self, lines: list[_Line], at: int) -> int:
        self._flush()
        close = self.text.find("-->", lines[at].start)
        if close < 0:
            return len(lines)
        while at < len(lines) and lines[at].end < close + 3:
            at += 1
        rest = self.text[close + 3 : lines[at].end]
        if rest.strip():
            self._paragraph = [_Line(close + 3, lines[at].end, lines[at].depth)]
        return at + 1

    # -- lists ---------------------------------------------------------------------------------

    def _leave_items(self, indent: int, content: str, depth: int) -> None:
        """Close the list items that a line at `indent` no longer belongs to."""
        if depth < self._depth and not self._paragraph:
            self._end_list()
            return
        bullet = _BULLET.match(content)
        if self._paragraph and not bullet and not _ATX.match(content):
            return  # lazy continuation of the item's paragraph
        if bullet:
            while self._items and self._items[-1].marker >= indent:
                self._flush()
                self._items.pop()
            return
        while self._items and indent < min(self._items[-1].content, self._items[-1].marker + 2):
            self._flush()
            self._items.pop()
        if not self._items:
            self._lead = None

    def _bullet(self, line: _Line, bullet: re.Match[str]) -> None:
        if not self._items and self._lead is None and self.blocks:
            before = self.blocks[-1]
            if before.kind in ("paragraph", "quote"):
                text = self.text[before.start : before.end]
                gap = self.text[before.end : line.start]
                if text.rstrip("*_ ").endswith((":", "：")) or gap.count("\n") == 1:
                    self._lead = plain_cell(last_sentence(text))
        marker = _columns(bullet.group(1)) if bullet.group(1) else 0
        width = len(bullet.group(2)) + len(bullet.group(3).expandtabs(4))
        start = line.start + bullet.end()
        text = plain_cell(self.text[start : line.end])[:_MAX_LEAD]
        self._depth = line.depth
        self._items.append(_Item(marker, marker + width, text))
        self._paragraph = [_Line(start, line.end, line.depth)]

    def _item_lead(self, *, inner: bool) -> str | None:
        """The words that introduce the open item; with `inner`, its own first line as well."""
        parents = self._items if inner else self._items[:-1]
        leads = ([self._lead] if self._lead else []) + [item.text for item in parents]
        return " ".join(leads)[-_MAX_LEAD:] or None

    def _end_list(self) -> None:
        self._items.clear()
        self._lead = None

    # -- tables --------------------------------------------------------------------------------

    def _is_table(self, lines: list[_Line], at: int, content: str) -> bool:
        if "|" not in content or at + 1 >= len(lines):
            return False
        below = self.text[lines[at + 1].start : lines[at + 1].end]
        return is_delimiter_row(below) and len(pipe_cells(below)) == len(pipe_cells(content))

    def _table(self, lines: list[_Line], at: int) -> int:
        self._flush()
        text = self.text
        head = text[lines[at].start : lines[at].end]
        heads = [plain_cell(head[a:b]) for a, b in pipe_cells(head)]
        lead = self._item_lead(inner=True)
        if lead is None and self.blocks and self.blocks[-1].kind == "paragraph":
            before = text[self.blocks[-1].start : self.blocks[-1].end]
            lead = plain_cell(last_sentence(before)) if before.endswith(":") else None
        at += 2
        rows: list[tuple[int, int]] = []
        while at < len(lines) and "|" in text[lines[at].start : lines[at].end]:
            rows.append((lines[at].start, lines[at].end))
            at += 1
        self.blocks += table_rows(text, rows, pipe_cells, heads, self.outline.current, lead)
        return at

    # -- blocks --------------------------------------------------------------------------------

    def _taken(self) -> tuple[int, int]:
        """Return the span of the open paragraph and close it."""
        start, end = self._paragraph[0].start, self._paragraph[-1].end
        self._paragraph = []
        return start, end

    def _inside_tags(self, start: int, end: int) -> tuple[int, int]:
        while tag := _OPENING.match(self.text, start, end):
            start = tag.end()
        while tag := _CLOSING.search(self.text, max(start, end - 80), end):
            end = tag.start()
        return start, max(start, end)

    def _flush(self) -> None:
        if not self._paragraph:
            return
        depth = self._paragraph[0].depth
        alone = len(self._paragraph) == 1
        start, end = self._taken()
        content = self.text[start:end]
        if "#" in content and _NAVIGATION.match(content) and not self._is_led_to():
            return
        if self.text[end - 1] == ">" or self.text[start : start + 4].lstrip()[:1] == "<":
            start, end = self._inside_tags(start, end)
        content = self.text[start:end]
        # "**The pump is loud.** Air has got in.": the rest is about that, as it is in answers.
        asked = _BOLD_QUESTION.match(content) or _BOLD_LED.match(content)
        if self._items:
            if asked:
                self._emit("item", start + asked.end(), end, asked.group(1))
                return
            first = plain_cell(content)[:_MAX_LEAD].startswith(self._items[-1].text)
            self._emit("item", start, end, self._item_lead(inner=not first))
            return
        self._lead = None
        label = _LABEL.match(content.lstrip())
        if label and label.group("q"):
            start += len(content) - len(content.lstrip()) + label.end()
            self._question(start, start + len(self.text[start:end].rstrip("*_ ")))
        elif label and self.blocks and self.blocks[-1].kind == "heading":
            start += len(content) - len(content.lstrip()) + label.end()
            self._emit("paragraph", start, end)
        elif alone and (bold := _BOLD_LINE.match(content)) and len(content.split()) <= 12:
            title = bold.group(1).strip()
            if title.endswith("?"):
                self._question(start + bold.start(1), start + bold.end(1))
            elif title.endswith("."):
                self._emit("paragraph", start, end)
            else:
                self._named(start + bold.start(1), start + bold.end(1))
        elif alone and (slanted := _SLANTED_QUESTION.match(content)):
            self._question(start + slanted.start(2), start + slanted.end(2))
        elif alone and is_release(content.strip()):
            self._named(start, end)
        else:
            if asked:  # and answered in the same paragraph
                self._question(start + asked.start(1), start + asked.end(1))
                start += asked.end()
            self._emit("quote" if depth else "paragraph", start, end)

    def _is_led_to(self) -> bool:
        """Return whether what comes is told of ("These rules are known:"), and not of contents."""
        if self._items:
            parents = [item.text for item in self._items[:-1] if item.text.endswith(":")]
            lead = " ".join((self._lead or "", *parents)).strip()
        else:
            before = self.blocks[-1] if self.blocks else None
            lead = self.text[before.start : before.end] if before else ""
            lead = last_sentence(lead) if lead.endswith(":") else ""
        return bool(lead) and _CONTENTS.search(lead) is None

    def _question(self, start: int, end: int) -> None:
        self.outline.close(_QUESTION_LEVEL)
        self._emit("heading", start, end)
        self.outline.enter(_QUESTION_LEVEL, plain_cell(self.text[start:end]))

    def _heading(self, start: int, end: int, mark: re.Match[str]) -> None:
        sign = mark.group(1)
        level = len(sign) if sign[0] == "#" else 1 if sign[0] == "=" else 2
        if anchor := _ANCHOR.search(self.text, start, end):
            end = anchor.start()
        title = plain_cell(self.text[start:end])
        if not title:
            return
        self.outline.close(level)
        self._emit("heading", start, end)
        self.outline.enter(level, title)
        self._lead = None

    def _emit(self, kind: BlockKind, start: int, end: int, lead: str | None = None) -> None:
        text = self.text
        if kind != "code":
            while start < end and text[start].isspace():
                start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] == "\\"):
            end -= 1
        if start < end:
            self.blocks.append(Block(kind, start, end, self.outline.current, (), lead))


def _columns(content: str) -> int:
    """Return the indentation of a line in columns, tabs to the next fourth."""
    expanded = content.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
