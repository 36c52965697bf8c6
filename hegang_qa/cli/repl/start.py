"""Starts a conversation: opens the documents, chooses how lines are read, says hello."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from hegang_qa.cli.environment import Environment, is_terminal
from hegang_qa.cli.layout import Line
from hegang_qa.cli.opening import open_engine, report_warnings
from hegang_qa.cli.repl.bar import collection_name
from hegang_qa.cli.repl.commands import REGISTRY
from hegang_qa.cli.repl.loop import Loop, Reader
from hegang_qa.cli.repl.plain import PlainReader
from hegang_qa.cli.repl.screen import Screen
from hegang_qa.cli.repl.session import Session
from hegang_qa.cli.settings import Settings, history_path
from hegang_qa.cli.status import ExitStatus
from hegang_qa.cli.style import style_for

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

__all__ = ["converse", "greeting"]


def converse(
    settings: Settings,
    environment: Environment,
    *,
    input: Input | None = None,
    output: Output | None = None,
) -> int:
    """Converse until the user leaves; return the exit status.

    `input` and `output` are prompt-toolkit's, for programs and tests that bring their own.
    """
    session = Session(settings, lambda chosen: open_engine(chosen, environment))
    report_warnings(session.engine, environment, settings)
    style = style_for(environment.stdout, environment.environ, settings.color, settings.theme)
    screen = Screen(environment, style)
    if settings.greeting:
        screen.show([greeting(session)])
    reader: Reader | None = None
    if input is not None or _can_drive_the_terminal(environment):
        reader = _prompt_reader(session, environment, screen, input, output)
    Loop(session, reader or PlainReader(environment), screen, REGISTRY).run()
    return ExitStatus.ANSWERED


def _can_drive_the_terminal(environment: Environment) -> bool:
    return (
        is_terminal(environment.stdin)
        and is_terminal(environment.stdout)
        and environment.stdin is sys.stdin
        and environment.environ.get("TERM", "") not in ("dumb", "unknown")
    )


def _prompt_reader(
    session: Session,
    environment: Environment,
    screen: Screen,
    input: Input | None,
    output: Output | None,
) -> Reader | None:
    """Return the reader that drives the terminal, None where the console cannot be driven."""
    try:
        from hegang_qa.cli.repl.history import PrivateHistory
        from hegang_qa.cli.repl.prompt import PromptReader

        settings = session.settings
        path = history_path(settings, environment) if settings.history else None
        return PromptReader(
            session,
            REGISTRY,
            PrivateHistory(path, screen.problem),
            complain=screen.problem,
            colours=bool(screen.style.codes) and not environment.environ.get("NO_COLOR"),
            input=input,
            output=output,
            once_drawn=None if input is not None else lambda: _warm_up(session),
        )
    except Exception as error:  # NoConsoleScreenBufferError, an odd terminal, a broken install
        if session.settings.debug:
            raise
        screen.problem(f"plain lines only: {type(error).__name__}: {error}")
        return None


def _warm_up(session: Session) -> None:
    """Ask something while the user types, so that the first answer and the first completion come as
    fast as the others: they load what they need."""
    from threading import Thread

    def ask() -> None:
        with suppress(Exception):  # whatever is wrong will be told when it is met
            session.engine.chat().ask("what is this about")
            session.engine.index.similar_terms("completion")

    Thread(target=ask, name="warm-up", daemon=True).start()


def greeting(session: Session) -> Line:
    """Return the first line: what is loaded, and how to begin."""
    return Line(
        (
            ("heading", "hegang-qa"),
            ("label", f"  {collection_name(session)}, {len(session.engine):,} sentences. "),
            ("label", "Ask, or type /help."),
        )
    )
