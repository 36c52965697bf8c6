"""Folders to contents: find the rule files and read them.

::

    <folder>/contract.toml                  ids, slots and answer types, for all languages
    <folder>/<language>/language.toml       contractions, common misspellings, polite words
    <folder>/<language>/lists/<id>.toml     word lists
    <folder>/<language>/<id>.toml           rules

A ``.toml`` file anywhere else would never be read, which its author should hear. Folders whose
names begin with "." or "_" are left alone.
"""

import os
import zlib
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from hegang_qa.errors import RuleError

__all__ = ["FileKind", "RawFile", "content_key", "list_files", "read_folder"]

FileKind = Literal["contract", "language", "list", "rule", "stray"]
"""What a file is by its place; "stray" where nothing is looked for."""


class RawFile(NamedTuple):
    """A file as it stands on the disk; `path` is as shown to people."""

    path: str
    kind: FileKind
    language: str
    content: bytes
    shipped: bool


def list_files(top: str) -> list[tuple[str, FileKind, str]]:
    """Return the rule files of a folder as (path below it, kind, language), sorted.

    Raises RuleError when there is no such folder, or no such file in it.
    """
    if not os.path.isdir(top):
        raise RuleError(
            "no such folder of rules" if not os.path.exists(top) else "rules stand in a folder",
            code="S100",
            path=top,
            line=0,
            column=0,
            hint="name a folder that holds <language>/<id>.toml files",
        )
    found = sorted(_walk(top))
    if not found:
        raise RuleError(
            "holds no rule files",
            code="S100",
            path=top,
            line=0,
            column=0,
            hint="rules stand in <language>/<id>.toml, such as en/parking.toml",
        )
    return found


def _walk(top: str) -> Iterator[tuple[str, FileKind, str]]:
    for name, path, is_folder in _entries(top):
        if not is_folder:
            yield name, "contract" if name == "contract.toml" else "stray", ""
        elif name == "lists":
            yield from _strays(path, name)
        else:
            yield from _language(path, name)


def _language(folder: str, language: str) -> Iterator[tuple[str, FileKind, str]]:
    for name, path, is_folder in _entries(folder):
        below = f"{language}/{name}"
        if not is_folder:
            yield below, "language" if name == "language.toml" else "rule", language
        elif name != "lists":
            yield from _strays(path, below)
        else:
            for leaf, inner, is_inner_folder in _entries(path):
                if is_inner_folder:
                    yield from _strays(inner, f"{below}/{leaf}")
                else:
                    yield f"{below}/{leaf}", "list", language


def _strays(folder: str, below: str) -> Iterator[tuple[str, FileKind, str]]:
    for place, _, names in os.walk(folder):
        inner = os.path.relpath(place, folder).replace(os.sep, "/")
        for name in names:
            if name.endswith(".toml"):
                yield os.path.normpath(f"{below}/{inner}/{name}").replace(os.sep, "/"), "stray", ""


def _entries(folder: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the folders and ``.toml`` files within a folder as (name, path, is it a folder)."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith((".", "_")):
                is_folder = entry.is_dir()
                if is_folder or entry.name.endswith(".toml"):
                    yield entry.name, entry.path, is_folder


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
        check = zlib.crc32(file.content, zlib.crc32(os.fsencode(file.path), check))
        size += len(file.content)
    return f"{size}-{check:08x}"
