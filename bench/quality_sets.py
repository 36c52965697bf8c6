"""Question sets laid out as files, and what an engine makes of them, a row a question."""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from bench.squad_metrics import exact_match, f1, normal
from hegang_qa import Engine
from hegang_qa.results import Source

__all__ = [
    "Asked",
    "Layout",
    "Row",
    "Yes",
    "lay_out",
    "paragraph_removed",
    "run",
    "squad_questions",
    "whole_articles",
]


class Asked(NamedTuple):
    """A question, its article and paragraph (numbers), and what is right: the words, and where
    they are marked in the paragraph (code points; empty where nobody marked them)."""

    text: str
    article: int
    paragraph: int
    answers: tuple[str, ...]
    places: tuple[int, ...]


class Row(NamedTuple):
    """What came of a question. `hit` and `five`: the sentence of the answer, or of one of the
    first five, holds a right answer where it is marked; `seconds` is the time of the one call."""

    article: int
    hit: bool
    five: bool
    exact: float
    f1: float
    confidence: float
    answered: bool  # by the default threshold
    answerable: bool
    seconds: float


class Yes(NamedTuple):
    """What came of a yes-or-no question."""

    article: int
    said: bool
    right: bool


class Layout:
    """The articles of a set as files in a folder: a file an article and a paragraph a line, or a
    file a paragraph."""

    def __init__(
        self, folder: str, articles: Sequence[dict[str, Any]], *, split: bool, named: bool
    ) -> None:
        self.folder = folder
        self.paths: dict[tuple[int, int], str] = {}
        self.offsets: dict[tuple[int, int], int] = {}
        for number, article in enumerate(articles):
            title = re.sub(r"[^\w(), -]", "_", article["title"]) if named else f"file{number}"
            texts = [paragraph["context"].replace("\n", " ") for paragraph in article["paragraphs"]]
            at = 0
            for line, text in enumerate(texts):
                name = f"{title}/{line}.txt" if split else f"{title}.txt"
                self.paths[number, line] = os.path.join(folder, name)
                self.offsets[number, line] = 0 if split else at
                at += len(text) + 1
                if split:
                    os.makedirs(os.path.join(folder, title), exist_ok=True)
                    _write(self.paths[number, line], text)
            if not split and texts:
                _write(self.paths[number, 0], "\n".join(texts))

    def holds(self, source: Source | None, one: Asked) -> bool:
        """Tell whether a sentence holds one of the marked answers."""
        if source is None or source.path != self.paths[one.article, one.paragraph]:
            return False
        offset = self.offsets[one.article, one.paragraph]
        return any(source.start <= offset + place < source.end for place in one.places)


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


@contextmanager
def lay_out(
    articles: Sequence[dict[str, Any]], *, split: bool = False, named: bool = True
) -> Iterator[tuple[Layout, Engine]]:
    """Give the layout of a set in a folder of its own, and an engine over it."""
    with tempfile.TemporaryDirectory() as folder:
        layout = Layout(folder, articles, split=split, named=named)
        yield layout, Engine.open(folder, reader="off")


@contextmanager
def paragraph_removed(
    articles: Sequence[dict[str, Any]], article: int, paragraph: int
) -> Iterator[Engine]:
    """Give an engine over everything but a paragraph."""
    own = articles[article]
    left = [p for number, p in enumerate(own["paragraphs"]) if number != paragraph]
    others = list(articles)
    others[article] = {**own, "paragraphs": left}
    with lay_out(others) as (_, engine):
        yield engine


def squad_questions(articles: Sequence[dict[str, Any]]) -> list[Asked]:
    """Return the questions of a set in SQuAD's format; those without an answer have no words."""
    asked = []
    for number, article in enumerate(articles):
        for line, paragraph in enumerate(article["paragraphs"]):
            for item in paragraph["qas"]:
                answers = [] if item.get("is_impossible") else item["answers"]
                words = tuple(dict.fromkeys(answer["text"] for answer in answers))
                places = tuple(sorted({answer["answer_start"] for answer in answers}))
                asked.append(Asked(item["question"], number, line, words, places))
    return asked


def run(
    engine: Engine, layout: Layout | None, questions: Iterable[Asked], *, given: bool = False
) -> list[Row]:
    """Return a row a question; with the paragraph `given` the engine looks in that file only.

    Without a layout nothing is right: what could answer was taken out.
    """
    rows = []
    for one in questions:
        within = layout.paths[one.article, one.paragraph] if given and layout is not None else None
        begun = time.perf_counter()
        answer = engine.ask(one.text, within=within, top=5, min_confidence=0.0)
        seconds = time.perf_counter() - begun
        first = [answer, *answer.alternatives] if answer.kind == "answer" else []
        hits = [layout is not None and layout.holds(each.source, one) for each in first]
        text = answer.text or "" if first else ""
        rows.append(
            Row(
                one.article,
                any(hits[:1]),
                any(hits),
                exact_match(text, one.answers) if text else 0.0,
                f1(text, one.answers) if text else 0.0,
                answer.confidence,
                bool(first) and answer.confidence >= _default_threshold(),
                layout is not None and bool(one.answers),
                seconds,
            )
        )
    return rows


def _default_threshold() -> float:
    from hegang_qa.answers.confidence import DEFAULT_THRESHOLD

    return DEFAULT_THRESHOLD


def whole_articles(
    folder: str, limit: int | None, *, within: bool
) -> tuple[list[Row], list[Yes], list[str]]:
    """Return a row for each question with an answer of at most six words (`hit`: the sentence holds
    these words), what was said to yes-or-no questions, and the sentences of all articles."""
    documents = os.path.join(folder, "articles")
    engine = Engine.open(documents, reader="off")
    with open(os.path.join(folder, "questions.jsonl"), encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    names = sorted({item["article"] for item in items})
    rows, yes = [], []
    for item in items[:: max(1, len(items) // limit)] if limit else items:
        article = names.index(item["article"])
        where = os.path.join(documents, item["article"]) if within else None
        kind = _yes_or_no(item["answers"])
        golds = [text.strip().rstrip(".") for text in item["answers"]]
        golds = [gold for gold in golds if normal(gold) and len(gold.split()) <= 6]
        if kind == "" or (kind is None and not golds):
            continue
        begun = time.perf_counter()
        answer = engine.ask(item["question"], within=where, top=5, min_confidence=0.0)
        seconds = time.perf_counter() - begun
        if kind is not None:
            said = answer.text if answer.text in ("Yes", "No") else None
            yes.append(Yes(article, said is not None, said == kind))
            continue
        first = [answer, *answer.alternatives] if answer.kind == "answer" else []
        hits = [holds_words(each.sentence, golds) for each in first]
        text = answer.text or "" if first else ""
        rows.append(
            Row(
                article,
                any(hits[:1]),
                any(hits),
                exact_match(text, golds),
                f1(text, golds),
                answer.confidence,
                answer.confidence >= _default_threshold(),
                True,
                seconds,
            )
        )
    sentences = [s.text for s in engine.store.get(range(len(engine)))]
    return rows, yes, sentences


def holds_words(sentence: str | None, golds: Sequence[str]) -> bool:
    """Tell whether a sentence holds one of the answers, word for word."""
    plain = f" {normal(sentence or '')} "
    return any(f" {normal(gold)} " in plain for gold in golds)


def _yes_or_no(answers: Sequence[str]) -> str | None:
    """Return "Yes" or "No" where all answers begin so; "" where they differ; else None."""
    firsts = {
        re.sub(r"\W", "", text.split()[0].lower()) if text.split() else "" for text in answers
    }
    if not firsts & {"yes", "no"}:
        return None
    return "Yes" if "no" not in firsts else "No" if "yes" not in firsts else ""
