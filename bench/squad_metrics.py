"""The measures of the SQuAD papers (Rajpurkar et al., 2016 and 2018), and of calibration."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence

__all__ = ["auroc", "best_threshold", "calibration_error", "exact_match", "f1", "normal", "overlap"]

_PUNCTUATION = frozenset(string.punctuation)


def normal(text: str) -> str:
    """Return the form in which answers are compared: no case, articles or punctuation."""
    text = "".join(c for c in text.lower() if c not in _PUNCTUATION)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def exact_match(given: str, right: Sequence[str]) -> float:
    """Return 1.0 where the answer equals one of the right ones, else 0.0."""
    return float(any(normal(given) == normal(one) for one in right))


def f1(given: str, right: Sequence[str]) -> float:
    """Return the best word overlap (0..1) with one of the right answers."""
    return max((overlap(normal(given), normal(one)) for one in right), default=0.0)


def overlap(one: str, other: str) -> float:
    """Return the F1 (0..1) of two normal forms by their words."""
    given, left = one.split(), other.split()
    size = len(given) + len(left)
    same = 0
    for word in given:
        if word in left:
            left.remove(word)
            same += 1
    return 2 * same / size if same else float(not size)


def auroc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Return how often one of the right has the larger score (ties half), 0..1."""
    if not right or not wrong:
        return 0.5
    ranked = sorted([(value, 1) for value in right] + [(value, 0) for value in wrong])
    total, below, at = 0.0, 0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        ones = sum(label for _, label in ranked[at:end])
        total += ones * (below + (end - at - ones) / 2)
        below += end - at - ones
        at = end
    return total / (len(right) * len(wrong))


def best_threshold(rows: Sequence[tuple[float, float, bool]]) -> tuple[float, float]:
    """Return the best mean of F1 where answers below a threshold are refused, and the threshold.

    A row is confidence, F1 of the answer, whether the question has one. A refusal is worth 1 where
    there is none, else 0.
    """
    total = float(sum(not answerable for _, _, answerable in rows))
    best, at = total, float("inf")
    for confidence, value, answerable in sorted(rows, reverse=True):
        total += value if answerable else -1.0
        if total > best:
            best, at = total, confidence
    return best / len(rows), at


def calibration_error(rows: Sequence[tuple[float, float]], bins: int = 10) -> float:
    """Return the expected calibration error (Guo et al., 2017): the mean gap between confidence
    and how right the answers are (0..1) over bins of equal width."""
    error = 0.0
    for number in range(bins):
        own = [
            (confidence, right)
            for confidence, right in rows
            if min(bins - 1, int(confidence * bins)) == number
        ]
        if own:
            gap = sum(c for c, _ in own) / len(own) - sum(r for _, r in own) / len(own)
            error += abs(gap) * len(own) / len(rows)
    return error
