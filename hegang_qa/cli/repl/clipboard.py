"""Puts text on the clipboard: by the desktop's own program, else through the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hegang_qa.cli.repl.screen import Screen

__all__ = ["copy", "programs"]


def copy(text: str, screen: Screen) -> bool:
    """Put the text on the clipboard; return whether somebody took it."""
    for command in programs(screen.environment.environ, sys.platform):
        if screen.feed(command, text):
            return True
    import base64

    # OSC 52 (xterm's control sequences): reaches the user's own clipboard over ssh, too.
    encoded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    return screen.send(f"\x1b]52;c;{encoded}\x07")


def programs(environ: Mapping[str, str], platform: str) -> list[list[str]]:
    """Return the programs to try, in order; none in a session from far away."""
    if environ.get("SSH_CONNECTION"):
        return []
    if platform == "darwin":
        return [["pbcopy"]]
    if platform == "win32":
        return [["clip"]]
    found = []
    if environ.get("WAYLAND_DISPLAY"):
        found.append(["wl-copy"])
    if environ.get("DISPLAY"):
        found += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return found
