"""Question sets for the span model: each question with its sentences, ranked as the engine does."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bench.collection import load_articles, load_training_articles
from bench.squad_metrics import normal, overlap
from hegang_qa.documents import read_documents
from hegang_qa.index import MemoryStore, build_index
from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.intents import load_rules
from hegang_qa.intents.rules import RuleSet
from hegang_qa.question import understand
from hegang_qa.question.model import Question
from hegang_qa.ranking import rank
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences import split_document, split_text
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.lexicon import Lexicon

__all__ = ["Asked", "Room", "exact", "normal", "overlap", "paragraphs", "whole_articles"]


def exact(answer: str, golds: Sequence[str]) -> bool:
    """Return whether an answer equals a right one, as SQuAD compares."""
    return normal(answer) in {normal(gold) for gold in golds}


class Asked(NamedTuple):
    """A question, the number of its article, the documents it may be answered from, and the right
    answers with their places in the paragraph (-1 where that is not known)."""

    text: str
    article: int
    documents: frozenset[int]
    golds: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Room:
    """Everything a question is asked of."""

    index: SentenceIndex
    store: SentenceStore
    rules: RuleSet
    lexicon: Lexicon

    def ask(
        self, text: str, documents: frozenset[int] | None, limit: int
    ) -> tuple[Question, list[RankedSentence]]:
        """Return the question, understood, and its best sentences."""
        question = understand(text, rules=self.rules, index=self.index, lexicon=self.lexicon)
        ranked = rank(question, index=self.index, store=self.store, documents=documents)
        return question, ranked[:limit]


def _room(sentences: Sequence[Sentence], paths: Sequence[str]) -> Room:
    return Room(build_index(sentences), MemoryStore(sentences, paths), load_rules(), Lexicon.open())


def paragraphs(path: str, *, written: bool = False) -> tuple[Room, list[Asked]]:
    """Return a set in SQuAD's format with each paragraph a document of its own.

    Questions marked impossible are left out. With `written`, the questions written on the same
    paragraphs for training are among them.
    """
    data = load_training_articles(path, posed=True) if written else load_articles(path)
    sentences: list[Sentence] = []
    asked: list[Asked] = []
    paths: list[str] = []
    for position, entry in enumerate(data):
        for paragraph in entry["paragraphs"]:
            number = len(paths)
            # Paragraphs whose article is not known are taken in blocks, so that folds stay apart.
            known = entry["title"] != "(unknown)"
            article = position if known else len(data) + number // 200
            paths.append(f"{entry['title']}/{number}")
            text = paragraph["context"]
            for start, end in split_text(text):
                sentences.append(
                    Sentence(
                        len(sentences), number, paths[-1], text[start:end], start, end, 1,
                        start + 1, number,
                    )
                )  # fmt: skip
            for item in paragraph["qas"]:
                if not item.get("is_impossible"):
                    golds = tuple((a["text"], a["answer_start"]) for a in item["answers"])
                    asked.append(Asked(item["question"], article, frozenset((number,)), golds))
    return _room(sentences, paths), asked


def whole_articles(folder: str) -> tuple[Room, list[Asked]]:
    """Return the questions on whole articles, each with the document of its article."""
    read = read_documents([os.path.join(folder, "articles")])
    sentences: list[Sentence] = []
    for number, document in enumerate(read.documents):
        sentences += split_document(document, number=number, first_id=len(sentences))
    paths = [document.path for document in read.documents]
    numbers = {os.path.basename(path): number for number, path in enumerate(paths)}
    asked = []
    for row in _rows(os.path.join(folder, "questions.jsonl")):
        number = numbers[row["article"]]
        golds = tuple((answer, -1) for answer in row["answers"])
        asked.append(Asked(row["question"], number, frozenset((number,)), golds))
    return _room(sentences, paths), asked


def _rows(path: str) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
