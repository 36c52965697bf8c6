"""Escape sequences: commands to a terminal, which logs and pasted text bring with them."""

from __future__ import annotations

__all__ = ["without_escapes"]


def without_escapes(text: str) -> str:
    """Return the text without the control sequences of ECMA-48 (colours, moves of the cursor) and
    the strings that the operating system is told (titles, links)."""
    if "\x1b" not in text:
        return text
    import re

    return re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\n]*?(?:\x07|\x1b\\)", "", text)
