"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING"]

CHOICE = {
    "sentence": 0.4076,
    "reader": 0.4692,
    "words": 0.24,
    "kind": 0.3098,
    "echo": -0.8752,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4114,
    "reader": 0.5245,
    "words": 0.2208,
    "kind": 0.3029,
    "echo": -0.6797,
    "near": 1.5951,
    "behind": 1.8305,
}
