"""Chinese characters: traditional and simplified forms compared as one.

The table is made by ``tools/build_han.py`` from the Unihan database (its licence:
``data/LICENSE-unicode.txt``). Character by character is enough to compare by: which of several
traditional characters a simplified one stands for need not be known.
"""

from __future__ import annotations

from functools import lru_cache

from hegang_qa.resources import data_path

__all__ = ["simplify"]


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Return traditional to simplified characters; empty when the file is missing."""
    try:
        with open(data_path("han-simplified.txt"), encoding="utf-8") as file:
            traditional, simplified = file.read().split()
    except (OSError, ValueError):
        return {}
    return dict(zip(map(ord, traditional), simplified, strict=False))


def simplify(text: str) -> str:
    """Return `text` with traditional Chinese characters made simplified; the rest as it is."""
    return text if text.isascii() else text.translate(_table())
