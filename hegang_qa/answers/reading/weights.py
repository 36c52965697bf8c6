"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING"]

CHOICE = {
    "sentence": 0.3868,
    "reader": 0.4584,
    "words": 0.2452,
    "kind": 0.3073,
    "echo": -0.9705,
}

CHOICE_BY_MEANING = {
    "sentence": 0.3768,
    "reader": 0.5033,
    "words": 0.2282,
    "kind": 0.3167,
    "echo": -1.1073,
    "near": 1.3639,
    "behind": 1.5493,
}
