"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "sentence": 0.0413,
    "reader": 0.3514,
    "words": 0.3915,
    "kind": 0.3378,
    "echo": -0.6515,
}

SURENESS = {
    "bias": 0.1523,
    "engine": 0.5502,
    "sentence": 0.0167,
    "reader": 0.2284,
}
