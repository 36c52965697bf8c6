"""From the features of the candidates to their scores."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.ranking.features import FEATURES
from hegang_qa.ranking.model import RankedSentence

__all__ = ["contributions", "score_all"]

# Weights set by hand, until learned ones are there.
_BY_HAND = {
    "coverage": 4.0,
    "missed names": -1.5,
    "missed numbers": -2.0,
    "word pairs": 0.5,
    "content pairs": 0.5,
    "longest run": 0.7,
    "before": 0.8,
    "after": 0.3,
    "paragraph": 0.6,
    "heading": 1.0,
    "kind fits": 0.4,
    "kind lacks": -0.8,
    "is heading": -2.0,
    "short": -0.6,
    "density": 2.0,
    "search score to best": 2.0,
    "paragraph score to best": 0.5,
}
_BIAS = -3.5
_WEIGHTS = [_BY_HAND.get(name, 0.0) for name in FEATURES]


def score_all(rows: Sequence[Sequence[float]]) -> list[float]:
    """Return the log-odds of each candidate (a row of features)."""
    return [_BIAS + sum(w * v for w, v in zip(_WEIGHTS, row, strict=True)) for row in rows]


def contributions(ranked: RankedSentence) -> list[tuple[str, float, float]]:
    """Return what each feature added to the score: name, log-odds, the feature's own amount."""
    return [
        (name, weight * ranked.features[name], ranked.features[name])
        for name, weight in zip(FEATURES, _WEIGHTS, strict=True)
        if weight and ranked.features.get(name)
    ]
