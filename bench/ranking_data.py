"""Questions as rows of features, for learning to rank.

The training set is laid out as users' documents are, in collections of several sizes, because
what is rare, and what competes, depends on the size: all articles known by name with all their
paragraphs; samples of them with five paragraphs each; single articles; and single paragraphs.
Paragraphs whose article is not known make "articles" of five. Handbooks, with their tables and
lists, are asked as the collections that they are, and each by itself (`bench.handbooks`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from bench import handbooks
from bench.collection import Asked, Collection, build_collection, load_training_articles
from bench.meaning_data import UNKNOWN, Unseen
from hegang_qa.intents import load_rules
from hegang_qa.question import understand
from hegang_qa.ranking.kinds import KINDS, kind_of
from hegang_qa.ranking.ranker import weigh_candidates
from hegang_qa.text.lexicon import Lexicon

__all__ = ["Example", "World", "examples", "handbook_examples", "training_worlds"]


class World(NamedTuple):
    """A collection with its questions, and what to do with them.

    `removed` leaves the right paragraph ("paragraph") or its article ("article") out of reach, so
    that no sentence is right; `given` limits each question to its own document.
    """

    name: str
    articles: list[dict[str, Any]]
    given: bool = False
    removed: str = ""


class Example(NamedTuple):
    """A question's candidates: rows of features, and which of them are right.

    `reachable` tells whether a right sentence is in the collection at all.
    """

    world: str
    article: str
    kind: int
    rows: list[list[float]]
    right: list[bool]
    reachable: bool


def _pieces(article: dict[str, Any], size: int) -> list[dict[str, Any]]:
    paragraphs = article["paragraphs"]
    return [
        {"title": f"{article['title']} {at}", "paragraphs": paragraphs[at : at + size]}
        for at in range(0, len(paragraphs), size)
    ]


def training_worlds(path: str, seed: int = 5) -> list[World]:
    """Return the collections in which the questions of a training set are asked."""
    articles = load_training_articles(path)
    known = [article for article in articles if article["title"] != UNKNOWN]
    loose = [piece for a in articles if a["title"] == UNKNOWN for piece in _pieces(a, 5)]
    draw = random.Random(seed)
    worlds = [World("whole", known)]
    for number in range(2):
        sample = []
        for article in known:
            at = draw.randrange(max(1, len(article["paragraphs"]) - 5))
            sample.append({**article, "paragraphs": article["paragraphs"][at : at + 5]})
        worlds.append(World(f"five of each {number}", sample))
    size = 40
    for at in range(0, len(loose), size):
        worlds.append(World(f"loose {at // size}", loose[at : at + size]))
    worlds += [World(f"tiny {at}", loose[at : at + 1]) for at in range(0, len(loose), 8)]
    worlds.append(World("paragraphs", [p for a in known for p in _pieces(a, 1)], given=True))
    worlds += [World("article", [article]) for article in known[:12]]
    worlds.append(World("no paragraph", known[12:], removed="paragraph"))
    worlds.append(World("no article", known[:12], removed="article"))
    return worlds


def examples(
    worlds: Sequence[World], unseen: Unseen, limit: int | None = None
) -> Iterator[Example]:
    """Yield the questions of the worlds (of each at most `limit`) with all their features."""
    rules, lexicon = load_rules(), Lexicon.open()
    for number, world in enumerate(worlds):
        collection = build_collection(world.articles, named=number % 2 == 0)
        asked = [one for one in collection.questions if one.ids]
        if limit is not None and len(asked) > limit:
            asked = random.Random(3).sample(asked, limit)
        for one in asked:
            question = understand(
                one.question, rules=rules, index=collection.index, lexicon=lexicon
            )
            documents = _within(world, collection, one)
            unseen.ask(world.articles[one.article]["title"])
            hidden = (
                frozenset(collection.lines[one.article, one.line])
                if world.removed == "paragraph"
                else frozenset()
            )
            _, candidates = weigh_candidates(
                question, index=collection.index, store=collection.store, documents=documents
            )
            found = [c for c in candidates if c.sentence.id not in hidden]
            if not found:
                continue
            yield Example(
                world.name,
                _group(world, world.articles[one.article]["title"]),
                KINDS.index(kind_of(question.answer_type)),
                [c.values for c in found],
                [not world.removed and c.sentence.id in one.ids for c in found],
                not world.removed,
            )


def _within(world: World, collection: Collection, one: Asked) -> frozenset[int] | None:
    if world.given:
        return frozenset((one.article,))
    if world.removed == "article":
        everything = {number for number, _ in collection.lines}
        return frozenset(everything - {one.article})
    return None


def _group(world: World, title: str) -> str:
    """Return the article by which folds are kept apart; of loose paragraphs, their collection."""
    return world.name if title.startswith(UNKNOWN) else title.split(" ")[0]


def handbook_examples(books: Sequence[handbooks.Handbook], unseen: Unseen) -> Iterator[Example]:
    """Yield the questions put to handbooks: to all of a collection, and to its document alone."""
    rules, lexicon = load_rules(), Lexicon.open()
    for book in books:
        unseen.ask(book.name)
        for one in book.questions:
            question = understand(one.text, rules=rules, index=book.index, lexicon=lexicon)
            worlds: list[tuple[str, frozenset[int] | None]] = [("handbooks", None)]
            if one.ids:
                worlds.append(("handbook", frozenset((one.document,))))
            for world, documents in worlds:
                _, found = weigh_candidates(
                    question, index=book.index, store=book.store, documents=documents
                )
                if found:
                    yield Example(
                        world,
                        f"{book.name} {one.document}",
                        KINDS.index(kind_of(question.answer_type)),
                        [c.values for c in found],
                        [c.sentence.id in one.ids for c in found],
                        bool(one.ids),
                    )
