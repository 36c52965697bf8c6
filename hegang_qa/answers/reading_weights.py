"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "sentence": 0.0391,
    "reader": 0.3547,
    "words": 0.3932,
    "kind": 0.3292,
    "echo": -0.6402,
}

SURENESS = {
    "bias": 0.0958,
    "engine": 0.5415,
    "sentence": 0.0017,
    "reader": 0.2283,
}
