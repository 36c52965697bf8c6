"""Where the conversation is printed, and what it may do to the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hegang_qa.cli.environment import Environment, is_terminal
from hegang_qa.cli.layout import Line
from hegang_qa.cli.style import Style

__all__ = ["Screen"]


class Screen:
    """Prints lines, wrapped to the width the terminal has at that moment."""

    def __init__(self, environment: Environment, style: Style) -> None:
        self.environment = environment
        self.style = style

    def show(self, lines: Iterable[Line]) -> None:
        """Print the lines."""
        self.environment.stdout.write(self.style.paint(lines, self.environment.columns()))
        self.environment.stdout.flush()

    def say(self, text: str, role: str = "") -> None:
        """Print one line of text in one role."""
        self.show([Line(((role, text),))])

    def problem(self, message: str, hint: str | None = None) -> None:
        """Print what went wrong in one line, and under it what to do."""
        lines = [Line((("error", "! "), ("", message)))]
        if hint:
            lines.append(Line((("label", hint),), 2))
        self.show(lines)

    def send(self, codes: str) -> bool:
        """Send control codes, to a terminal that understands them; return whether it does."""
        if not is_terminal(self.environment.stdout):
            return False
        if self.environment.environ.get("TERM", "") == "dumb":
            return False
        self.environment.stdout.write(codes)
        self.environment.stdout.flush()
        return True

    def run(self, command: list[str]) -> int:
        """Run a program that takes the terminal over (a pager, an editor); return its status.

        Raises `OSError` when it cannot be started.
        """
        import subprocess

        self.environment.stdout.flush()
        return subprocess.call(command)

    def feed(self, command: list[str], text: str) -> bool:
        """Run a program with the text on its standard input; return whether it took it."""
        import subprocess

        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        try:
            return (
                subprocess.run(
                    command, input=text.encode(), check=False, timeout=5, **quiet
                ).returncode
                == 0
            )
        except (OSError, subprocess.SubprocessError):
            return False
