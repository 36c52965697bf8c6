"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "engine": 0.2705,
    "sentence": 0.3796,
    "reader": 0.3084,
    "words": 0.2495,
    "kind": 0.0,
    "missing": -1.1618,
}

SURENESS = {
    "bias": -0.7,
    "engine": 0.2,
    "sentence": 0.1826,
    "reader": 0.202,
    "words": 0.0,
    "kind": 0.0,
    "missing": 0.0,
}
