"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.0723,
    "reader": 0.4149,
    "words": 0.4233,
    "kind": 0.1568,
    "echo": -0.7695,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4986,
    "reader": 0.5215,
    "words": 0.289,
    "kind": 0.4984,
    "echo": -0.6038,
    "near": 1.7953,
    "behind": 2.1522,
}

SURENESS = {
    "bias": -0.3714,
    "engine": 0.4891,
    "sentence": 0.0713,
    "reader": 0.2682,
}

SURENESS_BY_MEANING = {
    "bias": 0.3659,
    "engine": 0.5043,
    "sentence": 0.0,
    "reader": 0.3277,
    "near": 0.0,
    "behind": 3.4328,
}
