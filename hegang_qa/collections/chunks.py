"""Sentences packed for storage: a few dozen of one document in one piece.

A sentence and its neighbours are nearly always wanted together. A piece is a checksum (CRC-32,
which tells a damaged piece from a good one), the length of what describes the sentences (both four
bytes, the lowest first), that description as JSON, and their texts, one after the other. Compressed
they would take less room and more time, to make and to read.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from hegang_qa.collections.layout import PLACEHOLDER
from hegang_qa.documents.model import Cell
from hegang_qa.errors import IndexFormatError
from hegang_qa.sentences.model import Sentence

__all__ = ["Chunk", "pack", "unpack"]

_SENTENCES = 32
_CHARACTERS = 12_000
_HEAD = 8
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


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
    columns: list[Any] = list(zip(*sentences, strict=True))
    _, _, paths, texts, starts, _, lines, places, blocks, kinds, headings, titles, leads, cells = (
        columns
    )
    description = [
        paths[0],
        titles[0],
        list(map(len, texts)),
        starts,
        _runs(lines),
        places,
        _runs(blocks),
        _runs(kinds),
        _runs(headings),
        _runs(leads),
        {at: held for at, held in enumerate(cells) if held} if any(cells) else {},
    ]
    about = _encode(description).encode("utf-8", "surrogatepass")
    data = len(about).to_bytes(4, "little") + about
    data += "".join(texts).encode("utf-8", "surrogatepass")
    return zlib.crc32(data).to_bytes(4, "little") + data


def _runs(values: Sequence[Any]) -> list[Any]:
    """Return the values with how often each stands in a row: a heading serves many sentences."""
    if values[0] == values[-1] and values.count(values[0]) == len(values):
        return [values[0], len(values)]
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

    __slots__ = ("_columns", "_made", "_text", "count", "document", "first")

    def __init__(self, first: int, document: int, columns: list[Any], text: str) -> None:
        self.first = first
        self.document = document
        self.count = len(columns[3])
        path, title, lengths, starts, lines, places, *rest, cells = columns
        ends = list(accumulate(lengths))
        if ends[-1] != len(text):
            raise ValueError
        self._columns = (
            path,
            title,
            ends,
            starts,
            _unrolled(lines),
            places,
            *map(_unrolled, rest),
            cells,
        )
        self._text = text
        self._made: dict[int, Sentence] = {}

    def sentence(self, identity: int) -> Sentence:
        """Return the sentence with this id, which must be of this piece."""
        made = self._made.get(identity)
        if made is None:
            made = self._made[identity] = self._sentence(identity)
        return made

    def _sentence(self, identity: int) -> Sentence:
        at = identity - self.first
        path, title, ends, starts, lines, places, blocks, kinds, headings, leads, cells = (
            self._columns
        )
        text = self._text[ends[at - 1] if at else 0 : ends[at]]
        held = cells.get(str(at)) if cells else None
        return Sentence(
            identity,
            self.document,
            path,
            text,
            starts[at],
            starts[at] + len(text),
            lines[at],
            places[at],
            blocks[at],
            kinds[at],
            headings[at],
            title,
            leads[at],
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
        if int.from_bytes(data[:4], "little") != zlib.crc32(memoryview(data)[4:]):
            raise ValueError("a checksum is wrong")
        begin = _HEAD + int.from_bytes(data[4:_HEAD], "little")
        description = json.loads(data[_HEAD:begin].decode("utf-8", "surrogatepass"))
        return Chunk(first, document, description, data[begin:].decode("utf-8", "surrogatepass"))
    except (ValueError, IndexError, TypeError, KeyError) as error:
        raise IndexFormatError(
            "the collection is damaged: stored sentences cannot be read",
            hint=f"build it again from its documents: hegang-qa index --into {PLACEHOLDER}"
            " --rebuild",
        ) from error
