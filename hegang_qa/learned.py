"""Learned sums: a linear model, and on top small symmetric trees, read from a text file.

Each tree asks three questions of a row of features and adds the value that stands at their answers.
The files are made by `bench/train_ranking.py` and `bench/train_confidence.py`; every line is a
feature with its weight, or a tree with its three questions and eight values.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul
from typing import TypeAlias

from hegang_qa.errors import SourceError

__all__ = ["LearnedSum"]

# Three times a feature and a threshold, then the values for "no, no, no" to "yes, yes, yes".
_Tree: TypeAlias = tuple[int, float, int, float, int, float, tuple[float, ...]]


class LearnedSum:
    """Log-odds from rows of features. Safe to use from many threads."""

    __slots__ = ("_bias", "_linear", "_trees", "features")

    def __init__(
        self,
        features: Sequence[str],
        bias: float,
        linear: Sequence[float],
        trees: Sequence[_Tree],
    ) -> None:
        self.features = tuple(features)
        self._bias = bias
        self._linear = tuple(linear)
        self._trees = tuple(trees)

    @classmethod
    def read(cls, path: str, features: Sequence[str], made_by: str) -> LearnedSum:
        """Return the model of a file. Raises SourceError when there is none, or when it was made
        for other features; `made_by` is the command that makes it."""
        import json

        number = {name: at for at, name in enumerate(features)}
        try:
            with open(path, encoding="utf-8") as file:
                read = json.load(file)
            trees = [
                (number[a], x, number[b], y, number[c], z, tuple(leaves))
                for (a, x), (b, y), (c, z), leaves in read["trees"]
            ]
            linear = [read["linear"][name] for name in features]
            return cls(features, read["bias"], linear, trees)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SourceError(
                f"the weights cannot be read: {path}",
                path=path,
                hint=f"install the package again, or run {made_by}",
            ) from error

    def score(self, row: Sequence[float]) -> float:
        """Return the log-odds for a row (a number for each feature, in order)."""
        score: float = self._bias + sum(map(mul, self._linear, row))
        for a, x, b, y, c, z, leaves in self._trees:
            score += leaves[4 * (row[a] > x) + 2 * (row[b] > y) + (row[c] > z)]
        return score

    def scores(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the log-odds for some rows: what `score` returns for each, but tree by tree."""
        if not rows:
            return []
        totals: list[float] = [self._bias + sum(map(mul, self._linear, row)) for row in rows]
        columns = list(zip(*rows, strict=True)) if self._trees else []
        for a, x, b, y, c, z, leaves in self._trees:
            totals = [
                total + leaves[4 * (one > x) + 2 * (two > y) + (three > z)]
                for total, one, two, three in zip(
                    totals, columns[a], columns[b], columns[c], strict=True
                )
            ]
        return totals

    def contributions(self, row: Sequence[float]) -> list[float]:
        """Return what each feature of a row adds to the score, in order.

        The value of a tree is shared out on the way to it: each answer counts for what it moves
        the mean of the values still possible (Saabas, "Interpreting random forests", 2014).
        """
        added = [weight * value for weight, value in zip(self._linear, row, strict=True)]
        for a, x, b, y, c, z, leaves in self._trees:
            possible: Sequence[float] = leaves
            for feature, threshold in ((a, x), (b, y), (c, z)):
                before = sum(possible) / len(possible)
                half = len(possible) // 2
                possible = possible[half:] if row[feature] > threshold else possible[:half]
                added[feature] += sum(possible) / half - before
        return added
