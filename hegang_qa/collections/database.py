"""The database of a collection: tables, settings, and errors turned into ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from hegang_qa.collections.layout import FORMAT, PLACEHOLDER, Layout
from hegang_qa.collections.results import Known
from hegang_qa.errors import IndexFormatError, StorageError

__all__ = [
    "check_readable",
    "check_there",
    "connect",
    "create",
    "explained",
    "get_meta",
    "is_free",
    "known_documents",
    "set_meta",
]

# A document lives from generation `born` until `died` (not included; null: still alive). Dead ones
# are kept a while for readers of an older state. Ids and numbers are never given twice.
_TABLES = """
create table meta (key text primary key, value text not null) without rowid;
create table documents (
    number integer primary key,
    path text not null,
    location text not null,
    size integer not null,
    modified integer not null,   -- nanoseconds; 0: too fresh to be trusted
    digest blob not null,
    first_id integer not null,
    sentences integer not null,
    born integer not null,
    died integer,
    buried real,                 -- seconds since the epoch at which it died
    error text                   -- why the file could not be read at the last update
);
create index documents_alive on documents (path) where died is null;
create index documents_dead on documents (died) where died is not null;
create index documents_born on documents (born);
create table chunks (
    first_id integer primary key,
    document integer not null,
    data blob not null
);
create index chunks_document on chunks (document);
-- How often each word form stood in what was read; never counted down.
create table words (word text primary key, count integer not null) without rowid;
create table failures (path text primary key, reason text not null) without rowid;
"""

_BUSY_SECONDS = 20.0


_MAKING = ".new"
"""Ending of the database's name while it is made: it is complete, or not there at all."""


def create(layout: Layout) -> None:
    """Make an empty collection; raises `StorageError` when that cannot be done."""
    making = layout.database + _MAKING
    with explained(layout.folder, making=True):
        os.makedirs(layout.folder, exist_ok=True)
        try:
            if os.path.exists(making):
                os.remove(making)
            _write_tables(making)
            os.replace(making, layout.database)
        except BaseException:
            for name in (making, making + "-journal", making + "-wal", making + "-shm"):
                with suppress(OSError):
                    os.remove(name)
            with suppress(OSError):
                os.rmdir(layout.folder)  # only if there is nothing in it
            raise


def _write_tables(place: str) -> None:
    connection = sqlite3.connect(place, isolation_level=None)
    try:
        connection.execute("pragma page_size = 32768")
        connection.executescript(_TABLES)
        for key, value in (
            ("format", FORMAT),
            ("generation", 0),
            ("target", 0),
            ("next_id", 0),
            ("next_number", 0),
            ("sources", "[]"),
        ):
            set_meta(connection, key, value)
        connection.execute("pragma journal_mode = wal")
    finally:
        connection.close()


def is_free(layout: Layout) -> bool:
    """Return whether a collection may be made in this folder: it is not there, empty, or holds
    only what a program that was killed while making one has left."""
    if not os.path.lexists(layout.folder):
        return True
    if not os.path.isdir(layout.folder):
        return False
    begun = os.path.basename(layout.database) + _MAKING
    return all(name.startswith(begun) for name in os.listdir(layout.folder))


def connect(layout: Layout, *, write: bool = False) -> sqlite3.Connection:
    """Return a connection to the database of a collection.

    Raises `IndexFormatError` when there is none, or it is damaged or of another format version.
    """
    with explained(layout.folder):
        check_there(layout)
        connection = _opened(layout, write)
        try:
            if write:
                connection.execute("pragma synchronous = normal")
                connection.execute("pragma wal_autocheckpoint = 4000")
            found = get_meta(connection, "format")
        except BaseException:
            connection.close()
            raise
        if found != str(FORMAT):
            connection.close()
            raise IndexFormatError(
                f"{layout.folder}: format version {found}, this program reads {FORMAT}",
                hint="build it again from its documents: hegang-qa index --into"
                f" {layout.folder} --rebuild",
            )
    return connection


def _opened(layout: Layout, write: bool) -> sqlite3.Connection:
    if write:
        return sqlite3.connect(layout.database, timeout=_BUSY_SECONDS, isolation_level=None)
    place = "file:" + _quoted(os.path.abspath(layout.database)) + "?mode=ro"
    if not os.access(layout.folder, os.W_OK) and not os.path.exists(layout.database + "-wal"):
        place += "&immutable=1"  # a read-only place without an open log: nothing can change
    return sqlite3.connect(
        place, timeout=_BUSY_SECONDS, isolation_level=None, uri=True, check_same_thread=False
    )


def _quoted(path: str) -> str:
    """Return the path of a URI; urllib, which does the same, takes 20 ms to import."""
    if os.name == "nt":
        path = "/" + path.replace("\\", "/")
    return "".join(
        chr(byte) if (chr(byte).isalnum() and byte < 128) or byte in b"/-._~:" else f"%{byte:02X}"
        for byte in os.fsencode(path)
    )


def get_meta(connection: sqlite3.Connection, key: str) -> str:
    """Return a setting of the collection; "" when it has none of this name."""
    row = connection.execute("select value from meta where key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def set_meta(connection: sqlite3.Connection, key: str, value: object) -> None:
    """Write a setting of the collection."""
    connection.execute("insert or replace into meta values (?, ?)", (key, str(value)))


def known_documents(connection: sqlite3.Connection) -> list[Known]:
    """Return the documents that are alive, by number."""
    rows = connection.execute(
        "select number, path, location, size, modified, digest, error from documents"
        " where died is null order by number"
    )
    return [Known(*row) for row in rows]


@contextmanager
def explained(folder: str, *, making: bool = False) -> Iterator[None]:
    """Turn errors of the database, the index and the disk into `StorageError` for what may pass
    (no room, no permission, busy) and `IndexFormatError` for damage, and for a collection that is
    gone; `making`: it is only now being made."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        reason = str(error)
        lower = reason.lower()
        if isinstance(error, sqlite3.Error) and ("malformed" in lower or "no such" in lower):
            raise _damaged(folder, reason) from error
        if not making:
            check_there(Layout(folder))
        hint = "name another folder with --into" if making else "what it held before is unharmed"
        if "full" in lower or "no space" in lower:
            hint = "make room on the disk and run it again"
            hint += "" if making else "; what it held before is unharmed"
        else:
            for place in (Layout(folder).database, Layout(folder).index, folder):
                check_readable(folder, place)
            if "readonly" in lower or "read-only" in lower or "permission" in lower:
                hint = "the folder cannot be written; choose another with --into"
        raise StorageError(f"{folder}: cannot be written or read ({reason})", hint=hint) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise _damaged(folder, str(error)) from error
    except IndexFormatError as error:
        hint = error.hint or ""
        if PLACEHOLDER not in hint:
            raise
        # Raised where the folder is not known.
        raise IndexFormatError(
            f"{folder}: {error.message}", hint=hint.replace(PLACEHOLDER, folder)
        ) from error


def check_there(layout: Layout) -> None:
    """Raise `IndexFormatError` when there is no collection in the folder (any more), and
    `StorageError` when this user may not look into it."""
    if os.path.isfile(layout.database):
        return
    check_readable(layout.folder, layout.folder)
    raise IndexFormatError(
        f"{layout.folder}: no collection",
        hint=f"build one: hegang-qa index DOCUMENTS --into {layout.folder}"
        if not os.path.isdir(layout.folder)
        else f"to ask the documents in it: hegang-qa -d {layout.folder}",
    )


def check_readable(folder: str, place: str) -> None:
    """Raise `StorageError` when `place`, a part of the collection in `folder`, is there and this
    user may not read it: that is no damage, and building it again would not help."""
    wanted = os.R_OK | (os.X_OK if os.path.isdir(place) else 0)
    effective = os.access in os.supports_effective_ids
    if os.path.lexists(place) and not os.access(place, wanted, effective_ids=effective):
        raise StorageError(
            f"{folder}: cannot be read (permission denied: {place})",
            hint="ask its owner for the right to read it, or build another one with --into",
        )


def _damaged(folder: str, reason: str) -> IndexFormatError:
    return IndexFormatError(
        f"{folder}: the collection is damaged ({reason})",
        hint="your documents are unharmed; build it again from them: hegang-qa index --into"
        f" {folder} --rebuild",
    )
