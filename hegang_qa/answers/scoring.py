"""The span model at work: sums of learned weights, looked up once for what recurs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from hegang_qa.answers.features import FIRST_MASK, SECOND_CROSSES, SECOND_MASK
from hegang_qa.answers.frame import Frame, key_of
from hegang_qa.answers.weights import SpanWeights, read_weights

__all__ = ["PARTS", "Memory", "SpanModel", "span_model"]

PARTS = {
    "w": "way to the matched words",
    "W": "way to the matched words",
    "m": "words that are missing",
    "g": "fits the gap",
    "G": "fits the gap",
    "p": "fits the gap",
    "f": "the noun asked for",
    "c": "kind of thing",
    "q": "words around it",
    "r": "words around it",
    "u": "its own words",
    "o": "words of the question inside",
    "n": "others like it",
    "v": "its clause",
    "b": "place in the sentence",
    "j": "its make-up",
    "h": "choices offered",
}
"""What the second-stage features are about, by the letter of their template."""

_MEMORIES = 64
_VALUES = 20_000


class Memory:
    """Sums already made for one combination of question keys: value to steps of weight."""

    __slots__ = ("_first", "_keys", "_second", "first", "first_step", "second")

    def __init__(self, weights: SpanWeights, keys: tuple[int, ...]) -> None:
        self._first = weights.first
        self.first_step = weights.first_step
        self._second = weights.second
        self._keys = keys
        self.first: dict[str, int] = {}
        self.second: dict[str, int] = {}

    def sum_first(self, values: Sequence[str], crosses: Sequence[tuple[int, ...]]) -> int:
        """Return the first-stage steps of some values, each crossed as its row says."""
        memory = self.first
        total = 0
        for value, row in zip(values, crosses, strict=True):
            known = memory.get(value)
            if known is None:
                if len(memory) > _VALUES:
                    memory.clear()
                known = memory[value] = self._sum(value, row, self._first, FIRST_MASK)
            total += known
        return total

    def look_second(self, value: str) -> int:
        """Return the second-stage steps of a value."""
        known = self.second.get(value)
        if known is None:
            if len(self.second) > _VALUES:
                self.second.clear()
            row = SECOND_CROSSES[value[0]]
            known = self.second[value] = self._sum(value, row, self._second, SECOND_MASK)
        return known

    def _sum(self, value: str, row: tuple[int, ...], table: Sequence[int], mask: int) -> int:
        """Return the weights at the `slots` of a value; spelled out, as it is what takes longest
        of a first question."""
        key = crc32(value.encode()) * 0x9E3779B1
        keys = self._keys
        total = 0
        for cross in row:
            total += table[((key ^ keys[cross]) >> 7) & mask]
        return total

    def pair(self, value: str, words: Sequence[int]) -> int:
        """Return the second-stage steps of a value paired with words of the question."""
        table = self._second
        key = key_of(value) * 0x9E3779B1
        total = 0
        for word in words:
            total += table[((key ^ word) >> 7) & SECOND_MASK]
        return total


class SpanModel:
    """The weights with their memories; may be used from many threads (a sum made twice is only
    made twice)."""

    def __init__(self, weights: SpanWeights) -> None:
        self.weights = weights
        self._memories: dict[tuple[int, ...], Memory] = {}

    def memory(self, frame: Frame) -> Memory:
        """Return the memory of a question's keys."""
        known = self._memories.get(frame.keys)
        if known is None:
            if len(self._memories) >= _MEMORIES:
                self._memories.clear()
            known = self._memories[frame.keys] = Memory(self.weights, frame.keys)
        return known


@lru_cache(maxsize=4)
def span_model(path: str | None = None) -> SpanModel:
    """Return the model of a weight file (the shipped one by default)."""
    return SpanModel(read_weights(path))
