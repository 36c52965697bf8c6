"""Which documents a question is limited to."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from hegang_qa.errors import UsageError

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
    if path == pattern or f"/{pattern}/" in f"/{path}" or path.endswith("/" + pattern):
        return True
    return (
        fnmatchcase(path, pattern)
        or fnmatchcase(path, "*/" + pattern)
        or fnmatchcase(path, pattern + "/*")
    )


def documents_within(paths: Iterable[str], within: Within) -> frozenset[int] | None:
    """Return the numbers of the documents whose path fits any pattern of `within`.

    None (no limit) for None. An empty set means that nothing fits: such a question has no answer.
    Raises `UsageError` for what is neither text nor texts.
    """
    if within is None:
        return None
    try:
        given = (within,) if isinstance(within, str) else tuple(within)
        patterns = [_plain(pattern) for pattern in given]
    except (TypeError, AttributeError):
        raise UsageError(f"within is a path or pattern, or several, not {within!r}") from None
    return frozenset(
        number
        for number, path in enumerate(paths)
        if path and any(_fits(_plain(path), pattern) for pattern in patterns)
    )
