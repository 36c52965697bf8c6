"""What stands in a text to lay it out and is none of it: the marks of quoted lines and the breaks
of lines in HTML. A sentence keeps them within, as it is a slice of its file, but does not begin or
end with them, and does not go on over a break.
"""

from __future__ import annotations

import re

from hegang_qa.documents.lines import QUOTED
from hegang_qa.documents.patterns import lazy

__all__ = ["stretches"]

# The same sentence goes on in small letters; a row of breaks is one.
_BREAK = lazy(r"(?:<br\s*/?>\s*)+", re.IGNORECASE)


def stretches(text: str) -> list[tuple[int, str]]:
    """Return the stretches between breaks that no sentence crosses, each with where it begins;
    blanks, as many, stand for what is none of the text."""
    if "\n" in text:
        text = QUOTED.sub(_blank, text)
    if "<" not in text:
        return [(0, text)]
    found: list[tuple[int, str]] = []
    start = 0
    for mark in _BREAK.finditer(text):
        if not text[mark.end() : mark.end() + 1].islower():
            found.append((start, text[start : mark.start()]))
            start = mark.end()
    found.append((start, text[start:]))
    return found


def _blank(mark: re.Match[str]) -> str:
    return " " * len(mark.group())
