"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.0766,
    "reader": 0.4293,
    "words": 0.4238,
    "kind": 0.1615,
    "echo": -0.7853,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4991,
    "reader": 0.5278,
    "words": 0.2876,
    "kind": 0.5,
    "echo": -0.6679,
    "near": 1.8046,
    "behind": 2.1748,
}

SURENESS = {
    "bias": -0.1876,
    "engine": 0.5004,
    "sentence": 0.0633,
    "reader": 0.2829,
}

SURENESS_BY_MEANING = {
    "bias": 0.5137,
    "engine": 0.5077,
    "sentence": 0.0,
    "reader": 0.3336,
    "near": 0.0,
    "behind": 3.3398,
}
