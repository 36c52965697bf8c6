"""Learning to choose one of several: a linear model, and small symmetric trees on its residues.

The loss is that of choosing a right row among all of a question (softmax), and a share of that of
judging each row by itself (logistic), which makes the sums log-odds that hold between questions.
Trees are symmetric as in Prokhorenkova et al., "CatBoost" (2018). Fixed order, fixed seed: the same
data give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402

__all__ = [
    "Data",
    "Floats",
    "Model",
    "Singles",
    "Tree",
    "arguments",
    "assemble",
    "fit",
    "halves",
    "training_set",
    "write",
]

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

RIDGE = 1e-4
BINS = 32
DEPTH = 3
LEAF_RIDGE = 20.0


Case = TypeVar("Case")


class Tree(NamedTuple):
    """A symmetric tree: a feature and a threshold a level, and the value of each leaf."""

    splits: tuple[tuple[int, float], ...]
    leaves: tuple[float, ...]


class Model(NamedTuple):
    weights: Floats
    bias: float
    trees: tuple[Tree, ...]

    def scores(self, rows: Singles) -> Floats:
        total = rows.astype(np.float64) @ self.weights + self.bias
        for tree in self.trees:
            leaf = np.zeros(len(rows), np.int64)
            for feature, threshold in tree.splits:
                leaf = 2 * leaf + (rows[:, feature] > threshold)
            total += np.array(tree.leaves)[leaf]
        return total


class Data(NamedTuple):
    """All candidates of all questions. `starts` are the first rows of the questions."""

    rows: Singles
    right: Floats
    starts: Ints
    question: Ints  # of each row
    weight: Floats  # of each question
    answered: Flags  # whether a right one is among the candidates
    world: list[str]
    article: list[str]

    def part(self, questions: Sequence[int]) -> Data:
        chosen = np.zeros(len(self.starts), np.bool_)
        chosen[list(questions)] = True
        kept = chosen[self.question]
        sizes = np.bincount(self.question, minlength=len(self.starts))[chosen]
        return Data(
            self.rows[kept],
            self.right[kept],
            np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64),
            np.repeat(np.arange(len(sizes)), sizes),
            self.weight[chosen],
            self.answered[chosen],
            [w for w, one in zip(self.world, chosen, strict=True) if one],
            [a for a, one in zip(self.article, chosen, strict=True) if one],
        )


def assemble(
    questions: Iterable[tuple[list[list[float]], list[float], float, str, str]],
) -> Data:
    """Return the questions together: of each its rows, how right each is (0..1), its weight, its
    world and its article."""
    rows: list[Singles] = []
    right: list[float] = []
    weights: list[float] = []
    worlds: list[str] = []
    articles: list[str] = []
    for own, worth, weight, world, article in questions:
        rows.append(np.array(own, np.float32))
        right += worth
        weights.append(weight)
        worlds.append(world)
        articles.append(article)
    sizes = [len(block) for block in rows]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    flags = np.array(right, np.float64)
    return Data(
        np.concatenate(rows),
        flags,
        starts,
        np.repeat(np.arange(len(sizes)), sizes),
        np.array(weights),
        np.add.reduceat(flags, starts) > 0,
        worlds,
        articles,
    )


def gradient(data: Data, scores: Floats, pointwise: float) -> tuple[float, Floats, Floats]:
    """Return the loss a question (`pointwise` weighs its second part), and its first and second
    derivative for each score."""
    top = np.maximum.reduceat(scores, data.starts)[data.question]
    exps = np.exp(scores - top)
    total = np.add.reduceat(exps, data.starts)
    good = np.where(data.answered, np.add.reduceat(exps * data.right, data.starts), 1.0)
    weight = data.weight * data.answered
    loss = float(
        (weight * (np.log(total) - np.where(data.answered, np.log(good), np.log(total)))).sum()
    )
    share = exps / total[data.question]
    wanted = exps * data.right / good[data.question]
    each = weight[data.question]
    odds = 1.0 / (1.0 + np.exp(-scores))
    alone = pointwise * data.weight[data.question]
    loss += float((alone * (np.logaddexp(0.0, scores) - data.right * scores)).sum())
    first = each * (share - wanted) + alone * (odds - data.right)
    second = each * share * (1.0 - share) + alone * odds * (1.0 - odds)
    return loss / float(data.weight.sum()), first, second


def minimise(
    function: Callable[[Floats], tuple[float, Floats]], start: Floats, rounds: int = 150
) -> Floats:
    """Return the minimum of a convex function by L-BFGS (Nocedal, 1980)."""
    x = start
    value, slope = function(x)
    steps: list[tuple[Floats, Floats]] = []
    for _ in range(rounds):
        direction = -slope
        alphas = []
        for moved, changed in reversed(steps):
            alpha = float(moved @ direction) / float(changed @ moved)
            alphas.append(alpha)
            direction = direction - alpha * changed
        if steps:
            moved, changed = steps[-1]
            direction = direction * (float(moved @ changed) / float(changed @ changed))
        for (moved, changed), alpha in zip(steps, reversed(alphas), strict=True):
            beta = float(changed @ direction) / float(changed @ moved)
            direction = direction + (alpha - beta) * moved
        width = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).sum()))
        downhill = float(slope @ direction)
        while True:
            new = x + width * direction
            new_value, new_slope = function(new)
            if new_value <= value + 1e-4 * width * downhill or width < 1e-8:
                break
            width /= 2
        if float((new - x) @ (new_slope - slope)) > 1e-10:
            steps = [*steps, (new - x, new_slope - slope)][-10:]
        gained = value - new_value
        x, value, slope = new, new_value, new_slope
        if gained < 1e-6 * max(1.0, abs(value)):
            break
    return x


def fit_linear(data: Data, pointwise: float) -> Model:
    mean = data.rows.mean(0, dtype=np.float64)
    spread = data.rows.std(0, dtype=np.float64)
    used = spread > 1e-5
    spread = np.where(used, spread, 1.0)
    plain = ((data.rows - mean) / spread).astype(np.float32)

    def function(weights: Floats) -> tuple[float, Floats]:
        scores = (plain @ weights[:-1].astype(np.float32)).astype(np.float64) + weights[-1]
        loss, first, _ = gradient(data, scores, pointwise)
        first = first / float(data.weight.sum())
        slope = (plain.T @ first.astype(np.float32)).astype(np.float64)
        return (
            loss + RIDGE * float(weights[:-1] @ weights[:-1]),
            np.concatenate([slope + 2 * RIDGE * weights[:-1], [first.sum()]]),
        )

    found = minimise(function, np.zeros(data.rows.shape[1] + 1))
    weights = np.where(used, found[:-1] / spread, 0.0)
    return Model(weights, float(found[-1] - weights @ mean), ())


def cuts_of(rows: Singles) -> list[Singles]:
    """Return for each feature the thresholds that are tried."""
    cuts = []
    for column in rows[::5].T:
        values = np.unique(column)
        if len(values) <= BINS:
            found = (values[1:] + values[:-1]) / 2
        else:
            found = np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1]))
        # As they will be written, so that what is learned is what is read.
        cuts.append(np.unique(np.round(found, 4))[: BINS - 1].astype(np.float32))
    return cuts


def fit_trees(
    data: Data, model: Model, count: int, rate: float, share: float, pointwise: float
) -> Model:
    """Return the model with trees that mend what it gets wrong (gradient boosting)."""
    cuts = cuts_of(data.rows)
    bins = np.empty(data.rows.shape, np.uint8, order="F")
    for number, found in enumerate(cuts):
        bins[:, number] = np.searchsorted(found, data.rows[:, number], side="left")
    usable = [number for number, found in enumerate(cuts) if len(found)]
    draw = random.Random(11)
    scores = model.scores(data.rows)
    trees = []
    for _ in range(count):
        _, first, second = gradient(data, scores, pointwise)
        leaf = np.zeros(len(scores), np.int64)
        splits = []
        tried = sorted(draw.sample(usable, int(share * len(usable))))
        for level in range(DEPTH):
            feature, cut = _best_split(bins, cuts, tried, leaf, 1 << level, first, second)
            splits.append((feature, round(float(cuts[feature][cut]), 4)))
            leaf = 2 * leaf + (bins[:, feature] > cut)
        size = 1 << DEPTH
        sums = np.bincount(leaf, first, size), np.bincount(leaf, second, size)
        leaves = np.round(-rate * sums[0] / (sums[1] + LEAF_RIDGE), 4)
        scores = scores + leaves[leaf]
        trees.append(Tree(tuple(splits), tuple(float(value) for value in leaves)))
    return Model(model.weights, model.bias, tuple(trees))


def _best_split(
    bins: npt.NDArray[np.uint8],
    cuts: Sequence[Singles],
    tried: Sequence[int],
    leaf: Ints,
    leaves: int,
    first: Floats,
    second: Floats,
) -> tuple[int, int]:
    """Return the feature and the number of its cut by which all leaves together gain most."""
    best = (-1.0, 0, 0)
    for feature in tried:
        place = leaf * BINS + bins[:, feature]
        g = np.bincount(place, first, leaves * BINS).reshape(leaves, BINS)
        h = np.bincount(place, second, leaves * BINS).reshape(leaves, BINS)
        g_left, h_left = g.cumsum(1)[:, :-1], h.cumsum(1)[:, :-1]
        g_all, h_all = g.sum(1, keepdims=True), h.sum(1, keepdims=True)
        gain = (
            g_left**2 / (h_left + LEAF_RIDGE)
            + (g_all - g_left) ** 2 / (h_all - h_left + LEAF_RIDGE)
            - g_all**2 / (h_all + LEAF_RIDGE)
        ).sum(0)[: len(cuts[feature])]
        cut = int(gain.argmax())
        if gain[cut] > best[0]:
            best = (float(gain[cut]), feature, cut)
    return best[1], best[2]


def fit(
    data: Data, *, pointwise: float, trees: int = 0, rate: float = 0.1, share: float = 1.0
) -> Model:
    """Return the model, its numbers rounded as they will be written. `share` of the features is
    tried by each tree, and `rate` is how far it goes."""
    model = fit_linear(data, pointwise)
    rounded = Model(np.round(model.weights, 4), round(model.bias, 4), ())
    return fit_trees(data, rounded, trees, rate, share, pointwise)


def write(path: str, features: Sequence[str], model: Model) -> None:
    """Write the weights as `hegang_qa.learned` reads them."""
    linear = [
        f"  {json.dumps(name)}: {weight:g}"
        for name, weight in zip(features, model.weights, strict=True)
    ]
    trees = [
        "  " + json.dumps([*([features[f], t] for f, t in tree.splits), list(tree.leaves)])
        for tree in model.trees
    ]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(
            f'{{"bias": {model.bias:g},\n"linear": {{\n' + ",\n".join(linear) + "\n},\n"
            '"trees": [\n' + ",\n".join(trees) + "\n]}\n"
        )


def halves(
    cases: Sequence[Case], collection: Callable[[Case], str]
) -> tuple[list[Case], list[Case]]:
    """Return two halves of some cases, all of a collection in the same one."""
    first = set(sorted({collection(case) for case in cases})[::2])
    return (
        [case for case in cases if collection(case) in first],
        [case for case in cases if collection(case) not in first],
    )


def arguments(doc: str | None, out: str) -> argparse.ArgumentParser:
    """Return the parser of a command that learns weights, with what all of them take."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("data", help="the folder of the data sets")
    parser.add_argument("--out", default=out)
    return parser


def training_set(folder: str) -> str | None:
    """Return the path of the training set in the folder of the data sets; None, and a word of it,
    where it is not there."""
    path = os.path.join(folder, "squad", "train.json")
    if os.path.exists(path):
        return path
    print(f"no file {path}: nothing learned")
    return None
