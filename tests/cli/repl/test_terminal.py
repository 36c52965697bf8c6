"""The real program in a pseudo-terminal, as a person drives it."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are of POSIX")

ROOT = Path(__file__).resolve().parents[3]
CODES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
HANDBOOK = """\
# Handbook

The library opens at nine in the morning.

The reading room was built in 1931 by Ada Lind.

A guest may borrow 12 books.
"""


class Terminal:
    """The program at the other end of a pseudo-terminal."""

    def __init__(self, folder: Path, columns: int, *arguments: str, **environ: str) -> None:
        (folder / "handbook.md").write_text(HANDBOOK, encoding="utf-8")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("HEGANG_QA", "XDG_"))}
        kept.pop("NO_COLOR", None)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "hegang_qa", "-d", "handbook.md", *arguments],
            cwd=str(folder),
            dimensions=(24, columns),
            encoding="utf-8",
            timeout=30,
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

    def see(self, text: str) -> str:
        """Wait until the text is on the screen; return what came until then, without codes."""
        return self.expect(r"(?:\s|\x1b\[[0-9;?]*[a-zA-Z])+".join(map(re.escape, text.split(" "))))

    def expect(self, pattern: str) -> str:
        """Wait until the pattern comes; return what came until then, without codes. Whoever asks
        where the cursor is, as prompt-toolkit does before it draws the bar, is told: at the top.
        """
        seen = ""
        while True:
            which = self.child.expect([r"\x1b\[6n", pattern])
            seen += self.child.before + self.child.after
            if which:
                return CODES.sub("", seen)
            self.child.send("\x1b[1;1R")

    def type(self, keys: str) -> None:
        """Type the keys."""
        self.child.send(keys)

    def ready(self) -> None:
        """Wait for the bar, which is drawn after the prompt."""
        self.expect("/help")

    def ask(self, question: str) -> None:
        """Type a question and Enter."""
        self.type(question)
        self.expect(re.escape(question[-1]))
        self.type("\r")

    def status(self) -> int:
        """Wait for the end; return the exit status."""
        while self.child.expect([r"\x1b\[6n", pexpect.EOF]) == 0:
            self.child.send("\x1b[1;1R")
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

    terminal.ask("when was the reading room built")
    terminal.see("1931")
    terminal.see("handbook.md:5")
    terminal.ready()

    terminal.ask("by whom?")
    terminal.see("Ada Lind")
    terminal.ready()

    terminal.type("this line is dropped\x03")
    terminal.ready()

    terminal.type("\x12opens")  # nothing in the history: Ctrl-G leaves the search
    terminal.type("\x07")
    terminal.type("\x12reading room")
    terminal.see("when was the reading room built")
    terminal.type("\r")
    terminal.type("\r")
    terminal.see("1931")
    terminal.ready()

    terminal.type("how many books may a guest borr\t")
    terminal.see("borrow")
    terminal.type("\r")
    terminal.see("12")
    terminal.ready()

    terminal.type("/open\r")
    terminal.see("PAGER GOT --flag")
    terminal.ready()

    terminal.child.setwinsize(24, 60)
    terminal.type("/sources\r")
    terminal.see("handbook.md:7")
    terminal.ready()

    terminal.type("\x04")
    assert terminal.status() == 0
    history = tmp_path / ".local" / "state" / "hegang-qa" / "history"
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    assert "when was the reading room built\n" in history.read_text(encoding="utf-8")


def test_a_dumb_terminal_gets_plain_lines(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, TERM="dumb")
    terminal.see("> ")
    terminal.type("when was the reading room built\n")
    seen = terminal.see("handbook.md:5")
    assert "\x1b" not in seen
    terminal.type("/quit\n")
    assert terminal.status() == 0


def test_control_c_at_the_prompt_of_a_dumb_terminal_stays(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, TERM="dumb")
    terminal.see("> ")
    terminal.type("half a line\x03")
    terminal.see("> ")
    terminal.type("\x04")
    assert terminal.status() == 0


def test_no_color_keeps_the_weight_of_letters(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80, "when was the reading room built", NO_COLOR="1")
    terminal.child.expect(pexpect.EOF)
    shown = terminal.child.before
    assert "\x1b[1m1931\x1b[0m" in shown
    assert not re.search(r"\x1b\[(?:\d;)?(?:3|4)\dm", shown)
