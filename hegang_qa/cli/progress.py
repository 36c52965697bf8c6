"""Tell how far reading is, once it takes more than a moment."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any

from hegang_qa.cli.environment import Environment, is_terminal

if TYPE_CHECKING:
    from prompt_toolkit.shortcuts import ProgressBar

__all__ = ["ReadingProgress"]

_PATIENCE = 1.0
"""Seconds of silence: what is done by then needs no progress."""

_BETWEEN_LINES = 5.0
_BETWEEN_DRAWINGS = 0.1


class ReadingProgress:
    """Shows on standard error for how many files something is `doing`: a bar on a terminal, else a
    line now and then. Call it with files done, files in all and the path of the last."""

    def __init__(self, environment: Environment, doing: str = "reading") -> None:
        self._environment = environment
        self._doing = doing
        self._begun = time.monotonic()
        self._next = self._begun + _PATIENCE
        self._bar: ProgressBar | None = None
        self._counter: Any = None

    def __enter__(self) -> ReadingProgress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            bar, self._bar = self._bar, None
            bar.__exit__(kind, error, trace)

    def __call__(self, done: int, total: int, path: str) -> None:
        """Show that `done` of `total` files are read, where it is time to."""
        now = time.monotonic()
        if now < self._next and done < total:
            return
        if self._bar is None and (now < self._begun + _PATIENCE):
            return
        if self._counter is None and self._can_draw():
            self._start(total)
        if self._counter is not None:
            self._next = now + _BETWEEN_DRAWINGS
            self._counter.items_completed = done
            if done == total and self._doing == "reading":
                self._counter.label = "Joining the pieces"
            return
        self._next = now + _BETWEEN_LINES
        self._environment.stderr.write(f"{self._doing}: {done:,} of {total:,} files\n")
        self._environment.stderr.flush()

    def _can_draw(self) -> bool:
        stream = self._environment.stderr
        return (
            stream is sys.stderr
            and is_terminal(stream)
            and self._environment.environ.get("TERM", "") not in ("dumb", "unknown")
        )

    def _start(self, total: int) -> None:
        from prompt_toolkit.input import DummyInput, create_input
        from prompt_toolkit.output import create_output
        from prompt_toolkit.shortcuts import ProgressBar

        stdin = self._environment.stdin
        self._bar = ProgressBar(
            output=create_output(stdout=self._environment.stderr),
            input=create_input(stdin) if is_terminal(stdin) else DummyInput(),
        )
        self._bar.__enter__()
        self._counter = self._bar(label=f"{self._doing.capitalize()} files", total=total)
