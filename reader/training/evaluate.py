"""Measures weights on SQuAD files: ``python -m training.evaluate FOLDER FILE... [--limit N]``.

Each paragraph is given, as in the papers: exact match and F1 of the best span (Rajpurkar et al.,
2016), the same where a question may go unanswered at the best threshold (2018), and the area under
the curve of the margin telling answered from unanswered.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import string
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from hegang_qa_reader import load_reader

__all__ = ["exact_match", "f1", "measure"]


class _Pair(NamedTuple):
    text: str
    context: str = ""
    proposed: tuple[tuple[int, int], ...] = ()


def normal(text: str) -> str:
    """Return the form in which answers are compared: no case, articles or punctuation."""
    text = "".join(c for c in text.lower() if c not in set(string.punctuation))
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def exact_match(given: str, right: Sequence[str]) -> float:
    """Return 1.0 where the answer equals one of the right ones, else 0.0."""
    return float(any(normal(given) == normal(one) for one in right))


def f1(given: str, right: Sequence[str]) -> float:
    """Return the best word overlap (0..1) with one of the right answers."""
    return max((_f1(normal(given).split(), normal(one).split()) for one in right), default=0.0)


def _f1(given: list[str], right: list[str]) -> float:
    common = sum((Counter(given) & Counter(right)).values())
    if not common:
        return float(given == right)
    precision, recall = common / len(given), common / len(right)
    return 2 * precision * recall / (precision + recall)


def auroc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Return how often a right one has the larger score, 0..1 (0.5 is chance)."""
    ranked = sorted([(v, 1) for v in right] + [(v, 0) for v in wrong])
    total, below, at = 0.0, 0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        ones = sum(label for _, label in ranked[at:end])
        zeros = end - at - ones
        total += ones * (below + zeros / 2)
        below += zeros
        at = end
    return total / (len(right) * len(wrong)) if right and wrong else 0.5


def measure(folder: Path, file: Path, limit: int | None = None) -> dict[str, float]:
    """Return the figures of a file (of `limit` questions of it, drawn with a fixed seed)."""
    reader = load_reader(folder)
    asked = [
        (paragraph["context"], item["question"], [a["text"] for a in item.get("answers", [])])
        for article in json.loads(file.read_text(encoding="utf-8"))["data"]
        for paragraph in article["paragraphs"]
        for item in paragraph["qas"]
    ]
    if limit is not None and limit < len(asked):
        asked = random.Random(1).sample(asked, limit)
    rows = []
    for context, question, right in asked:
        spans = reader.read(question, [_Pair(context)], best=1)[0]
        text = context[spans[0].start : spans[0].end] if spans else ""
        margin = spans[0].score - spans[0].null_score if spans else -99.0
        rows.append((margin, exact_match(text, right), f1(text, right), bool(right)))
    answered = [row for row in rows if row[3]]
    figures = {
        "questions": float(len(rows)),
        "em": sum(row[1] for row in answered) / len(answered),
        "f1": sum(row[2] for row in answered) / len(answered),
    }
    refused = [row for row in rows if not row[3]]
    if refused:
        figures["auroc"] = auroc([r[0] for r in answered], [r[0] for r in refused])
        figures["f1_refusing"], figures["threshold"] = _best_threshold(rows)
    return figures


def _best_threshold(rows: Sequence[tuple[float, float, float, bool]]) -> tuple[float, float]:
    """Return the mean F1 where answers below a margin are refused, and the best such margin."""
    total = float(sum(not row[3] for row in rows))
    best, at = total, float("inf")
    for margin, _, value, answerable in sorted(rows, reverse=True):
        total += value if answerable else -1.0
        if total > best:
            best, at = total, margin
    return best / len(rows), at


def main() -> None:
    """Print a line of figures for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    for file in options.files:
        figures = measure(options.folder, file, options.limit)
        print(json.dumps({"file": file.name, **{k: round(v, 4) for k, v in figures.items()}}))


if __name__ == "__main__":
    main()
