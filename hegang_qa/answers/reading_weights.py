"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "SURENESS"]

CHOICE = {
    "engine": 0.25,
    "sentence": 0.096,
    "reader": 0.3305,
    "words": 0.2486,
    "kind": 1.5,
    "missing": -1.3853,
}

SURENESS = {
    "bias": -0.5244,
    "engine": 0.3,
    "sentence": 0.0745,
    "reader": 0.1911,
    "words": 0.0,
    "kind": 0.3,
    "missing": 0.0,
}
