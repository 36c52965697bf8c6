"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "sentence": 0.0303,
    "reader": 0.3582,
    "words": 0.4001,
    "kind": 0.3644,
    "echo": -0.6493,
}

SURENESS = {
    "bias": -0.0331,
    "engine": 0.4931,
    "sentence": 0.0317,
    "reader": 0.2204,
}
