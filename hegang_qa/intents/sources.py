"""Contents to tables: read the files as TOML, with the place of every value."""

from __future__ import annotations

import os
import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hegang_qa.intents.folders import FileKind
from hegang_qa.intents.places import Path, Places, find_places
from hegang_qa.intents.problems import Problem

__all__ = ["MAX_BYTES", "RuleFile", "parse_file"]

MAX_BYTES = 1_000_000
"""Largest rule file; a person writes no larger one."""

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True)
class RuleFile:
    """A file of the rule language: its table, and where everything in it stands.

    `path` is as shown to people; `language` is "" for the contract; `shipped` tells whether it
    came with the package.
    """

    path: str
    kind: FileKind
    language: str
    name: str
    text: str
    data: dict[str, Any] = field(repr=False)
    shipped: bool = False

    @cached_property
    def places(self) -> Places:
        """The spans of keys and values in `text`."""
        return find_places(self.text)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(at + 1 for at, char in enumerate(self.text) if char == "\n")]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset in the text."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def line_of(self, *path: str | int) -> int:
        """Return the line of a value; 1 where there is none."""
        span = self.places.get(path)
        return self.position(span[0])[0] if span else 1

    def problem(
        self,
        code: str,
        message: str,
        path: Path = (),
        *,
        within: tuple[int, int] | None = None,
        hint: str = "",
        severity: str = "error",
    ) -> Problem:
        """Return a problem at the value (or, with "=" at the end, the key) that `path` leads to;
        `within` narrows it to offsets in the value's text."""
        span = self.places.get(path)
        while span is None and path:
            path = path[:-1]
            span = self.places.get((*path, "=")) or self.places.get(path)
        start, end = span or (0, 0)
        if within is not None and span is not None:
            start, end = self._inside(span, within)
        line, column = self.position(start)
        source = self.text.split("\n", line)[line - 1] if self.text else ""
        last_line, last_column = self.position(end)
        stop = last_column if last_line == line else len(source) + 1
        return Problem(self.path, line, column, code, message, hint, severity, source, stop)

    def _inside(self, span: tuple[int, int], within: tuple[int, int]) -> tuple[int, int]:
        """Turn offsets in a string's value into offsets of the file, over escapes."""
        start, end = span
        basic = self.text[start - 1 : start] == '"'
        places: list[int] = []
        at = start
        while at < end:
            places.append(at)
            if basic and self.text[at] == "\\":
                at += {"u": 6, "U": 10}.get(self.text[at + 1], 2)
            else:
                at += 1
        places.append(end)
        first, last = (min(offset, len(places) - 1) for offset in within)
        return places[first], max(places[last], places[first])


def parse_file(
    content: bytes, *, path: str, kind: FileKind, language: str, shipped: bool = False
) -> RuleFile | Problem:
    """Return the file read, or what makes it unreadable."""
    if kind == "stray":
        return _astray(path)
    if len(content) > MAX_BYTES:
        return Problem(path, 1, 1, "S103", f"larger than {MAX_BYTES:,} bytes")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        return Problem(path, line, column, "S102", "not UTF-8", "save the file as UTF-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _not_toml(path, text, str(error))
    except RecursionError:
        return Problem(path, 1, 1, "S101", "not TOML: nested too deeply")
    name = os.path.basename(path)[: -len(".toml")]
    return RuleFile(path, kind, language, name, text, data, shipped)


def _astray(path: str) -> Problem:
    folder, _, name = path.replace(os.sep, "/").rpartition("/")
    place = f"lists/{name}" if folder.endswith("lists") else name
    return Problem(
        path,
        1,
        1,
        "S105",
        "not read: rules stand in the folder of their language",
        f"move it to <language>/{place}, such as en/{place}",
    )


def _not_toml(path: str, text: str, message: str) -> Problem:
    lines = text.split("\n")
    line, column = len(lines), len(lines[-1]) + 1
    found = _AT.search(message)
    if found:
        message = message[: found.start()]
        if found[1]:
            line, column = int(found[1]), int(found[2])
    source = lines[line - 1] if line <= len(lines) else ""
    key, equals, _ = source.partition("=")
    if message.startswith("Cannot overwrite a value") and equals:
        column = len(key) - len(key.lstrip()) + 1
        return Problem(
            path,
            line,
            column,
            "S101",
            f"not TOML: '{key.strip()}' is set twice",
            source=source,
            end=len(key.rstrip()) + 1,
        )
    return Problem(
        path, line, column, "S101", f"not TOML: {message}", source=source, end=column + 1
    )
