"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "engine": 0.25,
    "sentence": 0.115,
    "reader": 0.328,
    "words": 0.213,
    "kind": 1.5,
    "missing": -1.364,
}

SURENESS = {
    "bias": -0.602,
    "engine": 0.3,
    "sentence": 0.061,
    "reader": 0.19,
    "words": 0.0,
    "kind": 0.3,
    "missing": 0.0,
}
