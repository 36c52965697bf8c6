"""Learn the weights of the span model: ``python -m bench.train_spans squad/train.json``.

That command, with nothing else, makes the shipped weights again, bit for bit (a fixed order and a
fixed seed; an hour). It reads questions with their paragraphs (SQuAD format), with those written on
them for the reader, and those on handbooks, ranks the sentences as the engine does, and fits two
stages of a log-linear model: the probability of a candidate is the softmax of its weights over all
candidates of the paragraph. What it is to learn is half the marked answer and half what the reader
thinks of each candidate (`bench.spans_teacher`; the package in ``reader/`` is needed for that,
`--alone` learns from the marks only). The second stage is trained on the best candidates of a first
stage that has not seen the article (cross-fitting), by Adagrad (Duchi, Hazan and Singer, 2011).

``--validate`` tells exact match and F1 on articles held out, ``--leave-out N`` trains on all but
one fold of articles, so that something else can be fitted on the answers to that fold.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402

from bench.handbooks import training_handbooks  # noqa: E402
from bench.spans_examples import (  # noqa: E402
    HANDBOOKS,
    Example,
    Floats,
    Ints,
    Ragged,
    example,
    handbook_items,
    read_items,
    second_example,
)
from bench.spans_teacher import margins, targets  # noqa: E402
from hegang_qa.answers.candidates.hashing import FIRST_BITS, SECOND_BITS  # noqa: E402
from hegang_qa.answers.model import Reader  # noqa: E402
from hegang_qa.answers.span_model.weights import FILE, HEADER, MAGIC  # noqa: E402
from hegang_qa.resources import data_path  # noqa: E402
from hegang_qa.sentences.model import SentenceStore  # noqa: E402

# In how many parts the articles are put so that the second stage learns from candidates of a first
# stage that has not seen their article.
_CROSS_FITTED = 3


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


def softmax_gradient(scores: Floats, target: Floats, bounds: Ints) -> tuple[Floats, float]:
    """Return the gradient of the cross-entropy with the target for each score, and the mean loss.

    The target of a question is made to add up to one: the second stage sees the best candidates
    only.
    """
    counts = np.diff(np.append(bounds, len(scores)))
    top = np.maximum.reduceat(scores, bounds)
    exps = np.exp(scores - np.repeat(top, counts))
    share = exps / np.repeat(np.add.reduceat(exps, bounds), counts)
    wanted = target / np.repeat(np.add.reduceat(target, bounds), counts)
    loss = -float(np.sum(wanted * np.log(share + 1e-30))) / len(bounds)
    return (share - wanted).astype(np.float32), loss


Usable = TypeVar("Usable", Example, Ragged)


def descend(
    name: str,
    examples: Sequence[Usable],
    size: int,
    gradient_of: Callable[[list[Usable], Floats], tuple[Floats, float]],
    *,
    epochs: int,
    rate: float,
    decay: float,
    start: float,
    seed: int,
) -> Floats:
    """Return weights learned in batches of 64. `gradient_of` gives a batch's gradient and loss.

    What is returned is the mean of the weights over all steps (Polyak and Juditsky, 1992).
    """
    weights = np.zeros(size, np.float32)
    squares = np.full(size, start, np.float32)
    usable = [x for x in examples if x.right.any()]
    order = list(range(len(usable)))
    shuffler = random.Random(seed)
    total = np.zeros(size, np.float32)
    number = 0
    for epoch in range(epochs):
        shuffler.shuffle(order)
        loss = 0.0
        steps = 0
        for at in range(0, len(order), 64):
            gradient, value = gradient_of([usable[i] for i in order[at : at + 64]], weights)
            step(weights, squares, gradient, rate, decay)
            total += weights
            number += 1
            loss += value
            steps += 1
        print(f"  {name}, epoch {epoch + 1}: loss {loss / steps:.4f}", flush=True)
    return np.asarray(total / number, np.float32)


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
    size = 1 << FIRST_BITS

    def gradient_of(part: list[Example], weights: Floats) -> tuple[Floats, float]:
        b = batch(part)
        gradient, value = softmax_gradient(first_scores(weights, b), b.right, b.bounds)
        g = np.bincount(b.spans.ravel(), np.repeat(gradient, b.spans.shape[1]), size)
        for table, of in ((b.starts, b.start_of), (b.ends, b.end_of), (b.places, b.place_of)):
            rows = np.bincount(of, gradient, len(table))
            g += np.bincount(table.ravel(), np.repeat(rows, table.shape[1]), size)
        return g.astype(np.float32), value

    return descend(
        "first stage", examples, size, gradient_of,
        epochs=epochs, rate=rate, decay=decay, start=start, seed=seed,
    )  # fmt: skip


def step(weights: Floats, squares: Floats, gradient: Floats, rate: float, decay: float) -> None:
    """Move the weights one Adagrad step; `decay` shrinks those that were touched."""
    touched = np.flatnonzero(gradient)
    g = gradient[touched] + decay * weights[touched]
    squares[touched] += g * g
    weights[touched] -= rate * g / np.sqrt(squares[touched])


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
    size = 1 << SECOND_BITS

    def gradient_of(part: list[Ragged], weights: Floats) -> tuple[Floats, float]:
        counts = [len(x.first) for x in part]
        bounds = np.array(_offsets(counts)[:-1], np.int32)
        flat = np.concatenate([x.flat for x in part])
        row = np.concatenate([x.row + o for x, o in zip(part, bounds, strict=True)])
        scores = np.concatenate([x.first for x in part]) + np.bincount(
            row, weights[flat], sum(counts)
        )
        right = np.concatenate([x.right for x in part])
        gradient, value = softmax_gradient(scores.astype(np.float32), right, bounds)
        return np.bincount(flat, gradient[row], size).astype(np.float32), value

    return descend(
        "second stage", examples, size, gradient_of,
        epochs=epochs, rate=rate, decay=decay, start=start, seed=seed,
    )  # fmt: skip


def tell(name: str, pairs: Sequence[tuple[float, float]]) -> None:
    """Print exact match and F1 in percent."""
    if not pairs:
        return
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
        file.write(HEADER.pack(MAGIC, FIRST_BITS, SECOND_BITS, a_worth, b_worth))
        file.write(a.tobytes())
        file.write(b.tobytes())


def fit(
    examples: Sequence[Example], lexicon: Any, options: argparse.Namespace
) -> tuple[Floats, Floats]:
    """Return the weights of both stages."""
    folds = _CROSS_FITTED
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
        ragged,
        epochs=options.second_epochs,
        rate=options.second_rate,
        decay=options.second_decay,
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


def taught(
    items: Iterable[Any],
    lexicon: Any,
    reader: Reader | None = None,
    store: SentenceStore | None = None,
) -> list[Example]:
    """Return the questions as arrays, with what the model is to learn of each: the marks, mixed
    with the opinion of the reader (which needs the `store` of the sentences) if one is given."""
    examples = []
    for item in items:
        x = example(item, lexicon)
        if x is not None:
            margin = None
            if reader is not None and store is not None:
                margin = margins(item, reader, store, lexicon)
            examples.append(x._replace(right=targets(x, margin)))
    return examples


def teacher() -> Reader:
    """Return the reader; ends the program where it is not installed."""
    try:
        from hegang_qa_reader import load_reader
    except ImportError:
        raise SystemExit("the reader is not installed: pip install ./reader, or --alone") from None
    reader: Reader = load_reader()
    return reader


def main() -> None:
    """Train, and tell by cross-validation what to expect."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", help="a file in SQuAD's format")
    parser.add_argument("--out", default=data_path(FILE))
    parser.add_argument("--limit", type=int, help="only so many questions")
    parser.add_argument("--folds", type=int, default=5, help="in how many parts articles are put")
    parser.add_argument("--validate", action="store_true", help="cross-validate on the folds")
    parser.add_argument("--alone", action="store_true", help="learn without the reader's opinion")
    parser.add_argument("--leave-out", type=int, help="train on all but this fold (from 1)")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--second-epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--second-rate", type=float, default=0.03)
    parser.add_argument("--decay", type=float, default=0.0)
    parser.add_argument("--second-decay", type=float, default=0.05)
    options = parser.parse_args()
    if not os.path.exists(options.data):
        print(f"skipped: there is no {options.data}")
        return
    gc.disable()  # millions of small objects live to the end
    reader = None if options.alone else teacher()
    room, items = read_items(options.data, options.limit)
    lexicon = room.lexicon
    examples = taught(items, lexicon, reader, room.store)
    for number, book in enumerate(training_handbooks()):
        examples += taught(handbook_items(book, number, lexicon), lexicon, reader, book.store)
    print(f"{len(examples)} questions", flush=True)
    judged: list[tuple[float, float]] = []
    folding = fold_by_article([x.article for x in examples], options.folds)
    for fold in range(options.folds if options.validate else 0):
        inside = [x for x in examples if folding[x.article] != fold]
        outside = [x for x in examples if folding[x.article] == fold]
        judged += judge(outside, *fit(inside, lexicon, options), lexicon)
        told = judged[-len(outside) :]
        tell(f"fold {fold + 1}", told)
        tell(
            "  of them handbooks",
            [pair for x, pair in zip(outside, told, strict=True) if x.article >= HANDBOOKS],
        )
    if judged:
        tell("cross-validated", judged)
    if options.leave_out:
        examples = [x for x in examples if folding[x.article] != options.leave_out - 1]
    first, second = fit(examples, lexicon, options)
    write(options.out, first, second)
    print(f"wrote {options.out}")


if __name__ == "__main__":
    main()
