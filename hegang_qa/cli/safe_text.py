"""Text from documents and questions, made harmless for a terminal."""

from __future__ import annotations

import os

__all__ = ["as_utf8", "visible"]

# Characters that reorder what follows: a text could show another order than it has
# (N. Boucher and R. Anderson, "Trojan Source", USENIX Security 2023).
_REORDERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)

_table: dict[int, str] = {}


def visible(text: str) -> str:
    """Return the text as one line that cannot command a terminal.

    Line ends and tabs become spaces, control characters their pictures (Escape is "␛"),
    reordering marks vanish, and halves of broken characters become "�".
    """
    if text.isprintable():
        return text
    if not _table:
        _table.update({code: chr(0x2400 + code) for code in range(0x20)})
        _table.update(dict.fromkeys((9, 10, 11, 12, 13, 133, 8232, 8233), " "))
        _table.update({code: "�" for code in range(0x80, 0xA0) if code != 0x85})
        _table.update(dict.fromkeys(_REORDERING, ""))
        _table[0x7F] = "␡"
        _table[0xAD] = ""  # a soft hyphen: drawn by some terminals, swallowed by others
    text = text.replace("\r\n", "\n").translate(_table)
    if any("\ud800" <= character <= "\udfff" for character in text):
        text = "".join("�" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def as_utf8(argument: str) -> str:
    """Return an argument of the command line read as UTF-8, whatever the locale says.

    In a locale that does not know its characters Python hides their bytes in halves of characters
    (PEP 383); what is not UTF-8 either becomes "�". For text only: paths are to stay as they are.
    """
    if argument.isascii() or argument.isprintable():
        return argument
    try:
        return os.fsencode(argument).decode("utf-8", "replace")
    except UnicodeEncodeError:  # Windows: real halves of characters
        return argument.encode("utf-8", "replace").decode("utf-8")
