"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "engine": 0.0,
    "sentence": 0.256,
    "reader": 0.3243,
    "words": 0.2888,
    "kind": 1.5,
    "missing": -1.6308,
}

SURENESS = {
    "bias": -0.7779,
    "engine": 0.0371,
    "sentence": 0.2412,
    "reader": 0.192,
    "words": 0.0,
    "kind": 0.0,
    "missing": 0.0,
}
