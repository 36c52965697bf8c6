"""Lines of styled text, and their wrapping by the width that characters have on a terminal.

A piece is a role ("answer", "path", ...: see `hegang_qa.cli.style`) and its text; a `Line` is
pieces and an indent. Nothing here knows colours or streams.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["HELD", "Line", "Piece", "display_width", "plain_text", "wrap"]

Piece = tuple[str, str]

HELD = "\u00a0"
"""A space at which a line is not broken; in a label it is printed as any other space."""

_CLOSING = frozenset(",.;:!?)]}%\"'’”»、。，；：！？）」』】》…")
_OPENING = frozenset("([{\"'‘“«「『【《（")
"""Characters that do not begin a row, or do not end one, beside wide characters."""

_LITTLE = 4
"""Columns of a hang that has no room."""

_NARROWEST = 20
"""Columns below which lines are no longer wrapped narrower."""


class Line(NamedTuple):
    """Styled text that is one line where there is room. Rows after the first, when it is wrapped,
    are indented by `indent` and `hang` together."""

    pieces: tuple[Piece, ...]
    indent: int = 0
    hang: int = 0


def display_width(text: str) -> int:
    """Return how many columns the text takes: Chinese and emoji two each, combining marks none.

    From `unicodedata` (East Asian Width, UAX 11): the wcwidth package knows more about emoji
    sequences but takes a fifth of the time of a whole answer to import.
    """
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    width = 0
    for character in text:
        if east_asian_width(character) in "WF":
            width += 2
        elif category(character) not in ("Mn", "Me", "Cf"):
            width += 1
    return width


def plain_text(lines: Iterable[Line]) -> str:
    """Return the lines without their styles, unwrapped, each with its newline."""
    return "".join(
        " " * line.indent + "".join(text for _, text in line.pieces).replace(HELD, " ") + "\n"
        for line in lines
    )


def wrap(lines: Iterable[Line], columns: int | None) -> Iterator[Line]:
    """Yield the lines broken to fit `columns`; unbroken when it is None.

    Breaks at spaces, between wide characters, and inside a word only when it is longer than a
    whole line.
    """
    for line in lines:
        if columns is None or line.indent + _width_of(line.pieces) <= columns:
            yield _let_go(line)
        else:
            yield from map(_let_go, _broken(line, max(columns, _NARROWEST)))


def _let_go(line: Line) -> Line:
    """The line with plain spaces where labels were held together."""
    if not any(role == "label" and HELD in text for role, text in line.pieces):
        return line
    pieces = (
        (role, text.replace(HELD, " ") if role == "label" else text) for role, text in line.pieces
    )
    return line._replace(pieces=tuple(pieces))


def _width_of(pieces: Iterable[Piece]) -> int:
    return sum(display_width(text) for _, text in pieces)


def _broken(line: Line, columns: int) -> Iterator[Line]:
    row: list[Piece] = []
    used = 0
    indent = line.indent
    room = columns - indent
    # A hang that would take most of the row is no help.
    hanging = line.indent + (line.hang if 2 * line.hang <= room else min(line.hang, _LITTLE))
    for word in _words(line.pieces):
        width = _width_of(word)
        blank = all(text.isspace() for _, text in word)
        if used + width > room and not blank and row:
            yield Line(_joined(row), indent)
            row, used = [], 0
            indent = hanging
            room = columns - indent
        if blank and not row:
            continue
        if width <= room:
            row.extend(word)
            used += width
            continue
        for role, character in _characters(word):
            width = display_width(character)
            if used + width > room and row:
                yield Line(_joined(row), indent)
                row, used = [], 0
                indent = hanging
                room = columns - indent
            row.append((role, character))
            used += width
    if row:
        yield Line(_joined(row), indent)


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield stretches that hold together: words (over the seams of pieces), spaces, and each
    wide character by itself (with what closes after it)."""
    word: list[Piece] = []
    last = ""
    for role, text in pieces:
        for unit in _units(text):
            kind = _kind(unit)
            # What closes (a comma, a bracket) stays with what it follows, what opens with what
            # comes after it.
            held = last in ("word", "wide") and kind != "space"
            held = held and (unit[0] in _CLOSING or word[-1][1][-1] in _OPENING)
            if word and not held and (kind != last or kind == "wide"):
                yield word
                word = []
            word.append((role, unit))
            last = kind
    if word:
        yield word


def _kind(unit: str) -> str:
    """Return "space", "wide" (one wide character) or "word"."""
    if unit.isspace():
        return "space"
    return "wide" if not unit.isascii() and len(unit) == 1 and display_width(unit) == 2 else "word"


def _units(text: str) -> Iterator[str]:
    """Yield runs of spaces, runs of other narrow characters, and wide characters one by one."""
    start = 0
    state = ""
    for position, character in enumerate(text):
        if character == " ":
            kind = "space"
        elif not character.isascii() and display_width(character) == 2:
            kind = "wide"
        else:
            kind = "word"
        if position > start and (kind != state or kind == "wide"):
            yield text[start:position]
            start = position
        state = kind
    if start < len(text):
        yield text[start:]


def _characters(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for role, text in pieces:
        for character in text:
            yield role, character


def _joined(row: list[Piece]) -> tuple[Piece, ...]:
    """Return the row with neighbours of one role joined and without spaces at its end."""
    joined: list[Piece] = []
    for role, text in row:
        if joined and joined[-1][0] == role:
            joined[-1] = (role, joined[-1][1] + text)
        else:
            joined.append((role, text))
    while joined and not joined[-1][1].rstrip(" "):
        joined.pop()
    if joined:
        joined[-1] = (joined[-1][0], joined[-1][1].rstrip(" "))
    return tuple(joined)
