"""Learn the weights of the span model: ``python -m bench.train_spans squad/train.json``.

Reads questions with their paragraphs (SQuAD format), ranks the sentences of the paragraph as the
engine does, and fits two stages of a log-linear model: the probability of a candidate is the
softmax of its weights over all candidates of the paragraph. The second stage is trained on the
best candidates of a first stage that has not seen the article (cross-fitting). Adagrad (Duchi,
Hazan and Singer, 2011) in a fixed order with a fixed seed, so that the same data give the same
bytes. ``--folds`` tells exact match and F1 on articles held out.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402

from bench.spans_data import normal, overlap, paragraphs  # noqa: E402
from hegang_qa.answers import features  # noqa: E402
from hegang_qa.answers.analysis import analyse  # noqa: E402
from hegang_qa.answers.frame import frame  # noqa: E402
from hegang_qa.answers.weights import FILE, HEADER, MAGIC  # noqa: E402
from hegang_qa.resources import data_path  # noqa: E402

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

BEST = 24
SENTENCES = 5


class Example(NamedTuple):
    """A question's candidates as arrays."""

    article: int
    starts: Ints
    ends: Ints
    spans: Ints
    places: Ints
    start_of: Ints
    end_of: Ints
    place_of: Ints
    exact: npt.NDArray[np.bool_]
    right: Floats
    f1s: Floats
    source: Any


def example(item: Any, lexicon: Any, keep_source: bool = True) -> Example | None:
    """Return the arrays of one question."""
    article, question, ranked, golds = item
    view = frame(question, lexicon)
    starts: list[list[int]] = []
    ends: list[list[int]] = []
    spans: list[list[int]] = []
    places: list[list[int]] = []
    start_of: list[int] = []
    end_of: list[int] = []
    place_of: list[int] = []
    exact: list[bool] = []
    f1s: list[float] = []
    here: list[bool] = []
    normals = [normal(text) for text, _ in golds]
    cache: dict[str, float] = {}

    def first(values: Sequence[str], crosses: Sequence[tuple[int, ...]]) -> list[int]:
        return features.slots(values, crosses, view.keys, features.FIRST_MASK)

    for number, sentence in enumerate(ranked):
        analysis = analyse(sentence.sentence, sentence.tokens, lexicon)
        table = features.grid(view, sentence.tokens)
        place = features.Place(number, ranked[0].score - sentence.score, sentence.score)
        places.append(first(features.place_values(table, place), features.PLACE_CROSSES))
        text = sentence.sentence.text
        low = sentence.sentence.start
        inside = any(low <= at < sentence.sentence.end for _, at in golds)
        seen_start: dict[int, int] = {}
        seen_end: dict[int, int] = {}
        tokens = sentence.tokens
        for candidate, form in zip(analysis.candidates, analysis.forms, strict=True):
            s, e = candidate.start, candidate.end
            if s not in seen_start:
                seen_start[s] = len(starts)
                starts.append(
                    first(features.start_values(view, analysis, table, s), features.START_CROSSES)
                )
            if e not in seen_end:
                seen_end[e] = len(ends)
                ends.append(
                    first(features.end_values(view, analysis, table, e), features.END_CROSSES)
                )
            spans.append(first(features.span_values(form, candidate, table), features.SPAN_CROSSES))
            start_of.append(seen_start[s])
            end_of.append(seen_end[e])
            place_of.append(number)
            words = text[tokens[s].start : tokens[e - 1].end]
            value = cache.get(words)
            if value is None:
                plain = normal(words)
                value = cache[words] = max(
                    1.0 if plain == gold else overlap(plain, gold) for gold in normals
                )
            exact.append(value == 1.0)
            f1s.append(value)
            here.append(inside)
    if not spans:
        return None
    f1_array = np.array(f1s, np.float32)
    here_array = np.array(here)
    right = (f1_array * here_array) == 1.0
    if not right.any():
        best = float((f1_array * here_array).max())
        right = (f1_array * here_array) >= best if best >= 0.4 else right
    return Example(
        article,
        np.array(starts, np.int32),
        np.array(ends, np.int32),
        np.array(spans, np.int32),
        np.array(places, np.int32),
        np.array(start_of, np.int32),
        np.array(end_of, np.int32),
        np.array(place_of, np.int32),
        np.array(exact),
        right.astype(np.float32),
        f1_array,
        item if keep_source else None,
    )


def _offsets(lengths: Iterable[int]) -> list[int]:
    out = [0]
    for length in lengths:
        out.append(out[-1] + length)
    return out


class Batch(NamedTuple):
    """Several questions in one."""

    starts: Ints
    ends: Ints
    spans: Ints
    places: Ints
    start_of: Ints
    end_of: Ints
    place_of: Ints
    right: Floats
    bounds: Ints


def batch(examples: Sequence[Example]) -> Batch:
    """Return the examples put together."""
    s = _offsets(len(x.starts) for x in examples)
    e = _offsets(len(x.ends) for x in examples)
    p = _offsets(len(x.places) for x in examples)
    c = _offsets(len(x.spans) for x in examples)
    return Batch(
        np.concatenate([x.starts for x in examples]),
        np.concatenate([x.ends for x in examples]),
        np.concatenate([x.spans for x in examples]),
        np.concatenate([x.places for x in examples]),
        np.concatenate([x.start_of + o for x, o in zip(examples, s, strict=False)]),
        np.concatenate([x.end_of + o for x, o in zip(examples, e, strict=False)]),
        np.concatenate([x.place_of + o for x, o in zip(examples, p, strict=False)]),
        np.concatenate([x.right for x in examples]),
        np.array(c[:-1], np.int32),
    )


def first_scores(weights: Floats, b: Batch | Example) -> Floats:
    """Return the score of each candidate by the first stage."""
    s = weights[b.starts].sum(1)
    e = weights[b.ends].sum(1)
    p = weights[b.places].sum(1)
    c = weights[b.spans].sum(1)
    return np.asarray(c + s[b.start_of] + e[b.end_of] + p[b.place_of], np.float32)


def softmax_gradient(scores: Floats, right: Floats, bounds: Ints) -> tuple[Floats, float]:
    """Return the gradient of -log P(any right candidate) for each score, and the mean loss."""
    counts = np.diff(np.append(bounds, len(scores)))
    top = np.maximum.reduceat(scores, bounds)
    exps = np.exp(scores - np.repeat(top, counts))
    total = np.add.reduceat(exps, bounds)
    good = np.add.reduceat(exps * right, bounds) + 1e-30
    gradient = exps / np.repeat(total, counts) - exps * right / np.repeat(good, counts)
    return gradient.astype(np.float32), float(np.mean(np.log(total) - np.log(good)))


def train_first(
    examples: Sequence[Example],
    *,
    epochs: int,
    rate: float,
    decay: float,
    start: float = 0.05,
    seed: int = 1,
) -> Floats:
    """Return the weights of the first stage."""
    size = 1 << features.FIRST_BITS
    weights = np.zeros(size, np.float32)
    squares = np.full(size, start, np.float32)
    usable = [x for x in examples if x.right.any()]
    order = list(range(len(usable)))
    shuffler = random.Random(seed)
    # What is returned is the mean of the weights over all steps (Polyak and Juditsky, 1992).
    total = np.zeros(size, np.float32)
    number = 0
    for epoch in range(epochs):
        shuffler.shuffle(order)
        loss = 0.0
        steps = 0
        for at in range(0, len(order), 64):
            b = batch([usable[i] for i in order[at : at + 64]])
            gradient, value = softmax_gradient(first_scores(weights, b), b.right, b.bounds)
            g = np.bincount(b.spans.ravel(), np.repeat(gradient, b.spans.shape[1]), size)
            for table, of in ((b.starts, b.start_of), (b.ends, b.end_of), (b.places, b.place_of)):
                rows = np.bincount(of, gradient, len(table))
                g += np.bincount(table.ravel(), np.repeat(rows, table.shape[1]), size)
            step(weights, squares, g.astype(np.float32), rate, decay)
            total += weights
            number += 1
            loss += value
            steps += 1
        print(f"  first stage, epoch {epoch + 1}: loss {loss / steps:.4f}", flush=True)
    return np.asarray(total / number, np.float32)


def step(weights: Floats, squares: Floats, gradient: Floats, rate: float, decay: float) -> None:
    """Move the weights one Adagrad step; `decay` shrinks those that were touched."""
    touched = np.flatnonzero(gradient)
    g = gradient[touched] + decay * weights[touched]
    squares[touched] += g * g
    weights[touched] -= rate * g / np.sqrt(squares[touched])


class Ragged(NamedTuple):
    """Rows of different length: features of the best candidates of one question."""

    flat: Ints
    row: Ints
    first: Floats
    right: Floats
    exact: npt.NDArray[np.bool_]
    f1s: Floats
    kept: Ints


def second_example(x: Example, scores: Floats, lexicon: Any) -> Ragged:
    """Return the second-stage features of the best candidates."""
    order = np.argsort(-scores, kind="stable")[:BEST]
    best = {int(i) for i in order}
    _, question, ranked, _ = x.source
    view = frame(question, lexicon)
    flat: list[int] = []
    rows: list[int] = []
    at = -1
    kept: list[int] = []
    top = float(scores[order[0]])
    for sentence in ranked:
        analysis = analyse(sentence.sentence, sentence.tokens, lexicon)
        table = features.grid(view, sentence.tokens)
        for candidate in analysis.candidates:
            at += 1
            if at in best:
                found = features.second_slots(
                    view, *features.second_values(view, analysis, table, candidate, lexicon)
                )
                flat += found
                rows += [len(kept)] * len(found)
                kept.append(at)
    index = np.array(kept, np.int32)
    return Ragged(
        np.array(flat, np.int32),
        np.array(rows, np.int32),
        (scores[index] - top).astype(np.float32),
        x.right[index],
        x.exact[index],
        x.f1s[index],
        index,
    )


def second_scores(weights: Floats, r: Ragged) -> Floats:
    """Return the score of each candidate that came into the second stage."""
    return np.asarray(r.first + np.bincount(r.row, weights[r.flat], len(r.first)), np.float32)


def train_second(
    examples: Sequence[Ragged],
    *,
    epochs: int,
    rate: float,
    decay: float,
    start: float = 0.05,
    seed: int = 2,
) -> Floats:
    """Return the weights of the second stage."""
    size = 1 << features.SECOND_BITS
    weights = np.zeros(size, np.float32)
    squares = np.full(size, start, np.float32)
    usable = [x for x in examples if x.right.any()]
    order = list(range(len(usable)))
    shuffler = random.Random(seed)
    # What is returned is the mean of the weights over all steps (Polyak and Juditsky, 1992).
    total = np.zeros(size, np.float32)
    number = 0
    for epoch in range(epochs):
        shuffler.shuffle(order)
        loss = 0.0
        steps = 0
        for at in range(0, len(order), 64):
            part = [usable[i] for i in order[at : at + 64]]
            counts = [len(x.first) for x in part]
            bounds = np.array(_offsets(counts)[:-1], np.int32)
            flat = np.concatenate([x.flat for x in part])
            row = np.concatenate([x.row + o for x, o in zip(part, bounds, strict=True)])
            scores = np.concatenate([x.first for x in part]) + np.bincount(
                row, weights[flat], sum(counts)
            )
            right = np.concatenate([x.right for x in part])
            gradient, value = softmax_gradient(scores.astype(np.float32), right, bounds)
            g = np.bincount(flat, gradient[row], size).astype(np.float32)
            step(weights, squares, g, rate, decay)
            total += weights
            number += 1
            loss += value
            steps += 1
        print(f"  second stage, epoch {epoch + 1}: loss {loss / steps:.4f}", flush=True)
    return np.asarray(total / number, np.float32)


def tell(name: str, pairs: Sequence[tuple[float, float]]) -> None:
    """Print exact match and F1 in percent."""
    array = np.array(pairs)
    print(
        f"{name}: EM {100 * array[:, 0].mean():.2f} F1 {100 * array[:, 1].mean():.2f}", flush=True
    )


def fold_by_article(articles: Sequence[int], folds: int) -> dict[int, int]:
    """Return the fold of each article: the largest first, each to the smallest fold so far."""
    sizes: dict[int, int] = {}
    for article in articles:
        sizes[article] = sizes.get(article, 0) + 1
    filled = [0] * folds
    chosen = {}
    for article, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold = min(range(folds), key=lambda number: filled[number])
        filled[fold] += size
        chosen[article] = fold
    return chosen


def quantise(weights: Floats) -> tuple[npt.NDArray[np.int8], float]:
    """Return the weights in steps of a signed byte, and what a step is worth."""
    # The few weights beyond 6 standard deviations are cut, so that the others keep their grain.
    filled = weights[weights != 0]
    reach = min(float(np.abs(weights).max()), 8.0 * float(filled.std())) if len(filled) else 1.0
    worth = reach / 127
    return np.clip(np.rint(weights / worth), -127, 127).astype(np.int8), worth


def write(path: str, first: Floats, second: Floats) -> None:
    """Write the weight file."""
    a, a_worth = quantise(first)
    b, b_worth = quantise(second)
    with open(path, "wb") as file:
        file.write(HEADER.pack(MAGIC, features.FIRST_BITS, features.SECOND_BITS, a_worth, b_worth))
        file.write(a.tobytes())
        file.write(b.tobytes())


def read_items(path: str, limit: int | None) -> tuple[Any, list[Any]]:
    """Return the lexicon and (article, question, ranked sentences, right answers)."""
    room, asked = paragraphs(path)
    random.Random(1).shuffle(asked)
    items = []
    for one in asked[:limit]:
        question, ranked = room.ask(one.text, one.documents, SENTENCES)
        if ranked:
            items.append((one.article, question, ranked, one.golds))
    return room.lexicon, items


def fit(
    examples: Sequence[Example], lexicon: Any, folds: int, options: argparse.Namespace
) -> tuple[Floats, Floats]:
    """Return the weights of both stages."""
    folding = fold_by_article([x.article for x in examples], folds)
    parts = [folding[x.article] for x in examples]
    ragged: list[Ragged] = []
    for fold in range(folds):
        weights = train_first(
            [x for x, part in zip(examples, parts, strict=True) if part != fold],
            epochs=options.epochs, rate=options.rate, decay=options.decay,
        )  # fmt: skip
        ragged += [
            second_example(x, first_scores(weights, x), lexicon)
            for x, part in zip(examples, parts, strict=True)
            if part == fold
        ]
    first = train_first(examples, epochs=options.epochs, rate=options.rate, decay=options.decay)
    second = train_second(
        ragged, epochs=options.second_epochs, rate=options.rate, decay=options.decay
    )
    return first, second


def judge(
    examples: Sequence[Example], first: Floats, second: Floats, lexicon: Any
) -> list[tuple[float, float]]:
    """Return exact match and F1 of each question."""
    out = []
    for x in examples:
        r = second_example(x, first_scores(first, x), lexicon)
        best = int(second_scores(second, r).argmax())
        out.append((float(r.exact[best]), float(r.f1s[best])))
    return out


def main() -> None:
    """Train, and tell by cross-validation what to expect."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="a file in SQuAD's format")
    parser.add_argument("--out", default=data_path(FILE))
    parser.add_argument("--limit", type=int, help="only so many questions")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate on so many folds")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--second-epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--decay", type=float, default=0.0)
    options = parser.parse_args()
    lexicon, items = read_items(options.data, options.limit)
    examples = [x for x in (example(item, lexicon) for item in items) if x is not None]
    print(f"{len(examples)} questions", flush=True)
    judged: list[tuple[float, float]] = []
    folding = fold_by_article([x.article for x in examples], max(1, options.folds))
    for fold in range(options.folds):
        inside = [x for x in examples if folding[x.article] != fold]
        outside = [x for x in examples if folding[x.article] == fold]
        judged += judge(outside, *fit(inside, lexicon, 3, options), lexicon)
        tell(f"fold {fold + 1}", judged[-len(outside) :])
    if judged:
        tell("cross-validated", judged)
    first, second = fit(examples, lexicon, 4, options)
    write(options.out, first, second)
    print(f"wrote {options.out}")


if __name__ == "__main__":
    main()
