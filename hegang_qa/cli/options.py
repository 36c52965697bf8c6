"""The options of the command line, and a parser for them.

A table and a short parser instead of argparse: options and words may be mixed freely, the first
bare word is known before anything is decided, and nothing is imported (argparse with what it
needs is 6 ms of a budget of 100).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from hegang_qa.errors import UsageError

__all__ = ["ASK_OPTIONS", "NUMBERS", "Option", "Parsed", "close_to", "parse"]

NUMBERS = {"count": "a whole number from 1", "share": "a number from 0 to 1"}
"""What a value of these kinds has to be."""


class Option(NamedTuple):
    """An option: `names` as typed, longest last. `kind` is "flag", "text", "texts" (may be given
    several times), "count" (a whole number from 1), "share" (0..1), or the choices joined by "|".
    """

    names: tuple[str, ...]
    kind: str
    metavar: str
    help: str

    @property
    def key(self) -> str:
        """The name under which its value is kept: ``--min-confidence`` is "min_confidence"."""
        return self.names[-1].lstrip("-").replace("-", "_")


class Parsed(NamedTuple):
    """What the command line said: option values by key (absent when not given), and the words."""

    values: dict[str, Any]
    words: tuple[str, ...]


_DOCS = Option(
    ("-d", "--docs"),
    "texts",
    "PATH",
    "read this file, folder or pattern instead of the bundled documents; may be repeated",
)
_COLLECTION = Option(
    ("-c", "--collection"), "text", "FOLDER", "ask this collection (see hegang-qa index)"
)
_NO_CACHE = Option(("--no-cache",), "flag", "", "read all documents now, and keep nothing of them")
_WITHIN = Option(
    ("--within",), "texts", "GLOB", "answer only from files that match; may be repeated"
)
_TOP = Option(("-n", "--top"), "count", "N", "show up to N answers, best first (default 1)")
_JSON = Option(("--json",), "flag", "", "one JSON object a line, nothing else, on standard output")
_EXPLAIN = Option(("--explain",), "flag", "", "show how the answer was found")
_MINIMUM = Option(
    ("--min-confidence",), "share", "X", "say that the documents do not say below X (0 to 1)"
)
_READER = Option(
    ("--reader",), "auto|on|off", "WHEN", "ask the optional reader: auto (where unsure), on or off"
)
_INTENTS = Option(("--intents",), "texts", "PATH", "add the question rules of this folder")
_COLOR = Option(("--color",), "auto|always|never", "WHEN", "colours: auto, always or never")
_NO_COLOR = Option(("--no-color",), "flag", "", "the same as --color never")
_DEBUG = Option(("--debug",), "flag", "", "show a traceback when something goes wrong")
_VERSION = Option(("-V", "--version"), "flag", "", "print the version")
_HELP = Option(("-h", "--help"), "flag", "", "print this help")

SHARED_OPTIONS = (
    _DOCS,
    _COLLECTION,
    _NO_CACHE,
    _INTENTS,
    _WITHIN,
    _MINIMUM,
    _READER,
    _JSON,
    _COLOR,
    _NO_COLOR,
    _DEBUG,
    _HELP,
)
"""Options that every command understands, before or after the command's name."""

ASK_OPTIONS = (
    _DOCS,
    _COLLECTION,
    _WITHIN,
    _TOP,
    _MINIMUM,
    _JSON,
    _EXPLAIN,
    _READER,
    _INTENTS,
    _COLOR,
    _NO_COLOR,
    _NO_CACHE,
    _DEBUG,
    _VERSION,
    _HELP,
)
"""The options of a question."""


def parse(
    options: Sequence[Option], arguments: Sequence[str], *, command: str | None = None
) -> Parsed:
    """Return the values and words of a command line; ``--`` ends the options. `command` is the
    name of the command that they are of, for the hint; None for a question.

    Raises `UsageError` for an unknown option, a missing value or one that does not fit.
    """
    by_name = {name: option for option in options for name in option.names}
    values: dict[str, Any] = {}
    words: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            words.extend(rest)
            break
        if not argument.startswith("-") or argument == "-":
            words.append(argument)
            continue
        name, equals, value = _split(argument)
        option = by_name.get(name)
        if option is None:
            raise UsageError(f"no such option: {name}", hint=_option_hint(name, by_name, command))
        if option.kind == "flag":
            if equals:
                raise UsageError(f"{name} takes no value")
            values[option.key] = True
            continue
        if not equals:
            following = next(rest, None)
            if following is None:
                raise UsageError(f"{name} needs a value: {name} {option.metavar}")
            value = following
        if option.kind == "texts":
            values.setdefault(option.key, []).append(value)
        else:
            values[option.key] = convert(name, option.kind, value)
    return Parsed(values, tuple(words))


def first_word(options: Sequence[Option], arguments: Sequence[str]) -> int | None:
    """Return the index of the first argument that is neither an option nor an option's value."""
    takes_value = {name for option in options if option.kind != "flag" for name in option.names}
    skip = False
    for position, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument == "--":
            return None
        elif not argument.startswith("-") or argument == "-":
            return position
        else:
            name, equals, _ = _split(argument)
            skip = name in takes_value and not equals
    return None


def convert(name: str, kind: str, value: str) -> Any:
    """Return the value that the text stands for; raises `UsageError` when it does not fit."""
    if kind == "text":
        return value
    if kind == "count":
        if value.isdecimal() and 1 <= len(value) <= 9 and int(value) > 0:
            return int(value)
        raise UsageError(f"{name} needs {NUMBERS[kind]}, not {value!r}")
    if kind == "share":
        try:
            share = float(value)
        except ValueError:
            share = -1.0
        if 0.0 <= share <= 1.0:
            return share
        raise UsageError(f"{name} needs {NUMBERS[kind]}, not {value!r}")
    choices = kind.split("|")
    if value in choices:
        return value
    raise UsageError(f"{name} is one of {', '.join(choices)}, not {value!r}")


def close_to(name: str, known: Sequence[str]) -> str | None:
    """Return the known name that the user is likely to have meant, or None: one that begins so, or
    that one slip in three letters leads to, but no more than two."""
    from hegang_qa.text.spelling import edits  # only when something is wrong already

    typed = name.strip("-").casefold()
    most = min(2, len(typed) // 3)
    if not most:
        return None
    far = {
        one: 0 if bare.startswith(typed) else edits(typed, bare, most)
        for one, bare in ((one, one.strip("-")) for one in known)
    }
    nearest = min(far, key=far.__getitem__, default=None)
    return nearest if nearest is not None and far[nearest] <= most else None


def _split(argument: str) -> tuple[str, bool, str]:
    """Return an option's name, whether a value is glued to it, and that value."""
    if argument.startswith("--"):
        name, equals, value = argument.partition("=")
        return name, bool(equals), value
    value = argument[2:]
    return argument[:2], bool(value), value.removeprefix("=")


def _option_hint(name: str, by_name: dict[str, Option], command: str | None) -> str:
    meant = close_to(name, list(by_name)) if name.startswith("--") else None
    if meant:
        return f"did you mean {meant}?"
    if command is not None:
        return f"hegang-qa {command} --help shows its options"
    return 'see hegang-qa --help; a question that begins with "-" goes after --'
