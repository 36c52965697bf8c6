"""What an engine answers from: documents read into memory, a cache of them, or a collection."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from hegang_qa.documents.reading import read_bundled, read_found
from hegang_qa.errors import UsageError

if TYPE_CHECKING:
    from hegang_qa.collections import Changes, Collection
    from hegang_qa.collections.plan import Sources
    from hegang_qa.collections.results import Progress
    from hegang_qa.documents.files import FileList
    from hegang_qa.documents.reading import ReadResult
    from hegang_qa.index.protocol import SentenceIndex
    from hegang_qa.sentences.model import SentenceStore

__all__ = ["Documents", "View", "open_documents"]

WORTH_CACHING = 100_000
"""Bytes of text: less is read nearly as soon as a cache is opened and compared with the files
(50 kB: equal; 150 kB: 170 ms against 75)."""


class View:
    """What one question is answered from: index and sentences that belong together."""

    __slots__ = ("index", "store")

    def __init__(self, index: SentenceIndex, store: SentenceStore) -> None:
        self.index = index
        self.store = store


class Documents(Protocol):
    """The documents of an engine. Many threads may ask for the view while one changes them."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What could be read but not used, a line each."""
        ...

    def view(self) -> View:
        """Return index and sentences as they are now."""
        ...

    def add(self, paths: Sequence[str]) -> Changes:
        """Add files, folders and globs."""
        ...

    def remove(self, paths: Sequence[str]) -> Changes:
        """Take documents out."""
        ...

    def refresh(self) -> Changes:
        """Read what has changed."""
        ...

    def close(self) -> None:
        """Close the files that are open; what is asked next opens them again."""
        ...


def open_documents(
    paths: Sequence[str], *, cache: str | None = None, progress: Progress | None = None
) -> Documents:
    """Return the documents that `paths` (files, folders, globs, or one collection) name, the
    bundled ones for none. `cache` is the folder in which large ones may be kept."""
    folders = [path for path in paths if os.path.isdir(path)]
    if folders:
        from hegang_qa.collections.layout import is_collection

        if any(map(is_collection, folders)):
            if len(paths) > 1:
                raise UsageError(
                    "a collection is opened by itself",
                    hint="add the other documents to it: hegang-qa index DOCUMENTS --into"
                    " COLLECTION",
                )
            from hegang_qa.collections import Collection

            return _CollectionDocuments(Collection(folders[0]))
    return _FileDocuments(paths, cache, progress)


class _CollectionDocuments:
    """A collection, which is asked as it stands at each question."""

    warnings: tuple[str, ...] = ()

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def view(self) -> View:
        snapshot = self._collection.snapshot()
        return View(snapshot.index, snapshot.store)

    def add(self, paths: Sequence[str]) -> Changes:
        return self._collection.add(paths)

    def remove(self, paths: Sequence[str]) -> Changes:
        return self._collection.remove(paths)

    def refresh(self) -> Changes:
        return self._collection.refresh()

    def close(self) -> None:
        self._collection.close()


class _Loaded:
    """Documents as they were read together; `stamps` are size and time of each file by path,
    `failed` those that could not be read, and why."""

    def __init__(
        self,
        view: View | Collection,
        warnings: Sequence[str],
        stamps: dict[str, tuple[int, int]],
        failed: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._view = view
        self.warnings = tuple(warnings)
        unread = dict(failed)
        self.stamps = {path: stamp for path, stamp in stamps.items() if path not in unread}
        self.failed = failed

    def view(self) -> View:
        if isinstance(self._view, View):
            return self._view
        snapshot = self._view.snapshot()
        return View(snapshot.index, snapshot.store)

    def close(self) -> None:
        if not isinstance(self._view, View):
            self._view.close()


class _FileDocuments:
    """Documents read when they are opened, and again when that is asked for."""

    def __init__(
        self, patterns: Sequence[str], cache: str | None, progress: Progress | None
    ) -> None:
        self._patterns = tuple(patterns)
        self._cache = cache
        self._progress = progress
        self._sources: Sources | None = None  # from the first change on
        self._changing = threading.Lock()
        self._base = _working_directory()  # later changes of it do not move the documents
        if patterns:
            from hegang_qa.documents.files import find_files

            self._loaded = self._load(find_files(patterns), None)
        else:
            self._loaded = _Loaded(_in_memory(read_bundled()), (), {})

    @property
    def warnings(self) -> tuple[str, ...]:
        return self._loaded.warnings

    def view(self) -> View:
        return self._loaded.view()

    def add(self, paths: Sequence[str]) -> Changes:
        from hegang_qa.collections.plan import Sources

        with self._changing:
            added = Sources.of(paths, None)
            added.find()  # what is named now has to be there; what was named before may be gone
            return self._change(self._current().joined(added), keep=True)

    def remove(self, paths: Sequence[str]) -> Changes:
        from hegang_qa.collections.plan import named
        from hegang_qa.collections.results import Known

        with self._changing:
            sources = self._current()
            known = [
                Known(number, file.path, file.location, 0, 0, b"", None)
                for number, file in enumerate(sources.find(may_be_gone=True).files)
            ]
            gone = named(paths, known)
            left = sources.without(paths, [document.location for document in gone])
            return self._change(left, keep=True)

    def refresh(self) -> Changes:
        with self._changing:
            return self._change(self._current(), keep=True)

    def close(self) -> None:
        self._loaded.close()

    def _current(self) -> Sources:
        from hegang_qa.collections.plan import Sources

        if self._sources is not None:
            return self._sources
        if self._patterns:
            return Sources.of(self._patterns, self._base)
        from hegang_qa.resources import seeds_path

        folder, name = os.path.split(os.path.abspath(seeds_path()))
        return Sources.of([os.path.join(name, "*.txt")], folder)

    def _change(self, sources: Sources, *, keep: bool = False) -> Changes:
        """Read `sources`, and put them in the place of what was there; when they cannot be read,
        everything stays as it was. With `keep` those that are left are read where one is gone."""
        from hegang_qa.collections.results import Changes

        if not sources.sources:
            raise UsageError("no document would be left", hint="name what to keep instead")
        before = self._loaded
        old = before.stamps or dict.fromkeys(before.view().store.paths(), (-1, -1))
        loaded = self._load(sources.find(may_be_gone=keep), sources)
        new = loaded.stamps
        self._loaded, self._sources = loaded, sources
        known = [path for path in new if path in old]
        changed = [path for path in known if new[path] != old[path] and before.stamps]
        return Changes(
            added=tuple(path for path in new if path not in old),
            changed=tuple(changed),
            removed=tuple(path for path in old if path not in new),
            failed=loaded.failed,
            unchanged=len(known) - len(changed),
            warnings=loaded.warnings,
        )

    def _load(self, found: FileList, sources: Sources | None) -> _Loaded:
        stamps = {file.path: _stamp(file.location) for file in found.files}
        if self._cache and sum(size for size, _ in stamps.values()) >= WORTH_CACHING:
            from hegang_qa.collections.cache import open_cached
            from hegang_qa.collections.plan import Sources

            kept = open_cached(
                self._cache,
                sources or Sources.of(self._patterns, self._base),
                found,
                progress=self._progress,
            )
            if kept is not None:
                warnings = (*found.warnings, *kept.warnings)
                return _Loaded(kept.collection, warnings, stamps, kept.failed)
        read = read_found(found)
        return _Loaded(_in_memory(read), read.warnings, stamps, read.failed)


def _working_directory() -> str | None:
    try:
        return os.getcwd()
    except OSError:  # it was removed
        return None


def _stamp(location: str) -> tuple[int, int]:
    try:
        status = os.stat(location)
    except OSError:
        return (0, 0)
    return (status.st_size, status.st_mtime_ns)


def _in_memory(read: ReadResult) -> View:
    from hegang_qa.index import MemoryStore, build_index
    from hegang_qa.sentences.document import split_document
    from hegang_qa.sentences.model import Sentence

    sentences: list[Sentence] = []
    for number, document in enumerate(read.documents):
        sentences += split_document(document, number=number, first_id=len(sentences))
    return View(
        build_index(sentences), MemoryStore(sentences, [each.path for each in read.documents])
    )
