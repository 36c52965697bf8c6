"""Words of a collection by spelling and by beginning, as it grows."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.collections import Collection, spellings
from hegang_qa.index import word_blocks
from hegang_qa.index.protocol import SentenceIndex


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few words are treated as a million are."""
    monkeypatch.setattr(spellings, "_WORTH_MAKING", 3)
    monkeypatch.setattr(spellings, "_MOST_FRESH", 2)
    monkeypatch.setattr(spellings, "ONE_BLOCK", 5)
    monkeypatch.setattr(word_blocks, "_MANY", 1)


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "one.txt").write_text("The lantern hangs beside the ladder, a large lantern.\n")
    return folder


def made(index: SentenceIndex) -> bool:
    tables = index._words._rows("select count(*) from spellings")  # type: ignore[attr-defined]
    return bool(tables[0][0])


def test_blocks_and_what_came_since(docs: Path) -> None:
    collection = Collection.build("my.hq", ["docs"])[0]
    index = collection.snapshot().index
    assert made(index)
    assert index.similar_terms("lantren") == [("lantern", index.similar_terms("lantren")[0][1])]
    assert index.has_prefix("la") == ["lantern", "ladder", "large"]
    (docs / "two.txt").write_text("Lanolin, lanolin and lanolin.\n")
    collection.refresh()
    index = collection.snapshot().index
    assert index.similar_terms("lanolim")[0][0] == "lanolin"
    assert index.similar_terms("lantren")[0][0] == "lantern"
    assert index.has_prefix("la") == ["lanolin", "lantern", "ladder", "large"]
    assert index.has_prefix("la", limit=1) == ["lanolin"]


def test_many_new_words_make_the_blocks_again(docs: Path) -> None:
    collection = Collection.build("my.hq", ["docs"])[0]
    (docs / "two.txt").write_text("Lavender, marble, quarry, window and zinnia.\n")
    collection.refresh()
    index = collection.snapshot().index
    rows = index._words._rows("select word from fresh")
    assert rows == []
    assert index.similar_terms("lavendar")[0][0] == "lavender"
    assert index.similar_terms("quary")[0][0] == "quarry"


def test_a_reader_notices_that_blocks_were_made_again(docs: Path) -> None:
    collection = Collection.build("my.hq", ["docs"])[0]
    index = collection.snapshot().index
    assert index.similar_terms("lantren")[0][0] == "lantern"
    (docs / "two.txt").write_text("Lavender, marble, quarry, window and zinnia.\n")
    collection.refresh()
    assert index.similar_terms("ladderr")[0][0] == "ladder"  # the old state goes on


def test_without_blocks_all_words_are_looked_through(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spellings, "_WORTH_MAKING", 10_000)
    index = Collection.build("my.hq", ["docs"])[0].snapshot().index
    assert index.similar_terms("lantren")[0][0] == "lantern"
    assert index.has_prefix("la") == ["lantern", "ladder", "large"]
