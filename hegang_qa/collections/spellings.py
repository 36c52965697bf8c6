"""The words of a collection, kept so that they are found at once by spelling or by beginning.

Blocks (`hegang_qa.index.word_blocks`) are made from the table of words when a writer closes. Words
that come later are listed as fresh, until there are so many that the blocks are made again. All of
it can be made from the table of words at any time, and small vocabularies do without.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection
from operator import itemgetter
from typing import Any

from hegang_qa.collections.database import explained, get_meta, set_meta
from hegang_qa.index.vocabulary import Vocabulary, most_frequent
from hegang_qa.index.word_blocks import (
    MOST_LISTED,
    ONE_BLOCK,
    Blocks,
    by_frequency,
    frequent_beginnings,
    pack_words,
)

__all__ = ["CollectionWords", "make_spellings", "note_fresh"]

_TABLES = """
create table if not exists spellings (
    key text not null,
    length integer not null,
    plain text not null,
    words text not null,
    counts blob not null
);
create unique index if not exists spellings_place on spellings (key, length);
create table if not exists beginnings (beginning text primary key, words text not null);
create table if not exists fresh (word text primary key) without rowid;
"""

_WORTH_MAKING = 2_000
"""Words: fewer are read and compared as soon as they are asked for."""

_MOST_FRESH = 500

_LAST = "\U0010ffff"

_AT_ONCE = 500
"""Words that are looked up by one statement (SQLite allows 999 places)."""


def note_fresh(connection: sqlite3.Connection, words: Collection[str]) -> None:
    """List those of `words` that are new to the collection; to be called in the transaction that
    adds them, before it does. Many at once leave the blocks to be made again."""
    if not get_meta(connection, "spelled"):
        return
    if len(words) > 10 * _MOST_FRESH:
        set_meta(connection, "spelled", "")
        return
    several = list(words)
    for begin in range(0, len(several), _AT_ONCE):
        part = several[begin : begin + _AT_ONCE]
        places = ",".join("?" * len(part))
        known = {
            word
            for (word,) in connection.execute(
                f"select word from words where word in ({places})", part
            )
        }
        connection.executemany(
            "insert or ignore into fresh values (?)",
            [(word,) for word in part if word not in known],
        )


def make_spellings(connection: sqlite3.Connection) -> None:
    """Make the blocks where they are wanted or out of date; costs some microseconds a word."""
    if get_meta(connection, "spelled"):
        (fresh,) = connection.execute("select count(*) from fresh").fetchone()
        if fresh <= _MOST_FRESH:
            return
    rows = connection.execute("select word, count from words order by word")
    words = sorted(rows, key=itemgetter(1), reverse=True)  # of equal ones the order stays
    if len(words) < _WORTH_MAKING:
        return
    connection.executescript(_TABLES)
    connection.execute("begin immediate")
    try:
        for table in ("spellings", "beginnings", "fresh"):
            connection.execute(f"delete from {table}")
        connection.executemany(
            "insert into spellings values (?, ?, ?, ?, ?)",
            pack_words(words, whole=len(words) <= ONE_BLOCK),
        )
        connection.executemany(
            "insert into beginnings values (?, ?)",
            [(key, "\n".join(listed)) for key, listed in frequent_beginnings(words).items()],
        )
        set_meta(connection, "spelled", len(words))
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


class CollectionWords:
    """Finds words by spelling and by beginning; many threads may ask.

    `lock` guards the connection. Words stay listed when their last sentence goes.
    """

    def __init__(self, folder: str, connection: sqlite3.Connection, lock: threading.Lock) -> None:
        self._folder = folder
        self._connection = connection
        self._lock = lock
        self._made: tuple[str, Vocabulary] | None = None
        self._fresh: list[tuple[str, int]] | None = None

    def similar(self, term: str, *, limit: int) -> list[tuple[str, float]]:
        """Return words spelled like `term`, with similarity, best first."""
        spelled = self._spelled()
        if self._made is None or self._made[0] != spelled:
            self._made = (spelled, self._vocabulary(spelled))
        return self._made[1].similar(term, limit=limit)

    def beginning(self, prefix: str, *, limit: int) -> list[str]:
        """Return words that begin with `prefix` (folded, not ""), most frequent first."""
        if self._spelled() and limit <= MOST_LISTED:
            kept = self._rows("select words from beginnings where beginning = ?", prefix)
            if kept:
                listed: list[str] = kept[0][0].split("\n")
                fresh = [word for word, _ in self._fresh_words() if word.startswith(prefix)]
                return self._by_count({*listed, *fresh}, limit) if fresh else listed[:limit]
        rows = self._rows(
            "select word from words where word >= ? and word < ? order by count desc, word limit ?",
            prefix,
            prefix + _LAST,
            limit,
        )
        return [word for (word,) in rows]

    def _vocabulary(self, spelled: str) -> Vocabulary:
        if not spelled:
            words = self._rows("select word, count from words")
            return Vocabulary(Blocks.of(by_frequency(words)))
        blocks = Blocks(self._block, whole=int(spelled) <= ONE_BLOCK)
        return Vocabulary(blocks, Blocks.of(self._fresh_words()))

    def _block(self, key: str, length: int) -> tuple[str, str, bytes] | None:
        rows = self._rows(
            "select plain, words, counts from spellings where key = ? and length = ?", key, length
        )
        return rows[0] if rows else None

    def _by_count(self, words: Collection[str], limit: int) -> list[str]:
        places = ",".join("?" * len(words))
        rows = self._rows(f"select word, count from words where word in ({places})", *words)
        return most_frequent(rows, limit)

    def _fresh_words(self) -> list[tuple[str, int]]:
        # Those of this state of the collection: a later one is read by another object.
        if self._fresh is None:
            rows = self._rows("select word, count from fresh join words using (word)")
            self._fresh = by_frequency(rows)
        return self._fresh

    def _spelled(self) -> str:
        with self._lock, explained(self._folder):
            return get_meta(self._connection, "spelled")

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with self._lock, explained(self._folder):
            return self._connection.execute(statement, values).fetchall()
