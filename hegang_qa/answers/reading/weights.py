"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING"]

CHOICE = {
    "sentence": 0.1583,
    "reader": 0.4342,
    "words": 0.2595,
    "kind": 0.2331,
    "echo": -0.934,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4268,
    "reader": 0.531,
    "words": 0.2164,
    "kind": 0.391,
    "echo": -1.4631,
    "near": 1.2519,
    "behind": 1.6266,
}
