"""Plain text: paragraphs, headings, lists, tables and question-and-answer pairs.

Plain text says nothing outright about its structure; what is read here is what people write into
it: blank lines, bullets, underlines, capitals, tabs. In doubt a line is part of a paragraph.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from hegang_qa.documents.lines import (
    BULLET,
    END,
    LABEL,
    MAX_LEAD,
    NARROWEST_WRAP,
    RULE,
    Line,
    fields_apart,
    indent,
    is_asked,
    is_closed,
    is_in_capitals,
    is_item,
    is_numbered_heading,
    is_open_line,
    is_release,
    is_rule,
    is_short_question,
    last_sentence,
    leads_on,
    may_head,
    trimmed,
)
from hegang_qa.documents.list_tables import begins_list_table, list_table
from hegang_qa.documents.model import Block, BlockKind
from hegang_qa.documents.named_tables import named_rows, names_table, wide_rows
from hegang_qa.documents.outline import Outline
from hegang_qa.documents.patterns import lazy
from hegang_qa.documents.records import fields_of_record, name_of_record, record_labels
from hegang_qa.documents.tables import begins_with_day, guess_table, rows_below_heads, table_rows
from hegang_qa.documents.wrapping import ANSWER, QUESTION, TITLE_WORDS, grouped, heads

__all__ = ["parse_plain"]

_REMARK = lazy(r"\s+\([^()]*\)$")
"""A remark behind a heading ("BREAKFAST  (until 11.30)")."""
_FRAMED = lazy(
    r"[ \t]*(?P<frame>[=*~#-]{2,})[ \t]+(?P<title>\S[^\n]{0,78}?)[ \t]+(?P=frame)[ \t]*$"
)
"""A heading between marks ("=== Public library ===")."""
_MARK = lazy(r"[ \t]*\.\.[ ]+(?=\S)")

_LIST_TITLE_WORDS = 3


def parse_plain(text: str) -> tuple[str | None, tuple[Block, ...]]:
    """Return the title (None when no heading opens the text) and the blocks of a plain text."""
    reader = _PlainReader(text)
    stretch: list[Line] = []
    waiting: list[Line] = []  # read once it is known what follows
    at = 0
    end = len(text)
    while at <= end:
        stop = text.find("\n", at)
        if stop < 0:
            stop = end
        if text[at:stop].strip():
            if waiting:
                reader.read(waiting, text[at:stop])
                waiting = []
            stretch.append((at, stop))
        elif stretch:
            waiting, stretch = stretch, []
        at = stop + 1
    if waiting or stretch:
        reader.read(waiting or stretch, "")
    return reader.title, tuple(reader.blocks)


def _after_mark(text: str, start: int, end: int) -> int:
    """Return where a line goes on behind the mark of a directive, 0 where it has none."""
    found = _MARK.match(text, start, end)
    return found.end() if found else 0


class _PlainReader:
    """Turns stretches of lines without a blank one between them into blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._marked = ".. " in text
        self._records = record_labels(text)
        self._captions_head = False  # a line over a table is a heading, as one before was
        self.blocks: list[Block] = []
        self.title: str | None = None
        self.outline = Outline()
        self._following = ""
        self._opening = 0  # where the stretch begins
        self._adornments: list[str] = []
        self._lead: str | None = None
        self._under_colon = False  # the lines of the stretch are introduced by one with a colon
        self._items: list[tuple[int, str]] = []  # indentation and text of the open list items
        self._named_fields = False  # the title is a name over fields
        self._passing_question = False  # an unmarked question: heads the next stretch only
        self._literal = -1  # how far a line that ends with "::" is set in, over code set in further
        self._opening_question = False  # one right above its answer: heads the rest of the stretch

    def read(self, lines: list[Line], following: str) -> None:
        """Read a stretch of lines; `following` is the first line of the next one."""
        self._following = following
        if self._marked:  # the text of a directive begins behind its mark
            lines = [(_after_mark(self.text, *line) or line[0], line[1]) for line in lines]
        if self._literal >= 0 and indent(self.text, lines[0]) > self._literal:
            self._add("code", *trimmed(self.text, lines[0][0], lines[-1][1]), self._lead)
            return
        last = self.text[slice(*lines[-1])].rstrip()
        self._literal = indent(self.text, lines[-1]) if last.endswith("::") else -1
        if last.strip() == "::":
            lines = lines[:-1]
            if not lines:
                return
        expiring = self._passing_question
        self._passing_question = False
        releases = [is_release(self.text[slice(*line)].strip()) for line in lines[:2]]
        if releases[0] and releases != [True, True]:  # several are a table
            self._heading(lines[0], _TITLE_LEVEL)
            lines = lines[1:]
            if not lines:
                return
        if self._records:
            record = fields_of_record(self.text, lines, self._records)
            if record is not None:
                self._record(record)
                return
        if (framed := _FRAMED.match(self.text, *lines[0])) is not None:
            self._heading(framed.span("title"), _TITLE_LEVEL)
            lines = lines[1:]
            if not lines:
                return
        if names_table(self.text, lines):
            self._heading(lines[0], _CAPITALS_LEVEL)
            lines = lines[1:]
        if (named := named_rows(self.text, lines)) is not None:
            self._heading(named.name, _CAPITALS_LEVEL)
            below, lines = lines[1 : named.rows + 1], lines[named.rows + 1 :]
            over = self.outline.current
            self._rows(table_rows(self.text, below, named.cells_of, named.heads, over, None))
            if not lines:
                return
        fields = [fields_apart(self.text, line) for line in lines]
        rows = None
        if begins_list_table(self.text, lines[0]):
            rows = list_table(self.text, lines, self.outline.current, self._lead or self._caption())
        if rows is not None:
            self._rows(rows)
            return
        if all(len(parts) > 1 for parts in fields):
            lines = [part for parts in fields for part in parts]
        else:
            rows = self._table(lines)
        if rows is None and len(lines) > 1:
            lines = self._underlined(lines)
            lines = [line for line in lines if not is_rule(self.text, line)]
            rows = self._table(lines)
        if not lines or (len(lines) == 1 and is_rule(self.text, lines[0])):
            return
        self._opening = lines[0][0]
        if rows is None and len(lines) > 2:
            rows = self._captioned_table(lines)
        if rows is not None:
            self._rows(self._with_head_above(rows))
        else:
            self._lines([part for line in lines for part in fields_apart(self.text, line)])
        if (expiring and not self._passing_question) or self._opening_question:
            self.outline.close(_QUESTION_LEVEL)
        self._opening_question = False

    # -- structure of a stretch ------------------------------------------------------------

    def _lines(self, lines: list[Line]) -> None:
        """Read lines that are no table as a whole, but may have one, or headings, among them."""
        begin = 0
        celled = [self._has_cells(line) for line in lines]
        capitals = [
            is_in_capitals(self.text[slice(*line)].strip())
            and celled[at : at + 2] != [True, True]  # the head of a table
            for at, line in enumerate(lines)
        ]
        numbered = [capitals[at] and is_item(self.text, line) for at, line in enumerate(lines)]
        for at, line in enumerate(lines):
            # Several with numbers in a row are items.
            beside = numbered[max(0, at - 1) : at] + numbered[at + 1 : at + 2]
            if not capitals[at] or (numbered[at] and any(beside)):
                continue
            self._part(lines[begin:at], lines[at:])
            self._heading(line, _CAPITALS_LEVEL)
            begin = at + 1
            if lines[begin:] and indent(self.text, lines[begin]) > indent(self.text, line):
                self._opening = lines[begin][0]  # "   Output Control" set in below "OPTIONS"
        self._part(lines[begin:], [])

    def _part(self, lines: list[Line], following: list[Line]) -> None:
        """Read lines without a heading in capitals, and those that follow in the same stretch."""
        while lines:
            begin, end = self._table_within(lines)
            groups = (
                grouped(self.text, lines[:begin], self._opening, not self.blocks) if begin else []
            )
            for i, group in enumerate(groups):
                after = [*itertools.chain(*groups[i + 1 : i + 2]), *lines[begin:], *following]
                self._block(group, after[0] if after else None)
            if begin < end:
                self._rows(self._table(lines[begin:end], least=2) or [])
            lines = lines[end:]

    def _table_within(self, lines: list[Line]) -> tuple[int, int]:
        """Return where a table of three lines and more (two, set in below an item)
        begins and ends among others, with heads, of three columns or with figures in the last;
        where there is none, the end twice."""
        begin = 0
        while begin + 1 < len(lines):
            end = begin
            while end < len(lines) and self._has_cells(lines[end]):
                end += 1
            labels = all(LABEL.match(self.text, *line) for line in lines[begin:end])
            # "5. Café" over two rows
            set_in = (
                begin > 0
                and is_item(self.text, lines[begin - 1])
                and indent(self.text, lines[begin]) > indent(self.text, lines[begin - 1])
            )
            least = 2 if set_in else 3
            whole = end - begin >= least and not labels
            rows = self._table(lines[begin:end], least) if whole else None
            if rows and self._is_plainly_table(rows):
                return begin, end
            begin = max(end, begin + 1)
        return len(lines), len(lines)

    def _is_plainly_table(self, rows: Sequence[Block]) -> bool:
        """Return whether rows have heads, three columns, days first, or figures last."""
        if any(cell.head for cell in rows[0].cells) or any(len(row.cells) > 2 for row in rows):
            return True
        first = [self.text[row.cells[0].start : row.cells[0].end] for row in rows]
        if all(map(begins_with_day, first)):
            return True  # "Monday   closed"
        last = [self.text[row.cells[-1].start : row.cells[-1].end] for row in rows]
        return sum(any(map(str.isdigit, cell)) for cell in last) * 2 > len(last)

    def _has_cells(self, line: Line) -> bool:
        content = self.text[slice(*line)].strip()
        if content.endswith(")"):
            content = _REMARK.sub("", content)
        if "...." in content:
            return True
        return "  " in content or "\t" in content or "|" in content

    def _rows(self, rows: list[Block]) -> None:
        self.blocks.extend(rows)
        self._end_list()

    def _with_head_above(self, rows: list[Block]) -> list[Block]:
        """Return rows that have no heads with those of the line by itself above them, which is then
        no paragraph, where its cells stand in line with theirs."""
        last = self.blocks[-1] if self.blocks else None
        bare = not any(cell.head for row in rows for cell in row.cells)
        if last is None or last.kind != "paragraph" or not bare:
            return rows
        headed = rows_below_heads(self.text, (last.start, last.end), rows)
        if headed is None:
            return rows
        self.blocks.pop()
        return headed

    def _record(self, fields: Sequence[Sequence[Line]]) -> None:
        """Add the fields of a record, those behind the first below what that names."""
        self._end_list()
        name = name_of_record(self.text, fields)
        for at, field in enumerate(fields):
            self._add("paragraph", *trimmed(self.text, field[0][0], field[-1][1]))
            if at == 0 and name:
                self.outline.enter(_QUESTION_LEVEL, name)
        self.outline.close(_QUESTION_LEVEL)

    def _underlined(self, lines: list[Line]) -> list[Line]:
        """Take headings with a rule under them out of `lines`; what follows them is kept."""
        kept: list[Line] = []
        i = 0
        while i < len(lines):
            if i + 1 < len(lines) and not is_rule(self.text, lines[i]):
                rule = RULE.match(self.text, *lines[i + 1])
                title = self.text[slice(*lines[i])].strip()
                long_enough = rule is not None and len(rule.group().strip()) * 2 > len(title)
                # A rule that closes the stretch under several lines belongs to a table or box.
                if (
                    rule
                    and long_enough
                    and len(title) <= 100
                    and "|" not in title
                    and (not kept and "  " not in title and "\t" not in title)
                ):
                    mark = rule.group(1)
                    if mark not in self._adornments:
                        self._adornments.append(mark)
                    self._heading(lines[i], self._adornments.index(mark) + 1)
                    i += 2
                    continue
            if kept or not is_rule(self.text, lines[i]):
                kept.append(lines[i])
            i += 1
        return kept

    def _table(self, lines: list[Line], least: int = 3) -> list[Block] | None:
        lead = self._lead or self._caption()
        if wide_rows(self.text, lines):
            least = 2
        return guess_table(self.text, lines, self.outline.current, lead, least=least)

    def _caption(self) -> str | None:
        """Return the line by itself before a table, where one stands there and is no heading."""
        last = self.blocks[-1] if self.blocks else None
        if last is None or last.kind != "paragraph":
            return None
        content = self.text[last.start : last.end]
        open_line = len(content) <= 100 and "\n" not in content and not is_closed(content)
        return content if open_line else None

    def _captioned_table(self, lines: list[Line]) -> list[Block] | None:
        """A table with a line of its own above it, which becomes its heading or lead."""
        if self._table(lines[1:]) is None:
            return None
        self._block([lines[0]], lines[1])
        caption = self.blocks[-1]
        headed = caption.kind == "heading"
        if self._captions_head and not headed and may_head(self.text[slice(*lines[0])].strip()):
            self.blocks.pop()
            self._heading(lines[0], _TITLE_LEVEL)
        elif headed:
            self._captions_head = True
        elif caption.kind == "paragraph":
            self._lead = " ".join(self.text[caption.start : caption.end].split())[-MAX_LEAD:]
        return self._table(lines[1:])

    # -- blocks ------------------------------------------------------------------------------

    def _block(self, lines: list[Line], after: Line | None) -> None:
        """Add what `lines` are; `after` is the next line of the same stretch."""
        text = self.text
        alone = after is None and lines[0][0] == self._opening
        start, end = trimmed(text, lines[0][0], lines[-1][1])
        content = text[start:end]
        if content[0] in "Qq" and (match := QUESTION.match(content)):
            self._end_list()
            self._question(start + match.end(), end)
            return
        if self._asked() and (match := ANSWER.match(content)):
            self._end_list()
            self._add("paragraph", start + match.end(), end)
            return
        over = (
            len(lines) == 1
            and after is not None
            and heads(self.text, lines[0], after, self._opening)
        )
        if over and is_asked(content):
            self._end_list()
            self._question(start, end)
            self._opening_question = True
            return
        if self.blocks and alone and self._following.lstrip().startswith(_SALUTATION):
            self._add("paragraph", start, end)  # the date of a letter
            return
        if (alone or over) and len(lines) == 1 and is_numbered_heading(content):
            level = _NUMBERED_LEVEL + content.split()[0].strip(".").count(".")
            self._heading((start, end), level)
            return
        if match := BULLET.match(content):
            self._item(indent(self.text, lines[0]), start + match.end(), end)
            return
        level = self._heading_level(lines[0], after) if len(lines) == 1 else 0
        if over and not level:
            level = _TITLE_LEVEL if self.blocks else 1
        if level:
            self._heading((start, end), level)
            return
        if len(lines) == 1 and alone and is_short_question(content):
            self._end_list()
            self._question(start, end)
            self._passing_question = True
            return
        if self._under_colon and self._opening < lines[0][0] and not content.endswith(END):
            self._item(indent(self.text, lines[0]), start, end)  # "less than 10 days: 100 %"
            return
        self._end_list()
        self._add("paragraph", start, end)
        led = after is not None and is_item(self.text, after)
        # "What is not covered" right over its list, too
        led = led and (leads_on(content) or (len(lines) == 1 and is_open_line(content)))
        if content.endswith((":", "：")) or led:
            self._lead = last_sentence(content)
        self._under_colon = content.endswith((":", "：")) and after is not None

    def _add(self, kind: BlockKind, start: int, end: int, lead: str | None = None) -> None:
        if start < end:
            self.blocks.append(Block(kind, start, end, self.outline.current, (), lead))

    def _end_list(self) -> None:
        self._lead = None
        self._under_colon = False
        self._items.clear()

    def _item(self, indent: int, start: int, end: int) -> None:
        while self._items and self._items[-1][0] >= indent:
            self._items.pop()
        leads = [self._lead] if self._lead else []
        leads += [parent for _, parent in self._items]
        self._add("item", start, end, " ".join(leads)[-MAX_LEAD:] or None)
        self._items.append((indent, " ".join(self.text[start:end].split())[:MAX_LEAD]))

    def _asked(self) -> bool:
        return bool(self.blocks) and self.blocks[-1].kind == "heading"

    def _question(self, start: int, end: int) -> None:
        self.outline.close(_QUESTION_LEVEL)
        self._add("heading", start, end)
        self.outline.enter(_QUESTION_LEVEL, " ".join(self.text[start:end].split()))

    def _heading(self, line: Line, level: int) -> None:
        start, end = trimmed(self.text, *line)
        self._end_list()
        title = " ".join(self.text[start:end].split())
        if " " not in title:
            title = title.replace("_", " ")
        if not self.blocks:
            self.title = title
        self.outline.close(level)
        self._add("heading", start, end)
        self.outline.enter(level, title)

    def _heading_level(self, line: Line, after: Line | None) -> int:
        """Return the level of `line` if it is a heading, 0 if it is none."""
        content = self.text[slice(*line)].strip()
        if is_release(content):
            return _TITLE_LEVEL
        if not may_head(content):
            return 0
        if leads_on(content) and after is not None and is_item(self.text, after):
            return 0
        if is_in_capitals(content):
            return _CAPITALS_LEVEL
        if len(content.split()) > TITLE_WORDS or line[0] != self._opening:
            return 0
        if not self.blocks:  # the first line of all, by itself or over labels ("Date: 4 May")
            titled = LABEL.match(self.text, *after) if after else self._following
            self._named_fields = bool(after and titled and _names_fields(content))
            return 1 if titled and not LABEL.match(content) else 0
        if not content[0].isupper() or "," in content or "(" in content:
            return 0  # captions rather than headings
        if after is not None:  # "Opening hours" over lines that are set in, "Actions" over a list
            set_in = indent(self.text, after) > indent(self.text, line) + 1
            if is_item(self.text, after) and len(content.split()) <= _LIST_TITLE_WORDS:
                return _NUMBERED_LEVEL  # beside "6. Theft", not below it
            if _names_fields(content) and LABEL.match(self.text, *after):
                # "Grebe Pass" over "Height: 1,920 m", beside the first of its kind
                if self._named_fields:
                    self.title = None  # it is one of several, and heads them alone
                return 1 if self._named_fields else _TITLE_LEVEL
            return _TITLE_LEVEL if set_in else 0
        following = self._following.strip()
        prose = len(following) >= NARROWEST_WRAP or following.endswith(END)
        listed = BULLET.match(following) or "\t" in following or leads_on(following)
        return _TITLE_LEVEL if prose or listed else 0


def _names_fields(content: str) -> bool:
    """Return whether a line may name what the fields under it tell of: a name of a few words."""
    words = content.split()
    named = all(word[0].isupper() or word in ("of", "the", "and", "de") for word in words)
    return len(words) <= TITLE_WORDS and named and ":" not in content


_SALUTATION = "Dear "
_CAPITALS_LEVEL = 3
_NUMBERED_LEVEL = 3  # "2. History"; "2.1 Beginnings" is one below
_TITLE_LEVEL = 4
_QUESTION_LEVEL = 9
