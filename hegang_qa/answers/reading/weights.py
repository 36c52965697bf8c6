"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING", "SURENESS", "SURENESS_BY_MEANING"]

CHOICE = {
    "sentence": 0.0909,
    "reader": 0.4315,
    "words": 0.3535,
    "kind": 0.2767,
    "echo": -0.7055,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4349,
    "reader": 0.5221,
    "words": 0.2413,
    "kind": 0.5362,
    "echo": -0.5056,
    "near": 1.4846,
    "behind": 1.7915,
}

SURENESS = {
    "bias": -0.662,
    "engine": 0.4567,
    "sentence": 0.0181,
    "reader": 0.268,
}

SURENESS_BY_MEANING = {
    "bias": -0.0148,
    "engine": 0.4476,
    "sentence": 0.0415,
    "reader": 0.3278,
    "near": 0.0,
    "behind": 2.2428,
}
