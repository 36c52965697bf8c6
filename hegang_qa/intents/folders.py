"""Folders to contents: find the rule files and read them.

::

    <folder>/contract.toml                  ids, slots and answer types, for all languages
    <folder>/<language>/language.toml       contractions, common misspellings, polite words
    <folder>/<language>/lists/<id>.toml     word lists
    <folder>/<language>/<id>.toml           rules
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from hegang_qa.errors import RuleError

__all__ = ["FileKind", "RawFile", "content_key", "list_files", "read_folder"]

FileKind = Literal["contract", "language", "list", "rule"]


class RawFile(NamedTuple):
    """A file as it stands on the disk; `path` is as shown to people."""

    path: str
    kind: FileKind
    language: str
    content: bytes
    shipped: bool


def list_files(top: str) -> list[tuple[str, FileKind, str]]:
    """Return the rule files of a folder as (path below it, kind, language), sorted.

    Raises RuleError when there is no such folder.
    """
    if not os.path.isdir(top):
        raise RuleError(
            "no such folder of rules" if not os.path.exists(top) else "rules stand in a folder",
            code="S100",
            path=top,
            hint="name a folder that holds <language>/<id>.toml files",
        )
    return sorted(_walk(top))


def _walk(top: str) -> Iterator[tuple[str, FileKind, str]]:
    for entry in os.scandir(top):
        if entry.name == "contract.toml":
            yield entry.name, "contract", ""
        elif entry.is_dir() and not entry.name.startswith((".", "_")):
            for inner in os.scandir(entry.path):
                below = f"{entry.name}/{inner.name}"
                if inner.name.endswith(".toml"):
                    kind: FileKind = "language" if inner.name == "language.toml" else "rule"
                    yield below, kind, entry.name
                elif inner.name == "lists" and inner.is_dir():
                    for leaf in os.scandir(inner.path):
                        if leaf.name.endswith(".toml"):
                            yield f"{below}/{leaf.name}", "list", entry.name


def read_folder(top: str, *, shown: str | None = None) -> list[RawFile]:
    """Return the rule files below a folder; their paths begin with `shown` (the folder itself).

    A shown name makes them the shipped ones. Raises RuleError when a file cannot be read.
    """
    found: list[RawFile] = []
    for below, kind, language in list_files(top):
        path = f"{(shown or top).rstrip('/')}/{below}"
        try:
            with open(os.path.join(top, below), "rb") as file:
                found.append(RawFile(path, kind, language, file.read(), shown is not None))
        except OSError as error:
            raise RuleError(f"cannot be read: {error.strerror}", code="S104", path=path) from error
    return found


def content_key(files: Sequence[RawFile]) -> str:
    """Return a key that changes when the content or the place of any file changes."""
    check = size = 0
    for file in files:
        check = zlib.crc32(file.content, zlib.crc32(file.path.encode(), check))
        size += len(file.content)
    return f"{size}-{check:08x}"
