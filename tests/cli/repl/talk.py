"""Types into the conversation and returns what the terminal would show."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from hegang_qa.cli.environment import Environment
from hegang_qa.cli.repl import start
from hegang_qa.cli.repl.prompt import PromptReader
from hegang_qa.cli.settings import Settings
from tests.cli.stub import StubEngine, environment, text_of

CTRL_C, CTRL_D, CTRL_R, TAB, ESCAPE = "\x03", "\x04", "\x12", "\t", "\x1b"
RIGHT, UP = "\x1b[C", "\x1b[A"
PAUSE = "\0"
"""Lets prompt-toolkit finish what it does on the side (completion, reading the history)."""

F4 = "\x1bOS"

Talk = Callable[..., str]


def _type(pipe: PipeInput, keys: str) -> None:
    for number, part in enumerate(keys.split(PAUSE)):
        if number:
            time.sleep(0.15)
        pipe.send_text(part)


class Talker:
    """A conversation that is typed in one go and ends; `__call__` returns the transcript: lines
    read, after the prompt, and what was printed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.engine = StubEngine()
        self.folder = folder
        self.opened: list[Settings] = []
        self.out: Any = None
        self._monkeypatch = monkeypatch
        monkeypatch.setattr(start, "open_engine", self._open)

    def _open(self, settings: Settings, _: Environment) -> StubEngine:
        self.opened.append(settings)
        return self.engine

    def __call__(self, keys: str, *, columns: int = 80, **values: Any) -> str:
        environ = values.pop("environ", {})
        settings = Settings(**{"color": "never", "greeting": False, "history": False, **values})
        env = environment(
            terminal=True, home=str(self.folder), COLUMNS=str(columns), TERM="xterm", **environ
        )
        self.out = env.stdout
        read = PromptReader.read

        def echoed(reader: PromptReader) -> str:
            text = read(reader)
            env.stdout.write("".join(f"> {line}\n" for line in text.split("\n")))
            return text

        with self._monkeypatch.context() as patch, create_pipe_input() as pipe:
            patch.setattr(PromptReader, "read", echoed)
            typist = Thread(target=_type, args=(pipe, keys + CTRL_D))
            typist.start()
            status = start.converse(settings, env, input=pipe, output=DummyOutput())
            typist.join()
        assert status == 0
        return text_of(env.stdout) + text_of(env.stderr)
