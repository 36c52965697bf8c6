"""The real program in a pseudo-terminal, as a person drives it."""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are of POSIX")

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60
"""Seconds until a test gives up waiting; only a failure takes so long."""

HANDBOOK = """\
# Handbook

The library opens at nine in the morning.

The reading room was built in 1931 by Ada Lind.

A guest may borrow 12 books.
"""


class Terminal:
    """The program at one end of a pseudo-terminal, and at the other end a screen to look at."""

    def __init__(self, folder: Path, columns: int, *arguments: str, **environ: str) -> None:
        (folder / "handbook.md").write_text(HANDBOOK, encoding="utf-8")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("HEGANG_QA", "XDG_"))}
        for name in ("NO_COLOR", "COLUMNS", "LINES"):
            kept.pop(name, None)
        self.screen = pyte.Screen(columns, 40)
        self.screen.write_process_input = self._reply
        self.stream = pyte.Stream(self.screen)
        self.raw = ""
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "hegang_qa", "-d", "handbook.md", *arguments],
            cwd=str(folder),
            dimensions=(40, columns),
            encoding="utf-8",
            codec_errors="replace",
            env={
                **kept,
                "HOME": str(folder),
                "PYTHONPATH": str(ROOT),
                "TERM": "xterm-256color",
                "PAGER": "",
                "VISUAL": "",
                "EDITOR": "",
                **environ,
            },
        )

    def _reply(self, data: str) -> None:
        """Answer as terminals do when they are asked where the cursor is."""
        self.child.send(data)

    def update(self) -> bool:
        """Draw what came; return False once the program has ended."""
        try:
            came = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += came
        self.stream.feed(came)
        return True

    @property
    def shown(self) -> str:
        """What stands on the screen; spaces and line breaks are one space each, and a full line
        goes on in the next."""
        lines = (line if line[-1:] != " " else line + "\n" for line in self.screen.display)
        return " ".join("".join(lines).split())

    @property
    def picture(self) -> str:
        """What stands on the screen, line by line."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    @property
    def line(self) -> str:
        """The line on which the cursor stands."""
        return str(self.screen.display[self.screen.cursor.y]).rstrip()

    def wait(self, what: str, holds: Any) -> None:
        """Wait until `holds()`; fail and show the screen when it never does."""
        end = time.monotonic() + PATIENCE
        while not holds():
            alive = self.update()
            if not alive and not holds():
                pytest.fail(f"ended before {what}:\n{self.picture}")
            if time.monotonic() > end:
                pytest.fail(f"never {what}:\n{self.picture}")

    def see(self, text: str) -> None:
        """Wait until the text is on the screen."""
        self.wait(f"showed {text!r}", lambda: text in self.shown)

    def ready(self) -> None:
        """Wait for an empty prompt."""
        self.wait("came back to the prompt", lambda: self.line == ">")

    def type(self, keys: str) -> None:
        """Type the keys."""
        self.child.send(keys)

    def enter(self, text: str) -> None:
        """Type a line, see it, press Enter."""
        self.type(text)
        self.wait(f"echoed {text!r}", lambda: self.line.endswith(text[-10:]))
        self.type("\r")

    def wipe(self) -> None:
        """Clear the screen with Ctrl-L."""
        self.type("\x0c")
        self.wait("cleared the screen", lambda: self.screen.cursor.y == 0 and self.line == ">")

    def status(self) -> int:
        """Wait for the end; return the exit status."""
        while self.update():
            pass
        self.child.close()
        assert self.child.signalstatus is None
        return int(self.child.exitstatus)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_talk(tmp_path: Path, columns: int) -> None:
    pager = tmp_path / "pager"
    pager.write_text('#!/bin/sh\necho "PAGER GOT $*"\n', encoding="utf-8")
    pager.chmod(0o755)
    terminal = Terminal(tmp_path, columns, PAGER=f"{pager} --flag")
    terminal.see("Ask, or type /help.")
    terminal.ready()

    terminal.enter("when was the reading room built")
    terminal.see("1931 The reading room was built in 1931 by Ada Lind. handbook.md:5 Handbook")
    terminal.ready()
    terminal.see("sentences")  # the bar

    terminal.enter("by whom?")
    terminal.see("Ada Lind The reading room was built in 1931 by Ada Lind.")
    terminal.ready()

    terminal.type("this line is dropped\x03")
    terminal.see("this line is dropped")
    terminal.ready()

    terminal.wipe()
    terminal.type("\x12reading room")
    terminal.see("when was the reading room built")
    terminal.type("\r")  # takes the line found
    terminal.wait("took the line", lambda: "search" not in terminal.shown)
    terminal.type("\r")
    terminal.see("1931 The reading room was built in 1931")
    terminal.ready()

    terminal.type("how many books may a guest borr\t")
    terminal.wait("completed the word", lambda: terminal.line.endswith("borrow"))
    terminal.type("\r")
    terminal.see("12 A guest may borrow 12 books.")
    terminal.ready()

    terminal.enter("/open")
    terminal.see("PAGER GOT --flag")
    terminal.ready()

    terminal.wipe()
    terminal.screen.resize(40, 60)
    terminal.child.setwinsize(40, 60)
    terminal.enter("/sources")
    terminal.see("handbook.md:7")
    terminal.ready()

    terminal.type("\x04")
    assert terminal.status() == 0
    history = tmp_path / ".local" / "state" / "hegang-qa" / "history"
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    assert "when was the reading room built\n" in history.read_text(encoding="utf-8")


def test_a_long_line_and_a_pasted_one(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 40)
    terminal.ready()
    terminal.type("when was the reading room of the library built")
    terminal.wait("wrapped the line", lambda: terminal.line == "  ry built")
    terminal.type("\x03")
    terminal.wipe()
    terminal.type("\x1b[200~when was the\nreading room built\x1b[201~")
    terminal.see("> when was the . reading room built")
    terminal.type("\r")
    terminal.see("1931 The reading room was built in 1931")
    terminal.ready()
    terminal.type("\x04")
    assert terminal.status() == 0


def test_a_dumb_terminal_gets_plain_lines(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, TERM="dumb")
    terminal.ready()
    terminal.enter("when was the reading room built")
    terminal.see("handbook.md:5")
    assert "\x1b" not in terminal.raw
    terminal.ready()
    terminal.enter("/quit")
    assert terminal.status() == 0


def test_control_c_at_the_prompt_of_a_dumb_terminal_stays(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, TERM="dumb")
    terminal.ready()
    terminal.type("half a line\x03")
    terminal.see("^C")
    terminal.ready()
    terminal.type("\x04")
    assert terminal.status() == 0


def test_no_color_keeps_the_weight_of_letters(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, "when was the reading room built", NO_COLOR="1")
    assert terminal.status() == 0
    assert "\x1b[1m1931\x1b[0m" in terminal.raw
    assert not re.search(r"\x1b\[(?:\d;)?(?:3|4)\dm", terminal.raw)
