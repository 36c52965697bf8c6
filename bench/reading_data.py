"""Questions to learn the join with the reader from; see `bench.train_reading`."""

from __future__ import annotations

import json
import random
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hegang_qa_reader import load_reader

from bench.collection import Collection, build_collection, load_articles
from bench.handbooks import handbooks
from bench.meaning_data import UNKNOWN, Unseen
from bench.squad_metrics import f1
from hegang_qa.answers import score_spans
from hegang_qa.answers.reading import joining, weighing
from hegang_qa.answers.reading.by_meaning import with_nearest
from hegang_qa.answers.reading.hearing import UNSURE
from hegang_qa.answers.reading.meanings import Meanings
from hegang_qa.answers.reading.sureness import sureness
from hegang_qa.index import MemoryStore, build_index
from hegang_qa.intents import load_rules
from hegang_qa.question import understand
from hegang_qa.question.model import Question
from hegang_qa.ranking import rank
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.lexicon import Lexicon

__all__ = ["Asked", "Asker", "Case", "articles", "gather"]

PART = 1_200
"""About how many sentences a collection of some dozens of documents has."""

READER = Path(__file__).parents[1] / "reader"
SETTINGS = "training/configs/prepare-written.toml"


class Asked(NamedTuple):
    """A question with the sentences that answer it, its document and, if known, the answers.
    `piece` names what it is kept together with (see `bench.meaning_data.fold_of`)."""

    text: str
    ids: frozenset[int]
    document: int
    answers: tuple[str, ...]
    piece: str = ""

    def worth(self, sentence: int, text: str) -> float:
        """Return how right words of a sentence are, 0..1; where they are not known, its place."""
        if sentence not in self.ids:
            return 0.0
        return f1(text, self.answers) if self.answers else 1.0


class Case(NamedTuple):
    """A question with its joined spans, and how right each is (0..1)."""

    question: Question
    joined: joining.Joined
    worth: list[float]
    kind: str

    @property
    def by_meaning(self) -> bool:
        """Whether it was known how near sentences are in meaning: not in large collections."""
        return weighing.NEARNESS[0] in self.joined.weighed[0].amounts

    def evidence(self, number: int) -> dict[str, float]:
        """Return what tells how sure one of the spans is."""
        return self.joined.evidence(self.question, self.joined.weighed[number])


def articles(given: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the articles; paragraphs of which it is not known where they are from, by dozens.
    `piece` is the name by which each is kept together (see `bench.meaning_data.fold_of`)."""
    kept, loose = [], []
    for article in given:
        if article["title"].startswith("("):
            loose += article["paragraphs"]
        else:
            kept.append({**article, "piece": article["title"]})
    return kept + [
        {"title": f"part-{at}", "piece": f"{UNKNOWN} {at}", "paragraphs": loose[at : at + 12]}
        for at in range(0, len(loose), 12)
    ]


class Asker:
    """Asks a collection with the reader and keeps what came out."""

    rules = load_rules()
    lexicon = Lexicon.open()
    reader = load_reader()
    meanings: Meanings | None = None
    unseen: Unseen

    def __init__(self, sentences: Sequence[Sentence], paths: Sequence[str]) -> None:
        self.index = build_index(sentences)
        self.store = MemoryStore(sentences, paths)

    def ask(self, item: Asked, kind: str, documents: frozenset[int] | None = None) -> Case:
        """Return the case of a question."""
        self.unseen.ask(item.piece)
        question = understand(
            item.text, rules=self.rules, index=self.index, lexicon=self.lexicon, store=self.store
        )
        ranked = rank(
            question,
            index=self.index,
            store=self.store,
            documents=documents,
        )
        spans = score_spans(question, ranked, lexicon=self.lexicon)
        meanings = self.meanings
        near = meanings.near(question, self.store, documents) if meanings is not None else None
        if near is not None:
            ranked = with_nearest(
                question, ranked, near, index=self.index, store=self.store, documents=documents
            )
        joined = joining.join(
            question,
            ranked,
            spans,
            self.reader,
            store=self.store,
            lexicon=self.lexicon,
            near=near,
            least=joining.MOST,
        )
        case = Case(question, joined, _worth(item, joined), kind)
        if near is not None and joined.weighed and _sure(case) < UNSURE:
            joined = joining.read_on(question, joined, self.reader, store=self.store, near=near)
            case = Case(question, joined, _worth(item, joined), kind)
        return case


def _worth(item: Asked, joined: joining.Joined) -> list[float]:
    return [item.worth(one.span.ranked.sentence.id, one.span.text) for one in joined.weighed]


def _sure(case: Case) -> float:
    """Return how sure the best span is, by the weights that ship."""
    return sureness(case.evidence(0))


class Worlds:
    """The collections that a question is asked of: everything, its document alone, its paragraph
    alone. What is rare, and what competes, depends on the size."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.all = Asker(collection.sentences, collection.store.paths())
        self._parts = max(1, len(collection.sentences) // PART)
        self._askers: dict[int, tuple[Asker, dict[int, int]]] = {}
        self._documents: dict[int, list[Sentence]] = {}
        for sentence in collection.sentences:
            self._documents.setdefault(sentence.document, []).append(sentence)

    def small(self, item: Asked, *, paragraph: bool) -> tuple[Asker, Asked]:
        """Return the item's document or paragraph as a collection, and the item in it."""
        own = self.collection.sentences[min(item.ids)]
        kept = [
            one for one in self._documents[own.document] if not paragraph or one.line == own.line
        ]
        return self._of(kept, item)

    def part(self, item: Asked) -> tuple[Asker, Asked]:
        """Return some dozens of documents, the item's among them, as a collection, and the item in
        it."""
        number = item.document % self._parts
        if number not in self._askers:
            kept = [
                one for one in self.collection.sentences if one.document % self._parts == number
            ]
            paths = self.collection.store.paths()[number :: self._parts]
            renumbered = [
                one._replace(id=at, document=one.document // self._parts)
                for at, one in enumerate(kept)
            ]
            ids = {one.id: at for at, one in enumerate(kept)}
            self._askers[number] = Asker(renumbered, paths), ids
        asker, ids = self._askers[number]
        return asker, item._replace(
            ids=frozenset(ids[one] for one in item.ids if one in ids),
            document=item.document // self._parts,
        )

    def rest(self, item: Asked) -> tuple[Asker, Asked]:
        """Return the item's document without the paragraph that answers it."""
        lines = {self.collection.sentences[number].line for number in item.ids}
        kept = [one for one in self._documents[item.document] if one.line not in lines]
        return self._of(kept, item)

    @staticmethod
    def _of(kept: Sequence[Sentence], item: Asked) -> tuple[Asker, Asked]:
        asker = Asker(
            [one._replace(id=number, document=0) for number, one in enumerate(kept)], ["one.txt"]
        )
        ids = frozenset(number for number, one in enumerate(kept) if one.id in item.ids)
        return asker, item._replace(ids=ids, document=0)


def untaught(path: str, collection: Collection, pieces: Sequence[str]) -> list[Asked]:
    """Return the questions that no reader was taught, whose sentence stands in the collection.
    `pieces` are those of its documents."""
    by_text: dict[str, list[int]] = {}
    for sentence in collection.sentences:
        by_text.setdefault(sentence.text.strip(), []).append(sentence.id)
    asked = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ids = by_text.get(row["sentence"].strip())
        if ids:
            document = collection.sentences[ids[0]].document
            asked.append(Asked(row["question"], frozenset(ids), document, (), pieces[document]))
    return asked


def set_aside(articles_: Sequence[dict[str, Any]]) -> tuple[Collection, list[str]]:
    """Return the paragraphs, with the questions of our own on those that the reader's
    training sets aside, and with no others; and the piece of each document."""
    sys.path.insert(0, str(READER))
    from training.corpus import held_back
    from training.written import CHANGED, FOLDER, POSED, key_of, with_written

    settings = tomllib.loads((READER / SETTINGS).read_text(encoding="utf-8"))
    is_aside = held_back(settings["held_share"], settings["held_titles"])
    kept = {
        paragraph["context"]
        for number, (title, paragraph) in enumerate(
            (
                ("" if one["title"].startswith("(") else one["title"].replace("_", " "), own)
                for one in articles_
                for own in one["paragraphs"]
            ),
            1,
        )
        if is_aside(title, number)
    }
    made = []
    asked = articles(articles_)
    for folder in (FOLDER, CHANGED, POSED):
        asked = with_written(asked, folder)
    for article in asked:
        paragraphs = []
        for one in article["paragraphs"]:
            key = f"{key_of(one['context'])}-"
            own = [item for item in one["qas"] if str(item["id"]).startswith(key)]
            paragraphs.append({**one, "qas": own if one["context"] in kept else []})
        made.append({**article, "paragraphs": paragraphs})
    return build_collection(made), [article["piece"] for article in made]


def gather(folder: str, count: int, unseen: Unseen) -> list[Case]:
    Asker.unseen = unseen
    finder = getattr(Asker.reader, "finder", None)
    Asker.meanings = Meanings(finder) if finder is not None else None
    squad = Path(folder) / "squad"
    collection, pieces = set_aside(load_articles(str(squad / "train.json")))
    worlds, rng = Worlds(collection), random.Random(3)
    new = untaught(str(squad / "train-sentences.jsonl"), collection, pieces)
    rng.shuffle(new)
    cases = [
        case for number, item in enumerate(new[:count]) for case in sized(worlds, item, number)
    ]
    # Each once: those in the two folders are told apart by their words.
    posed = {q.question: q for q in collection.questions}.values()
    written = [Asked(q.question, q.ids, q.article, q.answers, pieces[q.article]) for q in posed]
    lines = {q.question: collection.lines[q.article, q.line] for q in collection.questions}
    for number, item in enumerate(written):
        # Where it seems to be answered.
        around = item._replace(ids=item.ids or frozenset(lines[item.text]))
        size = ("all", "document", "paragraph", "paragraph")[number % 4]
        asker, own = worlds.all, item
        if size != "all":
            asker, own = worlds.small(around, paragraph=size == "paragraph")
            own = own if item.ids else own._replace(ids=frozenset())
        cases.append(asker.ask(own, "written" if item.ids else "seeming"))
    for book in handbooks():
        handbook = Asker(book.sentences, book.store.paths())
        everywhere = frozenset(range(len(book.store.paths())))
        for number, one in enumerate(book.questions):
            if one.answers and one.answers[0] in ("Yes", "No"):
                continue
            own = Asked(*one)
            cases.append(handbook.ask(own, "handbook" if one.ids else "handbook without answer"))
            if one.ids and number % 4 == 0:
                others = everywhere - {own.document}
                cases.append(
                    handbook.ask(own._replace(ids=frozenset()), "handbook removed", others)
                )
    return [case for case in cases if case.joined.weighed]


def sized(worlds: Worlds, item: Asked, number: int) -> Iterator[Case]:
    """Yield a question asked of everything, of a part, of its document or of its paragraph,
    by its number; and of the same without what answers it."""
    size = ("all", "part", "document", "paragraph")[number % 4]
    if size in ("all", "part"):
        asker, own = (worlds.all, item) if size == "all" else worlds.part(item)
        yield asker.ask(own, "answered")
        others = frozenset(range(len(asker.store.paths()))) - {own.document}
        yield asker.ask(own._replace(ids=frozenset()), "removed", others)
        return
    asker, own = worlds.small(item, paragraph=size == "paragraph")
    yield asker.ask(own, "answered")
    if size == "document":
        rest, lost = worlds.rest(item)
        yield rest.ask(lost, "removed")
