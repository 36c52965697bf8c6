"""What the finder is taught last from: sentences that compete, and the questions on them.

A group is an article of SQuAD (paragraphs without a title by forties) or a collection of books: its
sentences, in the form in which the engine holds them against questions, and its questions, each
with the numbers of the sentences that answer it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from training.corpus import Source, sentence_spans, taught

if TYPE_CHECKING:
    from bench.handbooks import Handbook

__all__ = ["Group", "Question", "groups"]

_TOGETHER = 40
"""Paragraphs of articles whose names are not known that are kept together."""

_FURTHER = ("far.jsonl", "verdicts.jsonl", "verdicts-further.jsonl")
"""Questions on collections that are told by a sentence: in other words, and by yes or no."""


class Question(NamedTuple):
    """A question, and the numbers of the sentences of its group that answer it (one at least)."""

    text: str
    right: tuple[int, ...]


class Group(NamedTuple):
    """Sentences that compete, and the questions on them."""

    sentences: list[str]
    questions: list[Question]
    is_book: bool


def groups(source: Source, data: Path, books: Sequence[str]) -> list[Group]:
    """Return the groups of a SQuAD file with all questions on it, and those of collections of
    books (by their names; all for none)."""
    return [one for one in chain(_articles(source, data), _books(books)) if one.questions]


def _articles(source: Source, data: Path) -> Iterator[Group]:
    corpus = taught(source, data)
    spans = [sentence_spans(text) for text in corpus.paragraphs]
    found: dict[str, Group] = {}
    places: dict[tuple[int, int], int] = {}
    owners = [title or f"? {n // _TOGETHER}" for n, title in enumerate(corpus.titles)]
    for number, owner in enumerate(owners):
        own = found.setdefault(owner, Group([], [], False)).sentences
        for begin, end in spans[number]:
            places[number, begin] = len(own)
            own.append(" ".join(corpus.paragraphs[number][begin:end].split()))
    for one in chain(corpus.asked, *corpus.answered.values()):
        if one.answer is None:
            continue
        for begin, end in spans[one.paragraph]:
            if begin <= one.answer[0] and one.answer[1] <= end:
                right = (places[one.paragraph, begin],)
                found[owners[one.paragraph]].questions.append(Question(one.question, right))
                break
    yield from found.values()


def _books(names: Sequence[str]) -> Iterator[Group]:
    from training.books import FOLDER, opened

    known = names or sorted(one.name for one in FOLDER.iterdir() if one.is_dir())
    for book in opened(known):
        from hegang_qa.answers.reading.passages import as_found

        kept = [one for one in book.sentences if one.kind != "heading" and one.text[-1:] != "?"]
        number = {one.id: at for at, one in enumerate(kept)}
        asked = [
            Question(one.text, tuple(number[n] for n in sorted(one.ids) if n in number))
            for one in book.questions
        ]
        asked += [
            Question(text, tuple(number[n] for n in right if n in number))
            for text, right in _further(book, FOLDER / book.name)
        ]
        yield Group([as_found(one) for one in kept], [one for one in asked if one.right], True)


def _further(book: Handbook, folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Yield the further questions on a collection with the ids of the sentences that answer."""
    documents = {path.rpartition("/")[2]: at for at, path in enumerate(book.store.paths())}
    by_place: dict[tuple[int, int], list[int]] = {}
    for one in book.sentences:
        by_place.setdefault((one.document, one.line), []).append(one.id)
    for name in _FURTHER:
        path = folder / name
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            row = json.loads(line)
            words = [row["quote"]] if "quote" in row else row["answers"]
            there = [
                number
                for at in row["lines"]
                for number in by_place.get((documents[row["path"]], at), ())
            ]
            right = [n for n in there if any(one in book.sentences[n].text for one in words)]
            if words and right:
                yield row["question"], right
