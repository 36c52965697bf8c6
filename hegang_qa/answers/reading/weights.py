"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.0996,
    "reader": 0.4517,
    "words": 0.3914,
    "kind": 0.2769,
    "echo": -0.6482,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4029,
    "reader": 0.5464,
    "words": 0.2721,
    "kind": 0.7004,
    "echo": -0.5782,
    "near": 2.0758,
    "behind": 2.5432,
}

SURENESS = {
    "bias": -0.2011,
    "engine": 0.432,
    "sentence": 0.11,
    "reader": 0.3013,
}

SURENESS_BY_MEANING = {
    "bias": 0.6428,
    "engine": 0.4695,
    "sentence": 0.0254,
    "reader": 0.3612,
    "near": 0.0,
    "behind": 3.5567,
}
