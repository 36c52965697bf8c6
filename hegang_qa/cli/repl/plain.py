"""Reads lines without driving the terminal: for dumb terminals, pipes and odd consoles."""

from __future__ import annotations

from hegang_qa.cli.environment import Environment, is_terminal

__all__ = ["PlainReader"]


class PlainReader:
    """Prints a prompt and reads a line, no more."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def read(self) -> str:
        """Return the next line; raises `EOFError` at the end."""
        stdout = self._environment.stdout
        # Into a pipe or a file go answers; the prompt is for the person.
        prompt = stdout if is_terminal(stdout) else self._environment.stderr
        stdout.flush()
        prompt.write("> ")
        prompt.flush()
        try:
            line = self._environment.stdin.readline()
        except KeyboardInterrupt:
            prompt.write("\n")
            raise
        if not line:
            prompt.write("\n")
            raise EOFError
        return line.rstrip("\r\n")
