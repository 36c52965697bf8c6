"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.0757,
    "reader": 0.4293,
    "words": 0.4241,
    "kind": 0.1615,
    "echo": -0.7859,
}

CHOICE_BY_MEANING = {
    "sentence": 0.5005,
    "reader": 0.5289,
    "words": 0.2865,
    "kind": 0.5266,
    "echo": -0.6347,
    "near": 1.8051,
    "behind": 2.1687,
}

SURENESS = {
    "bias": -0.3148,
    "engine": 0.5011,
    "sentence": 0.0625,
    "reader": 0.2839,
}

SURENESS_BY_MEANING = {
    "bias": 0.3701,
    "engine": 0.5043,
    "sentence": 0.0,
    "reader": 0.3311,
    "near": 0.0,
    "behind": 3.3263,
}
