"""Make a collection again that is damaged, or of another format version."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing

from hegang_qa.collections.database import create, explained, get_meta
from hegang_qa.collections.layout import Layout
from hegang_qa.collections.locking import WriterLock
from hegang_qa.collections.plan import Sources, plan
from hegang_qa.collections.results import Progress
from hegang_qa.collections.update import Writer
from hegang_qa.errors import IndexFormatError

__all__ = ["rebuild"]


def rebuild(folder: str, *, jobs: int | None = None, progress: Progress | None = None) -> None:
    """Make the collection in `folder` again; see `Collection.rebuild_folder`."""
    try:
        writer = Writer(folder, repair=True)
        try:
            writer.check()
            return
        finally:
            writer.close()
    except IndexFormatError as error:
        sources = _sources(folder, error)
    _from_files(folder, sources, jobs, progress)


def _sources(folder: str, damage: IndexFormatError) -> Sources:
    """Return the names that the collection was built from, in whatever format it is."""
    layout = Layout(folder)
    if not os.path.exists(layout.database) and not os.path.exists(layout.sources):
        raise damage  # nothing of a collection is there, but perhaps somebody's documents
    sources = _in_database(folder) or _beside(folder)
    if sources is None or not sources.sources:
        raise IndexFormatError(
            f"{damage.message}, and the names of its documents cannot be read",
            hint=f"remove {folder} and name the documents: hegang-qa index DOCUMENTS --into"
            f" {folder}",
        ) from damage
    return sources


def _in_database(folder: str) -> Sources | None:
    try:
        # Not for writing, and without the checks that have just failed.
        with closing(sqlite3.connect(Layout(folder).database)) as connection:
            return Sources.read(get_meta(connection, "sources"))
    except (sqlite3.Error, OSError, ValueError, TypeError, KeyError):
        return None


def _beside(folder: str) -> Sources | None:
    try:
        with open(Layout(folder).sources, encoding="utf-8", errors="surrogatepass") as file:
            return Sources.read(file.read())
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _from_files(folder: str, sources: Sources, jobs: int | None, progress: Progress | None) -> None:
    making = folder.rstrip("/\\") + ".rebuilt"
    with explained(folder), WriterLock(Layout(folder).lock):
        steps = plan(sources, {})
        if not steps.tasks:
            sources.find()  # says which name is not there any more
        shutil.rmtree(making, ignore_errors=True)
        create(Layout(making))
        writer = Writer(making, jobs=jobs)
        try:
            writer.set("sources", json.dumps(sources.to_json()))
            writer.apply((), steps.tasks, known={}, progress=progress)
        finally:
            writer.close()
        old = folder.rstrip("/\\") + ".old"
        shutil.rmtree(old, ignore_errors=True)
        os.rename(folder, old)
        os.rename(making, folder)
        shutil.rmtree(old, ignore_errors=True)
