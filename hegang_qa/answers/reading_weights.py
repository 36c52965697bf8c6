"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "sentence": 0.2268,
    "reader": 0.3189,
    "words": 0.1838,
    "kind": 0.5184,
    "missing": -4.3214,
}

SURENESS = {
    "bias": -1.0255,
    "engine": 0.0451,
    "reader": 0.1668,
    "sentence": 0.2236,
    "words": 0.0726,
    "kind": -0.1319,
    "missing": 0.3001,
}
