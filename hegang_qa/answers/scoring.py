"""The span model at work: sums of learned weights, looked up once for what recurs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hegang_qa.answers.analysis import Form
from hegang_qa.answers.features import FIRST_MASK, FOCUS, FORM_CROSSES
from hegang_qa.answers.frame import Frame
from hegang_qa.answers.hashing import hash_of
from hegang_qa.answers.second_features import SECOND_CROSSES, SECOND_MASK
from hegang_qa.answers.weights import SpanWeights, read_weights

__all__ = ["PARTS", "SpanModel", "Summing", "span_model"]

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
    """Sums already made for questions of one kind (what asks, the type wanted): value to steps
    of weight, without those crossed with the noun asked for."""

    __slots__ = ("first", "second")

    def __init__(self) -> None:
        self.first: dict[str, int] = {}
        self.second: dict[str, int] = {}


class Summing:
    """Sums of weights for one question."""

    __slots__ = (
        "_focus",
        "_keys",
        "_memory",
        "_second_focus",
        "_types",
        "_weights",
        "first_step",
        "relations",
    )

    def __init__(self, weights: SpanWeights, keys: tuple[int, ...], memory: Memory) -> None:
        self._weights = weights
        self.first_step = weights.first_step
        self._keys = keys
        self._memory = memory
        self.relations: dict[str, int] = {}
        """Steps of how candidates stand to the question."""
        self._types: dict[str, int] = {}
        self._focus: dict[str, int] = {}
        self._second_focus: dict[str, int] = {}

    def first(self, values: Sequence[str], crosses: Sequence[tuple[int, ...]]) -> int:
        """Return the first-stage steps of some values, each crossed as its row says."""
        memory = self._memory.first
        total = 0
        for value, row in zip(values, crosses, strict=True):
            known = memory.get(value)
            if known is None:
                known = _sum(value, row, self._keys, self._weights.first, FIRST_MASK)
                _keep(memory, value, known)
            total += known
            if row[-1] == FOCUS:
                total += self.focus(value)
        return total

    def focus(self, value: str) -> int:
        """Return the first-stage steps of a value crossed with the noun asked for."""
        known = self._focus.get(value)
        if known is None:
            slot = (hash_of(value) ^ self._keys[FOCUS]) >> 7
            known = self._focus[value] = self._weights.first[slot & FIRST_MASK]
        return known

    def type(self, value: int, name: str) -> int:
        """Return the first-stage steps of the type (or kind) of a candidate: the first value of
        its form, and that of its type with the noun asked for."""
        known = self._types.get(name)
        if known is None:
            known = self.focus("T" + name)
            for cross in FORM_CROSSES[0]:
                known += self._weights.first[((value ^ self._keys[cross]) >> 7) & FIRST_MASK]
            self._types[name] = known
        return known

    def form(self, form: Form) -> int:
        """Return the first-stage steps of the other values of a candidate's form; spelled out
        (`FORM_CROSSES`), as it is done for each of some hundred candidates."""
        _, kind, letters, joined = form
        _, asks, wanted, several, _ = self._keys
        table = self._weights.first
        return (
            table[((kind ^ asks) >> 7) & FIRST_MASK]
            + table[((kind ^ wanted) >> 7) & FIRST_MASK]
            + table[((letters ^ asks) >> 7) & FIRST_MASK]
            + table[((letters ^ wanted) >> 7) & FIRST_MASK]
            + table[((joined ^ asks) >> 7) & FIRST_MASK]
            + table[((joined ^ wanted) >> 7) & FIRST_MASK]
            + table[((joined ^ several) >> 7) & FIRST_MASK]
        )

    def second(self, value: str) -> int:
        """Return the second-stage steps of a value."""
        memory = self._memory.second
        row = SECOND_CROSSES[value[0]]
        known = memory.get(value)
        if known is None:
            known = _sum(value, row, self._keys, self._weights.second, SECOND_MASK)
            _keep(memory, value, known)
        if row[-1] == FOCUS:
            own = self._second_focus.get(value)
            if own is None:
                slot = (hash_of(value) ^ self._keys[FOCUS]) >> 7
                own = self._second_focus[value] = self._weights.second[slot & SECOND_MASK]
            known += own
        return known

    def pair(self, value: str, words: Sequence[int]) -> int:
        """Return the second-stage steps of a value paired with words of the question."""
        table = self._weights.second
        key = hash_of(value)
        total = 0
        for word in words:
            total += table[((key ^ word) >> 7) & SECOND_MASK]
        return total


def _sum(
    value: str, row: tuple[int, ...], keys: tuple[int, ...], table: Sequence[int], mask: int
) -> int:
    """Return the weights at the `slots` of a value, but for the noun asked for; spelled out, as
    it is what takes longest of a first question."""
    key = hash_of(value)
    total = 0
    for cross in row:
        if cross != FOCUS:
            total += table[((key ^ keys[cross]) >> 7) & mask]
    return total


def _keep(memory: dict[str, int], value: str, known: int) -> None:
    if len(memory) > _VALUES:
        memory.clear()
    memory[value] = known


class SpanModel:
    """The weights with their memories; may be used from many threads (a sum made twice is only
    made twice)."""

    def __init__(self, weights: SpanWeights) -> None:
        self.weights = weights
        self._memories: dict[tuple[int, ...], Memory] = {}

    def summing(self, frame: Frame) -> Summing:
        """Return what sums weights for a question."""
        kind = frame.keys[:FOCUS]
        known = self._memories.get(kind)
        if known is None:
            if len(self._memories) >= _MEMORIES:
                self._memories.clear()
            known = self._memories[kind] = Memory()
        return Summing(self.weights, frame.keys, known)


@lru_cache(maxsize=4)
def span_model(path: str | None = None) -> SpanModel:
    """Return the model of a weight file (the shipped one by default)."""
    return SpanModel(read_weights(path))
