"""Which words the tables of a lexicon may hold, told without asking it: most look-ups are of words
that are not there (base forms that are tried, plain words among the irregular ones), and cost
twenty times as much.

A Bloom filter ("Space/time trade-offs in hash coding with allowable errors", 1970) with two bits a
word, in a file beside the lexicon: one missing word in twenty is asked for all the same.
"""

from __future__ import annotations

import mmap
import os
import struct
from collections.abc import Mapping, Sequence
from zlib import crc32

__all__ = ["TABLES", "KnownWords", "write_known_words"]

TABLES = ("word", "irregular", "kindred", "thesaurus")
"""The tables of a lexicon; each has a number, by which its words are spread."""

_HEADER = struct.Struct("<8sQ")
"""Magic, and the size of the lexicon that the file was made for."""
_MAGIC = b"HQKW0002"

_BITS = 20
_MASK = (1 << _BITS) - 1
_SECOND = 32 - _BITS  # the second bit is told by the highest bits of the hash


def _beside(lexicon: str) -> str:
    return os.path.splitext(lexicon)[0] + ".known"


class KnownWords:
    """Tells of a folded word whether a table of the lexicon at a path may hold it: surely not where
    it says no. Without the file, or with one made for another lexicon, all may be held."""

    __slots__ = ("_bits",)

    def __init__(self, lexicon: str) -> None:
        self._bits: bytes | memoryview[int] = b""
        try:
            with open(_beside(lexicon), "rb") as file:
                whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError):  # an empty file cannot be mapped
            return
        if len(whole) == _HEADER.size + (1 << _BITS) // 8:
            magic, size = _HEADER.unpack(whole[: _HEADER.size])
            if magic == _MAGIC and size == os.path.getsize(lexicon):
                self._bits = whole[_HEADER.size :]

    def may_hold(self, word: str, table: int) -> bool:
        """Return True for a word that a table (its number) holds, and for hardly any other."""
        bits = self._bits
        if not bits:
            return True
        spread = crc32(word.encode("utf-8", "surrogatepass"), table)
        one, other = spread & _MASK, spread >> _SECOND
        return bool(bits[one >> 3] >> (one & 7) & 1 and bits[other >> 3] >> (other & 7) & 1)


def write_known_words(lexicon: str, words: Mapping[str, Sequence[str]]) -> None:
    """Write the file for a lexicon that is complete; `words` are those of each table."""
    bits = bytearray((1 << _BITS) // 8)
    for table, name in enumerate(TABLES):
        for word in words[name]:
            spread = crc32(word.encode("utf-8", "surrogatepass"), table)
            for bit in (spread & _MASK, spread >> _SECOND):
                bits[bit >> 3] |= 1 << (bit & 7)
    with open(_beside(lexicon), "wb") as file:
        file.write(_HEADER.pack(_MAGIC, os.path.getsize(lexicon)) + bits)
