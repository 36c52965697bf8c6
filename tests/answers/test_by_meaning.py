"""Sentences that are found by their meaning, where words find no answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers.reading import hearing
from hegang_qa.answers.reading.meanings import MOST_PLACED, Meanings
from hegang_qa.index import MemoryStore, build_index
from hegang_qa.sentences import Sentence
from tests.reader.fake import FakeReader

TEXT = """\
# Lending

Overdue fee: 20 pence a day for each volume.

Members renew online.

## Rooms

The reading room has forty seats.
"""
QUESTION = "what am I in for when I forget about it"


class FakeFinder:
    """Holds texts for near that have one of some words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.placed: list[str] = []

    def place(self, texts: Sequence[str]) -> object:
        self.placed += texts
        return list(texts)

    def near(self, question: str, placed: Sequence[str]) -> list[float]:
        return [0.9 if any(word in text for word in self.words) else 0.1 for text in placed]


class FindingReader(FakeReader):
    def __init__(self, margins: dict[str, float], finder: FakeFinder) -> None:
        super().__init__(margins)
        self.finder = finder


@pytest.fixture
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("meaning") / "lending.md"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_what_no_word_finds_is_found_by_its_meaning(path: str) -> None:
    reader = FindingReader({"20 pence a day": 6.0}, FakeFinder("Overdue"))
    given = Engine.open(path, reader=reader).ask(QUESTION)
    assert given.text == "20 pence a day"
    assert given.source is not None
    assert given.source.line == 3
    assert Engine.open(path, reader="off").ask(QUESTION).kind == "no-answer"


def test_sentences_are_placed_once_under_their_headings(path: str) -> None:
    reader = FindingReader({}, FakeFinder("Overdue"))
    engine = Engine.open(path, reader=reader)
    engine.ask(QUESTION)
    engine.ask("is there something to drink")
    engine.ask("whom do I tell that I lost it")
    assert reader.finder.placed.count("Rooms: The reading room has forty seats.") == 1


def test_headings_are_not_found(path: str) -> None:
    reader = FindingReader({}, FakeFinder("Rooms"))
    Engine.open(path, reader=reader).ask(QUESTION)
    assert "Rooms" not in reader.finder.placed


def test_what_is_near_in_meaning_does_not_stand_against_words_and_reader(path: str) -> None:
    reader = FindingReader({"forty": 6.0}, FakeFinder("Overdue"))
    given = Engine.open(path, reader=reader).ask("how many seats has the reading room")
    assert given.text == "forty"


def test_what_is_nearest_is_read_first(path: str) -> None:
    reader = FindingReader({}, FakeFinder("Overdue"))
    Engine.open(path, reader=reader).ask(QUESTION)
    assert reader.passages[0].text.startswith("Overdue fee")


def test_limits_hold_for_what_is_found_by_its_meaning(path: str) -> None:
    reader = FindingReader({"20 pence a day": 6.0}, FakeFinder("Overdue"))
    given = Engine.open(path, reader=reader).ask(QUESTION, within="other.md")
    assert given.kind == "no-answer"


def test_a_finder_that_fails_costs_nothing_but_itself(
    path: str, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(FakeFinder):
        def place(self, texts: Sequence[str]) -> object:
            raise RuntimeError("no weights")

    reader = FindingReader({"forty": 6.0}, Broken())
    engine = Engine.open(path, reader=reader)
    assert engine.ask(QUESTION).kind == "no-answer"
    assert "going on without finding by meaning" in caplog.text
    assert engine.ask("how many seats has the reading room").text == "forty"
    assert reader.passages


def test_of_a_large_collection_the_documents_asked_of_are_placed(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "MOST_PLACED", 6)
    monkeypatch.setattr(hearing, "PLACED_AT_ONCE", 6)
    other = tmp_path / "other.md"
    other.write_text("The boat is green. The mill is red. The tower is high.\n", encoding="utf-8")
    reader = FindingReader({"20 pence a day": 6.0}, FakeFinder("Overdue"))
    engine = Engine.open(str(other), path, reader=reader)
    for _ in range(2):
        given = engine.ask(QUESTION, within="lending.md")
        assert given.text == "20 pence a day"
    assert len(reader.finder.placed) == 3
    reader.finder.placed.clear()
    engine.ask(QUESTION)
    assert reader.finder.placed == []


def test_of_a_collection_of_some_size_sentences_are_placed_where_nothing_is_sure(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "PLACED_AT_ONCE", 1)
    reader = FindingReader({"forty": 6.0, "20 pence a day": 6.0}, FakeFinder("Overdue"))
    engine = Engine.open(path, reader=reader)
    assert engine.ask("how many seats has the reading room").text == "forty"
    assert reader.finder.placed == []
    assert engine.ask("what does forgetfulness lead to").text == "20 pence a day"
    assert reader.finder.placed != []


def test_of_a_large_collection_nothing_is_placed() -> None:
    assert MOST_PLACED >= 1000
    texts = ["The fee is two pounds.", "The room has forty seats."]
    sentences = [
        Sentence(number, 0, "a.txt", text, 0, len(text), number + 1, 1, number)
        for number, text in enumerate(texts)
    ]
    store = MemoryStore(sentences, ["a.txt"])
    finder = FakeFinder("fee")
    asked = Meanings(finder)
    from hegang_qa.intents import load_rules
    from hegang_qa.question import understand
    from hegang_qa.text.lexicon import Lexicon

    question = understand(
        "what does it cost",
        rules=load_rules(),
        index=build_index(sentences),
        lexicon=Lexicon.open(),
        store=store,
    )
    assert asked.near(question, store, None, most=1) is None
    assert finder.placed == []
