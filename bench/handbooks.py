"""Handbooks, manuals and notes with questions, to learn from beside encyclopedias.

The documents in ``bench/handbooks`` were written for this purpose, with everything in them made up;
a folder is a collection. Their questions are of the form that ``hegang-qa eval`` reads, and put as
people type them: in other words than the document's, short, misspelled; some are not answered.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bench.squad_metrics import f1, normal
from hegang_qa.documents import read_documents
from hegang_qa.index import MemoryStore, build_index
from hegang_qa.index.protocol import SentenceIndex
from hegang_qa.sentences import split_document
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = [
    "FOLDER",
    "TAUGHT",
    "Handbook",
    "Posed",
    "earlier_books",
    "handbooks",
    "later_books",
    "training_handbooks",
    "untaught_books",
]

FOLDER = Path(__file__).parent / "handbooks"

TAUGHT = ("leisure", "visits", "workplace")
"""The collections of ``bench/handbooks`` that ranking, spans and confidence are learned from. No
weights are learned from the others, but rules were mended while their questions were read; `duties`
and `pastimes` alone were not looked at."""

BOOKS = Path(__file__).parents[1] / "reader" / "training" / "books"

_TAUGHT_BOOKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth"
).split()
"""The collections that the reader was taught from before, which ranking and spans are learned from
as well (12,700 questions)."""


_UNTAUGHT_BOOKS = (
    "twenty-ninth thirtieth thirty-first thirty-second thirty-third thirty-fourth thirty-fifth "
    "thirty-sixth thirty-seventh thirty-eighth thirty-ninth fortieth forty-first forty-second "
    "forty-third forty-fourth forty-fifth forty-sixth forty-seventh forty-eighth forty-ninth "
    "fiftieth fifty-first fifty-second"
).split()
"""Those that only the reader, and the confidence of the engine, were taught from."""

_LATER_KINDS = (
    "places lives history nature rules reports culture manuals technics society helpdesk software "
    "meetings sheets contracts news"
).split()
_LATER_BOOKS = [f"{kind}-{number}" for kind in _LATER_KINDS for number in (1, 2)]
"""The collections that came later, of which the first two of each kind teach the ranking (30,200
questions), and nothing else of the engine."""


_LATEST_KINDS = {
    "places": (5, 6, 7),
    "nature": (5, 6, 7),
    **dict.fromkeys(("lives", "history", "rules", "manuals"), (5, 6, 7, 8)),
    **dict.fromkeys(
        ("papers", "mixed", "readmes", "references", "faqs", "cities", "textbooks"), (1, 2, 3, 4)
    ),
    **dict.fromkeys(("notes", "guides"), (1, 2, 3)),
    "stories": (1, 2, 3, 4, 5),
}
_LATEST_BOOKS = frozenset(
    f"{kind}-{number}" for kind, numbers in _LATEST_KINDS.items() for number in numbers
)
"""The collections that only the reader and its finder were taught from."""


class Posed(NamedTuple):
    """A question: the ids of the sentences that answer it (none: the documents do not say), the
    number of their document (-1), and the short answers."""

    text: str
    ids: frozenset[int]
    document: int
    answers: tuple[str, ...]

    def worth(self, sentence: int, text: str) -> float:
        """Return how right words of a sentence are, 0..1."""
        return f1(text, self.answers) if sentence in self.ids else 0.0


@dataclass(frozen=True)
class Handbook:
    """A collection of documents with its questions."""

    name: str
    index: SentenceIndex
    store: SentenceStore
    sentences: tuple[Sentence, ...]
    questions: tuple[Posed, ...]


def handbooks(folder: Path = FOLDER, *, names: Sequence[str] | None = None) -> list[Handbook]:
    """Return the collections in order of their names; only those of `names` where given."""
    return [
        _read(one)
        for one in sorted(folder.iterdir())
        if one.is_dir() and (names is None or one.name in names)
    ]


def training_handbooks() -> list[Handbook]:
    """Return the collections that ranking and spans are learned from."""
    return [*handbooks(names=TAUGHT), *handbooks(BOOKS, names=_TAUGHT_BOOKS)]


def later_books() -> list[Handbook]:
    """Return the collections that only the reader and the ranking are learned from."""
    return handbooks(BOOKS, names=_LATER_BOOKS)


def earlier_books() -> list[Handbook]:
    """Return all collections but the latest, which only the reader was taught from."""
    names = sorted(folder.name for folder in BOOKS.iterdir() if folder.is_dir())
    return handbooks(BOOKS, names=[name for name in names if name not in _LATEST_BOOKS])


def untaught_books() -> list[Handbook]:
    """Return the collections that the reader, but neither ranking nor spans were taught from: what
    the engine makes of them is what it makes of documents never seen."""
    return handbooks(BOOKS, names=_UNTAUGHT_BOOKS)


def _read(folder: Path) -> Handbook:
    names = ("*.md", "*.txt", "*.csv")
    read = read_documents([str(folder / name) for name in names if any(folder.glob(name))])
    sentences: list[Sentence] = []
    for number, document in enumerate(read.documents):
        sentences += split_document(document, number=number, first_id=len(sentences))
    paths = [document.path for document in read.documents]
    numbers = {Path(path).name: number for number, path in enumerate(paths)}
    questions = []
    for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        own = numbers.get(row["path"], -1)
        here = [s for s in sentences if s.document == own and s.line in row["lines"]]
        answers = tuple(row["answers"])
        # Of several sentences that begin on a line, those that hold the words.
        holding = [s for s in here if any(normal(a) in normal(s.text) for a in answers)]
        ids = frozenset(s.id for s in holding or here)
        if ids or not answers:
            questions.append(Posed(row["question"], ids, own, answers))
    return Handbook(
        folder.name,
        build_index(sentences),
        MemoryStore(sentences, paths),
        tuple(sentences),
        tuple(questions),
    )
