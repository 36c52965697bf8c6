"""Notice damage to the stored sentences, and to the files of the index, which has no checksums
that are looked at.

The sizes and checksums of its files stand in the database. Sizes are compared at every opening,
checksums of small indexes too; `check_files` with ``thorough`` compares them all.
"""

from __future__ import annotations

import os
import sqlite3
import zlib

from hegang_qa.collections.chunks import unpack
from hegang_qa.collections.database import explained, set_meta
from hegang_qa.collections.layout import Layout
from hegang_qa.errors import IndexFormatError

__all__ = ["check_files", "check_sentences", "record_files"]

_QUICK_BYTES = 24_000_000
"""Checksums of up to this many bytes are compared at every opening (about 10 ms)."""

_BLOCK = 1 << 20


def _files(layout: Layout) -> list[tuple[str, str]]:
    """Return name and place of the files of the index that never change once written."""
    found: list[tuple[str, str]] = []
    if not os.path.isdir(layout.index):
        return found
    for name in sorted(os.listdir(layout.index)):
        if not name.startswith(".") and name != "meta.json":
            found.append((name, os.path.join(layout.index, name)))
    return found


def _checksum(place: str) -> int:
    value = 0
    with open(place, "rb") as file:
        while block := file.read(_BLOCK):
            value = zlib.crc32(block, value)
    return value


def record_files(connection: sqlite3.Connection, layout: Layout) -> None:
    """Write down sizes and checksums of the index as it is now."""
    import json

    before = _recorded(connection)
    now: dict[str, list[int]] = {}
    for name, place in _files(layout):
        try:
            size = os.path.getsize(place)
            held = before.get(name)
            now[name] = held if held and held[0] == size else [size, _checksum(place)]
        except FileNotFoundError:
            continue
    set_meta(connection, "files", json.dumps(now))


def _recorded(connection: sqlite3.Connection) -> dict[str, list[int]]:
    import json

    row = connection.execute("select value from meta where key = 'files'").fetchone()
    return json.loads(row[0]) if row else {}


def check_files(connection: sqlite3.Connection, layout: Layout, *, thorough: bool = False) -> None:
    """Raise `IndexFormatError` when a file of the index is not as it was written."""
    recorded = _recorded(connection)
    present = []
    for name, place in _files(layout):
        held = recorded.get(name)
        if held is None:
            continue
        try:
            size = os.path.getsize(place)
        except FileNotFoundError:
            continue  # merged away meanwhile
        if size != held[0]:
            raise _damaged(layout, name)
        present.append((name, place, size, held[1]))
    if not thorough and sum(size for _, _, size, _ in present) > _QUICK_BYTES:
        return
    for name, place, _, checksum in present:
        try:
            if _checksum(place) != checksum:
                raise _damaged(layout, name)
        except FileNotFoundError:
            continue


def check_sentences(connection: sqlite3.Connection, folder: str) -> None:
    """Read all sentences; raises `IndexFormatError` when some are damaged."""
    with explained(folder):
        (found,) = connection.execute("pragma quick_check(1)").fetchone()
        if found != "ok":
            raise IndexFormatError(f"{folder}: the collection is damaged ({found})")
        for first, number, data in connection.execute(
            "select first_id, document, data from chunks"
        ):
            unpack(first, number, data)


def _damaged(layout: Layout, name: str) -> IndexFormatError:
    return IndexFormatError(
        f"{layout.folder}: the collection is damaged ({name} has changed)",
        hint=f"mend it from its own sentences: hegang-qa index --into {layout.folder} --rebuild",
    )
