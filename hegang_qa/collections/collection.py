"""A collection of documents on disk: build it, keep it up to date, read it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.collections.database import create, get_meta, is_free, known_documents
from hegang_qa.collections.integrity import check_files, check_sentences
from hegang_qa.collections.layout import FORMAT, Layout, is_collection
from hegang_qa.collections.meanings import count_kept
from hegang_qa.collections.results import Changes, Known, Progress
from hegang_qa.collections.snapshot import Reader, Snapshot
from hegang_qa.errors import UsageError

if TYPE_CHECKING:
    from hegang_qa.collections.plan import Sources
    from hegang_qa.documents.files import FileList

Paths = Sequence[str | os.PathLike[str]]

__all__ = ["Behind", "Collection", "Status"]


class Status(NamedTuple):
    """What a collection holds. `bytes` is its size on disk, `text_bytes` that of the files it was
    read from, `placed` how many sentences have a place by their meaning; `failures` pairs path and
    reason, `sources` are the names it was built from."""

    folder: str
    format: int
    generation: int
    documents: tuple[str, ...]
    sentences: int
    bytes: int
    text_bytes: int
    failures: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    placed: int = 0


class Behind(NamedTuple):
    """How far a collection is behind its files: how many are new or changed, how many gone."""

    changed: int
    gone: int


class Collection:
    """Documents kept on disk with their index.

    Reading needs no lock and sees each document wholly old or wholly new while another process or
    thread writes. One writer at a time; a second one gets `StorageError`.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        """Open the collection in `folder`; raises `IndexFormatError` when it is none, damaged or
        of another format version."""
        self.folder = os.fspath(folder)
        self._reader: Reader | None = Reader(self.folder)

    @classmethod
    def build(
        cls,
        folder: str | os.PathLike[str],
        patterns: Paths,
        *,
        base: str | None = None,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> tuple[Collection, Changes]:
        """Return the collection in `folder`, made if it is not there, with `patterns` added.

        Without patterns, one that is there is brought up to date.
        """
        folder = os.fspath(folder)
        found = None
        if not is_collection(folder):
            if not is_free(Layout(folder)):
                raise UsageError(
                    f"{folder}: exists and is not a collection",
                    hint="name a new or empty folder, such as my.hq",
                )
            from hegang_qa.collections.plan import Sources

            # A wrong name leaves no empty collection behind.
            found = Sources.of(patterns, base).find()
            create(Layout(folder))
        changes = _update(
            folder, patterns, (), base=base, found=found, jobs=jobs, progress=progress
        )
        return cls(folder), changes

    # -- reading -----------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """Return index and sentences as they are now."""
        if self._reader is None:
            self._reader = Reader(self.folder)
        return self._reader.newest()

    def status(self, *, thorough: bool = False) -> Status:
        """Return what the collection holds; with `thorough`, compare all checksums first."""
        snapshot = self.snapshot()
        connection = self._connected()
        if thorough:
            check_files(connection, Layout(self.folder), thorough=True)
            check_sentences(connection, self.folder)
        text = connection.execute(
            "select coalesce(sum(size), 0) from documents where died is null"
        ).fetchone()
        return Status(
            folder=self.folder,
            format=FORMAT,
            generation=snapshot.generation,
            documents=tuple(path for path in snapshot.store.paths() if path),
            sentences=len(snapshot.store),
            bytes=_size(self.folder),
            text_bytes=int(text[0]),
            failures=tuple(self.failures()),
            sources=self.sources().names(),
            placed=count_kept(connection),
        )

    def sources(self) -> Sources:
        """Return the names that the collection was built from."""
        from hegang_qa.collections.plan import Sources

        return Sources.read(get_meta(self._connected(), "sources"))

    def known(self) -> list[Known]:
        """Return the documents with their files as they were last read."""
        return known_documents(self._connected())

    def failures(self) -> list[tuple[str, str]]:
        """Return path and reason of each file that could not be read at the last update."""
        rows = self._connected().execute(
            "select path, reason from failures union all"
            " select path, error from documents where died is null and error is not null"
            " order by 1"
        )
        return [(path, reason) for path, reason in rows]

    def behind(self) -> Behind:
        """Return how many files seem to have changed since the last update, by size and time."""
        from hegang_qa.collections.plan import plan

        known = {document.location: document for document in self.known()}
        failing = {path for path, _ in self.failures()}
        steps = plan(self.sources(), known)
        changed = 0
        for task, size in steps.tasks:
            before = known.get(task.location)
            fresh = before is not None and before.modified == 0 and before.size == size
            changed += not fresh and task.path not in failing
        return Behind(changed, len(steps.removed))

    def empty_documents(self) -> list[str]:
        """Return the paths of documents without a sentence."""
        rows = self._connected().execute(
            "select path from documents where died is null and sentences = 0 order by number"
        )
        return [path for (path,) in rows]

    def _connected(self) -> sqlite3.Connection:
        self.snapshot()
        assert self._reader is not None
        return self._reader.connection()

    # -- writing -----------------------------------------------------------------------------------

    def add(
        self,
        patterns: Paths,
        *,
        base: str | None = None,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> Changes:
        """Add files, folders and globs, and bring what is there up to date."""
        return _update(self.folder, patterns, (), base=base, jobs=jobs, progress=progress)

    def remove(self, patterns: Paths) -> Changes:
        """Take out the documents that `patterns` (paths, folders, globs) name; their files stay."""
        from hegang_qa.collections.plan import Sources

        return _update(self.folder, (), Sources.of(patterns, None).names())

    def refresh(self, *, jobs: int | None = None, progress: Progress | None = None) -> Changes:
        """Bring the collection up to date with the files it was built from."""
        return _update(self.folder, (), (), jobs=jobs, progress=progress)

    @staticmethod
    def rebuild_folder(
        folder: str | os.PathLike[str],
        *,
        jobs: int | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Make a collection again that is damaged or of another format version.

        Its index is made from its sentences where these can be read; else all of it from the
        files that it was built from, and the old one stays until that has succeeded. Raises
        `IndexFormatError` when not even their names can be read.
        """
        from hegang_qa.collections.rebuilding import rebuild

        rebuild(os.fspath(folder), jobs=jobs, progress=progress)

    def close(self) -> None:
        """Close what is open; the next use opens it again."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None


def _update(
    folder: str,
    added: Paths,
    taken: Sequence[str],
    *,
    base: str | None = None,
    found: FileList | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Changes:
    """Update a collection; `found` are the files that `added` stands for, if they were looked for
    already."""
    # Reading a collection needs none of these.
    from hegang_qa.collections.plan import Sources, named, plan
    from hegang_qa.collections.update import Writer

    fresh = Sources.of(added, base)
    if added and found is None:
        found = fresh.find()  # a wrong name is told before anything is changed
    writer = Writer(folder, jobs=jobs)
    try:
        sources = Sources.read(writer.setting("sources")).joined(fresh)
        known = {document.location: document for document in writer.known()}
        if taken:
            try:
                gone = named(taken, list(known.values()), folder=folder)
            except UsageError:
                if not sources.has(taken):  # the file is gone, its name is remembered
                    raise
                gone = []
            sources = sources.without(taken, [document.location for document in gone])
            writer.apply(gone, (), known=known)
            writer.set("sources", json.dumps(sources.to_json()))
            return Changes(
                removed=tuple(document.path for document in gone),
                unchanged=len(known) - len(gone),
            )
        if added:
            writer.set("sources", json.dumps(sources.to_json()))
        # Nothing is looked for twice.
        steps = plan(sources, known, found if sources == fresh and not known else None)
        writer.forget_failures()
        outcomes = writer.apply(steps.removed, steps.tasks, known=known, progress=progress)
        return steps.changes(known, outcomes)
    finally:
        writer.close()


def _size(folder: str) -> int:
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.path.getsize(os.path.join(place, name))
            except OSError:
                continue
    return total
