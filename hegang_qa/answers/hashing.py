"""Hashes of feature values: the same on every machine, spread over the places of weights."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

__all__ = ["SPREAD", "hash_of", "key_of"]

SPREAD = 0x9E3779B1
"""Knuth's multiplicative constant spreads the values over the weights."""


@lru_cache(maxsize=65536)
def key_of(word: str) -> int:
    """Return the same 32 bits for a word on every machine (CRC-32)."""
    return crc32(word.encode())


@lru_cache(maxsize=65536)
def hash_of(value: str) -> int:
    """Return the 32 bits of a value that the places of its weights are made of."""
    return (crc32(value.encode()) * SPREAD) & 0xFFFFFFFF
