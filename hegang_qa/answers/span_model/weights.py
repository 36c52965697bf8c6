"""The learned weights of the span model: a file of small integers, mapped and not loaded."""

import struct
from functools import lru_cache
from typing import NamedTuple

from hegang_qa.errors import SourceError
from hegang_qa.resources import data_path, mapped

__all__ = ["FILE", "HEADER", "MAGIC", "SpanWeights", "read_weights"]

FILE = "spans.bin"
MAGIC = b"HQSW0001"
HEADER = struct.Struct("<8sIIdd")
"""Magic, bits of the first table, bits of the second, and what a step of each is worth."""


class SpanWeights(NamedTuple):
    """Two tables of signed bytes, and the log-odds that one step of each is worth."""

    first: memoryview
    second: memoryview
    first_step: float
    second_step: float


@lru_cache(maxsize=4)
def read_weights(path: str | None = None) -> SpanWeights:
    """Return the weights of a file (the shipped one by default).

    Raises SourceError when there is none, or when it is no weight file of this version.
    """
    chosen = path or data_path(FILE)
    hint = "install the package again, or run python -m bench.train_spans"
    whole = mapped(chosen, "the weights", hint)
    if len(whole) < HEADER.size:
        raise SourceError(f"the weights are damaged: {chosen}", path=chosen, hint=hint)
    magic, first, second, first_step, second_step = HEADER.unpack(whole[: HEADER.size])
    if magic != MAGIC or len(whole) != HEADER.size + (1 << first) + (1 << second):
        raise SourceError(f"the weights are damaged: {chosen}", path=chosen, hint=hint)
    middle = HEADER.size + (1 << first)
    return SpanWeights(
        whole[HEADER.size : middle].cast("b"), whole[middle:].cast("b"), first_step, second_step
    )
