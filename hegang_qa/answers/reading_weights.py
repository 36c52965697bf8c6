"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "sentence": 0.25,
    "reader": 0.39,
    "words": 0.3,
    "kind": 0.6,
    "echo": -0.5,
}

SURENESS = {
    "bias": -0.0092,
    "engine": 0.3385,
    "sentence": 0.0276,
    "reader": 0.181,
    "words": 0.0333,
    "kind": 0.0,
    "missing": 0.0,
}
