"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.123,
    "reader": 0.4378,
    "words": 0.4078,
    "kind": 0.2516,
    "echo": -0.8149,
}

CHOICE_BY_MEANING = {
    "sentence": 0.5324,
    "reader": 0.5333,
    "words": 0.3055,
    "kind": 0.5552,
    "echo": -0.6485,
    "near": 1.9857,
    "behind": 2.409,
}

SURENESS = {
    "bias": -0.1245,
    "engine": 0.4957,
    "sentence": 0.0356,
    "reader": 0.3025,
}

SURENESS_BY_MEANING = {
    "bias": 0.4965,
    "engine": 0.3952,
    "sentence": 0.0363,
    "reader": 0.3448,
    "near": 0.0,
    "behind": 3.663,
}
