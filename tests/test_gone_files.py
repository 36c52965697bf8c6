"""Files that were named outright and are gone when what has changed is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine, HegangQAError
from hegang_qa.collections import Collection


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    (tmp_path / "mill.md").write_text("The mill was built in 1850.\n", encoding="utf-8")
    (tmp_path / "hall.txt").write_text("The hall was built in 1900.\n", encoding="utf-8")
    return Engine.open(tmp_path / "mill.md", tmp_path / "hall.txt", reader="off")


def test_the_others_are_kept_and_it_may_come_back(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "mill.md").unlink()
    changes = engine.refresh()
    assert [Path(path).name for path in changes.removed] == ["mill.md"]
    assert "not there any more" in changes.warnings[0]
    assert engine.ask("when was the mill built").kind == "no-answer"
    assert engine.ask("when was the hall built").text == "1900"
    (tmp_path / "mill.md").write_text("The mill was built in 1851.\n", encoding="utf-8")
    engine.refresh()
    assert engine.ask("when was the mill built").text == "1851"


def test_others_may_be_added_where_one_is_gone(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "mill.md").unlink()
    (tmp_path / "pier.txt").write_text("The pier was built in 1875.\n", encoding="utf-8")
    changes = engine.add(tmp_path / "pier.txt")
    assert [Path(path).name for path in (*changes.added, *changes.removed)] == [
        "pier.txt",
        "mill.md",
    ]
    assert engine.ask("when was the pier built").text == "1875"
    with pytest.raises(HegangQAError, match="no such file"):
        engine.add(tmp_path / "mill.md")


def test_where_all_are_gone_nothing_is_lost(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "mill.md").unlink()
    (tmp_path / "hall.txt").unlink()
    with pytest.raises(HegangQAError, match="no such file"):
        engine.refresh()
    assert engine.ask("when was the mill built").text == "1850"


def test_one_name_is_no_list_of_names(tmp_path: Path) -> None:
    with pytest.raises(HegangQAError, match="in a list"):
        Collection.build(tmp_path / "my.hq", "notes")
