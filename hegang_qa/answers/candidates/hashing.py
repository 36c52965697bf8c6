"""Places of weights: the same for a value on every machine, spread over the tables.

The place of a weight is the slot of a value, XORed with a key of the question and masked to the
size of the table. Slots and keys are hashes without their lowest bits, which are spread worst.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from zlib import crc32

__all__ = [
    "FIRST_BITS",
    "FIRST_MASK",
    "SECOND_BITS",
    "SECOND_MASK",
    "KeptSlots",
    "first_slots",
    "key_of",
    "slot_of",
]

# The two stages of the span model have tables of these sizes (powers of two).
FIRST_BITS = 20
FIRST_MASK = (1 << FIRST_BITS) - 1
SECOND_BITS = 21
SECOND_MASK = (1 << SECOND_BITS) - 1

# Knuth's multiplicative constant spreads the values over the weights, another odd one the keys.
_SPREAD = 0x9E3779B1
_SPREAD_KEYS = 0x85EBCA77
_LEFT_OUT = 7
_WHOLE = 0xFFFFFFFF

_SLOTS_KEPT = 16_384


@lru_cache(maxsize=4096)
def key_of(word: str) -> int:
    """Return the key (25 bits) of a word of the question, or of what it asks for."""
    return (crc32(word.encode()) * _SPREAD_KEYS & _WHOLE) >> _LEFT_OUT


def slot_of(value: str) -> int:
    """Return the slot (25 bits) of a value before it is crossed with a key."""
    return (crc32(value.encode()) * _SPREAD & _WHOLE) >> _LEFT_OUT


def first_slots(values: Iterable[str]) -> list[int]:
    """Return the slots of values, masked to the first table."""
    return [
        (crc32(value.encode()) * _SPREAD & _WHOLE) >> _LEFT_OUT & FIRST_MASK for value in values
    ]


class KeptSlots(dict[str, int]):
    """The slots of values, masked to the first table or to `mask`, for those that are met again and
    again; by what the values are made from with `value_of`."""

    __slots__ = ("_mask", "_value_of")

    def __init__(self, value_of: Callable[[str], str] = str, mask: int = FIRST_MASK) -> None:
        super().__init__()
        self._value_of = value_of
        self._mask = mask

    def __missing__(self, key: str) -> int:
        if len(self) >= _SLOTS_KEPT:
            self.clear()
        slot = self[key] = slot_of(self._value_of(key)) & self._mask
        return slot
