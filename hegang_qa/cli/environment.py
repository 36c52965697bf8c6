"""The streams, variables and home folder that a run of the program may touch, in one object."""

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple, TextIO

__all__ = ["Environment"]


class Environment(NamedTuple):
    """Everything outside the program that the command line reads or writes.

    Tests put their own streams and folders here; nothing else in `hegang_qa.cli` looks at
    ``sys.stdin``, ``sys.stdout``, ``sys.stderr`` or ``os.environ``.
    """

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    environ: Mapping[str, str]
    home: str

    @classmethod
    def system(cls) -> "Environment":
        """Return the environment of this process, its streams made safe for any text."""
        # Without a console (pythonw, a closed descriptor) Python sets a stream to None.
        if sys.stdout is None:
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        if sys.stderr is None:
            sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        if sys.stdin is None:
            sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
        chosen = os.environ.get("PYTHONIOENCODING", "")
        _force_utf8(sys.stdin, chosen, "replace")
        _force_utf8(sys.stdout, chosen, "replace")
        _force_utf8(sys.stderr, chosen, "backslashreplace")
        return cls(sys.stdin, sys.stdout, sys.stderr, os.environ, os.path.expanduser("~"))

    def columns(self) -> int | None:
        """Return the width of the terminal that standard output is; None when it is not one."""
        if not is_terminal(self.stdout):
            return None
        wanted = self.environ.get("COLUMNS", "")
        if wanted.isdecimal() and int(wanted) > 0:
            return int(wanted)
        try:
            # A terminal that does not know its size says 0.
            return os.get_terminal_size(self.stdout.fileno()).columns or 80
        except (OSError, ValueError):
            return 80


def is_terminal(stream: TextIO) -> bool:
    """Return whether a person sits at the other end of the stream; False once it is closed."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def _force_utf8(stream: TextIO, chosen: str, errors: str) -> None:
    """Make the stream speak UTF-8, unless the user chose an encoding; never fail on a character."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    encoding, _, handler = chosen.partition(":")
    reconfigure(encoding=encoding or "utf-8", errors=handler or errors)
