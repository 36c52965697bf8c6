"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.046,
    "reader": 0.3641,
    "words": 0.4016,
    "kind": 0.3772,
    "echo": -0.588,
}

CHOICE_BY_MEANING = {
    "sentence": 0.3299,
    "reader": 0.4196,
    "words": 0.2741,
    "kind": 0.9043,
    "echo": -0.9635,
    "near": 3.4528,
    "behind": 4.0862,
}

SURENESS = {
    "bias": -0.4254,
    "engine": 0.4768,
    "sentence": 0.0,
    "reader": 0.2311,
}

SURENESS_BY_MEANING = {
    "bias": 0.6213,
    "engine": 0.4612,
    "sentence": 0.0,
    "reader": 0.2629,
    "near": 0.0,
    "behind": 4.4303,
}
