"""What stands around a sentence, against its plain definition."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hegang_qa import Engine
from hegang_qa.question import understand
from hegang_qa.ranking import surroundings
from hegang_qa.ranking.surroundings import REACH, Neighbourhood
from hegang_qa.ranking.views import QuestionView, held_terms, question_view, sentence_view
from hegang_qa.sentences.model import Sentence, SentenceStore

TEXT = """# Mills of Lund

The old mill stands by the river. It was built in 1790. Anna Berg owned it. She sold it to the town.
The town of Lund repaired the wheel. A fire took the roof. The river froze that winter. It closed.

The bridge is near the mill. Jakob Stein built the bridge.

- the wheel of the mill
- the roof
"""

QUESTIONS = ("Who built the old mill by the river?", "When did the town of Lund repair the wheel?")


class Borrowed:
    """A store that cannot be referred to weakly."""

    __slots__ = ("_store",)

    def __init__(self, store: SentenceStore) -> None:
        self._store = store

    def __len__(self) -> int:
        return len(self._store)

    def get(self, ids: Sequence[int]) -> list[Sentence]:
        return self._store.get(ids)

    def ids(self) -> Sequence[int]:
        return self._store.ids()

    def beginnings(self, documents: Sequence[int]) -> list[int]:
        return self._store.beginnings(documents)

    def paths(self) -> list[str]:
        return self._store.paths()


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("surroundings") / "mills.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


def views(engine: Engine) -> list[QuestionView]:
    return [
        question_view(
            understand(text, rules=engine.rules, index=engine.index, lexicon=engine.lexicon)
        )
        for text in QUESTIONS
    ]


def plainly(view: QuestionView, sentence: Sentence, all_of_it: Sequence[Sentence]) -> list[int]:
    """Return own, before, after and others by looking at all sentences of the paragraph."""
    found = [0, 0, 0, 0]
    for other in all_of_it:
        away = other.id - sentence.id
        if other.block == sentence.block and abs(away) <= REACH:
            place = {0: 0, -1: 1, 1: 2}.get(away, 3)
            found[place] |= held_terms(view, sentence_view(other.text))
    return found


@pytest.mark.parametrize("store_of", [lambda engine: engine.store, lambda e: Borrowed(e.store)])
def test_surroundings_are_those_of_the_paragraph(engine: Engine, store_of: object) -> None:
    store: SentenceStore = store_of(engine)  # type: ignore[operator]
    sentences = store.get(range(len(store)))
    for view in views(engine):  # the second question meets what the first has read
        near = Neighbourhood(view, sentences[::2], store)
        for sentence in sentences[::2]:
            around = near.around(sentence.id)
            assert list(around[:4]) == plainly(view, sentence, sentences)
            own, everything = near.glance(sentence.id)
            assert own == around.own
            assert everything == own | around.before | around.after | around.others | around.above


def test_a_large_collection_is_not_kept(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    view = views(engine)[0]
    sentences = engine.store.get(range(len(engine)))
    kept = Neighbourhood(view, sentences, engine.store)
    monkeypatch.setattr(surroundings, "VIEWS_KEPT", 0)
    passing = Neighbourhood(view, sentences, engine.store)
    for sentence in sentences:
        assert passing.around(sentence.id) == kept.around(sentence.id)
