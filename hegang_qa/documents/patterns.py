"""Regular expressions that are compiled when they are first used, not when they are defined.

Compiling takes most of the import time of modules with many expressions, and a single question
over plain text needs few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["lazy"]


class _Lazy:
    """Stands for a pattern; the first use of a method compiles it and keeps the method."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, method)
        return method


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves like ``re.compile(source, flags)`` and compiles on first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
