"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING"]

CHOICE = {
    "sentence": 0.4261,
    "reader": 0.4551,
    "words": 0.2349,
    "kind": 0.364,
    "echo": -0.8608,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4255,
    "reader": 0.5219,
    "words": 0.2241,
    "kind": 0.3579,
    "echo": -0.7691,
    "near": 1.4235,
    "behind": 1.6044,
}
