"""Which roles of text get which colours, and whether a stream gets colours at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

from hegang_qa.cli.environment import is_terminal
from hegang_qa.cli.layout import Line, wrap

__all__ = ["Style", "background", "style_for"]

# Codes of ECMA-48 "Select Graphic Rendition". The sixteen named colours only, so that the user's
# own palette decides the shade.
_BOLD, _FAINT, _ITALIC, _UNDERLINE = "1", "2", "3", "4"

_DARK = {
    "answer": "1;32",
    "found": "1;32",
    "matched": "33",
    "refusal": "1;33",
    "path": "36",
    "label": "2",
    "faint": "2",
    "asked": "2;3",
    "conflict": "1;35",
    "command": "36",
    "error": "1;31",
    "good": "32",
    "bad": "31",
    "heading": "1",
}
# On a light ground yellow and cyan cannot be read.
_LIGHT = _DARK | {"matched": "35", "refusal": "1;31", "path": "34", "command": "34"}
# NO_COLOR takes the colours, not the weight of the letters (https://no-color.org).
_MONOCHROME = {
    "answer": _BOLD,
    "found": _BOLD,
    "matched": _UNDERLINE,
    "refusal": _BOLD,
    "label": _FAINT,
    "faint": _FAINT,
    "asked": _ITALIC,
    "conflict": _BOLD,
    "error": _BOLD,
    "heading": _BOLD,
}


class Style:
    """Turns lines into text for one stream."""

    def __init__(self, codes: Mapping[str, str], *, links: bool = False) -> None:
        """`codes` maps roles to SGR codes; with `links`, pieces may carry a hyperlink."""
        self.codes = codes
        self.links = links

    def paint(self, lines: Iterable[Line], columns: int | None = None) -> str:
        """Return the text, wrapped to `columns` when given, each line with its newline."""
        return "".join(self._line(line) for line in wrap(lines, columns))

    def _line(self, line: Line) -> str:
        return " " * line.indent + "".join(self.piece(*piece) for piece in line.pieces) + "\n"

    def piece(self, role: str, text: str) -> str:
        """Return one piece of text with its codes. A role "path file:///..." is also a link."""
        role, _, target = role.partition(" ")
        code = self.codes.get(role)
        if code and text:
            text = f"\x1b[{code}m{text}\x1b[0m"
        if target and self.links:
            # OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
            text = f"\x1b]8;;{target}\x1b\\{text}\x1b]8;;\x1b\\"
        return text


def style_for(
    stream: TextIO, environ: Mapping[str, str], choice: str = "auto", theme: str = "auto"
) -> Style:
    """Return the style for a stream, which is judged by itself.

    `choice` is "always" (codes even into a pipe), "never" (no codes at all) or "auto": codes on a
    terminal that is not dumb, without colours when NO_COLOR is set to anything. `theme` is
    "dark", "light" or "auto".
    """
    if choice == "never":
        return Style({})
    if choice == "auto":
        if not is_terminal(stream) or environ.get("TERM", "") == "dumb":
            return Style({})
        if environ.get("NO_COLOR"):
            return Style(_MONOCHROME)
    if theme == "auto":
        theme = background(environ)
    return Style(_LIGHT if theme == "light" else _DARK, links=knows_links(environ))


def background(environ: Mapping[str, str]) -> str:
    """Return "light" or "dark", as COLORFGBG (rxvt, Konsole and others set it) says; else dark."""
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in ("7", "15") else "dark"


def knows_links(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal is one that is known to draw OSC 8 hyperlinks.

    Terminals that do not know them should swallow the code, but some old ones print it.
    """
    if environ.get("FORCE_HYPERLINK"):
        return environ["FORCE_HYPERLINK"] != "0"
    if environ.get("TERM_PROGRAM") in ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"):
        return True
    if any(environ.get(name) for name in ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION")):
        return True
    version = environ.get("VTE_VERSION", "")
    return version.isdecimal() and int(version) >= 5000
