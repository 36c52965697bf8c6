"""Learns the weights of the join with the reader: ``python -m bench.train_reading DATA``.

DATA is the folder of the shared data sets; only ``squad/train.json`` and
``squad/train-sentences.jsonl`` of it are read, and of this repository ``bench/handbooks`` and
``reader/training/questions``. Prints the module `hegang_qa.answers.reading.weights`, and before it
figures of cross-validation as comments; writes what `hegang_qa.answers.reading.sureness` reads. It
takes some minutes; run it after each change of the reader's weights, of the ranking or of the span
model.

A reader's margins on questions that it was taught are too good, so it is asked others:

- those of ``train-sentences.jsonl`` whose sentence stands in a paragraph of ``train.json``. Which
  words of it answer is not known; they tell sentences apart. They are asked of all paragraphs
  together, of one document or of one paragraph, and again with what answers them taken away
- those written on the paragraphs of ``train.json`` that the reader's training sets aside, with the
  words that answer; half of them only seem to be answered there
- those on handbooks, asked of their collections, and some of the other documents there.

The choice is learned listwise (the softmax over a question's spans should fall on right ones). The
sureness is a logistic sum with trees on top (`bench.learning`); the sum and the choice have few
weights, whose signs are fixed, and a quadratic penalty, by L-BFGS.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from hegang_qa_reader import load_reader
from scipy.optimize import minimize

from bench.learning import Data, Model, fit_trees, write
from bench.meaning_data import MEANING, Unseen
from bench.reading_data import Asker, Case, gather
from bench.squad_metrics import auroc, best_threshold, calibration_error
from hegang_qa.answers.reading import weighing
from hegang_qa.answers.reading.sureness import FEATURES, FILE, IN_SUM, READ_THRESHOLD

RIGHT_SPAN = 0.88
"""How often the best span of the right sentence is right: on questions it was not taught, the
study of the reader found F1 .75 where the right sentence was met in .89 of the cases."""

SURENESS = ("bias", *IN_SUM)
"""The linear sum."""

EITHER_WAY = ("bias", "by meaning")
"""What may speak for an answer or against it."""

TREES, RATE, TRIED = 120, 0.1, 0.5
"""How many trees, how far each goes, and the share of the features that each tries: by
cross-validation right answers are told from wrong ones with an AUROC of .912 instead of .901
without them (200 trees: .912)."""

AGAINST = ("echo",)
"""What speaks against a span; all else speaks for it."""

Array = npt.NDArray[np.float64]

Choice: TypeAlias = dict[bool, dict[str, float]]
"""The weights of the choice, without sentences that were found by their meaning and with them."""

ASKED = {"answered": 4.0, "written": 1.0, "handbook": 0.5}
"""What a question that is answered counts where the choice is learned, by its kind. What people
ask of encyclopedias counts most: those that were written have other words than the text on purpose,
and of handbooks the engine was taught most."""

COUNTED = {
    "answered": 1.0,
    "removed": 2.0,
    "written": 1.0,
    "seeming": 1.6,
    "handbook": 0.5,
    "handbook without answer": 0.7,
    "handbook removed": 0.7,
}
"""What a question counts where the sureness is learned; those on handbooks less, as the engine, but
not the reader, was taught most of them: it is surer there than elsewhere. Those that only seem to
be answered count more, as the reader was taught many by the same hands: others fool it oftener."""

ASKED_BY_MEANING = {"answered": 1.0, "written": 1.0, "handbook": 1.0}
"""What a question counts where sentences are found by their meaning and the choice is learned: that
is for handbooks, whose words people do not know."""


def minimum(loss: Any, names: Sequence[str], scale: Array) -> dict[str, float]:
    # No amount may speak against what it stands for, whatever a small sample says.
    bounds: list[tuple[float | None, float | None]] = [
        (None, None) if name in EITHER_WAY else (None, 0.0) if name in AGAINST else (0.0, None)
        for name in names
    ]
    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds)
    found = found.x / scale
    return dict(zip(names, (round(float(value), 4) for value in found), strict=True))


def learn_choice(
    cases: Sequence[Case], by_meaning: bool, penalty: float = 0.003
) -> dict[str, float]:
    names = (*weighing.CHOSEN_BY, *(weighing.NEARNESS if by_meaning else ()))
    asked = ASKED_BY_MEANING if by_meaning else ASKED
    groups = []
    for case in cases:
        best = max(case.worth)
        if case.kind in asked and best > 0.3 and min(case.worth) < best:
            x = np.array([[one.amounts[name] for name in names] for one in case.joined.weighed])
            right = np.array([worth >= 0.9 * best for worth in case.worth])
            groups.append((x, right, asked[case.kind]))
    scale = np.concatenate([x for x, _, _ in groups]).std(0) + 1e-9

    def loss(w: Array) -> tuple[float, Array]:
        total, slope = 0.0, np.zeros_like(w)
        for x, right, weight in groups:
            z = x @ (w / scale)
            p = np.exp(z - z.max())
            p /= p.sum()
            mass = float(p[right].sum()) + 1e-12
            total -= weight * np.log(mass)
            slope -= weight * (np.where(right, p / mass, 0.0) - p) @ x / scale
        n = len(groups)
        return total / n + penalty * float(w @ w) / 2, slope / n + penalty * w

    return minimum(loss, names, scale)


def chosen(case: Case, choice: dict[str, float]) -> int:
    """Return which span is best by these weights."""
    sums = [
        sum(weight * one.amounts[name] for name, weight in choice.items())
        for one in case.joined.weighed
    ]
    return sums.index(max(sums))


class Judged(NamedTuple):
    """What there is to learn sureness from: rows of `FEATURES`, how right (0..1) the answer of each
    is, and its case."""

    rows: Array
    right: Array
    cases: list[Case]


def judged(cases: Sequence[Case], choice: Choice) -> Judged:
    rows, right = [], []
    for case in cases:
        best = chosen(case, choice[case.by_meaning])
        evidence = case.evidence(best)
        rows.append([evidence.get(name, 0.0) for name in FEATURES])
        # Of these it is only known whether the sentence is right.
        sentence = case.kind == "answered"
        right.append(case.worth[best] * (RIGHT_SPAN if sentence else 1.0))
    return Judged(np.array(rows), np.array(right), list(cases))


def learn_sureness(known: Judged, penalty: float = 0.003) -> Model:
    x = np.column_stack([np.ones(len(known.rows)), known.rows[:, : len(IN_SUM)]])
    y = known.right
    counts = np.array([COUNTED[case.kind] for case in known.cases])
    counts /= counts.mean()
    scale = x.std(0) + 1e-9
    scale[0] = 1.0
    free = np.array([name != "bias" for name in SURENESS], float)

    def loss(w: Array) -> tuple[float, Array]:
        z = x @ (w / scale)
        p = 1 / (1 + np.exp(-z))
        total = float(np.mean(counts * (np.logaddexp(0, z) - y * z)))
        slope = x.T @ (counts * (p - y)) / len(y) / scale
        return total + penalty * float((w * free) @ w) / 2, slope + penalty * w * free

    found = minimum(loss, SURENESS, scale)
    linear = np.array([found.get(name, 0.0) for name in FEATURES])
    size = len(y)
    data = Data(
        known.rows.astype(np.float32),
        y,
        np.arange(size),
        np.arange(size),
        counts,
        np.zeros(size, np.bool_),  # each is judged by itself
        [""] * size,
        [""] * size,
    )
    return fit_trees(data, Model(linear, found["bias"], ()), TREES, RATE, TRIED, 1.0)


def report(cases: Sequence[Case], choice: Choice, model: Model) -> None:
    """Print how weights learned from other questions do on these."""
    plain = [case for case in cases if case.kind == "answered"]
    hits = sum(case.worth[chosen(case, choice[case.by_meaning])] for case in plain) / len(plain)
    top = sum(max(case.worth) for case in plain) / len(plain)
    print(f"# {len(plain)} questions: right sentence {hits:.3f} (at most {top:.3f})")
    known = judged(cases, choice)
    p = 1 / (1 + np.exp(-model.scores(known.rows.astype(np.float32))))
    by_kind: dict[str, list[float]] = {}
    for case, value in zip(known.cases, p, strict=True):
        by_kind.setdefault(case.kind, []).append(float(value))
    for kind, other in (
        ("answered", "removed"),
        ("written", "seeming"),
        ("handbook", "handbook without answer"),
        ("handbook", "handbook removed"),
    ):
        print(f"# {kind} told from {other}: AUROC {auroc(by_kind[kind], by_kind[other]):.3f}")
    for kinds in (
        ("written", "seeming"),
        ("handbook", "handbook without answer"),
        tuple(COUNTED),
    ):
        own = [
            (float(sure), float(right), case.kind in ASKED)
            for sure, right, case in zip(p, known.right, known.cases, strict=True)
            if case.kind in kinds
        ]
        found = sum(right for _, right, answered in own if answered)
        error = calibration_error([(sure, right >= 0.5) for sure, right, _ in own])
        best, at = best_threshold(own)
        default = sum(
            right * (sure >= READ_THRESHOLD) if answered else sure < READ_THRESHOLD
            for sure, right, answered in own
        )
        print(
            f"# {len(own)} {kinds[0] if len(kinds) == 2 else 'in all'}:"
            f" F1 {found / sum(answered for *_, answered in own):.3f}"
            f", calibration error {error:.3f}, refusing below {at:.2f}: {best:.3f}"
            f", by default: {default / len(own):.3f}"
        )


def learn(cases: Sequence[Case]) -> tuple[Choice, Model]:
    found = [case for case in cases if case.by_meaning]
    choice = {False: learn_choice(cases, False), True: learn_choice(found, True)}
    return choice, learn_sureness(judged(cases, choice))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="the folder of the data sets")
    parser.add_argument("--meaning", type=Path, required=True, help=MEANING)
    parser.add_argument("--questions", type=int, default=1600)
    parser.add_argument("--out", default=f"hegang_qa/data/{FILE}")
    parser.add_argument("--weights", type=Path, help="the reader's folder, if not the shipped one")
    options = parser.parse_args()
    if options.weights:
        Asker.reader = load_reader(options.weights)
    if not Path(options.data, "squad", "train.json").exists():
        print(f"no squad/train.json in {options.data}: nothing to learn from")
        return
    with Unseen(options.meaning) as unseen:
        cases = gather(options.data, options.questions, unseen)
    half, other = cases[::2], cases[1::2]
    report(other, *learn(half))
    choice, model = learn(cases)
    write(options.out, FEATURES, model)
    print('"""The weights of the join with a reader; made by', end=" ")
    print('``python -m bench.train_reading``."""\n\nfrom __future__ import annotations\n')
    print('__all__ = ["CHOICE", "CHOICE_BY_MEANING"]')
    for by_meaning, weights in sorted(choice.items()):
        print(f"\nCHOICE{'_BY_MEANING' if by_meaning else ''} = {{")
        for feature, value in weights.items():
            print(f'    "{feature}": {value},')
        print("}")


if __name__ == "__main__":
    main()
