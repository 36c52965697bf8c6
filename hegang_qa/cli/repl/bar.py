"""The text of the bar at the bottom of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hegang_qa.cli.layout import display_width
from hegang_qa.cli.safe_text import visible

if TYPE_CHECKING:
    from hegang_qa.cli.repl.session import Session

__all__ = ["bar_text", "collection_name"]

_BETWEEN = "  ·  "


def bar_text(session: Session, columns: int) -> str:
    """Return the bar: collection, sentences, limits, time of the last answer, keys.

    What does not fit in `columns` is left out, from the right.
    """
    parts = [collection_name(session), f"{len(session.engine):,} sentences"]
    if session.settings.within:
        parts.append("within " + visible(" ".join(session.settings.within)))
    if session.seconds is not None:
        parts.append(_duration(session.seconds))
    if session.settings.editing == "vi":
        parts.append("vi")
    parts.append("/help")
    text = " " + parts[0]
    for part in parts[1:]:
        if display_width(text + _BETWEEN + part) >= columns:
            break
        text += _BETWEEN + part
    while display_width(text) >= columns > 1:
        text = text[:-2] + "…"
    return text


def collection_name(session: Session) -> str:
    """Return the one document's path, or how many there are."""
    paths = session.engine.paths()
    if len(paths) == 1:
        return visible(paths[0])
    return f"{len(paths):,} documents"


def _duration(seconds: float) -> str:
    milliseconds = seconds * 1000
    if milliseconds < 10:
        return f"{milliseconds:.1f} ms"
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    return f"{seconds:.1f} s"
