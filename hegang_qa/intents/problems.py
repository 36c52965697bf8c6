"""What is wrong with a rule file, where, and how it is printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

__all__ = ["Problem", "did_you_mean", "render", "render_all"]

_LONGEST_LINE = 160
"""Characters of a source line that are shown."""


class Problem(NamedTuple):
    """A fault at a place. Sorts by file and place.

    `line`, `column` and `end` (the column after the fault) count from 1; `line` and `column` are 0
    where a folder is meant. `severity` is "error" or
    "warning". `source` is the line of the file, "" where there is none to show.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: str = "error"
    source: str = ""
    end: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Return the fields for JSON."""
        return self._asdict()


def render(problem: Problem) -> str:
    """Return ``path:line:col: CODE message`` (without a place, ``path: ...``) with the source line
    and a caret under the fault."""
    kind = "" if problem.severity == "error" else "warning: "
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    lines = [f"{problem.path}{place}: {problem.code} {kind}{problem.message}"]
    if problem.source:
        shown, column = _window(problem.source, problem.column)
        width = max(1, min(problem.end - problem.column, len(shown) - column + 1))
        lines.append(f"    {shown}")
        before = _columns(shown[: column - 1])
        marked = _columns(shown[column - 1 : column - 1 + width]) or width
        lines.append("    " + " " * before + "^" * marked)
    if problem.hint:
        lines.append(f"    hint: {problem.hint}")
    return "\n".join(lines) + "\n"


def _columns(text: str) -> int:
    """Return how many columns of a terminal the text takes: wide characters take two."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _window(source: str, column: int) -> tuple[str, int]:
    """Return the part of a long line around the column, and the column in it."""
    plain = "".join(char if char.isprintable() else " " for char in source.rstrip("\r\n"))
    if len(plain) <= _LONGEST_LINE:
        return plain, column
    start = max(0, min(column - 1 - _LONGEST_LINE // 2, len(plain) - _LONGEST_LINE))
    left, right = "… " if start else "", " …" if start + _LONGEST_LINE < len(plain) else ""
    return left + plain[start : start + _LONGEST_LINE] + right, column - start + len(left)


def render_all(problems: Iterable[Problem]) -> str:
    """Return all problems, sorted, one after the other."""
    return "".join(render(problem) for problem in sorted(problems))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return "did you mean '...'?" for the known name spelled most like `name`, or ""."""
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""
