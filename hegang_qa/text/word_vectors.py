"""What words mean, as far as a sum of learned vectors can tell: texts that speak of the same
matters in other words come out near one another.

Each of the stems that are met most has a vector, learned from questions and the sentences that
answer them (`bench/train_meaning.py`); a text is the sum of its words. A vector is held as one long
integer with 16 bits for each number: so a text costs one addition a word, and nothing beside the
interpreter is needed.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from operator import mul
from typing import NamedTuple

from hegang_qa.errors import SourceError
from hegang_qa.resources import data_path, mapped

__all__ = ["FILE", "HEADER", "MAGIC", "Meaning", "WordVectors", "cosine"]

FILE = "meaning.bin"
MAGIC = b"HQWV0001"
HEADER = struct.Struct("<8sIII")
"""Magic, how many words, how many numbers a word has (even), how many bytes the words take. Then
the words, a line each, and for each its numbers in half a byte each (-8..7)."""

_LANE = 16

# No lane can overflow while no text has more words than this that count (twice, at most 7 each).
_MOST = 1000

_HALVES = [half if half < 8 else half - 16 for half in range(16)]
_LANES = [struct.pack("<hh", _HALVES[byte & 15], _HALVES[byte >> 4]) for byte in range(256)]
"""The two numbers that are in a byte, as two lanes."""


class Meaning(NamedTuple):
    """Where a text stands: its numbers, and the length of the vector that they are."""

    numbers: array[int]
    length: float


class WordVectors:
    """The vectors of words, each read where it is first met. Safe to use from many threads."""

    def __init__(self, words: Sequence[str], rows: bytes | memoryview, size: int) -> None:
        self._row_of = dict(zip(words, range(len(words)), strict=True))
        self._rows = rows
        self.size = size
        self._met: dict[str, int] = {}
        # The highest bit of each lane: what makes signed numbers of lanes and lanes of them.
        self._bias = sum(1 << (_LANE * at + _LANE - 1) for at in range(size))

    @classmethod
    @lru_cache(maxsize=2)
    def read(cls, path: str | None = None) -> WordVectors:
        """Return the vectors of a file (the shipped one by default).

        Raises SourceError when there is none, or when it is no file of this version.
        """
        chosen = path or data_path(FILE)
        hint = "install the package again, or run python -m bench.train_meaning"
        whole = mapped(chosen, "the word vectors", hint)
        if len(whole) >= HEADER.size:
            magic, count, size, named = HEADER.unpack(whole[: HEADER.size])
            if magic == MAGIC and len(whole) == HEADER.size + named + count * size // 2:
                begin = HEADER.size + named
                words = bytes(whole[HEADER.size : begin]).decode("utf-8", "replace").split("\n")
                if len(words) == count:
                    return cls(words, whole[begin:], size)
        raise SourceError(f"the word vectors are damaged: {chosen}", path=chosen, hint=hint)

    def sum_of(self, stems: Sequence[str]) -> int:
        """Return the sum of the vectors of some words (of the first thousand), in lanes of 16 bits;
        unknown ones are nothing."""
        met = self._met
        total = 0
        for word in stems[:_MOST]:
            vector = met.get(word)
            if vector is None:
                vector = met[word] = self._vector(word)
            total += vector
        return total

    def meaning(self, total: int) -> Meaning:
        """Return where a text stands whose words have this sum."""
        bias = self._bias
        numbers = array("h", ((total + bias) ^ bias).to_bytes(self.size * _LANE // 8, "little"))
        return Meaning(numbers, sqrt(sum(map(mul, numbers, numbers))))

    def signs(self, total: int) -> int:
        """Return the signs of a text's numbers, a bit each (in lanes of 16): of two texts about as
        many differ as their directions do (Charikar, "Similarity estimation techniques from
        rounding algorithms", 2002), and counting them is far cheaper than their cosine."""
        return (total + self._bias) & self._bias

    def _vector(self, word: str) -> int:
        at = self._row_of.get(word)
        if at is None:
            return 0
        half = self.size // 2
        lanes = b"".join([_LANES[byte] for byte in self._rows[at * half : (at + 1) * half]])
        return (int.from_bytes(lanes, "little") ^ self._bias) - self._bias


def cosine(one: Meaning, other: Meaning) -> float:
    """Return the cosine (-1..1) of the angle between two texts; 0 where one has no known word."""
    both = one.length * other.length
    return sum(map(mul, one.numbers, other.numbers)) / both if both else 0.0
