"""The commands of the conversation in one table: dispatch, help, completion and documentation
are all made from it, so they cannot drift apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from hegang_qa.errors import UsageError

if TYPE_CHECKING:
    from hegang_qa.cli.repl.screen import Screen
    from hegang_qa.cli.repl.session import Session

__all__ = ["Argument", "Command", "Leave", "Registry"]

Argument = Literal["", "path", "document", "command"]
"""What completes a command's argument: nothing, files, loaded documents, or commands."""

Handler = Callable[["Session", "Screen", str], None]


class Leave(Exception):  # noqa: N818 - a way out, not an error
    """Raised by a command to end the conversation."""


class Command(NamedTuple):
    """A command: `name` and `aliases` without the "/", `argument` as shown in the help ("" for
    none), `about` one line, `handler` what it does, `completes` what completes its argument."""

    name: str
    argument: str
    about: str
    handler: Handler
    completes: Argument = ""
    aliases: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """How it is typed."""
        return f"/{self.name} {self.argument}".rstrip()


class Registry:
    """Commands by name, in the order of the help."""

    def __init__(self, commands: Iterable[Command] = ()) -> None:
        self._commands: dict[str, Command] = {}
        self._by_name: dict[str, Command] = {}
        for command in commands:
            self.add(command)

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def add(self, command: Command) -> None:
        """Add a command; raises `ValueError` when one of its names is taken."""
        for name in (command.name, *command.aliases):
            if name in self._by_name:
                raise ValueError(f"two commands are called /{name}")
            self._by_name[name] = command
        self._commands[command.name] = command

    def names(self) -> list[str]:
        """Return every name and alias, without the "/"."""
        return list(self._by_name)

    def find(self, name: str) -> Command:
        """Return the command of that name, or of the only name that begins so.

        Raises `UsageError` when there is none or more than one.
        """
        name = name.casefold()
        if name in self._by_name:
            return self._by_name[name]
        starting = {
            command.name: command
            for known, command in self._by_name.items()
            if name and known.startswith(name)
        }
        if len(starting) == 1:
            return next(iter(starting.values()))
        if starting:
            choices = ", ".join("/" + known for known in starting)
            raise UsageError(f"/{name} could be {choices}")
        from hegang_qa.cli.options import close_to

        meant = close_to(name, self.names())
        hint = f"did you mean /{meant}?" if meant else "/help lists the commands"
        raise UsageError(f"no such command: /{name}", hint=hint)
