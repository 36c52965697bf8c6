"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING"]

CHOICE = {
    "sentence": 0.1414,
    "reader": 0.4466,
    "words": 0.35,  # learned: 0.27, see docs/benchmarks.md
    "kind": 0.2124,
    "echo": -1.0122,
}

CHOICE_BY_MEANING = {
    "sentence": 0.4867,
    "reader": 0.659,
    "words": 0.1833,
    "kind": 0.3661,
    "echo": -2.056,
    "near": 0.3011,
    "behind": 0.3844,
}
