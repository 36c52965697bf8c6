"""Shows a document at the line of a sentence: in the pager, in the editor, or right here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from hegang_qa.cli.environment import is_terminal
from hegang_qa.cli.layout import Line
from hegang_qa.cli.render import location, marked, place
from hegang_qa.cli.safe_text import visible
from hegang_qa.errors import SourceError

if TYPE_CHECKING:
    from hegang_qa.cli.repl.screen import Screen
    from hegang_qa.cli.repl.session import Place

__all__ = ["show_document", "viewer_command"]

_AROUND = 3
"""Lines shown before and after the sentence when it is shown right here."""

_PLUS_LINE = frozenset(
    "vi vim nvim view gvim nano pico emacs emacsclient micro joe jed ne mg gedit more most".split()
)
"""Programs that take the line as ``+LINE`` before the file."""

_COLON_LINE = frozenset("hx helix subl zed".split())
"""Programs that take ``file:line``."""


def show_document(item: Place, screen: Screen) -> None:
    """Open the document of a sentence at its line.

    In ``$PAGER``, else in ``$VISUAL`` or ``$EDITOR``; without them, or without a terminal, the
    lines around the sentence are printed.
    """
    path = location(item.source.path)
    command = viewer_command(screen.environment.environ, path, item.source.line)
    if command and is_terminal(screen.environment.stdin) and is_terminal(screen.environment.stdout):
        try:
            screen.run(command)
            return
        except OSError as error:
            screen.problem(visible(f"{command[0]}: {error.strerror or error}"))
    screen.show(context_lines(item, path))


def viewer_command(environ: Mapping[str, str], path: str, line: int) -> list[str] | None:
    """Return the command that shows the file at the line, None when the user names no program."""
    import shlex

    chosen = environ.get("PAGER") or environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        words = shlex.split(chosen, posix=os.sep == "/")
    except ValueError:
        return None
    if not words:
        return None
    name = os.path.splitext(os.path.basename(words[0]))[0].casefold()
    path = os.path.abspath(path)  # so that no file name looks like an option
    if name == "less":
        return [*words, "-j.3", f"+{line}", path]
    if name in _PLUS_LINE:
        return [*words, f"+{line}", path]
    if name in ("code", "codium", "cursor"):
        return [*words, "--goto", f"{path}:{line}"]
    if name in _COLON_LINE:
        return [*words, f"{path}:{line}"]
    if name in ("kate", "kwrite"):
        return [*words, "--line", str(line), path]
    return [*words, path]


def context_lines(item: Place, path: str) -> list[Line]:
    """Return the lines of the file around the sentence, numbered, the sentence marked."""
    from hegang_qa.documents import read_file

    document = read_file(item.source.path, location=path)
    text, source = document.text, item.source
    if text[source.start : source.end] != item.sentence:
        raise SourceError(f"{visible(source.path)} has changed since it was read", hint="/reload")
    rows = text.split("\n")
    last = source.line + item.sentence.count("\n")
    first_shown, last_shown = max(source.line - _AROUND, 1), min(last + _AROUND, len(rows))
    width = len(str(last_shown))
    offset = sum(len(row) + 1 for row in rows[: first_shown - 1])
    lines = [Line((place(source),))]
    for number in range(first_shown, last_shown + 1):
        row = rows[number - 1]
        begin = source.start - offset
        pieces = [("label", f"{number:>{width}}  ")]
        if source.line <= number <= last:
            pieces += _row_pieces(row, item, begin)
        else:
            pieces.append(("label", visible(row)))
        lines.append(Line(tuple(pieces), 0, width + 2))
        offset += len(row) + 1
    return lines


def _row_pieces(row: str, item: Place, begin: int) -> list[tuple[str, str]]:
    """Return a row of the file with what of the sentence stands in it marked; the sentence begins
    at `begin` of the row (less than 0 on its further rows)."""

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        return max(span[0] + begin, 0), min(span[1] + begin, len(row))

    answer = item.answer_span and moved(item.answer_span)
    if answer and answer[0] >= answer[1]:
        answer = None
    spans = [span for span in map(moved, item.matched) if span[0] < span[1]]
    return list(marked(row, answer, spans, spaced=False))
