"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "sentence": 0.1119,
    "reader": 0.4117,
    "words": 0.3145,
    "kind": 0.4329,
    "echo": -0.6347,
}

SURENESS = {
    "bias": -0.1979,
    "engine": 0.2969,
    "sentence": 0.1664,
    "reader": 0.2409,
}
