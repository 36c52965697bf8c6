"""What an update knows and tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

__all__ = ["Changes", "Known", "Progress"]

Progress = Callable[[int, int, str], None]
"""Told how many files are done, how many there are, and the path of the last."""


class Known(NamedTuple):
    """A document that the collection holds, and its file as it was last read."""

    number: int
    path: str
    location: str
    size: int
    modified: int
    digest: bytes
    error: str | None


class Changes(NamedTuple):
    """What an update did, by path. `renamed` pairs old and new; `failed` pairs path and reason."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    unchanged: int = 0
    warnings: tuple[str, ...] = ()
