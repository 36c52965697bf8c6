"""The commands of ``hegang-qa``: a name, how to use it, and the module that does it.

A command's module offers ``run(arguments, environment) -> int``: `arguments` is the command line
without the command's name (options that stood before the name come first), the result an exit
status. It raises errors of `hegang_qa.errors`; `hegang_qa.cli.main` reports them. Modules are
imported when their command is called.
"""

import os
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["COMMANDS", "Command", "command_meant"]


class Command(NamedTuple):
    """A command: `usage` and `about` are its line in the help, `followers` words that may follow
    its name."""

    name: str
    module: str
    usage: str
    about: str
    followers: tuple[str, ...] = ()


COMMANDS = {
    command.name: command
    for command in (
        Command("ask", "ask_command", "ask QUESTION", "ask, whatever the first word is"),
        Command(
            "eval", "eval_command", "eval FILE.jsonl", "measure the answers to your own questions"
        ),
        Command(
            "rules",
            "rules_command",
            "rules ...",
            "check, try out and list question rules",
            ("check", "test", "explain", "sample", "new", "list"),
        ),
        Command("index", "index_command", "index ...", "keep a large collection on disk"),
        Command("config", "config_command", "config", "print the settings and where they are from"),
    )
}
"""Commands by name, in the order of the help."""


def command_meant(words: Sequence[str]) -> str | None:
    """Return the command whose name the first of `words` misspells, where the next looks like a
    command's argument (one of its own words, a file, an option) and not like a question; else
    None."""
    first, rest = words[0].casefold(), words[1:]
    if len(first) > _LONGEST or first in COMMANDS:
        return None
    from hegang_qa.text.spelling import edits

    for command in COMMANDS.values():
        most = 1 if len(command.name) < _LONG else 2
        if len(command.name) < _SHORTEST or edits(first, command.name, most) > most:
            continue
        if (rest and (rest[0] in command.followers or _names_a_file(rest[0]))) or (
            not rest and command.usage == command.name
        ):
            return command.name
    return None


_SHORTEST, _LONG, _LONGEST = 4, 6, 8
"""Letters of a command's name in which a slip is looked for at all, of one that may hold two
slips, and of a word that may be one."""


def _names_a_file(word: str) -> bool:
    return word.startswith("-") or "/" in word or "." in word.strip(".") or os.path.exists(word)
