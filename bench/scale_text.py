"""Text of any size, made from question sets in SQuAD's format by recombination, with a fixed seed.

Clauses of the training sentences are joined anew, and their names and numbers are replaced by
others of the set or by coined ones, so that the vocabulary grows with the text as real ones do.
Between the made files stand the paragraphs of the development set as they are, whose questions
have known answers.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO

from bench.collection import load_articles
from hegang_qa.sentences import split_text

__all__ = ["Known", "Made", "token_line", "write_files"]

_SEED = 20240611
_SLOT = re.compile(r"(?<=[\w,] )[A-Z][a-z]{3,}(?![\w'])|\d+")
_WORD = re.compile(r"\w+")
_PARAGRAPH = 4
_MOST_FILES = 50_000
_LEAST_IN_FILE = 20


class Known(NamedTuple):
    """A question whose answers stand in the file `path`, whose text begins with `paragraph`."""

    question: str
    answers: tuple[str, ...]
    path: str
    paragraph: str


class Made(NamedTuple):
    """What was written: sentences, files, characters, and the questions with known answers."""

    sentences: int
    files: int
    characters: int
    known: tuple[Known, ...]


class _Clause(NamedTuple):
    """Literal pieces and between them the slots: a name or a number."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]


class _Words:
    """Names and numbers to fill slots with."""

    def __init__(self, names: Sequence[str], chance: random.Random) -> None:
        self._names = names
        self._random = chance.random

    def fill(self, slot: str) -> str:
        draw = self._random
        if slot.isdigit():
            low = 10 ** (len(slot) - 1)
            if len(slot) == 4 and slot[0] in "12":
                return str(1500 + int(525 * draw()))
            return str(low + int(9 * low * draw()))
        names = self._names
        count = len(names)
        # Few names are in every mouth and most are rare: the cube of an even draw.
        name = names[int(count * draw() ** 3)]
        if draw() < 0.12:  # coined: the vocabulary must grow
            other = names[int(count * draw())]
            name = name[: len(name) // 2 + 1] + other[len(other) // 2 :]
        return name

    def clause(self, clause: _Clause) -> str:
        pieces, slots = clause
        if not slots:
            return pieces[0]
        parts = [pieces[0]]
        for slot, piece in zip(slots, pieces[1:], strict=True):
            parts += (self.fill(slot), piece)
        return "".join(parts)


def token_line(text: str) -> str:
    """Return the words of a text in small letters, parted by blanks, with a newline."""
    return " ".join(_WORD.findall(text.lower())) + "\n"


def _clause(text: str, names: dict[str, None]) -> _Clause:
    slots = _SLOT.findall(text)
    for slot in slots:
        if not slot.isdigit():
            names[slot] = None
    return _Clause(tuple(_SLOT.split(text)), tuple(slots))


def _clauses(path: str) -> tuple[list[_Clause], list[_Clause], list[_Clause], list[str]]:
    """Return first clauses, last clauses and whole sentences, and the names they hold."""
    first, last, whole = [], [], []
    names: dict[str, None] = {}
    for article in load_articles(path):
        for context in dict.fromkeys(p["context"] for p in article["paragraphs"]):
            for start, end in split_text(context.replace("\n", " ")):
                text = context[start:end].replace("\n", " ")
                head, comma, tail = text.partition(", ")
                if not comma or len(head) < 25 or len(tail) < 25:
                    whole.append(_clause(text, names))
                else:
                    first.append(_clause(head, names))
                    last.append(_clause(tail, names))
    return first, last, whole, list(names)


def _known_files(path: str, chance: random.Random) -> list[tuple[str, list[str], list[Known]]]:
    """Return name, paragraphs and questions of each paragraph-sized file of the set."""
    files = []
    for number, article in enumerate(load_articles(path)):
        for at, paragraph in enumerate(article["paragraphs"]):
            text = paragraph["context"].replace("\n", " ")
            name = f"known{number}-{at}.txt"
            known = [
                Known(
                    item["question"],
                    tuple(dict.fromkeys(answer["text"] for answer in item["answers"])),
                    name,
                    text[:40],
                )
                for item in paragraph["qas"]
                if item["answers"] and not item.get("is_impossible")
            ]
            files.append((name, [text], known))
    chance.shuffle(files)
    return files


def write_files(data: str, folder: str, sentences: int, tokens: TextIO | None = None) -> Made:
    """Write about `sentences` sentences into files below `folder`; equal arguments give equal
    files. `data` is the folder of the shared data sets; `tokens` gets the words of each sentence,
    a line each, for programs that take ready tokens.
    """
    chance = random.Random(_SEED)
    first, last, whole, names = _clauses(os.path.join(data, "squad", "train.json"))
    words = _Words(names, chance)
    files = max(1, min(_MOST_FILES, sentences // _LEAST_IN_FILE))
    # Known paragraphs are at most a fifth of the text.
    known_files = _known_files(os.path.join(data, "squad", "dev.json"), chance)
    known_files = known_files[: max(1, min(sentences // 25, files // 4))]
    every = max(1, files // len(known_files))

    def made(count: int) -> Iterator[str]:
        for begin in range(0, count, _PARAGRAPH):
            paragraph = []
            for _ in range(min(_PARAGRAPH, count - begin)):
                if chance.random() < 0.6:
                    head = words.clause(first[int(len(first) * chance.random())])
                    tail = words.clause(last[int(len(last) * chance.random())])
                    paragraph.append(f"{head}, {tail}")
                else:
                    paragraph.append(words.clause(whole[int(len(whole) * chance.random())]))
            if tokens is not None:
                tokens.writelines(map(token_line, paragraph))
            yield " ".join(paragraph)

    texts = [paragraphs[0] for _, paragraphs, _ in known_files]
    left = max(files, sentences - sum(len(split_text(text)) for text in texts))
    per_file = left // max(1, files - len(known_files))
    characters = written = 0
    questions: list[Known] = []
    for number in range(files):
        place = os.path.join(folder, f"{number // 500:03}")
        if number % 500 == 0:
            os.makedirs(place, exist_ok=True)
        name = f"made{number}.txt"
        at, rest = divmod(number, every)
        if rest == 0 and at < len(known_files):
            name, paragraphs, known = known_files[at]
            questions += [k._replace(path=os.path.join(f"{number // 500:03}", name)) for k in known]
            spans = split_text(paragraphs[0])
            written += len(spans)
            if tokens is not None:
                tokens.writelines(token_line(paragraphs[0][slice(*span)]) for span in spans)
        else:
            paragraphs = list(made(per_file))
            written += per_file
        text = "\n\n".join(paragraphs) + "\n"
        characters += len(text)
        with open(os.path.join(place, name), "w", encoding="utf-8") as file:
            file.write(text)
    chance.shuffle(questions)
    return Made(written, files, characters, tuple(questions))
