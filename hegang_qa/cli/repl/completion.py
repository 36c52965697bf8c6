"""What could complete the line: commands, paths, documents, words of the collection.

Plain functions from the text before the cursor; `hegang_qa.cli.repl.prompt` hands the result to
prompt-toolkit.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.cli.repl.registry import Registry
from hegang_qa.cli.safe_text import visible
from hegang_qa.errors import UsageError
from hegang_qa.text.tokens import fold

if TYPE_CHECKING:
    from hegang_qa.cli.repl.session import Session
    from hegang_qa.index.protocol import SentenceIndex

__all__ = ["Suggestion", "suggestions"]

MOST = 20
"""Suggestions shown at once."""

_SHORTEST = 2
"""Letters of a word before the collection's vocabulary is offered."""

_SHORTEST_FUZZY = 4
"""Letters before words of another spelling are offered."""

_LOOKED_THROUGH = 200
"""Words of the same beginning, most frequent first, that may go on otherwise than was typed."""


class Suggestion(NamedTuple):
    """`text` replaces the last `replaces` characters before the cursor; `about` is shown beside."""

    text: str
    replaces: int
    about: str = ""


def suggestions(before: str, session: Session, registry: Registry) -> Iterator[Suggestion]:
    """Yield what could stand at the cursor, best first; `before` is the text left of it."""
    stripped = before.lstrip()
    if not stripped.startswith("/"):
        yield from _words(before, session)
        return
    name, space, argument = stripped[1:].partition(" ")
    if not space:
        yield from _commands(name, registry, prefix="/")
        return
    try:
        completes = registry.find(name).completes
    except UsageError:
        return
    if completes == "command":
        yield from _commands(argument.removeprefix("/"), registry, prefix="")
    elif completes == "path":
        yield from _files(argument)
    elif completes == "document":
        yield from _documents(argument, session.engine.paths())


def _commands(typed: str, registry: Registry, prefix: str) -> Iterator[Suggestion]:
    """Yield commands that begin with what was typed, then those that hold its letters in order.
    Behind one that is to be given an argument comes the space before it."""
    typed = typed.casefold()
    begins = [c for c in registry if c.name.startswith(typed)]
    holds = [c for c in registry if c not in begins and _holds(c.name, typed)]
    for command in (*begins, *holds):
        space = " " if prefix and command.argument else ""
        yield Suggestion(prefix + command.name + space, len(prefix) + len(typed), command.about)


def _holds(name: str, letters: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _words(before: str, session: Session) -> Iterator[Suggestion]:
    """Yield words of the collection that begin as the word at the cursor; failing these, words
    spelled like it, or that begin with something spelled like it."""
    start = len(before)
    while start > 0 and (before[start - 1].isalnum() or before[start - 1] in "'-"):
        start -= 1
    typed = before[start:]
    if len(typed) < (_SHORTEST if typed.isascii() else 1):
        return
    index = session.engine.index
    found = [word for word in index.has_prefix(typed, limit=MOST) if word != typed]
    if not found and len(typed) >= _SHORTEST_FUZZY:
        found = [word for word, _ in index.similar_terms(typed, limit=5)]
        found += [word for word in _begun(fold(typed), index) if word not in found]
    for word in found:
        yield Suggestion(visible(_in_case_of(typed, word)), len(typed))


def _begun(typed: str, index: SentenceIndex) -> list[str]:
    """Return frequent words whose beginning is what was typed but for one error in its rear."""
    words = index.has_prefix(typed[: len(typed) // 2], limit=_LOOKED_THROUGH)
    return [word for word in words if _begins_but_for_one(typed, word)][:5]


def _begins_but_for_one(typed: str, word: str) -> bool:
    """Whether the word begins with what was typed, with one letter too many, too few or another
    in it, or two swapped."""
    pairs = zip(typed, word, strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), len(typed))
    return (
        word.startswith(typed[at + 1 :], at)
        or word.startswith(typed[at:], at + 1)
        or word.startswith(typed[at + 1 :], at + 1)
        or word.startswith(typed[at + 1 : at + 2] + typed[at : at + 1] + typed[at + 2 :], at)
    )


def _in_case_of(typed: str, word: str) -> str:
    """Return the word, whose letters are folded, with those that were typed as they were typed;
    all in capitals where these were."""
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    if typed.isascii() and word.startswith(typed.lower()):
        return typed + word[len(typed) :]
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word


def _documents(argument: str, paths: Iterable[str]) -> Iterator[Suggestion]:
    typed = argument.rpartition(" ")[2]
    folded = typed.casefold()
    fitting = [path for path in paths if folded in path.casefold()]
    fitting.sort(key=lambda path: not path.casefold().startswith(folded))
    for path in fitting[:MOST]:
        yield Suggestion(path, len(typed))


def _files(argument: str) -> Iterator[Suggestion]:
    typed = _last_path(argument)
    folder, name = os.path.split(os.path.expanduser(typed.replace("\\ ", " ")))
    replaced = len(typed) - (max(typed.rfind("/"), typed.rfind(os.sep)) + 1)
    try:
        with os.scandir(folder or ".") as entries:
            found = sorted(
                entry.name + (os.sep if entry.is_dir() else "")
                for entry in entries
                if entry.name.startswith(name) and (name or not entry.name.startswith("."))
            )
    except OSError:
        return
    for entry in found[: 5 * MOST]:
        yield Suggestion(entry.replace(" ", "\\ ") if os.sep == "/" else entry, replaced)


def _last_path(argument: str) -> str:
    """Return the path at the end of the argument (spaces part paths, but not after a backslash)."""
    start = 0
    for position, character in enumerate(argument):
        if character == " " and (position == 0 or argument[position - 1] != "\\"):
            start = position + 1
    return argument[start:]
