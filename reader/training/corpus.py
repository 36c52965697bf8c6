"""Reads SQuAD files and finds like passages: what `prepare` is made from."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from training.written import key_of, written

__all__ = ["Asked", "Corpus", "Nearest", "Seeming", "norm", "sentence_spans"]

_HERE = Path(__file__).parent

_STOP = re.compile(r'(?<=[.!?])["\')\]]*\s+(?=["\'(\[]*[A-Z0-9])')
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|etc|No|Inc|Ltd|Co|Gen|Col|Lt|Capt|Prof|Rev|Hon|Sen|Rep|Gov"
    r"|Mt|Ft|approx|ca|c|cf|e\.g|i\.e|U\.S|U\.K|v|pp|vol|ed)|\b[A-Z])\.$"
)


class Asked(NamedTuple):
    """A question: its paragraph's number, and the answer's span in it (None: not answered)."""

    paragraph: int
    question: str
    answer: tuple[int, int] | None


class Seeming(NamedTuple):
    """A question that its paragraph seems to answer, and the span that does (None: not known)."""

    paragraph: int
    question: str
    words: tuple[int, int] | None


class Corpus(NamedTuple):
    """Paragraphs with the titles of their articles ("" unknown), SQuAD's questions on them, and by
    the name of their folder those written for this training, answered and not."""

    titles: list[str]
    paragraphs: list[str]
    asked: list[Asked]
    answered: dict[str, list[Asked]]
    seeming: dict[str, list[Seeming]]


def norm(text: str) -> str:
    """Return the words of a text, lower case, single spaces between, one around."""
    return f" {re.sub(r'[^0-9a-z]+', ' ', text.lower()).strip()} "


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a plain paragraph."""
    spans, begin = [], 0
    for match in _STOP.finditer(text):
        if _SHORT.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        spans.append((begin, match.start() + len(match.group().rstrip())))
        begin = match.end()
    spans.append((begin, len(text)))
    return [(b, e) for b, e in spans if text[b:e].strip()]


def texts_of(files: Iterable[Path]) -> tuple[set[str], set[str]]:
    """Return the paragraphs and the questions of SQuAD files: what must not be trained on."""
    paragraphs, questions = set(), set()
    for file in files:
        for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
            for paragraph in article["paragraphs"]:
                paragraphs.add(norm(paragraph["context"]))
                questions |= {norm(item["question"]) for item in paragraph["qas"]}
    return paragraphs, questions


def read_corpus(
    file: Path,
    *,
    without: tuple[set[str], set[str]],
    keep: Callable[[str, int], bool],
    ours: Sequence[str] = (),
) -> Corpus:
    """Return the questions of a SQuAD file, less those of other files, and those of the folders
    `ours` on its paragraphs.

    `keep` is asked with the title and the paragraph's number whether to take a paragraph.
    """
    corpus = Corpus([], [], [], {name: [] for name in ours}, {name: [] for name in ours})
    own = {name: written(_HERE / name) for name in ours}
    number = 0
    for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
        title = article["title"].replace("_", " ")
        title = "" if title.startswith("(") else title
        for paragraph in article["paragraphs"]:
            number += 1
            text = paragraph["context"]
            if norm(text) in without[0] or not keep(title, number):
                continue
            seen = set()
            for item in paragraph["qas"]:
                question = item["question"].strip()
                if norm(question) in without[1] or norm(question) in seen:
                    continue
                seen.add(norm(question))
                answer = None
                if item.get("answers") and not item.get("is_impossible"):
                    first = item["answers"][0]
                    at = first["answer_start"]
                    answer = (at, at + len(first["text"]))
                corpus.asked.append(Asked(len(corpus.paragraphs), question, answer))
            key = key_of(text)
            for name, written_on in own.items():
                for one in written_on.get(key, ()):
                    at = text.find(one.words) if one.words else -1
                    span = (at, at + len(one.words)) if at >= 0 else None
                    if norm(one.question) in without[1] or (one.answered and span is None):
                        continue
                    paragraph_at = len(corpus.paragraphs)
                    if one.answered:
                        corpus.answered[name].append(Asked(paragraph_at, one.question, span))
                    else:
                        corpus.seeming[name].append(Seeming(paragraph_at, one.question, span))
            corpus.titles.append(title)
            corpus.paragraphs.append(text)
    return corpus


class Source(Protocol):
    """Where paragraphs come from: a SQuAD file, less the texts of others and what is set aside."""

    @property
    def squad(self) -> str: ...
    @property
    def not_these(self) -> list[str]: ...
    @property
    def held_titles(self) -> list[str]: ...
    @property
    def held_share(self) -> float: ...
    @property
    def ours(self) -> list[str]: ...


def taught(source: Source, data: Path) -> Corpus:
    """Return what is trained on: all but what stands in other files and what is set aside."""
    aside = held_back(source.held_share, source.held_titles)
    return read_corpus(
        data / source.squad,
        without=texts_of(data / name for name in source.not_these),
        keep=lambda title, number: not aside(title, number),
        ours=source.ours,
    )


class Nearest:
    """Finds the texts nearest to a question in words (BM25; Robertson et al., 1994)."""

    def __init__(self, texts: Sequence[str]) -> None:
        import bm25s

        self._tokens = bm25s.tokenize
        self._index = bm25s.BM25()
        self._index.index(self._words(texts), show_progress=False)

    def _words(self, texts: Sequence[str]) -> object:
        return self._tokens(list(texts), stopwords="en", show_progress=False)

    def find(self, questions: Sequence[str], count: int) -> list[list[int]]:
        """Return for each question the numbers of the nearest texts, nearest first."""
        found, _ = self._index.retrieve(self._words(questions), k=count, show_progress=False)
        return [[int(number) for number in row] for row in found]


def held_back(share: float, titles: Sequence[str]) -> Callable[[str, int], bool]:
    """Return the test that tells the paragraphs set aside to learn the join from.

    They are the named articles and, of the paragraphs without a title, `share`, by number.
    """

    def test(title: str, number: int) -> bool:
        return title in titles or (not title and random.Random(number).random() < share)

    return test
