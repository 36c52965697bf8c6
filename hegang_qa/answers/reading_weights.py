"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "sentence": 0.0626,
    "reader": 0.3474,
    "words": 0.346,
    "kind": 0.4609,
    "echo": -0.7042,
}

SURENESS = {
    "bias": -0.3438,
    "engine": 0.256,
    "sentence": 0.1401,
    "reader": 0.1501,
}
