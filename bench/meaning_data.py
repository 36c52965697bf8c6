"""Questions and the sentences that answer them, as lists of stems.

The word vectors are learned from them (`bench.train_meaning`), and here is what keeps those who
learn on top of these from trusting them too far.

Word vectors know the questions that they were learned from too well. So there are further sets of
them, each learned without a part of the articles and books; who learns from a question has it
placed by those that have not seen its article (`Unseen`).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch
from zlib import crc32

from bench.collection import Collection, build_collection, load_articles
from bench.handbooks import Handbook, earlier_books
from hegang_qa.ranking import nearness
from hegang_qa.ranking.surroundings import over
from hegang_qa.ranking.views import passing_view
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.word_vectors import WordVectors

__all__ = [
    "FOLDS",
    "MEANING",
    "UNKNOWN",
    "Group",
    "Pair",
    "Unseen",
    "fold_of",
    "groups",
    "stems_of",
]

FOLDS = 3
UNKNOWN = "(unknown)"
_TOGETHER = 200
"""Paragraphs of articles whose names are not known that are kept together."""


MEANING = "the folder that bench.train_meaning wrote its --folds to"


class Pair(NamedTuple):
    """The stems of a question, and the numbers of the sentences that answer it."""

    question: tuple[str, ...]
    right: tuple[int, ...]


class Group(NamedTuple):
    """Sentences that compete (the stems of each, and of what stands over it) and the questions on
    them. `fold` is the set of vectors that is learned without it, `forms` how often each word of
    sentences and questions is met, by its stem and folded form."""

    name: str
    fold: int
    sentences: list[tuple[tuple[str, ...], tuple[str, ...]]]
    pairs: list[Pair]
    forms: Counter[tuple[str, str]]


class Unseen:
    """The sets of vectors in a folder, each learned without a part of the articles and books."""

    def __init__(self, folder: Path) -> None:
        self._sets = [WordVectors.read(str(folder / f"meaning-{n}.bin")) for n in range(FOLDS)]
        self._now = 0

    def ask(self, name: str) -> None:
        """Have questions on an article or a collection of books placed by vectors that have not
        seen it."""
        self._now = fold_of(name)

    def __enter__(self) -> Unseen:
        self._patch = patch.object(nearness, "vectors", lambda: self._sets[self._now])
        self._patch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.stop()


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a text, in order."""
    return passing_view(text).stems


def fold_of(name: str) -> int:
    """Return which set of vectors has not seen an article (or a piece of one, whose name goes on
    with the number of its first paragraph) or a collection of books."""
    title, _, at = name.partition(" ")
    if title == UNKNOWN:
        title = f"{UNKNOWN} {int(at or 0) // _TOGETHER}"
    return crc32(title.encode()) % FOLDS


def groups(path: str) -> Iterator[Group]:
    """Yield the articles of a training set with all questions on them, and the books."""
    for article in _articles(path):
        title, paragraphs = article["title"], article["paragraphs"]
        named = title != UNKNOWN
        size = len(paragraphs) if named else _TOGETHER
        for at in range(0, len(paragraphs), size):
            piece = {"title": title, "paragraphs": paragraphs[at : at + size]}
            name = title if named else f"{title} {at}"
            yield _group(name, build_collection([piece], named=named))
    for book in earlier_books():
        yield _group(book.name, book)


def _articles(path: str) -> list[dict[str, Any]]:
    sys.path.insert(0, str(Path(__file__).parent.parent / "reader"))
    from training.written import CHANGED, FOLDER, PAIRED, POSED, with_written

    articles = load_articles(path)
    for folder in (FOLDER, CHANGED, POSED, PAIRED, FOLDER.parent / "asked"):
        articles = with_written(articles, folder)
    return articles


def _group(name: str, collection: Collection | Handbook) -> Group:
    forms: Counter[tuple[str, str]] = Counter()
    for text in chain((s.text for s in collection.sentences), (a for a, _ in _asked(collection))):
        forms.update((one.stem, one.norm) for one in tokenize(text) if one.kind == "word")
    return Group(
        name,
        fold_of(name),
        [(stems_of(one.text), stems_of(over(one))) for one in collection.sentences],
        [Pair(stems_of(asked), tuple(sorted(ids))) for asked, ids in _asked(collection) if ids],
        forms,
    )


def _asked(collection: Collection | Handbook) -> Iterator[tuple[str, frozenset[int]]]:
    if isinstance(collection, Handbook):
        yield from ((one.text, one.ids) for one in collection.questions)
    else:
        yield from ((one.question, one.ids) for one in collection.questions)
