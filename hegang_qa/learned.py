"""Learned sums: a linear model, and on top small symmetric trees, read from a text file.

Each tree asks three questions of a row of features and adds the value that stands at their answers.
The files are made by `bench/train_ranking.py` and `bench/train_confidence.py`; every line is a
feature with its weight, or a tree with its three questions and eight values.

All trees are asked at once, feature by feature: how many thresholds a value is above tells the
answers to every question about it, and these are or-ed into one long integer with a byte for each
tree (after Lucchese et al., "QuickScorer", SIGIR 2015). A single question of a user pays for no
such tables: they are made after some rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import getitem, mul
from typing import TypeAlias

from hegang_qa.errors import SourceError

__all__ = ["LearnedSum"]

# Three times a feature and a threshold, then the values for "no, no, no" to "yes, yes, yes".
_Tree: TypeAlias = tuple[int, float, int, float, int, float, tuple[float, ...]]

# A feature, its thresholds (rising), and for each number of thresholds that a value is above the
# answers to the questions about it.
_Asked: TypeAlias = tuple[int, list[float], list[int]]

# So many rows cost as much tree by tree as making the tables does.
_WORTH_TABLES = 40


class LearnedSum:
    """Log-odds from rows of features. Safe to use from many threads."""

    __slots__ = ("_asked", "_bias", "_leaves", "_linear", "_rows", "_trees", "features")

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
        self._leaves = [leaves for *_, leaves in trees]
        self._asked: list[_Asked] | None = None
        self._rows = 0

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
        asked = self._asked
        if asked is None:
            self._rows += 1
            if self._rows <= _WORTH_TABLES:
                for a, x, b, y, c, z, leaves in self._trees:
                    score += leaves[4 * (row[a] > x) + 2 * (row[b] > y) + (row[c] > z)]
                return score
            asked = self._asked = _by_feature(self._trees)
        answers = 0
        for feature, thresholds, above in asked:
            answers |= above[bisect_left(thresholds, row[feature])]
        places = answers.to_bytes(len(self._leaves), "little")
        return sum(map(getitem, self._leaves, places), score)

    def scores(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the log-odds for some rows: what `score` returns for each."""
        return [self.score(row) for row in rows]

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


def _by_feature(trees: Sequence[_Tree]) -> list[_Asked]:
    """Return the questions of all trees by the feature that they ask about. The answers to the
    three questions of a tree are bits of its byte, so that the byte is the place of its value."""
    asked: dict[int, dict[float, int]] = {}
    for number, (a, x, b, y, c, z, _) in enumerate(trees):
        for feature, threshold, bit in ((a, x, 4), (b, y, 2), (c, z, 1)):
            own = asked.setdefault(feature, {})
            own[threshold] = own.get(threshold, 0) | bit << 8 * number
    found = []
    for feature, own in asked.items():
        thresholds, above = sorted(own), [0]
        for threshold in thresholds:
            above.append(above[-1] | own[threshold])
        found.append((feature, thresholds, above))
    return found
