"""The file beside the lexicon that tells which words it may hold."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hegang_qa.resources import data_path
from hegang_qa.text.known_words import KnownWords, write_known_words
from hegang_qa.text.lexicon import Lexicon
from tools.build_known_words import words

SHIPPED = data_path("lexicon.sqlite")


@pytest.fixture
def lexicon(tmp_path: Path) -> str:
    path = tmp_path / "small.sqlite"
    db = sqlite3.connect(path)
    for table in ("word", "irregular", "kindred"):
        db.execute(f"CREATE TABLE {table} (form TEXT)")
        db.execute(f"INSERT INTO {table} VALUES (?)", (f"{table}form",))
    db.commit()
    db.close()
    return str(path)


def test_every_word_of_the_shipped_lexicon_may_be_held() -> None:
    known = KnownWords(SHIPPED)
    assert [word for word in words(SHIPPED) if not known.may_hold(word)] == []


def test_hardly_any_other_word_may_be_held() -> None:
    """The file that ships was made for the lexicon that ships: else it would hold everything."""
    known = KnownWords(SHIPPED)
    other = [f"zq{number}x" for number in range(2000)]
    assert sum(map(known.may_hold, other)) < 200


def test_words_of_all_tables_may_be_held(lexicon: str) -> None:
    write_known_words(lexicon, words(lexicon))
    known = KnownWords(lexicon)
    assert known.may_hold("wordform")
    assert known.may_hold("irregularform")
    assert known.may_hold("kindredform")
    assert not known.may_hold("nothing")


def test_without_the_file_every_word_may_be_held(lexicon: str) -> None:
    assert KnownWords(lexicon).may_hold("nothing")


@pytest.mark.parametrize("content", [b"", b"HQKW", b"x" * 131_088])
def test_a_damaged_file_is_not_believed(lexicon: str, content: bytes) -> None:
    Path(lexicon).with_suffix(".known").write_bytes(content)
    assert KnownWords(lexicon).may_hold("nothing")


def test_a_file_made_for_another_lexicon_is_not_believed(lexicon: str) -> None:
    write_known_words(lexicon, [])
    assert not KnownWords(lexicon).may_hold("wordform")
    with Path(lexicon).open("ab") as file:
        file.write(b"more")
    assert KnownWords(lexicon).may_hold("wordform")


def test_a_lexicon_looks_up_the_same_without_the_file(tmp_path: Path) -> None:
    bare = tmp_path / "lexicon.sqlite"
    bare.symlink_to(SHIPPED)
    one, other = Lexicon.open(), Lexicon.open(str(bare))
    for word in ("found", "mice", "unheard-of", "colour", "zqx", "walked"):
        assert one.lemmas(word) == other.lemmas(word)
        assert one.kindred(word) == other.kindred(word)
