"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING"]

CHOICE = {
    "sentence": 0.4066,
    "reader": 0.4617,
    "words": 0.2457,
    "kind": 0.3153,
    "echo": -0.8371,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4045,
    "reader": 0.5203,
    "words": 0.2261,
    "kind": 0.3004,
    "echo": -0.6289,
    "near": 1.4953,
    "behind": 1.7124,
}
