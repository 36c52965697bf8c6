"""Questions asked with and without the reader, in one run; see `bench.reader_quality`."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from bench.collection import Asked, Collection, build_collection, load_articles
from hegang_qa import Engine
from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.intents import load_rules
from hegang_qa.opening import Documents, View
from hegang_qa.results import Answer
from hegang_qa.second_opinion import SecondOpinion
from hegang_qa.sentences.model import SentenceStore
from hegang_qa.text.lexicon import Lexicon
from hegang_qa.within import Within

__all__ = [
    "Asker",
    "Both",
    "Recorder",
    "Row",
    "asked",
    "by_paragraph",
    "places_of",
    "sample",
    "with_every_answer",
    "without",
]


class Both(NamedTuple):
    """The answers to a question without and with the reader, and the seconds of processor time
    that each part took."""

    plain: Answer
    joined: Answer
    seconds: float
    reading: float

    def auto(self, sure: float) -> tuple[Answer, float]:
        """Return the answer where the reader is asked below a confidence, and the seconds."""
        if self.plain.kind == "answer" and self.plain.confidence >= sure:
            return self.plain, self.seconds
        return self.joined, self.seconds + self.reading


class Recorder(SecondOpinion):
    """Keeps the answer as it was without the reader (that to the first part, where a question asks
    several things), and the time that the reader took."""

    plain: Answer | None = None
    spent = 0.0

    def begin(self) -> None:
        self.plain, self.spent = None, 0.0

    def revise(self, answer: Answer, *arguments: Any, **named: Any) -> Answer:
        self.plain = self.plain or answer
        begun = time.process_time()
        revised = super().revise(answer, *arguments, **named)
        self.spent += time.process_time() - begun
        return revised


class Fixed:
    """Sentences that never change, as an engine's documents."""

    warnings: tuple[str, ...] = ()

    def __init__(self, index: SentenceIndex, store: SentenceStore) -> None:
        self._view = View(index, store)

    def view(self) -> View:
        return self._view


class Asker:
    """Asks questions of sentences, with and without the reader."""

    rules = load_rules()
    lexicon = Lexicon.open()

    def __init__(self, index: SentenceIndex, store: SentenceStore, recorder: Recorder) -> None:
        self.recorder = recorder
        documents = cast("Documents", Fixed(index, store))
        self.engine = Engine(
            documents=documents, rules=self.rules, lexicon=self.lexicon, reader=recorder
        )

    def ask(self, question: str, within: Within = None) -> Both:
        self.recorder.begin()
        begun = time.process_time()
        joined = self.engine.ask(question, within=within, top=5, min_confidence=0.0)
        spent = time.process_time() - begun
        reading = self.recorder.spent
        return Both(self.recorder.plain or joined, joined, spent - reading, reading)


Place = tuple[str, int, int]


class Row(NamedTuple):
    """A question with its answers, and what is right: the words, and file, begin and end of the
    sentences."""

    question: str
    both: Both
    answers: tuple[str, ...]
    places: frozenset[Place]


def sample(items: Sequence[Any], limit: int | None) -> list[Any]:
    kept = list(items)
    return random.Random(1).sample(kept, limit) if limit and limit < len(kept) else kept


def asked(
    collection: Collection, recorder: Recorder, limit: int | None, *, alone: bool
) -> list[Row]:
    """Return the questions of a collection, answered; `alone` limits each to its document."""
    asker = Asker(collection.index, collection.store, recorder)
    paths = collection.store.paths()
    rows = []
    for item in sample(collection.questions, limit):
        both = asker.ask(item.question, paths[item.article] if alone else None)
        rows.append(Row(item.question, both, item.answers, places_of(collection, item)))
    return rows


def places_of(collection: Collection, item: Asked) -> frozenset[Place]:
    """Return where the sentences that answer a question stand."""
    sentences = [collection.sentences[number] for number in item.ids]
    return frozenset((one.path, one.start, one.end) for one in sentences)


def without(
    articles: Sequence[dict[str, Any]], recorder: Recorder, limit: int | None, *, whole: bool
) -> list[Row]:
    """Return the questions asked of everything but their article, or but their paragraph."""
    rows = []
    for number, article in enumerate(articles):
        for at, paragraph in enumerate(article["paragraphs"]):
            rest = list(articles)
            others = [p for i, p in enumerate(article["paragraphs"]) if i != at]
            if whole or not others:
                del rest[number]
            else:
                rest[number] = {**article, "paragraphs": others}
            if not (whole and at):
                collection = build_collection(rest)
                asker = Asker(collection.index, collection.store, recorder)
            for item in sample(paragraph["qas"], max(1, limit // 240) if limit else None):
                rows.append(Row(item["question"], asker.ask(item["question"]), (), frozenset()))
    return rows


def by_paragraph(path: str) -> Collection:
    """Return a question set with every paragraph a file of its own."""
    return build_collection(
        [
            {"title": f"{number}-{at}", "paragraphs": [paragraph]}
            for number, article in enumerate(load_articles(path))
            for at, paragraph in enumerate(article["paragraphs"])
        ]
    )


def with_every_answer(articles: Sequence[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """Return XQuAD's articles, which mark one answer a question, with all that SQuAD's annotators
    gave for the same questions on the same paragraphs."""
    given = {
        (item["id"], paragraph["context"]): item["answers"]
        for name in ("dev.json", "dev2.json")
        for article in load_articles(str(folder / "squad" / name))
        for paragraph in article["paragraphs"]
        for item in paragraph["qas"]
    }
    return [
        {
            **article,
            "paragraphs": [
                {
                    **one,
                    "qas": [
                        {
                            **item,
                            "answers": given.get((item["id"], one["context"]), item["answers"]),
                        }
                        for item in one["qas"]
                    ],
                }
                for one in article["paragraphs"]
            ],
        }
        for article in articles
    ]
