"""Read one file and make everything ready that a collection keeps of it."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

from hegang_qa.collections.chunks import pack
from hegang_qa.collections.terms import entries
from hegang_qa.documents.decoding import NotTextError, decode
from hegang_qa.documents.reading import parse_document
from hegang_qa.index.extraction import Extractor
from hegang_qa.sentences.document import split_document
from hegang_qa.sentences.model import Sentence

__all__ = ["Analysed", "Task", "analyse"]

MAX_BYTES = 64 * 1024 * 1024
_FRESH = 2_000_000_000
"""Nanoseconds: a file written so shortly ago may be written again without a newer time."""


class Task(NamedTuple):
    """A file to read: `path` as the user named it, where it lies, and its digest when last read
    (b"": never)."""

    path: str
    location: str
    digest: bytes


class Analysed(NamedTuple):
    """What became of a `Task`.

    `outcome` is "read", "same" (its digest has not changed) or "failed" (then `reason` tells
    why). `chunks` are the packed sentences with how many each holds, `entries` what goes into
    the index (as plain tuples), `words` how often each word stands in this file and those that
    were read after it in one go.
    """

    path: str
    location: str
    outcome: str
    reason: str
    size: int
    modified: int
    digest: bytes
    sentences: int
    chunks: list[tuple[int, bytes]]
    entries: list[tuple[Any, ...]]
    words: dict[str, int]


def analyse(tasks: Sequence[Task], extractor: Extractor) -> list[Analysed]:
    """Return what a collection keeps of files; failures are results, not exceptions.

    The words of all of them are those of the first that was read, so that no word is stored
    later than the sentence it stands in.
    """
    results = [_analyse(task, extractor) for task in tasks]
    words = extractor.take_words()
    for at, result in enumerate(results):
        if result.outcome == "read":
            results[at] = result._replace(words=words)
            break
    return results


def _analyse(task: Task, extractor: Extractor) -> Analysed:
    path, location, digest = task
    size = modified = 0
    try:
        with open(location, "rb") as file:
            status = os.fstat(file.fileno())
            size, modified = status.st_size, status.st_mtime_ns
            if time.time_ns() - modified < _FRESH:
                modified = 0
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return _failed(task, f"cannot be read ({reason})", size, modified)
    if len(data) > MAX_BYTES:
        return _failed(task, f"larger than {MAX_BYTES / 2**20:g} MB", size, modified)
    found = hashlib.blake2b(data, digest_size=16).digest()
    if found == digest:
        return Analysed(path, location, "same", "", size, modified, found, 0, [], [], {})
    try:
        text = decode(data)
    except NotTextError as error:
        return _failed(task, str(error), size, modified)
    sentences: Sequence[Sentence] = split_document(parse_document(path, text), number=0, first_id=0)
    return Analysed(
        path,
        location,
        "read",
        "",
        size,
        modified,
        found,
        len(sentences),
        list(pack(sentences)),
        [tuple(entry) for entry in entries(sentences, extractor)],
        {},
    )


def _failed(task: Task, reason: str, size: int, modified: int) -> Analysed:
    return Analysed(task.path, task.location, "failed", reason, size, modified, b"", 0, [], [], {})
