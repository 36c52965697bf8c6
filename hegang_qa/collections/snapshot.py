"""A collection as a reader sees it: index and sentences of one and the same generation."""

from __future__ import annotations

import os
import sqlite3
import threading
import time

from hegang_qa.collections.database import connect, explained, get_meta
from hegang_qa.collections.integrity import check_files
from hegang_qa.collections.inverted import count_entries, open_index, read_generation
from hegang_qa.collections.layout import Layout
from hegang_qa.collections.search import CollectionIndex
from hegang_qa.collections.store import CollectionStore
from hegang_qa.errors import IndexFormatError

__all__ = ["Reader", "Snapshot"]

_TRIES = 50


class Snapshot:
    """Index and store of one generation; never changes, and many threads may use it."""

    def __init__(self, index: CollectionIndex, store: CollectionStore, generation: int) -> None:
        self.index = index
        self.store = store
        self.generation = generation


class Reader:
    """Opens a collection for reading and gives its newest snapshot."""

    def __init__(self, folder: str) -> None:
        self._layout = Layout(folder)
        self._connection = connect(self._layout)
        self._lock = threading.Lock()  # the connection serves one thread at a time
        self._renewing = threading.Lock()
        try:
            with explained(folder):
                check_files(self._connection, self._layout)
                self._seen = self._noted()
                if self._seen == "0" and not os.path.isdir(self._layout.index):
                    raise IndexFormatError(
                        f"{folder}: nothing has been read into this collection yet",
                        hint=f"go on with it: hegang-qa index --into {folder}",
                    )
                self._index = open_index(self._layout.index)
                self.current = self._snapshot()
        except BaseException:
            self._connection.close()
            raise

    def _noted(self) -> str:
        with self._lock:
            return get_meta(self._connection, "generation")

    def newest(self) -> Snapshot:
        """Return the newest snapshot; a new object only when the collection has changed.

        Costs some 10 microseconds while nothing changes.
        """
        with explained(self._layout.folder):
            noted = self._noted()
            if noted != self._seen:
                with self._renewing:
                    if noted != self._seen:
                        self._reload()
                        self.current = self._snapshot()
                        self._seen = noted
        return self.current

    def _reload(self) -> None:
        try:
            self._index.reload()
        except ValueError:  # opened where it cannot be written, or damaged: the opening tells
            self._index = open_index(self._layout.index)

    def _snapshot(self) -> Snapshot:
        generation = -1
        for _ in range(_TRIES):
            # The index first: whatever generation it is at, the truth has it as well.
            searcher = self._index.searcher()
            generation = read_generation(self._index, searcher)
            store = CollectionStore(self._layout.folder, self._connection, self._lock, generation)
            count = len(store)
            total = count_entries(self._layout.index, searcher)
            if count == searcher.num_docs - (generation > 0) and total is not None:
                index = CollectionIndex(
                    self._layout.folder,
                    self._index.schema,
                    searcher,
                    self._connection,
                    self._lock,
                    count,
                    total,
                )
                return Snapshot(index, store, generation)
            time.sleep(0.01)
            self._reload()
        raise IndexFormatError(
            f"{self._layout.folder}: index and sentences do not belong together (generation"
            f" {generation})",
            hint="mend it from its own sentences: hegang-qa index --into"
            f" {self._layout.folder} --rebuild",
        )

    def connection(self) -> sqlite3.Connection:
        """Return the connection that reads the database."""
        return self._connection

    def close(self) -> None:
        """Close the database."""
        self._connection.close()
