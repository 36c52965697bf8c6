"""Types into the conversation and returns what the terminal would show."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
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

F4, F20 = "\x1bOS", "\x1b[34~"

Talk = Callable[..., str]


class Typist:
    """Types keys from a thread of its own; pauses until the prompt is idle."""

    def __init__(self) -> None:
        self._idle = Event()

    def bind(self, keys: KeyBindings) -> None:
        """Make F20 the key that tells when all that was typed before has been dealt with."""

        @keys.add("f20")
        def _(event: KeyPressEvent) -> None:
            async def settle() -> None:
                # Completion and history are read in tasks of the application.
                def busy() -> bool:
                    tasks = event.app._background_tasks
                    return any("_poll_output_size" not in repr(task) for task in tasks)

                while busy():
                    await asyncio.sleep(0.001)
                self._idle.set()

            self._task = asyncio.get_running_loop().create_task(settle())

    def type(self, pipe: PipeInput, keys: str) -> None:
        """Type the keys; whatever prompt comes next reads them."""
        for number, part in enumerate(keys.split(PAUSE)):
            if number:
                self._idle.clear()
                pipe.send_text(F20)
                assert self._idle.wait(60), "the prompt is never idle"
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
        read, begin = PromptReader.read, PromptReader.__init__
        typist = Typist()

        def begun(reader: PromptReader, *arguments: Any, **keywords: Any) -> None:
            begin(reader, *arguments, **keywords)
            bindings = reader._prompt.key_bindings
            assert isinstance(bindings, KeyBindings)
            typist.bind(bindings)

        def echoed(reader: PromptReader) -> str:
            text = read(reader)
            env.stdout.write("".join(f"> {line}\n" for line in text.split("\n")))
            return text

        with self._monkeypatch.context() as patch, create_pipe_input() as pipe:
            patch.setattr(PromptReader, "__init__", begun)
            patch.setattr(PromptReader, "read", echoed)
            typing = Thread(target=typist.type, args=(pipe, keys + CTRL_D))
            typing.start()
            status = start.converse(settings, env, input=pipe, output=DummyOutput())
            typing.join()
        assert status == 0
        return text_of(env.stdout) + text_of(env.stderr)
