"""What the front matter of a text tells of it: who wrote it and when, its licence.

::

    ---
    layout: post
    author: Ada Keogh
    date: 2019-04-12
    ---

All else there is for the program that makes pages, or only repeats words of the text (tags).
"""

from __future__ import annotations

from hegang_qa.documents.model import Block, Cell
from hegang_qa.documents.patterns import lazy

__all__ = ["told_in_front"]

_KEYS = frozenset(
    "author authors by date published updated version license licence email contact organisation "
    "organization affiliation location place doi status born died birth death nationality "
    "language languages deadline".split()
)
_FIELD = lazy(r"(?P<key>[A-Za-z_-]+)[ \t]*[:=][ \t]*(?P<value>.*?)[ \t]*$")
_ENTRY = lazy(r"[ \t]*-[ \t]+(?:name:[ \t]*)?(?P<value>\S.*?)[ \t]*$")
_MARKS = "\"'[]"


def told_in_front(text: str, end: int) -> list[Block]:
    """Return the blocks of the front matter, which ends at a code point: a row of two cells for
    each field that tells of the text, an item for each entry of its list."""
    blocks: list[Block] = []
    lead: str | None = None
    at = 0
    for line in text[:end].split("\n"):
        field, entry = _FIELD.match(line), _ENTRY.match(line)
        if field is not None:
            lead = None
            if field["key"].lower() in _KEYS:
                lead = f"{field['key']}:"
                start, stop = _bare(text, at + field.start("value"), at + field.end("value"))
                if start < stop:
                    key = Cell(at, at + field.end("key"), "")
                    blocks.append(
                        Block("row", at, at + len(line.rstrip()), (), (key, Cell(start, stop, "")))
                    )
        elif entry is not None and lead is not None:
            start, stop = _bare(text, at + entry.start("value"), at + entry.end("value"))
            if start < stop:
                blocks.append(Block("item", start, stop, (), (), lead))
        at += len(line) + 1
    return blocks


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the marks around a value."""
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return start, end
