"""The weights of the join with a reader; made by ``python -m bench.train_reading``."""

from __future__ import annotations

__all__ = ["CHOICE", "CHOICE_BY_MEANING"]

CHOICE = {
    "sentence": 0.1873,
    "reader": 0.4354,
    "words": 0.3094,
    "kind": 0.1701,
    "echo": -1.1714,
}

CHOICE_BY_MEANING = {
    "sentence": 0.5644,
    "reader": 0.5853,
    "words": 0.2174,
    "kind": 0.5644,
    "echo": -1.4671,
    "near": 0.2713,
    "behind": 0.3644,
}
