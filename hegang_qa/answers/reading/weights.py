"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.1251,
    "reader": 0.4389,
    "words": 0.4115,
    "kind": 0.2444,
    "echo": -0.8643,
}

CHOICE_BY_MEANING = {
    "sentence": 0.5341,
    "reader": 0.5446,
    "words": 0.2825,
    "kind": 0.5882,
    "echo": -0.6857,
    "near": 1.8312,
    "behind": 2.1873,
}

SURENESS = {
    "bias": -0.225,
    "engine": 0.528,
    "sentence": 0.0456,
    "reader": 0.2814,
}

SURENESS_BY_MEANING = {
    "bias": 0.4755,
    "engine": 0.5011,
    "sentence": 0.0,
    "reader": 0.3311,
    "near": 0.0,
    "behind": 3.3704,
}
