"""The lines typed, kept in a file that only the user may read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from prompt_toolkit.history import History

__all__ = ["PrivateHistory"]

MOST_LINES = 5000
"""Entries that are kept; older ones go when the file is loaded with twice as many."""

_MOST_CHARACTERS = 5000
"""A longer entry (a pasted book) is not kept."""


class PrivateHistory(History):
    """Keeps lines in a file of mode 0600, one entry a line, newest last.

    A line that begins with a space is kept out, as shells do; so is one that repeats the last.
    When the file cannot be written, `complain` is told once and the history lives in memory.
    """

    def __init__(self, path: str | None, complain: Callable[[str], None]) -> None:
        """`path` is the file; None keeps nothing beyond this run."""
        super().__init__()
        self._path = path
        self._complain = complain

    def append_string(self, string: str) -> None:
        """Remember a line for this run and, if there is a file, for the next."""
        if not string.strip() or string.startswith(" ") or len(string) > _MOST_CHARACTERS:
            return
        if self._loaded_strings and self._loaded_strings[0] == string:
            return
        super().append_string(string)

    def load_history_strings(self) -> Iterable[str]:
        """Return the lines of the file, newest first."""
        if self._path is None:
            return []
        try:
            with open(self._path, encoding="utf-8", errors="replace") as file:
                lines = file.read().split("\n")
        except FileNotFoundError:
            return []
        except OSError as error:
            self._give_up(error)
            return []
        entries = [_decoded(line) for line in lines if line]
        if len(entries) > 2 * MOST_LINES:
            entries = entries[-MOST_LINES:]
            self._write(entries, os.O_TRUNC)
        return reversed(entries)

    def store_string(self, string: str) -> None:
        """Append a line to the file."""
        self._write([string], os.O_APPEND)

    def _write(self, entries: list[str], mode: int) -> None:
        if self._path is None:
            return
        try:
            folder = os.path.dirname(self._path)
            if folder:
                os.makedirs(folder, mode=0o700, exist_ok=True)
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | mode, 0o600)
            with open(descriptor, "w", encoding="utf-8", errors="replace") as file:
                if hasattr(os, "fchmod"):
                    os.fchmod(descriptor, 0o600)  # a file that was there may be open to others
                file.writelines(_encoded(entry) + "\n" for entry in entries)
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        self._complain(f"{self._path}: history is not kept: {error.strerror or error}")
        self._path = None


def _encoded(entry: str) -> str:
    return entry.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _decoded(line: str) -> str:
    parts = line.split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace("\\r", "\r") for part in parts)
