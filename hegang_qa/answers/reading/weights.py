"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING"]

CHOICE = {
    "sentence": 0.1603,
    "reader": 0.4345,
    "words": 0.2642,
    "kind": 0.2177,
    "echo": -0.9037,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4635,
    "reader": 0.5318,
    "words": 0.2022,
    "kind": 0.4511,
    "echo": -0.9927,
    "near": 1.5533,
    "behind": 2.0269,
}
