"""Where the sentences of a collection lie in meaning: made by a finder, kept beside them.

What a finder makes of a sentence never changes, and numbers of documents are never given twice, so
that what is kept of a document holds as long as it is there.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from hegang_qa.collections.chunks import unpack
from hegang_qa.collections.database import check_there, connect, explained
from hegang_qa.collections.layout import Layout
from hegang_qa.collections.locking import WriterLock

if TYPE_CHECKING:
    from hegang_qa.collections.results import Progress
    from hegang_qa.sentences.model import Sentence

__all__ = ["KeptMeanings", "all_kept", "count_kept", "keep_meanings", "read_meanings"]

Place: TypeAlias = "Callable[[Sequence[Sentence]], tuple[list[int], list[bytes]]]"
"""Makes of sentences the ids of those that have a place, and their records."""

_TABLE = """
create table if not exists meanings (
    document integer primary key,
    finder text not null,
    ids blob not null,
    records blob not null
)"""

_AT_ONCE = 400
"""Sentences that are placed before what was made of them is written."""


class KeptMeanings(NamedTuple):
    """What is kept of a document: the ids of its sentences that have a place, and their records in
    the same order."""

    document: int
    ids: Sequence[int]
    records: bytes


def keep_meanings(
    folder: str,
    finder: str,
    place: Place,
    *,
    most: int,
    progress: Progress | None = None,
) -> int:
    """Place the sentences of a collection that have no place yet, and return how many they were.

    `finder` is the name of what `place` makes: what another finder has made is made anew. `place`
    returns the ids of those sentences that have a place, and their records. Of a collection with
    more than `most` sentences none are placed, and what was kept is dropped. Raises what
    `Collection.add` does; what was written before stays.
    """
    layout = Layout(folder)
    check_there(layout)
    done = 0
    with explained(folder):
        lock = WriterLock(layout.lock)
        try:
            connection = connect(layout, write=True)
            try:
                connection.execute(_TABLE)
                waiting = _waiting(connection, finder, most)
                for some in _batches(waiting):
                    done += _place_some(connection, finder, place, some)
                    if progress is not None:
                        at = waiting.index(some[-1]) + 1
                        progress(at, len(waiting), some[-1][1])
            finally:
                connection.close()
        finally:
            lock.release()
    return done


_Waiting = tuple[int, str, int]
"""Number and path of a document, and how many sentences it has."""


def _waiting(connection: sqlite3.Connection, finder: str, most: int) -> list[_Waiting]:
    """Return the documents of which nothing is kept, and forget those that are gone."""
    connection.execute(
        "delete from meanings where finder <> ?"
        " or document not in (select number from documents where died is null)",
        (finder,),
    )
    (held,) = connection.execute(
        "select coalesce(sum(sentences), 0) from documents where died is null"
    ).fetchone()
    if held > most:
        connection.execute("delete from meanings")
        return []
    rows: list[_Waiting] = connection.execute(
        "select number, path, sentences from documents where died is null"
        " and number not in (select document from meanings) order by number"
    ).fetchall()
    return rows


def _batches(waiting: Sequence[_Waiting]) -> Iterator[list[_Waiting]]:
    some: list[_Waiting] = []
    for document in waiting:
        some.append(document)
        if sum(sentences for _, _, sentences in some) >= _AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _place_some(
    connection: sqlite3.Connection,
    finder: str,
    place: Place,
    documents: Sequence[_Waiting],
) -> int:
    sentences: list[Sentence] = []
    for number, _, _ in documents:
        for first, data in connection.execute(
            "select first_id, data from chunks where document = ? order by first_id", (number,)
        ):
            sentences += unpack(first, number, data).sentences()
    of = {one.id: one.document for one in sentences}
    ids: dict[int, array[int]] = {number: array("q") for number, _, _ in documents}
    records: dict[int, list[bytes]] = {number: [] for number in ids}
    for identity, record in zip(*place(sentences), strict=True):
        ids[of[identity]].append(identity)
        records[of[identity]].append(record)
    connection.execute("begin immediate")
    connection.executemany(
        "insert or replace into meanings values (?, ?, ?, ?)",
        [(number, finder, ids[number].tobytes(), b"".join(records[number])) for number in ids],
    )
    connection.execute("commit")
    return sum(map(len, ids.values()))


def read_meanings(
    connection: sqlite3.Connection, generation: int, finder: str
) -> list[KeptMeanings]:
    """Return what a finder of this name has made of the documents of a generation, by number."""
    if not _is_there(connection):
        return []
    rows = connection.execute(
        "select m.document, m.ids, m.records from meanings m"
        " join documents d on d.number = m.document"
        " where m.finder = ?2 and d.born <= ?1 and (d.died is null or d.died > ?1)"
        " order by m.document",
        (generation, finder),
    )
    return [KeptMeanings(number, _numbers(ids), records) for number, ids, records in rows]


def all_kept(connection: sqlite3.Connection, finder: str) -> bool:
    """Return whether a finder of this name has placed every document that is alive."""
    if not _is_there(connection):
        return False
    waiting = connection.execute(
        "select 1 from documents where died is null and number not in"
        " (select document from meanings where finder = ?) limit 1",
        (finder,),
    ).fetchone()
    return waiting is None


def count_kept(connection: sqlite3.Connection) -> int:
    """Return how many sentences of documents that are alive have a place."""
    if not _is_there(connection):
        return 0
    (size,) = connection.execute(
        "select coalesce(sum(length(m.ids)), 0) from meanings m"
        " join documents d on d.number = m.document where d.died is null"
    ).fetchone()
    return int(size) // array("q").itemsize


def _is_there(connection: sqlite3.Connection) -> bool:
    # Collections that were made before, or without a reader, have none.
    found = connection.execute(
        "select 1 from sqlite_master where type = 'table' and name = 'meanings'"
    ).fetchone()
    return found is not None


def _numbers(content: bytes) -> Sequence[int]:
    numbers = array("q")
    numbers.frombytes(content[: len(content) // numbers.itemsize * numbers.itemsize])
    return numbers
