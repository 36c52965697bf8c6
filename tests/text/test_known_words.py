"""The file beside the lexicon that tells which words it may hold."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hegang_qa.resources import data_path
from hegang_qa.text.known_words import TABLES, KnownWords, write_known_words
from hegang_qa.text.lexicon import Lexicon
from tools.build_known_words import words

SHIPPED = data_path("lexicon.sqlite")


@pytest.fixture
def lexicon(tmp_path: Path) -> str:
    path = tmp_path / "small.sqlite"
    db = sqlite3.connect(path)
    for table in TABLES:
        db.execute(f"CREATE TABLE {table} (form TEXT)")
        db.execute(f"INSERT INTO {table} VALUES (?)", (f"{table}form",))
    db.commit()
    db.close()
    return str(path)


def test_every_word_of_the_shipped_lexicon_may_be_held() -> None:
    known = KnownWords(SHIPPED)
    held = words(SHIPPED)
    for number, table in enumerate(TABLES):
        assert [word for word in held[table] if not known.may_hold(word, number)] == []


def test_hardly_any_other_word_may_be_held() -> None:
    """The file that ships was made for the lexicon that ships: else it would hold everything."""
    known = KnownWords(SHIPPED)
    other = [f"zq{number}x" for number in range(2000)]
    for number in range(len(TABLES)):
        assert sum(known.may_hold(word, number) for word in other) < 200


def test_each_table_holds_its_own_words(lexicon: str) -> None:
    write_known_words(lexicon, words(lexicon))
    known = KnownWords(lexicon)
    for number, table in enumerate(TABLES):
        for other in TABLES:
            assert known.may_hold(f"{other}form", number) == (table == other)


def test_without_the_file_every_word_may_be_held(lexicon: str) -> None:
    assert KnownWords(lexicon).may_hold("nothing", 0)


@pytest.mark.parametrize("content", [b"", b"HQKW", b"x" * 131_088])
def test_a_damaged_file_is_not_believed(lexicon: str, content: bytes) -> None:
    Path(lexicon).with_suffix(".known").write_bytes(content)
    assert KnownWords(lexicon).may_hold("nothing", 0)


def test_a_file_made_for_another_lexicon_is_not_believed(lexicon: str) -> None:
    write_known_words(lexicon, dict.fromkeys(TABLES, ()))
    assert not KnownWords(lexicon).may_hold("wordform", 0)
    with Path(lexicon).open("ab") as file:
        file.write(b"more")
    assert KnownWords(lexicon).may_hold("wordform", 0)


def test_a_lexicon_looks_up_the_same_without_the_file(tmp_path: Path) -> None:
    bare = tmp_path / "lexicon.sqlite"
    bare.symlink_to(SHIPPED)
    one, other = Lexicon.open(), Lexicon.open(str(bare))
    for word in ("found", "mice", "unheard-of", "colour", "zqx", "walked"):
        assert one.lemmas(word) == other.lemmas(word)
        assert one.kindred(word) == other.kindred(word)
