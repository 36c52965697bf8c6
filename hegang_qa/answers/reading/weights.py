"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.0606,
    "reader": 0.4312,
    "words": 0.3946,
    "kind": 0.3586,
    "echo": -0.6321,
}

CHOICE_BY_MEANING = {
    "sentence": 0.3601,
    "reader": 0.5072,
    "words": 0.2955,
    "kind": 0.7288,
    "echo": -0.6794,
    "near": 2.4404,
    "behind": 2.939,
}

SURENESS = {
    "bias": -0.3194,
    "engine": 0.3464,
    "sentence": 0.0626,
    "reader": 0.286,
}

SURENESS_BY_MEANING = {
    "bias": 0.6664,
    "engine": 0.3723,
    "sentence": 0.0,
    "reader": 0.3375,
    "near": 0.0,
    "behind": 4.5698,
}
