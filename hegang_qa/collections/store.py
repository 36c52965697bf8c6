"""The sentences of a collection as of one generation."""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Sequence

from hegang_qa.collections.chunks import Chunk, unpack
from hegang_qa.sentences.model import Sentence

__all__ = ["CollectionStore"]

_KEPT_CHUNKS = 400
"""Pieces that are kept unpacked: some 30 kB each."""


class CollectionStore:
    """A `hegang_qa.sentences.model.SentenceStore` on disk; many threads may read."""

    def __init__(
        self, connection: sqlite3.Connection, lock: threading.Lock, generation: int
    ) -> None:
        self._connection = connection
        self._generation = generation
        self._lock = lock
        self._chunks: OrderedDict[int, Chunk] = OrderedDict()
        self._paths: list[str] | None = None
        self._length: int | None = None

    def __len__(self) -> int:
        if self._length is None:
            with self._lock:
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
        with self._lock:
            chunk: Chunk | None = None
            for identity in sorted(set(ids)):
                if chunk is None or not chunk.first <= identity < chunk.first + chunk.count:
                    chunk = self._chunk(identity)
                    if chunk is None:
                        continue
                found[identity] = chunk.sentence(identity)
        return [found[identity] for identity in ids if identity in found]

    def _chunk(self, identity: int) -> Chunk | None:
        row = self._connection.execute(
            "select first_id from chunks where first_id <= ? order by first_id desc limit 1",
            (identity,),
        ).fetchone()
        if row is None:
            return None
        first = int(row[0])
        chunk = self._chunks.get(first)
        if chunk is None:
            row = self._connection.execute(
                "select c.document, c.data from chunks c join documents d on d.number = c.document"
                " where c.first_id = ?1 and d.born <= ?2 and (d.died is null or d.died > ?2)",
                (first, self._generation),
            ).fetchone()
            if row is None:
                return None
            chunk = self._chunks[first] = unpack(first, row[0], row[1])
            if len(self._chunks) > _KEPT_CHUNKS:
                self._chunks.popitem(last=False)
        else:
            self._chunks.move_to_end(first)
        return chunk if identity < first + chunk.count else None

    def paths(self) -> list[str]:
        """Return the path of each document, by document number; removed ones are ""."""
        if self._paths is None:
            with self._lock:
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
