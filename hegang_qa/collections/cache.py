"""Documents that were read before, kept so that the next question over them starts at once.

A cache is a collection like any other, found by the names that the documents were given. It is
brought up to date with the files before every use, so it never answers from an older state of
them; where it cannot be (another process is writing it, no room, no permission), it is not used.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from contextlib import suppress
from typing import NamedTuple

from hegang_qa.collections.analysing import analyse
from hegang_qa.collections.collection import Collection
from hegang_qa.collections.database import create
from hegang_qa.collections.layout import FORMAT, Layout, is_collection
from hegang_qa.collections.plan import Plan, Sources, plan
from hegang_qa.collections.results import Known, Progress
from hegang_qa.collections.update import Writer
from hegang_qa.documents.files import FileList
from hegang_qa.errors import IndexFormatError, StorageError
from hegang_qa.index.extraction import Extractor

__all__ = ["Cached", "open_cached"]

_KEPT_DAYS = 30
"""A cache that was not used for so long is removed when another is written."""


class Cached(NamedTuple):
    """A cache as up to date as the files; `warnings` name the files that cannot be read or are
    empty, `failed` those that cannot be read, and why."""

    collection: Collection
    warnings: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]


def open_cached(
    folder: str, sources: Sources, found: FileList, *, progress: Progress | None = None
) -> Cached | None:
    """Return the cache of `sources` below `folder`, made or brought up to date; None when that
    cannot be done. `found` are the files that the sources stand for now."""
    named = json.dumps([_program(), sources.to_json()])
    key = hashlib.blake2b(named.encode(), digest_size=16).hexdigest()
    place = os.path.join(folder, f"{key}.hq")
    for attempt in (1, 2):
        try:
            return _up_to_date(place, sources, found, progress)
        except IndexFormatError:
            # Damaged, or of another version: it is only a cache.
            shutil.rmtree(place, ignore_errors=True)
            if attempt == 2:
                return None
        except (StorageError, OSError):
            return None
    return None


def _program() -> list[object]:
    """Return what changes whenever the code does that makes sentences and terms: another program
    would read the same files otherwise."""
    import hegang_qa

    root = os.path.dirname(hegang_qa.__file__)
    stamps: list[object] = [hegang_qa.__version__, FORMAT]
    for room in ("text", "documents", "sentences", "index", "collections"):
        try:
            with os.scandir(os.path.join(root, room)) as entries:
                found = [(e.name, e.stat()) for e in entries if e.name.endswith(".py")]
        except OSError:  # packed in an archive: the version must do
            continue
        stamps += sorted((name, info.st_size, info.st_mtime_ns) for name, info in found)
    return stamps


def _up_to_date(
    place: str, sources: Sources, found: FileList, progress: Progress | None
) -> Cached | None:
    if is_collection(place):
        collection = Collection(place)
        steps, known, failures = _steps(collection, sources, found)
        if _nothing_to_do(steps, known, failures):
            return _cached(collection, failures)
        collection.close()
    else:
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        _sweep(os.path.dirname(place))
        create(Layout(place))
    writer = Writer(place, keep_unreadable=False)
    try:
        known = {document.location: document for document in writer.known()}
        steps = plan(sources, known, found)
        writer.forget_failures()
        writer.apply(steps.removed, steps.tasks, known=known, progress=progress)
    finally:
        writer.close()
    collection = Collection(place)
    return _cached(collection, dict(collection.failures()))


def _steps(
    collection: Collection, sources: Sources, found: FileList
) -> tuple[Plan, dict[str, Known], dict[str, str]]:
    known = {document.location: document for document in collection.known()}
    return plan(sources, known, found), known, dict(collection.failures())


def _nothing_to_do(steps: Plan, known: dict[str, Known], failures: dict[str, str]) -> bool:
    """Tell whether the cache is as the files are: what could not be read before still cannot."""
    if steps.removed or len(steps.tasks) > len(failures) + 3:
        return False
    outcomes = analyse([task for task, _ in steps.tasks], Extractor())
    failing = {o.path: o.reason for o in outcomes if o.outcome == "failed"}
    # A file too fresh for its time to be trusted is compared each time, until its time is noted.
    return failing == failures and all(
        o.outcome == "same" and not o.modified and known[o.location].path == o.path
        for o in outcomes
        if o.outcome != "failed"
    )


def _cached(collection: Collection, failures: dict[str, str]) -> Cached | None:
    empty = collection.empty_documents()
    held = len(collection.known()) - len(empty)
    if not held:
        collection.close()
        return None  # whoever reads the files says best what is wrong with them
    warnings = [f"{path}: {reason}, skipped" for path, reason in failures.items()]
    warnings += [f"{path}: empty" for path in empty]
    return Cached(collection, tuple(warnings), tuple(failures.items()))


def _sweep(folder: str) -> None:
    """Remove caches that nobody has used for a long time."""
    oldest = time.time() - _KEPT_DAYS * 86_400
    for name in os.listdir(folder):
        place = os.path.join(folder, name)
        # The database's log is made and removed in the folder at every use: that changes its time.
        with suppress(OSError):
            if name.endswith(".hq") and os.stat(place).st_mtime < oldest:
                shutil.rmtree(place)
