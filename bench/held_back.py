"""Articles held back from the span model, for all that is learned from what it makes of them.

Two fifths of the articles of a set; weights of the span model are learned from the others for this
purpose alone, so that its scores are as good as they will be on documents never seen.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from bench import train_spans
from bench.collection import load_training_articles
from bench.meaning_data import UNKNOWN
from bench.spans_examples import read_items
from hegang_qa.answers.span_model.scoring import span_model

__all__ = ["Paragraph", "held_back", "without_them"]

GROUP = 200
"""Paragraphs whose article is not known are held apart in blocks of so many, as in training the
spans."""


class Paragraph(NamedTuple):
    """A paragraph, the number of its article, and its questions with the answers and places.
    `piece` names what it is kept together with (see `bench.meaning_data.fold_of`)."""

    text: str
    title: str
    article: int
    piece: str
    items: list[dict[str, Any]]


def held_back(path: str) -> list[Paragraph]:
    """Return the paragraphs of the articles of a set that are held back."""
    everything = _paragraphs(path)
    folds = train_spans.fold_by_article([one.article for one in everything for _ in one.items], 5)
    return [one for one in everything if folds.get(one.article, 5) < 2]


@contextmanager
def without_them(path: str, held: Sequence[Paragraph], weights: str | None) -> Iterator[None]:
    """Let the span model be one that has not seen the articles held back: that of the file
    `weights`, which is made where there is none (for once where it is not named)."""
    with tempfile.TemporaryDirectory() as folder:
        file = weights or str(Path(folder) / "spans.bin")
        if not Path(file).exists():
            _learn(path, {one.article for one in held}, file)
        model = span_model(file)
        with patch("hegang_qa.answers.spans.span_model", lambda: model):
            yield


def _paragraphs(path: str) -> list[Paragraph]:
    """Return the paragraphs of a set, their articles numbered as in `bench.spans_data`."""
    articles = load_training_articles(path)
    found: list[Paragraph] = []
    for position, entry in enumerate(articles):
        for number, own in enumerate(entry["paragraphs"]):
            known = entry["title"] != UNKNOWN
            article = position if known else len(articles) + len(found) // GROUP
            title = entry["title"] if known else f"part {len(found) // 5}"
            piece = entry["title"] if known else f"{UNKNOWN} {number}"
            text = own["context"].replace("\n", " ")
            found.append(Paragraph(text, title, article, piece, own["qas"]))
    return found


def _learn(path: str, held: set[int], out: str) -> None:
    """Learn the span model without the articles held back (the reader is needed for it)."""
    # As `bench.train_spans` has them by default.
    options = argparse.Namespace(
        epochs=3, rate=0.1, decay=0.0, second_epochs=6, second_rate=0.03, second_decay=0.05
    )
    room, items = read_items(path, None)
    lexicon = room.lexicon
    own = [item for item in items if item[0] not in held]
    found = train_spans.taught(own, lexicon, train_spans.teacher(), room.store)
    print(f"spans: {len(found)} questions", flush=True)
    train_spans.write(out, *train_spans.fit(found, lexicon, options))
