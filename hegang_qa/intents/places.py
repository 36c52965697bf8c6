"""Where each key and value of a TOML file stands: `tomllib` reads values but tells no places.

The text is taken to be valid TOML (``tomllib.loads`` has accepted it); one pass over it notes the
span of every key and value by its way from the top: ``("test", 1, "say")``.
"""

from __future__ import annotations

import re
from typing import TypeAlias

__all__ = ["Path", "Places", "find_places"]

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys, and positions in arrays."""

Places: TypeAlias = dict[Path, tuple[int, int]]
"""Spans in the text. A value's path gives the value (strings without their quotes); the same path
with "=" put at the end gives its key."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]*")
_TO_COMMA = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*(,?)")


class _Scanner:
    """A cursor over the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: Places = {}

    def skip(self, pattern: re.Pattern[str] = _BLANK) -> None:
        match = pattern.match(self.text, self.at)
        if match is not None:
            self.at = match.end()

    def scan(self) -> Places:
        prefix: Path = ()
        counts: dict[Path, int] = {}
        self.skip()
        while self.at < len(self.text):
            start = self.at
            if self.text.startswith("[[", start):
                self.at += 2
                keys, span = self.key()
                self.at = self.text.find("]]", self.at) + 2
                number = counts.get(keys, -1) + 1
                counts[keys] = number
                prefix = (*keys, number)
                self.places[prefix] = self.places[(*prefix, "=")] = span
            elif self.text[start] == "[":
                self.at += 1
                prefix, span = self.key()
                self.at = self.text.find("]", self.at) + 1
                self.places[prefix] = self.places[(*prefix, "=")] = span
            else:
                self.entry(prefix)
            if self.at <= start:  # not TOML after all: rather no places than no end
                break
            self.skip()
        return self.places

    def key(self) -> tuple[Path, tuple[int, int]]:
        """Read a key, dotted or not; return its parts and its span."""
        self.skip(_SPACE)
        start = self.at
        parts: list[str | int] = []
        while True:
            if self.text[self.at : self.at + 1] in ("'", '"'):
                first, last = self.string()
                parts.append(self.text[first:last])
            else:
                match = _BARE.match(self.text, self.at)
                if match is None:
                    break
                parts.append(match.group())
                self.at = match.end()
            end = self.at
            self.skip(_SPACE)
            if self.text[self.at : self.at + 1] != ".":
                return tuple(parts), (start, end)
            self.at += 1
            self.skip(_SPACE)
        return tuple(parts), (start, self.at)

    def entry(self, prefix: Path) -> None:
        """Read ``key = value``."""
        keys, span = self.key()
        path = (*prefix, *keys)
        self.places[(*path, "=")] = span
        self.skip(_SPACE)
        self.at += 1  # the "="
        self.value(path)

    def value(self, path: Path) -> None:
        self.skip()
        start = self.at
        opening = self.text[start : start + 1]
        if opening in ("'", '"') and opening:
            self.places[path] = self.string()
        elif opening == "[":
            self.at += 1
            number = 0
            self.skip()
            while self.at < len(self.text) and self.text[self.at] != "]":
                before = self.at
                self.value((*path, number))
                number += 1
                self.skip(_TO_COMMA)
                self.skip()
                if self.at == before:
                    return
            self.at += 1
            self.places[path] = (start, self.at)
        elif opening == "{":
            self.at += 1
            self.skip()
            while self.at < len(self.text) and self.text[self.at] != "}":
                before = self.at
                self.entry(path)
                self.skip(_TO_COMMA)
                self.skip()
                if self.at == before:
                    return
            self.at += 1
            self.places[path] = (start, self.at)
        else:
            match = _SCALAR.match(self.text, start)
            end = match.end() if match is not None else start
            self.at = end
            self.places[path] = (start, start + len(self.text[start:end].rstrip()))

    def string(self) -> tuple[int, int]:
        """Read a string of any of TOML's four kinds; return the span between its quotes."""
        quote = self.text[self.at]
        triple = quote * 3
        marks = triple if self.text.startswith(triple, self.at) else quote
        start = self.at + len(marks)
        at = start
        while at < len(self.text) and not self.text.startswith(marks, at):
            at += 2 if quote == '"' and self.text[at] == "\\" else 1
        while marks == triple and self.text.startswith(quote, at + 3):
            at += 1  # quotes before the closing ones belong to the string
        self.at = at + len(marks)
        return start, at


def find_places(text: str) -> Places:
    """Return the span of every key and value of a valid TOML text."""
    return _Scanner(text).scan()
