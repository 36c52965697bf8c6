"""Cut a document into sentences that know their place and their context."""

from __future__ import annotations

from bisect import bisect_right

from hegang_qa.documents.model import Cell, Document
from hegang_qa.documents.patterns import lazy
from hegang_qa.sentences.layout import stretches
from hegang_qa.sentences.model import Sentence
from hegang_qa.sentences.splitting import split_text

__all__ = ["split_document"]

_WHOLE = frozenset({"row", "heading"})


# A name of two words or more, perhaps with a bracket, and what it is or was.
_SAYS_WHAT = lazy(
    r"((?:[A-Z][\w.'’-]*\s+)(?:(?:[A-Z][\w.'’-]*|of|the|de|von|van|al)\s+){0,4}?[A-Z][\w'’-]*)"
    r"(?:\s+\([^()]{1,80}\))?,?\s+(?:was|is|were|are)\s+(?:an?|the|one)\b"
)
_READ = 300
# What is listed within a paragraph ("The following are not permitted: *(a)* barbed wire; ...").
_LETTERED = lazy(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s")


def split_document(document: Document, *, number: int, first_id: int) -> list[Sentence]:
    """Return the sentences of `document`, in reading order, numbered from `first_id`.

    `number` is the document's own number in its collection.
    """
    sentences: list[Sentence] = []
    new = tuple.__new__  # half the time of the constructor
    text = document.text
    path = document.path
    title = document.title or ""
    if (subject := _subject(document)) and subject not in title:
        title = f"{title}: {subject}" if title else subject
    starts = document._line_starts
    for at, block in enumerate(document.blocks):
        kind = block.kind
        heading = " > ".join(block.headings)
        if kind in _WHOLE:
            spans = [(block.start, block.end)]
        elif kind == "code":
            spans = _lines(text, block.start, block.end)
        else:
            spans = [
                (block.start + begin + start, block.start + begin + end)
                for begin, stretch in stretches(text[block.start : block.end])
                for start, end in split_text(stretch)
            ]
        opening = ""
        for start, end in spans:
            lead = block.lead
            piece = text[start:end]
            if opening and _LETTERED.match(piece):
                lead = opening
            else:
                opening = " ".join(piece.split()) if piece.endswith(":") else ""
            line = bisect_right(starts, start)
            cells: tuple[Cell, ...] = ()
            if block.cells:
                cells = tuple(Cell(c.start - start, c.end - start, c.head) for c in block.cells)
                heads = " | ".join(cell.head for cell in cells if cell.head)
                lead = f"{lead} {heads}" if lead else heads or None
            fields = (
                first_id + len(sentences),
                number,
                path,
                piece,
                start,
                end,
                line,
                start - starts[line - 1] + 1,
                at,
                kind,
                heading,
                title,
                lead,
                cells,
            )
            sentences.append(new(Sentence, fields))
    return sentences


def _subject(document: Document) -> str:
    """Return the name of which the first sentence of a document says what it is ("Ada Kerr (1815 –
    1852) was an engineer"): a life or a description without a title is about that."""
    first = next((block for block in document.blocks if block.kind == "paragraph"), None)
    if first is None or first is not document.blocks[0]:
        return ""
    said = _SAYS_WHAT.match(document.text, first.start, min(first.end, first.start + _READ))
    return " ".join(said.group(1).split()) if said is not None else ""


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the lines that are not blank, without their indentation."""
    spans: list[tuple[int, int]] = []
    while start < end:
        stop = text.find("\n", start, end)
        if stop < 0:
            stop = end
        line = text[start:stop]
        if line.strip():
            spans.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        start = stop + 1
    return spans
