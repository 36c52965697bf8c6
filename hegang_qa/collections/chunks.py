"""Sentences packed for storage: a few dozen of one document in one compressed piece.

A sentence and its neighbours are nearly always wanted together, text compresses to a third, and
the checksum that zlib adds tells a damaged piece from a good one.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from hegang_qa.documents.model import Cell
from hegang_qa.errors import IndexFormatError
from hegang_qa.sentences.model import Sentence

__all__ = ["Chunk", "pack", "unpack"]

_SENTENCES = 32
_CHARACTERS = 12_000
_LEVEL = 1


def pack(sentences: Sequence[Sentence]) -> Iterator[tuple[int, bytes]]:
    """Yield the sentences of one document in pieces: how many, and the packed bytes.

    Ids and the document's number are not packed: they are given when the piece is stored.
    """
    start = 0
    size = 0
    for at, sentence in enumerate(sentences):
        size += len(sentence.text)
        if at + 1 - start >= _SENTENCES or size >= _CHARACTERS:
            yield at + 1 - start, _packed(sentences[start : at + 1])
            start, size = at + 1, 0
    if start < len(sentences):
        yield len(sentences) - start, _packed(sentences[start:])


def _packed(sentences: Sequence[Sentence]) -> bytes:
    first = sentences[0]
    columns = [
        first.path,
        first.title,
        [s.start for s in sentences],
        [s.line for s in sentences],
        [s.column for s in sentences],
        [s.block for s in sentences],
        [s.kind for s in sentences],
        _runs([s.heading for s in sentences]),
        _runs([s.lead for s in sentences]),
        {str(at): [list(c) for c in _cells(s)] for at, s in enumerate(sentences) if s.cells},
        [s.text for s in sentences],
    ]
    data = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(data.encode("utf-8", "surrogatepass"), _LEVEL)


def _cells(sentence: Sentence) -> list[tuple[int, int, str]]:
    return [(cell.start, cell.end, cell.head) for cell in sentence.cells]


def _runs(values: Sequence[str | None]) -> list[Any]:
    """Return the values with how often each stands in a row: a heading serves many sentences."""
    runs: list[Any] = []
    for value in values:
        if runs and runs[-2] == value:
            runs[-1] += 1
        else:
            runs += [value, 1]
    return runs


def _unrolled(runs: Sequence[Any]) -> list[Any]:
    values: list[Any] = []
    for at in range(0, len(runs), 2):
        values += [runs[at]] * runs[at + 1]
    return values


class Chunk:
    """A stored piece, read: gives its sentences one by one."""

    __slots__ = ("_columns", "_headings", "_leads", "_made", "count", "document", "first")

    def __init__(self, first: int, document: int, columns: list[Any]) -> None:
        self.first = first
        self.document = document
        self.count = len(columns[2])
        self._columns = columns
        self._headings = _unrolled(columns[7])
        self._leads = _unrolled(columns[8])
        self._made: dict[int, Sentence] = {}

    def sentence(self, identity: int) -> Sentence:
        """Return the sentence with this id, which must be of this piece."""
        made = self._made.get(identity)
        if made is None:
            made = self._made[identity] = self._sentence(identity)
        return made

    def _sentence(self, identity: int) -> Sentence:
        at = identity - self.first
        path, title, starts, lines, columns, blocks, kinds, _, _, cells, texts = self._columns
        text = texts[at]
        held = cells.get(str(at)) if cells else None
        return Sentence(
            identity,
            self.document,
            path,
            text,
            starts[at],
            starts[at] + len(text),
            lines[at],
            columns[at],
            blocks[at],
            kinds[at],
            self._headings[at],
            title,
            self._leads[at],
            tuple(Cell(*cell) for cell in held) if held else (),
        )

    def sentences(self) -> list[Sentence]:
        """Return all sentences of the piece, in order."""
        return [self.sentence(self.first + at) for at in range(self.count)]


def unpack(first: int, document: int, data: bytes) -> Chunk:
    """Return a stored piece whose first sentence has the id `first`.

    Raises `IndexFormatError` when the bytes are damaged.
    """
    try:
        return Chunk(
            first, document, json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        )
    except (zlib.error, ValueError, IndexError, TypeError, KeyError) as error:
        raise IndexFormatError(
            "the collection is damaged: stored sentences cannot be read",
            hint="build it again from its documents: hegang-qa index --into COLLECTION --rebuild",
        ) from error
