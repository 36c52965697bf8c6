"""Write a collection, so that every reader at every moment sees documents whole.

A batch of changes goes through three commits, each all or nothing:

1. the truth gets the new documents (born in the next generation) and the old ones' deaths;
2. the index gets the terms of the new and loses those of the old, and becomes the next generation;
3. the truth notes that the next generation is complete.

Readers take the generation from the index and see the truth as of it, so they never see half.
Whatever dies between 1 and 3 is made good by the next writer, from the truth alone.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress

from hegang_qa.collections.analysing import Analysed, Task
from hegang_qa.collections.chunks import unpack
from hegang_qa.collections.database import (
    check_there,
    connect,
    explained,
    get_meta,
    known_documents,
    set_meta,
)
from hegang_qa.collections.index_writer import IndexWriter
from hegang_qa.collections.integrity import check_sentences, record_files
from hegang_qa.collections.inverted import count_entries, open_index, read_generation
from hegang_qa.collections.layout import Layout
from hegang_qa.collections.locking import WriterLock
from hegang_qa.collections.results import Known, Progress
from hegang_qa.collections.spellings import make_spellings, note_fresh
from hegang_qa.collections.terms import entries
from hegang_qa.collections.workers import analyse_all
from hegang_qa.errors import IndexFormatError
from hegang_qa.index.extraction import Extractor
from hegang_qa.sentences.model import Sentence

__all__ = ["Writer"]

_BATCH_SENTENCES = 500_000
"""Each commit leaves a segment of the index, and a search looks into all of them: five take a third
longer than one."""
_BATCH_SECONDS = 120.0
_WORTH_COMPACTING = 5_000
_KEPT_SECONDS = 60.0
"""Dead documents are kept so long for readers who still look at an older generation."""


class _Batch:
    """Changes since the last commit."""

    def __init__(self) -> None:
        self.dead: list[int] = []
        self.words: dict[str, int] = {}
        self.sentences = 0
        self.touched = False
        self.begun = time.monotonic()

    def full(self) -> bool:
        late = self.sentences > 0 and time.monotonic() - self.begun > _BATCH_SECONDS
        return self.sentences >= _BATCH_SENTENCES or late


class Writer:
    """The one that may change a collection; holds its lock from opening to `close`."""

    def __init__(
        self,
        folder: str,
        *,
        jobs: int | None = None,
        repair: bool = False,
        keep_unreadable: bool = True,
    ) -> None:
        """Open the collection in `folder`; with `repair`, make its index again first.

        `keep_unreadable`: of a file that cannot be read any more, keep what was read last. Raises
        `IndexFormatError` when there is no collection or it is damaged, and `StorageError` when it
        cannot be written now.
        """
        self._layout = Layout(folder)
        self._jobs = jobs
        self._keep_unreadable = keep_unreadable
        self._index: IndexWriter | None = None
        self._wrote = False
        check_there(self._layout)  # the lock would leave a file in any folder
        with explained(folder):
            self._lock = WriterLock(self._layout.lock)
        try:
            self._connection = connect(self._layout, write=True)
            try:
                with explained(folder):
                    if repair:
                        self.rebuild()
                    self._recover()
            except BaseException:
                self._connection.close()
                raise
        except BaseException:
            self._lock.release()
            raise

    # -- what is there ---------------------------------------------------------------------------

    def known(self) -> list[Known]:
        """Return the documents that are alive, by number."""
        return known_documents(self._connection)

    def setting(self, key: str) -> str:
        """Return a setting of the collection, "" when it is not there."""
        return get_meta(self._connection, key)

    def set(self, key: str, value: str) -> None:
        """Write a setting of the collection; the names of its documents also beside the database,
        so that it can be built again when that is damaged."""
        with explained(self._layout.folder):
            set_meta(self._connection, key, value)
            if key == "sources":
                beside = f"{self._layout.sources}.new"
                with open(beside, "w", encoding="utf-8", errors="surrogatepass") as file:
                    file.write(value)
                os.replace(beside, self._layout.sources)

    def forget_failures(self) -> None:
        """Forget which files could not be read: an update finds out again."""
        with explained(self._layout.folder):
            self._connection.execute("delete from failures")

    # -- changes ---------------------------------------------------------------------------------

    def apply(
        self,
        removed: Sequence[Known],
        tasks: Sequence[tuple[Task, int]],
        *,
        known: dict[str, Known],
        progress: Progress | None = None,
    ) -> list[Analysed]:
        """Take `removed` out, read `tasks`, and return what became of each, without its content.

        `known` are the documents alive, by location. When this is interrupted or fails, all
        batches that were complete stay, and the rest is as before.
        """
        outcomes: list[Analysed] = []
        with explained(self._layout.folder):
            try:
                batch = self._begin()
                for document in removed:
                    self._bury(batch, document.number)
                for at, result in enumerate(analyse_all(tasks, jobs=self._jobs), 1):
                    self._take(batch, result, known.get(result.location))
                    outcomes.append(result._replace(chunks=[], entries=[], words={}))
                    if progress is not None:
                        progress(at, len(tasks), result.path)
                    if batch.full():
                        self._commit(batch)
                        batch = self._begin()
                self._commit(batch)
            except BaseException:
                self._abandon()
                raise
        return outcomes

    def _begin(self) -> _Batch:
        self._connection.execute("begin immediate")
        self._generation = int(get_meta(self._connection, "generation"))
        self._next_id = int(get_meta(self._connection, "next_id"))
        self._next_number = int(get_meta(self._connection, "next_number"))
        self._sweep()
        return _Batch()

    def _take(self, batch: _Batch, result: Analysed, before: Known | None) -> None:
        execute = self._connection.execute
        if result.outcome == "failed":
            batch.touched = True
            if before is not None and self._keep_unreadable:
                execute(
                    "update documents set error = ? where number = ?",
                    (result.reason, before.number),
                )
            else:
                if before is not None:
                    self._bury(batch, before.number)
                execute(
                    "insert or replace into failures values (?, ?)", (result.path, result.reason)
                )
            return
        if before is None:
            execute("delete from failures where path = ?", (result.path,))
        elif result.outcome == "same" and result.path == before.path:
            batch.touched = True
            execute(
                "update documents set size = ?, modified = ?, error = null where number = ?",
                (result.size, result.modified, before.number),
            )
            return
        if before is not None:
            self._bury(batch, before.number)
        self._insert(batch, result)

    def _insert(self, batch: _Batch, result: Analysed) -> None:
        number, first = self._next_number, self._next_id
        self._connection.execute(
            "insert into documents values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, null)",
            (
                number,
                result.path,
                result.location,
                result.size,
                result.modified,
                result.digest,
                first,
                result.sentences,
                self._generation + 1,
            ),
        )
        at = first
        rows = []
        for count, data in result.chunks:
            rows.append((at, number, data))
            at += count
        self._connection.executemany("insert into chunks values (?, ?, ?)", rows)
        self._writer().add(number, first, result.entries)
        words, get = batch.words, batch.words.get
        for word, count in result.words.items():
            words[word] = get(word, 0) + count
        self._next_id = at
        self._next_number = number + 1
        batch.sentences += result.sentences
        batch.touched = True

    def _bury(self, batch: _Batch, number: int) -> None:
        self._connection.execute(
            "update documents set died = ?, buried = ? where number = ?",
            (self._generation + 1, time.time(), number),
        )
        batch.dead.append(number)
        batch.touched = True

    def _commit(self, batch: _Batch) -> None:
        connection = self._connection
        if not batch.touched:
            connection.execute("commit")
            return
        if not batch.sentences and not batch.dead:  # only notes: readers see the same documents
            connection.execute("commit")
            return
        target = self._generation + 1
        set_meta(connection, "target", target)
        set_meta(connection, "next_id", self._next_id)
        set_meta(connection, "next_number", self._next_number)
        note_fresh(connection, batch.words)
        connection.executemany(
            "insert into words values (?, ?)"
            " on conflict (word) do update set count = count + excluded.count",
            sorted(batch.words.items()),
        )
        connection.execute("commit")
        self._complete(target, batch.dead)

    def _complete(self, target: int, dead: Iterable[int]) -> None:
        """Bring the index to generation `target`, and note that it is complete."""
        writer = self._writer()
        writer.delete(dead)
        writer.commit(target)
        set_meta(self._connection, "generation", target)
        self._wrote = True

    def _compact(self) -> None:
        """Write all entries again when most of those in the index are of sentences taken out.

        tantivy merges segments by their sizes alone. Readers see no difference: it is one commit
        of the same generation. Costs as much as the changes that made it necessary.
        """
        if self._index is None:
            return
        searcher = self._index.index.searcher()
        total = count_entries(self._layout.index, searcher)
        if total is None or total < 2 * searcher.num_docs + _WORTH_COMPACTING:
            return
        target = int(get_meta(self._connection, "target"))
        alive = self._connection.execute(
            "select number, first_id from documents where died is null order by number"
        ).fetchall()
        self._index.delete(number for number, _ in alive)
        self._add_again(alive)
        self._index.commit(target)

    def _sweep(self) -> None:
        """Remove documents that have been dead for a while."""
        dead = self._connection.execute(
            "select number from documents where died <= ? and buried < ?",
            (self._generation, time.time() - _KEPT_SECONDS),
        ).fetchall()
        self._connection.executemany("delete from chunks where document = ?", dead)
        self._connection.executemany("delete from documents where number = ?", dead)

    def _abandon(self) -> None:
        """Forget everything since the last commit."""
        if self._connection.in_transaction:
            self._connection.execute("rollback")
        if self._index is not None:
            # The index holds terms that were never committed: drop the writer with them.
            self._index.rollback()

    # -- recovery --------------------------------------------------------------------------------

    def _writer(self) -> IndexWriter:
        if self._index is None:
            self._index = IndexWriter(self._layout.index)
        return self._index

    def _recover(self) -> None:
        """Complete what a writer that died has begun, or make a damaged index again."""
        target = int(get_meta(self._connection, "target"))
        try:
            at = self._index_generation()
        except IndexFormatError:
            at = -1
        if at < 0 or at > target:
            self.rebuild()
        elif at < target:
            self._reindex(at, target)
        if int(get_meta(self._connection, "generation")) != target:
            set_meta(self._connection, "generation", target)

    def _index_generation(self) -> int:
        if not os.path.exists(os.path.join(self._layout.index, "meta.json")):
            self._writer()  # makes an empty one, which can be read
            return 0
        index = open_index(self._layout.index)
        return read_generation(index, index.searcher())

    def rebuild(self) -> None:
        """Make the index again from the sentences."""
        if self._index is not None:
            self._index.close()
            self._index = None
        shutil.rmtree(self._layout.index, ignore_errors=True)
        target = int(get_meta(self._connection, "target"))
        if target:
            self._reindex(0, target)

    def _reindex(self, at: int, target: int) -> None:
        """Bring the index from generation `at` to `target`."""
        writer = self._writer()
        touched = self._connection.execute(
            "select number from documents where born > ? or died > ?", (at, at)
        ).fetchall()
        if at:
            writer.delete(number for (number,) in touched)
        alive = self._connection.execute(
            "select number, first_id from documents where born > ? and died is null"
            " order by number",
            (at,),
        ).fetchall()
        self._add_again(alive)
        self._complete(target, ())

    def _add_again(self, documents: Iterable[tuple[int, int]]) -> None:
        """Add what the index holds of documents (number and first id), from their sentences."""
        extractor = Extractor()
        for number, first in documents:
            self._writer().add(number, first, entries(self._sentences(number), extractor))
            extractor.take_words()  # they are in the truth already

    def check(self) -> None:
        """Read all sentences; raises `IndexFormatError` when some are damaged."""
        check_sentences(self._connection, self._layout.folder)

    def _sentences(self, number: int) -> list[Sentence]:
        rows: list[tuple[int, bytes]] = self._connection.execute(
            "select first_id, data from chunks where document = ? order by first_id", (number,)
        ).fetchall()
        return [
            sentence for first, data in rows for sentence in unpack(first, number, data).sentences()
        ]

    def close(self) -> None:
        """Let go of the collection; waits for the index to finish merging."""
        try:
            if self._index is not None:
                if self._wrote:
                    with explained(self._layout.folder):
                        self._compact()
                self._index.close()
                self._index = None
            if self._wrote:
                with explained(self._layout.folder):
                    make_spellings(self._connection)
                    record_files(self._connection, self._layout)
        finally:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._lock.release()
