"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "sentence": 0.5,
    "reader": 0.3,
    "words": 0.1,
    "kind": 0.5,
    "missing": -1.0,
    "others say so": 0.2,
}

SURENESS = {
    "bias": 0.5,
    "sentence": 0.2,
    "reader": 0.2,
    "words": 0.0,
    "kind": 0.3,
    "missed names": -4.0,
    "missed numbers": -4.0,
    "missed nouns": -2.0,
    "missed verbs": -1.0,
    "context": 0.0,
    "others say so": 0.2,
}
