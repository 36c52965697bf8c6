"""The sentences of a collection as of one generation."""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Sequence

from hegang_qa.collections.chunks import Chunk, unpack
from hegang_qa.collections.database import explained
from hegang_qa.collections.meanings import KeptMeanings, all_kept, read_meanings
from hegang_qa.sentences.model import Sentence

__all__ = ["CollectionStore"]

_KEPT_CHUNKS = 400
"""Pieces that are kept unpacked: some 30 kB each."""


class CollectionStore:
    """A `hegang_qa.sentences.model.SentenceStore` on disk; many threads may read."""

    def __init__(
        self, folder: str, connection: sqlite3.Connection, lock: threading.Lock, generation: int
    ) -> None:
        self.folder = folder
        self._connection = connection
        self._generation = generation
        self._lock = lock
        self._chunks: OrderedDict[int, Chunk] = OrderedDict()
        self._holding: dict[int, Chunk] = {}  # by the ids of their sentences
        self._paths: list[str] | None = None
        self._length: int | None = None

    def __len__(self) -> int:
        if self._length is None:
            with self._lock, explained(self.folder):
                row = self._connection.execute(
                    "select coalesce(sum(sentences), 0) from documents"
                    " where born <= ?1 and (died is null or died > ?1)",
                    (self._generation,),
                ).fetchone()
            self._length = int(row[0])
        return self._length

    def get(self, ids: Sequence[int]) -> list[Sentence]:
        """Return the sentences with these ids, in the order asked for; unknown ids are left out."""
        found: dict[int, Sentence] = {}
        with self._lock, explained(self.folder):
            for identity in sorted(set(ids)):
                chunk = self._holding.get(identity) or self._read(identity)
                if chunk is not None:
                    found[identity] = chunk.sentence(identity)
                    self._chunks.move_to_end(chunk.first)
        return [found[identity] for identity in ids if identity in found]

    def _read(self, identity: int) -> Chunk | None:
        """Read the piece that holds a sentence; None when it is of no document alive."""
        row = self._connection.execute(
            "select c.first_id, c.document, c.data, d.born, d.died"
            " from chunks c join documents d on d.number = c.document"
            " where c.first_id = (select max(first_id) from chunks where first_id <= ?)",
            (identity,),
        ).fetchone()
        if row is None:
            return None
        first, document, data, born, died = row
        if born > self._generation or (died is not None and died <= self._generation):
            return None
        chunk = unpack(first, document, data)
        if identity >= first + chunk.count:
            return None
        self._chunks[first] = chunk
        self._holding.update(dict.fromkeys(range(first, first + chunk.count), chunk))
        if len(self._chunks) > _KEPT_CHUNKS:
            oldest, dropped = self._chunks.popitem(last=False)
            for held in range(oldest, oldest + dropped.count):
                del self._holding[held]
        return chunk

    def ids(self) -> list[int]:
        """Return the ids of all sentences; reads them all."""
        found: list[int] = []
        with self._lock, explained(self.folder):
            rows = self._connection.execute(
                "select c.first_id from chunks c join documents d on d.number = c.document"
                " where d.born <= ?1 and (d.died is null or d.died > ?1) order by c.first_id",
                (self._generation,),
            ).fetchall()
            for (first,) in rows:
                chunk = self._read(first)
                if chunk is not None:
                    found += range(first, first + chunk.count)
        return found

    def beginnings(self, documents: Sequence[int]) -> list[int]:
        """Return the id of the first sentence of each document, in the order asked for; without
        those that are not alive or have none."""
        found: list[int] = []
        with self._lock, explained(self.folder):
            for number in documents:
                row = self._connection.execute(
                    "select min(c.first_id) from chunks c join documents d on d.number = c.document"
                    " where c.document = ?2 and d.born <= ?1 and (d.died is null or d.died > ?1)",
                    (self._generation, number),
                ).fetchone()
                if row[0] is not None:
                    found.append(row[0])
        return found

    def paths(self) -> list[str]:
        """Return the path of each document, by document number; removed ones are ""."""
        if self._paths is None:
            with self._lock, explained(self.folder):
                rows = self._connection.execute(
                    "select number, path from documents"
                    " where born <= ?1 and (died is null or died > ?1)",
                    (self._generation,),
                ).fetchall()
            paths = [""] * (max((number for number, _ in rows), default=-1) + 1)
            for number, path in rows:
                paths[number] = path
            self._paths = paths
        return self._paths

    def has_places(self, finder: str) -> bool:
        """Return whether a finder of this name has placed all that the collection holds now."""
        with self._lock, explained(self.folder):
            return all_kept(self._connection, finder)

    def meanings(self, finder: str) -> list[KeptMeanings]:
        """Return what a finder of this name has made of the sentences, a record a document."""
        with self._lock, explained(self.folder):
            return read_meanings(self._connection, self._generation, finder)
