"""A question set in SQuAD's format, laid out as a user's documents: a file an article, a paragraph
a line."""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from hegang_qa.documents import parse_document
from hegang_qa.index import MemoryStore, build_index
from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.sentences import split_document
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = [
    "Asked",
    "Collection",
    "build_collection",
    "load_articles",
    "load_collection",
    "load_training_articles",
]


class Asked(NamedTuple):
    """A question with what is known to be right.

    `ids` are the sentences that hold an answer where the annotators marked it (empty: the
    paragraph does not say), `answers` the marked words. `article` numbers the document, `line` is
    the paragraph's line, from 1.
    """

    id: str
    question: str
    ids: frozenset[int]
    answers: tuple[str, ...]
    article: int
    line: int


@dataclass(frozen=True)
class Collection:
    """Documents, ready to be asked, and the questions about them."""

    index: SentenceIndex
    store: SentenceStore
    sentences: tuple[Sentence, ...]
    questions: tuple[Asked, ...]
    lines: dict[tuple[int, int], tuple[int, ...]]
    """The ids of the sentences of each line (article, line)."""


def load_articles(path: str) -> list[dict[str, Any]]:
    with open(path, encoding="utf-8") as file:
        articles: list[dict[str, Any]] = json.load(file)["data"]
    return articles


def load_training_articles(path: str, *, posed: bool = False) -> list[dict[str, Any]]:
    """Return the articles with the questions written on their paragraphs for the training of the
    reader, beside those that they have (see ``reader/training/written.py``); `posed` are those on
    nearly every paragraph as well."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "reader"))
    from training.written import FOLDER, PAIRED, POSED, with_written

    articles: list[dict[str, Any]] = load_articles(path)
    for folder in (FOLDER, POSED, PAIRED) if posed else (FOLDER,):
        articles = with_written(articles, folder)
    return articles


def load_collection(path: str, *, named: bool = True) -> Collection:
    return build_collection(load_articles(path), named=named)


def build_collection(articles: Sequence[dict[str, Any]], *, named: bool = True) -> Collection:
    """Return the articles as a collection. A file is `named` after its article, which tells what
    it is about, or else has a number for its name."""
    sentences: list[Sentence] = []
    asked: list[Asked] = []
    lines: dict[tuple[int, int], tuple[int, ...]] = {}
    paths = []
    for number, article in enumerate(articles):
        path = f"{article['title']}.txt".replace("/", "_") if named else f"file{number}.txt"
        paths.append(path)
        texts = [paragraph["context"].replace("\n", " ") for paragraph in article["paragraphs"]]
        document = parse_document(path, "\n".join(texts))
        own = split_document(document, number=number, first_id=len(sentences))
        starts = [sentence.start for sentence in own]
        sentences += own
        offset = 0
        for line, (paragraph, text) in enumerate(zip(article["paragraphs"], texts, strict=True), 1):
            lines[(number, line)] = tuple(s.id for s in own if s.line == line)
            for item in paragraph["qas"]:
                answers = [] if item.get("is_impossible") else item["answers"]
                ids = set()
                for answer in answers:
                    at = bisect_right(starts, offset + answer["answer_start"]) - 1
                    if at >= 0:
                        ids.add(own[at].id)
                asked.append(
                    Asked(
                        str(item["id"]),
                        item["question"],
                        frozenset(ids),
                        tuple(dict.fromkeys(answer["text"] for answer in answers)),
                        number,
                        line,
                    )
                )
            offset += len(text) + 1
    return Collection(
        build_index(sentences), MemoryStore(sentences, paths), tuple(sentences), tuple(asked), lines
    )
