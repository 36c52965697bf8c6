"""Sentences are placed by their meaning once: kept in a collection, or in a folder of the cache."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from hegang_qa import Engine
from hegang_qa.answers.reading import meanings
from hegang_qa.cli.main import main
from hegang_qa.collections import Collection
from hegang_qa.collections.layout import Layout
from hegang_qa.second_opinion import INTERFACE
from tests.cli.stub import environment, text_of
from tests.reader.fake import FakeReader

LENDING = "# Lending\n\nOverdue fee: 20 pence a day for each volume.\n\nMembers renew online.\n"
ROOMS = "# Rooms\n\nThe reading room has forty seats. May I eat there?\n"
QUESTION = "what am I in for when I forget about it"


class KeepingFinder:
    """Holds texts for near that have a word; keeps that as one byte a text."""

    record = 1

    def __init__(self, word: str = "Overdue", name: str = "one") -> None:
        self.word, self.name = word, name
        self.placed: list[str] = []
        self.questions: list[str] = []

    def place(self, texts: Sequence[str]) -> bytes:
        self.placed += texts
        return bytes(90 if self.word in text else 10 for text in texts)

    def near(self, question: str, placed: bytes) -> list[float]:
        self.questions.append(question)
        return [value / 100 for value in placed]

    def keep(self, placed: bytes) -> bytes:
        return placed

    def restore(self, content: bytes) -> bytes:
        return content


class FindingReader(FakeReader):
    def __init__(self, finder: KeepingFinder) -> None:
        super().__init__({"20 pence a day": 6.0, "forty": 6.0})
        self.finder = finder


def asked(finder: KeepingFinder, *paths: str, cache: str | None = None) -> str | None:
    return Engine.open(*paths, reader=FindingReader(finder), cache=cache).ask(QUESTION).text


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "lending.md").write_text(LENDING, encoding="utf-8")
    (folder / "rooms.md").write_text(ROOMS, encoding="utf-8")
    return folder


@pytest.fixture
def folder(docs: Path, tmp_path: Path) -> str:
    collection, _ = Collection.build(tmp_path / "my.hq", [str(docs)])
    collection.close()
    return str(tmp_path / "my.hq")


# -- a collection ----------------------------------------------------------------------------------


def placed(folder: str, finder: KeepingFinder) -> int:
    return Engine.open(folder, reader=FindingReader(finder)).place()


def test_a_collection_keeps_the_places_of_its_sentences(folder: str) -> None:
    first = KeepingFinder()
    assert placed(folder, first) == 3
    assert sorted(first.placed) == [
        "Lending: Members renew online.",
        "Lending: Overdue fee: 20 pence a day for each volume.",
        "Rooms: The reading room has forty seats.",
    ]
    assert Collection(folder).status().placed == 3
    other = KeepingFinder()
    assert asked(other, folder) == "20 pence a day"
    assert other.placed == []
    assert placed(folder, other) == 0


def test_what_changed_is_placed_and_nothing_else(folder: str, docs: Path) -> None:
    placed(folder, KeepingFinder())
    (docs / "rooms.md").write_text("The cellar has ten seats.\n", encoding="utf-8")
    (docs / "lending.md").unlink()
    Collection(folder).refresh()
    finder = KeepingFinder()
    assert asked(finder, folder) is None
    assert finder.placed == ["The cellar has ten seats."]  # beside what is kept, for this process
    assert placed(folder, finder) == 1
    assert Collection(folder).status().placed == 1


def test_where_too_much_has_come_the_words_alone_decide(
    folder: str, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed(folder, KeepingFinder())
    (docs / "cellar.md").write_text("The cellar has ten seats. It is dry.\n", encoding="utf-8")
    Collection(folder).refresh()
    monkeypatch.setattr(meanings, "PLACED_AT_ONCE", 1)
    monkeypatch.setattr("hegang_qa.answers.reading.hearing.PLACED_AT_ONCE", 1)
    monkeypatch.setattr("hegang_qa.answers.reading.hearing.MOST_PLACED", 1)
    finder = KeepingFinder()
    asked(finder, folder)
    assert (finder.placed, finder.questions) == ([], [])


def test_an_open_engine_sees_what_it_has_placed(folder: str) -> None:
    finder = KeepingFinder()
    engine = Engine.open(folder, reader=FindingReader(finder))
    assert engine.ask(QUESTION).text == "20 pence a day"
    assert engine.place() == 3
    finder.placed.clear()
    assert engine.ask(QUESTION).text == "20 pence a day"
    assert finder.placed == []


def test_another_finder_places_anew(folder: str) -> None:
    placed(folder, KeepingFinder())
    other = KeepingFinder("forty", name="two")
    assert asked(other, folder) != "20 pence a day"
    assert len(other.placed) == 3
    assert placed(folder, other) == 3
    assert Collection(folder).status().placed == 3


def test_a_large_collection_is_found_by_its_meaning_where_places_are_kept(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MOST_PLACED", "PLACED_AT_ONCE"):
        monkeypatch.setattr(f"hegang_qa.answers.reading.hearing.{name}", 1)
    finder = KeepingFinder()
    asked(finder, folder)
    assert (finder.placed, finder.questions) == ([], [])
    placed(folder, KeepingFinder())
    assert asked(finder, folder) == "20 pence a day"
    assert (finder.placed, len(finder.questions)) == ([], 1)


def test_too_large_a_collection_keeps_none(
    folder: str, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed(folder, KeepingFinder())
    (docs / "cellar.md").write_text("The cellar has ten seats.\n", encoding="utf-8")
    Collection(folder).refresh()
    monkeypatch.setattr(meanings, "MOST_KEPT", 2)
    finder = KeepingFinder()
    assert placed(folder, finder) == 0
    assert Collection(folder).status().placed == 0


def test_records_of_the_wrong_length_are_made_anew(folder: str) -> None:
    placed(folder, KeepingFinder())
    with sqlite3.connect(Layout(folder).database) as connection:
        connection.execute("update meanings set records = x'00' where document = 0")
    finder = KeepingFinder()
    assert asked(finder, folder) == "20 pence a day"
    assert len(finder.placed) == 2


def test_progress_and_an_update_that_is_broken_off(folder: str) -> None:
    told: list[tuple[int, int, str]] = []

    def stop(done: int, total: int, path: str) -> None:
        told.append((done, total, os.path.basename(path)))
        raise KeyboardInterrupt

    engine = Engine.open(folder, reader=FindingReader(KeepingFinder()))
    with pytest.raises(KeyboardInterrupt):
        engine.place(progress=stop)
    assert told == [(2, 2, "rooms.md")]
    assert engine.place() == 0  # what was told of is written


def test_without_a_reader_nothing_is_placed(folder: str) -> None:
    assert Engine.open(folder, reader="off").place() == 0
    assert Engine.open(folder, reader=FakeReader({})).place() == 0


# -- documents that are no collection --------------------------------------------------------------


def test_documents_are_placed_in_memory(docs: Path) -> None:
    finder = KeepingFinder()
    engine = Engine.open(str(docs), reader=FindingReader(finder))
    assert engine.place() == 3
    finder.placed.clear()
    assert engine.ask(QUESTION).text == "20 pence a day"
    assert finder.placed == []


def test_a_folder_keeps_the_places_of_documents(docs: Path, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    assert asked(KeepingFinder(), str(docs), cache=cache) == "20 pence a day"
    later = KeepingFinder()
    assert asked(later, str(docs), cache=cache) == "20 pence a day"
    assert later.placed == []
    (docs / "lending.md").write_text(LENDING.replace("20", "30"), encoding="utf-8")
    assert asked(later, str(docs), cache=cache) is None
    assert len(later.placed) == 3


def test_many_documents_in_the_cache_are_placed_when_they_are_read(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hegang_qa.opening.WORTH_CACHING", 1)
    monkeypatch.setattr(meanings, "MOST_PLACED", 1)
    cache, told = str(tmp_path / "cache"), []
    finder = KeepingFinder()
    for _ in range(2):
        Engine.open(
            str(docs),
            reader=FindingReader(finder),
            cache=cache,
            progress=lambda done, total, path: told.append((done, total)),
        )
    assert len(finder.placed) == 3
    assert told[-1] == (2, 2)
    later = KeepingFinder()
    assert asked(later, str(docs), cache=cache) == "20 pence a day"
    assert later.placed == []


@pytest.mark.parametrize("content", [b"", b"something else", None])
def test_a_damaged_file_is_made_anew(docs: Path, tmp_path: Path, content: bytes | None) -> None:
    cache = tmp_path / "cache"
    asked(KeepingFinder(), str(docs), cache=str(cache))
    (file,) = cache.iterdir()
    good = file.read_bytes()
    file.write_bytes(content if content is not None else good[:-1] + b"\x00")
    finder = KeepingFinder()
    assert asked(finder, str(docs), cache=str(cache)) == "20 pence a day"
    assert len(finder.placed) == 3
    assert file.read_bytes() == good


def test_a_folder_that_cannot_be_written_is_done_without(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    assert asked(KeepingFinder(), str(docs), cache=str(tmp_path / "cache")) == "20 pence a day"


def test_files_that_nobody_has_used_for_long_are_removed(docs: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    old, other = cache / "old.meanings", cache / "notes.txt"
    for file in (old, other):
        file.write_text("", encoding="utf-8")
        os.utime(file, (0, 0))
    asked(KeepingFinder(), str(docs), cache=str(cache))
    assert not old.exists()
    assert other.exists()


# -- the command -----------------------------------------------------------------------------------


def run(*arguments: str) -> tuple[int, str, str]:
    env = environment()
    status = main(arguments, env)
    return status, text_of(env.stdout), text_of(env.stderr)


def test_the_index_command_places(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = FindingReader(KeepingFinder())
    module = SimpleNamespace(INTERFACE=INTERFACE, load_reader=lambda: reader)
    monkeypatch.setitem(sys.modules, "hegang_qa_reader", module)
    folder = str(tmp_path / "new.hq")
    assert run("index", str(docs), "--into", folder, "--reader", "off")[0] == 0
    assert "by meaning" not in run("index", "--into", folder, "--status")[1]
    status, out, err = run("index", "--into", folder)
    assert (status, err) == (0, "")
    assert "nothing has changed" in out
    assert "by meaning 3 sentences placed" in run("index", "--into", folder, "--status")[1]


def test_a_reader_that_is_not_there_is_told_before_anything_is_read(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "hegang_qa_reader", None)
    folder = tmp_path / "new.hq"
    status, out, err = run("index", str(docs), "--into", str(folder), "--reader", "on")
    assert (status, out) == (2, "")
    assert "the reader is not installed" in err
    assert not folder.exists()
