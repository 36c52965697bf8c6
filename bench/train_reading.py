"""Learns the weights of the join with the reader: ``python -m bench.train_reading DATA``.

DATA is the folder of the shared data sets; only ``squad/train.json`` and
``squad/train-sentences.jsonl`` of it are read, and of this repository ``bench/handbooks`` and
``reader/training/questions``. Prints the module `hegang_qa.answers.reading.weights`, and before it
figures of cross-validation as comments. It takes some minutes; run it after each change of the
reader's weights, of the ranking or of the span model.

A reader's margins on questions that it was taught are too good, so it is asked others:

- those of ``train-sentences.jsonl`` whose sentence stands in a paragraph of ``train.json``. Which
  words of it answer is not known; they tell sentences apart. They are asked of all paragraphs
  together, of one document or of one paragraph, and again with what answers them taken away
- those written on the paragraphs of ``train.json`` that the reader's training sets aside, with the
  words that answer; half of them only seem to be answered there
- those on handbooks, asked of their collections.

The choice is learned listwise (the softmax over a question's spans should fall on right ones), the
sureness by logistic regression. Both have few weights, whose signs are fixed, and a quadratic
penalty, by L-BFGS.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from hegang_qa_reader import load_reader
from scipy.optimize import minimize

from bench.reading_data import Asker, Case, gather
from bench.squad_metrics import auroc, best_threshold, calibration_error
from hegang_qa.answers.confidence import DEFAULT_THRESHOLD
from hegang_qa.answers.reading import joining

RIGHT_SPAN = 0.88
"""How often the best span of the right sentence is right: on questions it was not taught, the
study of the reader found F1 .75 where the right sentence was met in .89 of the cases."""

SURENESS = ("bias", *joining.SURE_BY)

AGAINST = ("echo",)
"""What speaks against a span; all else speaks for it."""

Array = npt.NDArray[np.float64]

ASKED = {"answered": 4.0, "written": 1.0, "handbook": 0.5}
"""What a question that is answered counts where the choice is learned, by its kind. What people
ask of encyclopedias counts most: those that were written have other words than the text on purpose,
and of handbooks the engine was taught most."""

DOUBT = 0.15
"""What the log-odds of being right are lowered by. By cross-validation the best threshold is some
.22, and the default one .18; for handbooks a lower one is better, and so it is not all of the
difference."""

COUNTED = {
    "answered": 1.0,
    "removed": 2.0,
    "written": 1.0,
    "seeming": 1.0,
    "handbook": 0.1,
    "handbook without answer": 0.2,
}
"""What a question counts where the sureness is learned; those on handbooks little, as the engine,
but not the reader, was taught most of them: it is surer there than elsewhere."""


ASKED_BY_MEANING = {"answered": 1.0, "written": 1.0, "handbook": 1.0}
COUNTED_BY_MEANING = {**COUNTED, "handbook": 1.0, "handbook without answer": 1.5}
"""The same where sentences are found by their meaning: that is for handbooks, whose words people do
not know."""


def minimum(loss: Any, names: Sequence[str], scale: Array) -> dict[str, float]:
    # No amount may speak against what it stands for, whatever a small sample says.
    bounds: list[tuple[float | None, float | None]] = [
        (None, None) if name == "bias" else (None, 0.0) if name in AGAINST else (0.0, None)
        for name in names
    ]
    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds)
    found = found.x / scale
    return dict(zip(names, (round(float(value), 4) for value in found), strict=True))


def learn_choice(cases: Sequence[Case], penalty: float = 0.003) -> dict[str, float]:
    by_meaning = cases[0].by_meaning
    names = (*joining.CHOSEN_BY, *(joining.NEARNESS if by_meaning else ()))
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


def sureness_rows(
    cases: Sequence[Case], choice: dict[str, float]
) -> tuple[Array, Array, list[Case]]:
    names = _sure_by(cases)
    rows, right, kept = [], [], []
    for case in cases:
        best = chosen(case, choice)
        evidence = case.evidence(best)
        rows.append([1.0, *(evidence[name] for name in names[1:])])
        # Of these it is only known whether the sentence is right.
        sentence = case.kind == "answered"
        right.append(case.worth[best] * (RIGHT_SPAN if sentence else 1.0))
        kept.append(case)
    return np.array(rows), np.array(right), kept


def _sure_by(cases: Sequence[Case]) -> tuple[str, ...]:
    return (*SURENESS, *(joining.NEARNESS if cases[0].by_meaning else ()))


def learn_sureness(
    cases: Sequence[Case], choice: dict[str, float], penalty: float = 0.003
) -> dict[str, float]:
    names = _sure_by(cases)
    x, y, kept = sureness_rows(cases, choice)
    counted = COUNTED_BY_MEANING if cases[0].by_meaning else COUNTED
    counts = np.array([counted[case.kind] for case in kept])
    counts /= counts.mean()
    scale = x.std(0) + 1e-9
    scale[names.index("bias")] = 1.0
    free = np.array([name != "bias" for name in names], float)

    def loss(w: Array) -> tuple[float, Array]:
        z = x @ (w / scale)
        p = 1 / (1 + np.exp(-z))
        total = float(np.mean(counts * (np.logaddexp(0, z) - y * z)))
        slope = x.T @ (counts * (p - y)) / len(y) / scale
        return total + penalty * float((w * free) @ w) / 2, slope + penalty * w * free

    return minimum(loss, names, scale)


def report(cases: Sequence[Case], choice: dict[str, float], sure: dict[str, float]) -> None:
    """Print how weights learned from other questions do on these."""
    plain = [case for case in cases if case.kind == "answered"]
    hits = sum(case.worth[chosen(case, choice)] for case in plain) / len(plain)
    top = sum(max(case.worth) for case in plain) / len(plain)
    x, y, kept = sureness_rows(cases, choice)
    p = 1 / (1 + np.exp(-x @ np.array([sure[name] for name in _sure_by(cases)])))
    by_kind: dict[str, list[float]] = {}
    for case, value in zip(kept, p, strict=True):
        by_kind.setdefault(case.kind, []).append(float(value))
    print(f"# {len(plain)} questions: right sentence {hits:.3f} (at most {top:.3f})")
    for kind, other in (
        ("answered", "removed"),
        ("written", "seeming"),
        ("handbook", "handbook without answer"),
    ):
        print(f"# {kind} told from {other}: AUROC {auroc(by_kind[kind], by_kind[other]):.3f}")
    for kind in ("written", "handbook"):
        own = [case for case in cases if case.kind == kind]
        found = sum(case.worth[chosen(case, choice)] for case in own) / len(own)
        print(f"# {len(own)} {kind}: F1 {found:.3f}")
    error = calibration_error([(float(a), b >= 0.5) for a, b in zip(p, y, strict=True)])
    print(f"# calibration error {error:.3f}")
    judged = [
        (float(a), float(b), case.kind in ASKED) for a, b, case in zip(p, y, kept, strict=True)
    ]
    best, at = best_threshold(judged)
    default = sum(
        b * (a >= DEFAULT_THRESHOLD) if answered else a < DEFAULT_THRESHOLD
        for a, b, answered in judged
    )
    print(f"# refusing below {at:.2f}: {best:.3f}; by default {default / len(judged):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="the folder of the data sets")
    parser.add_argument("--questions", type=int, default=540)
    parser.add_argument("--weights", type=Path, help="the reader's folder, if not the shipped one")
    options = parser.parse_args()
    if options.weights:
        Asker.reader = load_reader(options.weights)
    if not Path(options.data, "squad", "train.json").exists():
        print(f"no squad/train.json in {options.data}: nothing to learn from")
        return
    cases = gather(options.data, options.questions)
    found = [case.found for case in cases if case.found is not None]
    learned: dict[str, dict[str, float]] = {}
    for name, own in (("", cases), ("_BY_MEANING", found)):
        if not own:
            continue
        half, other = own[::2], own[1::2]
        choice = learn_choice(half)
        print(f"# {'found by meaning' if name else 'found by words'}: {len(own)} questions")
        report(other, choice, learn_sureness(half, choice))
        learned[f"CHOICE{name}"] = choice = learn_choice(own)
        learned[f"SURENESS{name}"] = sure = learn_sureness(own, choice)
        sure["bias"] = round(sure["bias"] - DOUBT, 4)
    print('"""The weights of the join with a reader; made by', end=" ")
    print('``python -m bench.train_reading``."""\n\nfrom __future__ import annotations\n')
    names = ", ".join(f'"{name}"' for name in sorted(learned))
    print(f"__all__ = [{names}]")
    for name, weights in sorted(learned.items()):
        print(f"\n{name} = {{")
        for feature, value in weights.items():
            print(f'    "{feature}": {value},')
        print("}")


if __name__ == "__main__":
    main()
