"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "engine": 0.3,
    "sentence": 0.2,
    "reader": 0.3,
    "words": 0.1,
    "kind": 0.5,
    "missing": -1.0,
}

SURENESS = {
    "bias": -0.5,
    "engine": 0.6,
    "sentence": 0.0,
    "reader": 0.15,
    "words": 0.0,
    "kind": 0.2,
    "missing": 0.0,
}
