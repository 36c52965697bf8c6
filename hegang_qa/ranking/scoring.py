"""From the features of the candidates to their scores, by learned weights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hegang_qa.learned import LearnedSum
from hegang_qa.ranking.features import FEATURES
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.resources import data_path

__all__ = ["FILE", "contributions", "score_all"]

FILE = "ranking.json"


@lru_cache(maxsize=1)
def _weights() -> LearnedSum:
    return LearnedSum.read(data_path(FILE), FEATURES, "python -m bench.train_ranking")


def score_all(rows: Sequence[Sequence[float]]) -> list[float]:
    """Return the log-odds of each candidate (a row of features) to hold the answer."""
    return _weights().scores(rows)


def contributions(ranked: RankedSentence) -> list[tuple[str, float, float]]:
    """Return what each feature added to the score: name, log-odds, the feature's own amount."""
    row = [ranked.features.get(name, 0.0) for name in FEATURES]
    return [
        (name, value, amount)
        for name, value, amount in zip(FEATURES, _weights().contributions(row), row, strict=True)
        if value
    ]
