"""Files of settings: "key = value" in sections, with what each is for in a comment above or beside.

::

    [storage]
    # Messages older than this many days are removed every night.
    retention_days = 14
    compress = no      # takes less room
    #rotate_mb = 50

A setting is an item that its comment introduces, so that it is found by the words of either; the
comment stands below the name of its setting, as below a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hegang_qa.documents.lines import END, MAX_LEAD, Line, trimmed
from hegang_qa.documents.model import Block
from hegang_qa.documents.outline import Outline
from hegang_qa.documents.patterns import lazy

__all__ = ["parse_settings"]

_SECTION = lazy(r"\s*\[{1,2}\s*([^\[\]\n]+?)\s*\]{1,2}\s*(?:[#;].*)?$")
# Not "client = Client(...)", which is code.
_SETTING = lazy(
    r"\s*[#;]?[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.\-]*)[ \t]*=(?![=>~])(?![^\n]*\w\()[ \t]*"
)
_COMMENT = lazy(r"\s*[#;]+[ \t]*")
_BESIDE = lazy(r"(?<=\S)[ \t]+[#;][ \t]+(?=\S)")
_FEWEST = 3
_SHARE = 0.9
"""Part of the lines that are settings, comments or sections in what is a file of settings."""
_HEAD = 4_000
"""Characters of a text by which prose is told from settings."""
_SECTION_LEVEL = 2
_SETTING_LEVEL = 9


def parse_settings(text: str) -> tuple[Block, ...] | None:
    """Return the blocks of a file of settings, None where a text is none: it has three settings or
    more, comments or sections beside them, and hardly a line that is anything else."""
    if "=" not in text or not ("#" in text or ";" in text or "\n[" in text or text[:1] == "["):
        return None
    head = text[:_HEAD]
    begun = [_kind(head, line) for line in _lines(head)[:-1]]
    if 2 * begun.count("other") > len(begun) - begun.count("blank"):
        return None  # prose, as most texts are
    lines = _lines(text)
    kinds = [_kind(text, line) for line in lines]
    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    told = sum(counts.get(kind, 0) for kind in ("setting", "comment", "section"))
    apart = counts.get("comment", 0) + counts.get("section", 0)
    written = len(lines) - counts.get("blank", 0)
    if counts.get("setting", 0) < _FEWEST or not apart or told < _SHARE * written:
        return None
    return _blocks(text, lines, kinds)


def _lines(text: str) -> list[Line]:
    lines = []
    at = 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def _kind(text: str, line: Line) -> str:
    content = text[slice(*line)]
    if not content.strip():
        return "blank"
    if _SECTION.match(content):
        return "section"
    if _SETTING.match(content):
        return "setting"
    return "comment" if _COMMENT.match(content) else "other"


def _blocks(text: str, lines: Sequence[Line], kinds: Sequence[str]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    outline = Outline()
    comment: list[Line] = []
    lead: str | None = None

    def tell(name: str | None) -> None:
        """Add the comment that was read, below the name of the setting it is for."""
        if name is not None:
            outline.enter(_SETTING_LEVEL, name)
        blocks.extend(
            Block("paragraph", start, end, outline.current)
            for start, end in _paragraphs(text, comment)
        )
        comment.clear()
        outline.close(_SETTING_LEVEL)

    for (start, end), kind in zip(lines, kinds, strict=True):
        content = text[start:end]
        if kind == "comment":
            place = trimmed(text, start + _end(_COMMENT.match(content)), end)
            if place[0] < place[1]:
                comment.append(place)
        elif kind == "setting":
            found = _SETTING.match(content)
            name = found.group(1) if found else ""
            beside = _BESIDE.search(content, _end(found))
            stop = start + beside.start() if beside else end
            begin = start + (found.start(1) if found else 0)
            own = [*comment, (start + beside.end(), end)] if beside else comment
            if own:
                lead = " ".join(" ".join(text[a:b].split()) for a, b in own)[-MAX_LEAD:]
            tell(name)
            begin, stop = trimmed(text, begin, stop)
            blocks.append(Block("item", begin, stop, outline.current, (), lead))
            if beside:
                comment.append(trimmed(text, start + beside.end(), end))
                tell(name)
                lead = None
        else:
            tell(None)
            lead = None
            if kind == "section" and (section := _SECTION.match(content)):
                place = (start + section.start(1), start + section.end(1))
                outline.close(_SECTION_LEVEL)
                blocks.append(Block("heading", *place, outline.current))
                outline.enter(_SECTION_LEVEL, text[slice(*place)].replace("_", " "))
            elif kind == "other":
                blocks.append(Block("paragraph", *trimmed(text, start, end), outline.current))
    tell(None)
    return tuple(blocks)


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _paragraphs(text: str, comment: Sequence[Line]) -> list[Line]:
    """Put the lines of a comment together that are one sentence; each other is by itself."""
    joined: list[Line] = []
    for start, end in comment:
        if joined and not text[slice(*joined[-1])].rstrip().endswith(END):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
