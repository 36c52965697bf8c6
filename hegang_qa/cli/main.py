"""The program: finds the command, and turns every ending into an exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from hegang_qa.cli.commands import COMMANDS, command_meant
from hegang_qa.cli.environment import Environment
from hegang_qa.cli.options import ASK_OPTIONS, first_word
from hegang_qa.cli.safe_text import visible
from hegang_qa.cli.status import ExitStatus
from hegang_qa.errors import HegangQAError, UsageError

if TYPE_CHECKING:
    from hegang_qa.cli.layout import Line

__all__ = ["main", "program", "run"]

_MOST_MESSAGE = 500
"""Characters of an error message that are printed (it may quote input of any length)."""

_LEAVES_SOMETHING = frozenset(
    ("asyncio", "concurrent.futures", "coverage", "logging", "multiprocessing", "prompt_toolkit")
)
"""Modules with threads or exit handlers that want an orderly end."""

_RARELY = (50_000, 50, 100)
"""How often the collector of garbage runs. It would walk modules and rules a hundred times before
the first answer, a twentieth of the whole, and find nothing: next to nothing here makes cycles."""


def program() -> NoReturn:
    """Run the program as a process of its own: the command ``hegang-qa``."""
    gc.set_threshold(*_RARELY)
    # numpy, which the reader brings, starts a thread a processor for sums that are not made here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    status = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        pass
    else:
        # A question leaves nothing behind that Python would have to tidy up, and the tidying takes
        # a tenth of the whole.
        if not _LEAVES_SOMETHING.intersection(sys.modules):
            os._exit(status)
    sys.exit(status)


def main(arguments: Sequence[str] | None = None, environment: Environment | None = None) -> int:
    """Run the program and return its exit status; nothing escapes but `SystemExit`."""
    if arguments is None:
        arguments = sys.argv[1:]
    if environment is None:
        environment = Environment.system()
    try:
        status = run(arguments, environment)
        environment.stdout.flush()
        return int(status)
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) has had enough. Python would complain again when it flushes.
        _discard(environment)
        return ExitStatus.ANSWERED
    except HegangQAError as error:
        _trace(arguments, environment)
        hint = error.hint
        if hint is None and isinstance(error, UsageError):
            name = _command(arguments, first_word(ASK_OPTIONS, arguments))
            called = "hegang-qa" if name == "ask" else f"hegang-qa {name}"
            hint = f"{called} --help shows what can be said"
        _report(str(error), hint, environment)
        return ExitStatus.WRONG_USAGE if isinstance(error, UsageError) else ExitStatus.UNREADABLE
    except OSError as error:
        _trace(arguments, environment)
        # A full disk, mostly: what can be read or not is an error of ours by now.
        _discard(environment)
        told = str(error)
        if error.filename is None and error.strerror:
            told = f"the output could not be written: {error.strerror}"
        _report(told, "--debug shows where it happened", environment)
        return ExitStatus.UNREADABLE
    except Exception as error:
        _trace(arguments, environment)
        _report(
            f"this is a defect: {type(error).__name__}: {error}",
            "run it again with --debug and report what it prints",
            environment,
        )
        return ExitStatus.INTERNAL_ERROR


def _trace(arguments: Sequence[str], environment: Environment) -> None:
    """Show where an error happened, if that is asked for."""
    if "--debug" in arguments:
        import traceback

        traceback.print_exc(file=environment.stderr)


def run(arguments: Sequence[str], environment: Environment) -> int:
    """Run the program and return its exit status; errors are raised."""
    position = first_word(ASK_OPTIONS, arguments)
    name = _command(arguments, position)
    meant = None
    if position is not None and arguments[position] == name:
        arguments = [*arguments[:position], *arguments[position + 1 :]]
    elif position is not None:
        meant = command_meant(arguments[position:])
    if name == "ask":
        if list(arguments) in (["help"], ["version"]):
            arguments = [f"--{arguments[0]}"]
        # Only options count: a question may speak of "--help".
        if _asks_for(("-h", "--help"), arguments):
            environment.stdout.write(_help())
            return ExitStatus.ANSWERED
        if _asks_for(("-V", "--version"), arguments):
            from hegang_qa import __version__

            environment.stdout.write(f"hegang-qa {__version__}\n")
            return ExitStatus.ANSWERED
        if meant:
            hint = f"did you mean the command: hegang-qa {meant} ...? This is read as a question."
            from hegang_qa.cli.layout import Line

            _print([Line((("label", "hint: "), ("", hint)))], environment)
    module = import_module(f"hegang_qa.cli.{COMMANDS[name].module}")
    status: int = module.run(arguments, environment)
    return status


def _command(arguments: Sequence[str], position: int | None) -> str:
    """Return the name of the command that is called by the first word, which stands at a position:
    "ask" where none is named."""
    named = arguments[position] if position is not None else ""
    return named if named in COMMANDS else "ask"


def _asks_for(names: tuple[str, ...], arguments: Sequence[str]) -> bool:
    end = arguments.index("--") if "--" in arguments else len(arguments)
    return any(argument in names for argument in arguments[:end])


def _help() -> str:
    from hegang_qa.cli.help_text import program_help

    return program_help([(c.usage, c.about) for c in COMMANDS.values()], ASK_OPTIONS)


def _report(message: str, hint: str | None, environment: Environment) -> None:
    from hegang_qa.cli.layout import Line

    if len(message) > _MOST_MESSAGE:
        message = message[:_MOST_MESSAGE] + " …"
    lines = [Line((("error", "hegang-qa: "), ("", visible(message))))]
    if hint:
        lines.append(Line((("label", "hint: "), ("", visible(hint))), 2))
    _print(lines, environment)


def _print(lines: Sequence[Line], environment: Environment) -> None:
    """Print on standard error."""
    from hegang_qa.cli.style import style_for

    try:
        environment.stdout.flush()
        environment.stderr.write(style_for(environment.stderr, environment.environ).paint(lines))
    except OSError:
        pass  # there is nobody left to tell


def _discard(environment: Environment) -> None:
    """Point standard output at nothing, so that the flush at exit does not fail again."""
    try:
        descriptor = os.open(os.devnull, os.O_WRONLY)
        os.dup2(descriptor, environment.stdout.fileno())
        os.close(descriptor)
    except (OSError, ValueError):
        pass


if __name__ == "__main__":
    program()
