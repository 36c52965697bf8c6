"""Questions written for this training on the paragraphs of SQuAD's training set.

The files in ``training/questions`` hold, under ``#KEY`` (the first ten digits of the SHA-1 of the
paragraph), lines of three fields: ``A|question|answer``, in other words than the paragraph's, and
``N|question|words`` for a question that sounds as if it were answered there and is not; `words` are
those that a hasty reader would give (may be empty). The paragraphs themselves are not in the files.

Those in ``training/changed`` are in the same form: SQuAD's own questions, each changed a little, as
SQuAD 2.0's trick questions were made (Rajpurkar, Jia and Liang, 2018), so that nothing answers it
(``N``), and half as many changed in the same way that are answered (``A``). Those in
``training/posed`` are new questions on sentences that SQuAD's do not touch, three that only seem to
be answered (``N``) to two that are (``A``), mostly on the same sentences and a word or two apart.
Those in ``training/paired`` are three of each on every paragraph, of what no others ask; one of the
answered in quite other words, and one for something that is no name, date or number. Those in
``training/asked`` are four that are answered, as SQuAD's people ask, and two that only seem to be.

The files in ``training/marks`` hold the words that answer the further questions of which only the
sentence is known, as lines ``KEY|words``; the key is that of the question, a new line and the
sentence.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

__all__ = [
    "CHANGED",
    "FOLDER",
    "PAIRED",
    "POSED",
    "Written",
    "key_of",
    "marked_words",
    "with_written",
    "written",
]

FOLDER = Path(__file__).parent / "questions"
CHANGED = Path(__file__).parent / "changed"
POSED = Path(__file__).parent / "posed"
PAIRED = Path(__file__).parent / "paired"
MARKS = Path(__file__).parent / "marks"


class Written(NamedTuple):
    """A question and its answer, or (`answered` is false) the words that seem to be one."""

    question: str
    words: str
    answered: bool


def key_of(paragraph: str) -> str:
    """Return the key under which the questions on a paragraph stand."""
    return hashlib.sha1(paragraph.encode()).hexdigest()[:10]


def marked_words(folder: Path = MARKS) -> dict[str, str]:
    """Return the words that answer a further question, by the key of it and its sentence."""
    lines = (
        line.partition("|")
        for file in sorted(folder.glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
    )
    return {key: words for key, _, words in lines if words}


def written(folder: Path) -> dict[str, list[Written]]:
    """Return the questions by the key of their paragraph.

    Raises `ValueError` for a line of another form.
    """
    found: dict[str, list[Written]] = {}
    for file in sorted(folder.glob("*.txt")):
        key = ""
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("#"):
                key = line[1:]
            elif line:
                kind, _, rest = line.partition("|")
                question, bar, words = rest.partition("|")
                if kind not in ("A", "N") or not bar or not key:
                    raise ValueError(f"{file}:{number}: neither A|question|answer nor N|...")
                found.setdefault(key, []).append(Written(question, words, kind == "A"))
    return found


def with_written(articles: list[dict[str, Any]], folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return articles in SQuAD's form with the written questions behind those they have."""
    own = written(folder)
    return [
        {
            **article,
            "paragraphs": [
                {**one, "qas": [*one["qas"], *_items(own, one["context"])]}
                for one in article["paragraphs"]
            ],
        }
        for article in articles
    ]


def _items(own: dict[str, list[Written]], text: str) -> list[dict[str, Any]]:
    key = key_of(text)
    items = []
    for number, one in enumerate(own.get(key, ())):
        at = text.find(one.words) if one.words else -1
        marked = [{"text": one.words, "answer_start": at}] if at >= 0 else []
        if one.answered and not marked:
            continue
        items.append(
            {
                "id": f"{key}-{number}",
                "question": one.question,
                "is_impossible": not one.answered,
                "answers": marked if one.answered else [],
                "plausible_answers": [] if one.answered else marked,
            }
        )
    return items
