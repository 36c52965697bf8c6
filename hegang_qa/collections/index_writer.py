"""Change the index of a collection."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from hegang_qa.collections.inverted import GROUP, open_index, read_generation
from hegang_qa.collections.terms import Entry
from hegang_qa.errors import StorageError

__all__ = ["IndexWriter"]

_HEAP = 200_000_000
"""Bytes that the writer gathers before it writes a segment of the index."""

_DELETED_AT_ONCE = 500


def _sweep(folder: str) -> None:
    """Remove what a writer that was killed has left behind: files that belong to no commit.

    tantivy removes such files itself, but only after a commit, and a commit fails when it comes
    to write a file of the same name.
    """
    try:
        with open(os.path.join(folder, "meta.json"), encoding="utf-8") as file:
            segments = json.load(file)["segments"]
        wanted = {
            segment["segment_id"].replace("-", ""): (segment.get("deletes") or {}).get("opstamp")
            for segment in segments
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return  # damaged: told when it is opened
    for name in os.listdir(folder):
        parts = name.split(".")
        if name.startswith(".tmp"):
            with suppress(OSError):
                os.remove(os.path.join(folder, name))
        if len(parts[0]) != 32 or len(parts) < 2:
            continue
        stale = parts[0] not in wanted
        if parts[-1] == "del" and not stale:
            stale = parts[1] != str(wanted[parts[0]])
        if stale:
            with suppress(OSError):
                os.remove(os.path.join(folder, name))


class IndexWriter:
    """Changes the index of a collection; what it does shows after `commit`, all at once."""

    def __init__(self, folder: str, *, threads: int = 1) -> None:
        import tantivy

        self._tantivy = tantivy
        self._folder = folder
        os.makedirs(folder, exist_ok=True)
        if not os.path.exists(os.path.join(folder, "meta.json")):
            shutil.rmtree(folder)
            os.makedirs(folder)
        _sweep(folder)
        self.index = open_index(folder)
        self._schema = self.index.schema
        try:
            self._writer = self.index.writer(_HEAP * threads, threads)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise StorageError(
                    f"{folder}: another process writes this collection",
                    hint="questions can be asked meanwhile; try again when it is done",
                ) from error
            raise StorageError(f"{folder}: cannot be written ({error})") from error

    def generation(self) -> int:
        """Return the generation of the last commit."""
        return read_generation(self.index, self.index.searcher())

    def add(self, document: int, first_id: int, entries: Iterable[Entry | tuple[Any, ...]]) -> None:
        """Add the sentences of a document (entries, or plain tuples of the same), their ids rising
        from `first_id`."""
        make = self._tantivy.Document
        add_document = self._writer.add_document
        for identity, (body, lead, heading, title, place) in enumerate(entries, first_id):
            entry = make()
            entry.add_unsigned("id", identity)
            entry.add_unsigned("group", identity // GROUP)
            entry.add_unsigned("place", identity - place)
            entry.add_unsigned("document", document)
            entry.add_text("body", body)
            if lead:
                entry.add_text("lead", lead)
            if heading:
                entry.add_text("heading", heading)
            if title:
                entry.add_text("title", title)
            add_document(entry)

    def delete(self, documents: Iterable[int]) -> None:
        """Take the sentences of documents (numbers) out that were there before this commit."""
        numbers = sorted(documents)
        query = self._tantivy.Query
        for at in range(0, len(numbers), _DELETED_AT_ONCE):
            part = numbers[at : at + _DELETED_AT_ONCE]
            self._writer.delete_documents_by_query(
                query.term_query(self._schema, "document", part[0], "basic")
                if len(part) == 1
                else query.term_set_query(self._schema, "document", part)
            )

    def commit(self, generation: int) -> None:
        """Make everything since the last commit visible, as of `generation`."""
        query = self._tantivy.Query
        self._writer.delete_documents_by_query(
            query.term_query(self._schema, "mark", "generation", "basic")
        )
        mark = self._tantivy.Document()
        mark.add_text("mark", "generation")
        mark.add_unsigned("generation", generation)
        try:
            self._writer.add_document(mark)
            self._writer.commit()
        except ValueError as error:
            raise OSError(str(error)) from error
        self._share()
        self.index.reload()

    def _share(self) -> None:
        """Let whoever may read the folder read all of the index: tantivy keeps its list of files
        for the user alone."""
        wanted = os.stat(self._folder).st_mode & 0o666
        for name in ("meta.json", ".managed.json"):
            with suppress(OSError):
                os.chmod(os.path.join(self._folder, name), wanted)

    def rollback(self) -> None:
        """Forget everything since the last commit."""
        self._writer.rollback()

    def close(self) -> None:
        """Wait for merges under way, and let go of the lock."""
        self._writer.wait_merging_threads()
        self._share()
