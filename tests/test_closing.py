"""An engine is closed when it is no longer asked, and answers may be kept in sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.collections import Collection


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "mill.txt").write_text("The mill was built in 1850.\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("kept", [False, True])
def test_what_is_closed_is_opened_again_by_a_question(
    notes: Path, tmp_path: Path, kept: bool
) -> None:
    if kept:
        Collection.build(tmp_path / "my.hq", [notes])
    with Engine.open(tmp_path / "my.hq" if kept else notes, reader="off") as engine:
        assert engine.ask("when was the mill built").text == "1850"
    assert engine.ask("when was the mill built").text == "1850"
    engine.close()
    engine.close()


def test_paths_of_a_collection_may_be_path_objects(notes: Path, tmp_path: Path) -> None:
    collection, changes = Collection.build(tmp_path / "my.hq", [notes])
    assert len(changes.added) == 1
    (tmp_path / "hall.txt").write_text("The hall was built in 1900.\n", encoding="utf-8")
    assert len(collection.add([tmp_path / "hall.txt"]).added) == 1
    assert len(collection.remove([tmp_path / "hall.txt"]).removed) == 1


def test_answers_may_be_kept_in_sets(notes: Path) -> None:
    engine = Engine.open(notes, reader="off")
    answers = {
        engine.ask(question, explain=True)
        for question in ("when was the mill built", "when was the mill built", "who built it")
    }
    assert len(answers) == 2
