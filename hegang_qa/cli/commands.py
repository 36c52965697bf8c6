"""The commands of ``hegang-qa``: a name, how to use it, and the module that does it.

A command's module offers ``run(arguments, environment) -> int``: `arguments` is the command line
without the command's name (options that stood before the name come first), the result an exit
status. It raises errors of `hegang_qa.errors`; `hegang_qa.cli.main` reports them. Modules are
imported when their command is called.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["COMMANDS", "Command"]


class Command(NamedTuple):
    """A command: `usage` and `about` are its line in the help."""

    name: str
    module: str
    usage: str
    about: str


COMMANDS = {
    command.name: command
    for command in (
        Command("ask", "ask_command", "ask QUESTION", "ask, whatever the first word is"),
        Command(
            "eval", "eval_command", "eval FILE.jsonl", "measure the answers to your own questions"
        ),
        Command("rules", "rules_command", "rules ...", "check, try out and list question rules"),
        Command("index", "index_command", "index ...", "keep a large collection on disk"),
        Command("config", "config_command", "config", "print the settings and where they are from"),
    )
}
"""Commands by name, in the order of the help."""
