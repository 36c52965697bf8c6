"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.0316,
    "reader": 0.4394,
    "words": 0.4059,
    "kind": 0.3334,
    "echo": -0.6784,
}

CHOICE_BY_MEANING = {
    "sentence": 0.3336,
    "reader": 0.5,
    "words": 0.2907,
    "kind": 0.7699,
    "echo": -0.8493,
    "near": 2.7454,
    "behind": 3.3011,
}

SURENESS = {
    "bias": -0.1904,
    "engine": 0.3786,
    "sentence": 0.031,
    "reader": 0.2658,
}

SURENESS_BY_MEANING = {
    "bias": 0.907,
    "engine": 0.4322,
    "sentence": 0.0,
    "reader": 0.3084,
    "near": 0.0,
    "behind": 4.2837,
}
