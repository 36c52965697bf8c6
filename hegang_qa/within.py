"""Which documents a question is limited to."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

__all__ = ["Within", "documents_within"]

Within = str | Iterable[str] | None


def _plain(path: str) -> str:
    path = path.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:]
    return path.rstrip("/") or path


def _fits(path: str, pattern: str) -> bool:
    """A pattern fits a path when it is the path, a folder above it, its last parts, or a glob of
    any of these (``*`` crosses folders)."""
    if path == pattern or path.startswith(pattern + "/") or path.endswith("/" + pattern):
        return True
    return (
        fnmatchcase(path, pattern)
        or fnmatchcase(path, "*/" + pattern)
        or fnmatchcase(path, pattern + "/*")
    )


def documents_within(paths: Iterable[str], within: Within) -> frozenset[int] | None:
    """Return the numbers of the documents whose path fits any pattern of `within`.

    None (no limit) for None. An empty set means that nothing fits: such a question has no answer.
    """
    if within is None:
        return None
    patterns = [_plain(p) for p in ((within,) if isinstance(within, str) else tuple(within))]
    return frozenset(
        number
        for number, path in enumerate(paths)
        if path and any(_fits(_plain(path), pattern) for pattern in patterns)
    )
