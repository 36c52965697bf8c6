"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "sentence": 0.5,
    "reader": 0.5,
    "words": 0.1,
    "kind": 0.5,
    "coverage": 0.0,
    "search": 0.0,
    "missing": -1.0,
    "others say so": 0.2,
    "heading": -1.0,
}

SURENESS = {
    "bias": 0.0,
    "score": 0.0,
    "reader": 0.5,
    "lead": 0.1,
    "kind": 0.3,
    "coverage": 1.0,
    "search": 0.0,
    "missed names": -5.0,
    "missed numbers": -5.0,
    "missed nouns": -2.0,
    "missed verbs": -1.0,
    "context": 0.0,
    "others say so": 0.2,
}
