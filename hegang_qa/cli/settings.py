"""The settings of the program: defaults, configuration file, environment, command line.

One table, `SETTINGS`; the file's template, ``hegang-qa config``, the variables' names and
docs/repl.md come from it. A later source wins: default, file, variable, command line.
"""

import os
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from hegang_qa.cli.environment import Environment
from hegang_qa.errors import SourceError, UsageError

__all__ = [
    "SETTINGS",
    "Setting",
    "Settings",
    "cache_path",
    "config_path",
    "history_path",
    "load_settings",
]


_WHERE = "hegang-qa config --help says where settings come from"


class Setting(NamedTuple):
    """A setting. `kind` is "paths", "patterns", "count", "share", "switch", "path", or the
    choices joined by "|"; `default` is in TOML's own terms (None: not set)."""

    name: str
    kind: str
    default: Any
    about: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "HEGANG_QA_" + self.name.upper()


SETTINGS = (
    Setting("docs", "paths", (), "Files, folders or patterns to read; the bundled ones if none."),
    Setting(
        "collection", "path", None, "A collection to ask in their place (see hegang-qa index)."
    ),
    Setting("cache", "switch", True, "Keep what was read of large documents for the next start."),
    Setting("intents", "paths", (), "Folders with question rules, added to those that ship."),
    Setting("within", "patterns", (), "Answer only from files whose paths match."),
    Setting("top", "count", 1, "How many answers to show."),
    Setting(
        "min_confidence", "share", None, "Below this (0 to 1) the documents are said not to say."
    ),
    Setting(
        "reader", "auto|on|off", "auto", "Ask the optional reader: where unsure, always, never."
    ),
    Setting("color", "auto|always|never", "auto", "Colours: on a terminal, always, or never."),
    Setting("theme", "auto|dark|light", "auto", "The ground of the terminal, for the colours."),
    Setting("editing", "emacs|vi", "emacs", "Keys of the prompt; /vi and F4 switch it."),
    Setting("history", "switch", True, "Keep the lines typed, for the next start."),
    Setting("history_file", "path", None, "Where they are kept; a state folder of yours if unset."),
    Setting("suggest", "switch", True, "Show the rest of an earlier line in grey; Right takes it."),
    Setting("mouse", "switch", False, "Let the mouse move the cursor (takes it from selecting)."),
    Setting("bar", "switch", True, "Show the bar at the bottom of the terminal."),
    Setting("greeting", "switch", True, "Say what is loaded at the start."),
)


class Settings(NamedTuple):
    """The settings in force. `origins` says for each that is not at its default where it is from.

    `json`, `explain` and `debug` are for one run; they have no place in the file.
    """

    docs: tuple[str, ...] = ()
    collection: str | None = None
    cache: bool = True
    intents: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    top: int = 1
    min_confidence: float | None = None
    reader: Literal["auto", "on", "off"] = "auto"
    color: str = "auto"
    theme: str = "auto"
    editing: str = "emacs"
    history: bool = True
    history_file: str | None = None
    suggest: bool = True
    mouse: bool = False
    bar: bool = True
    greeting: bool = True
    json: bool = False
    explain: bool = False
    debug: bool = False
    origins: Mapping[str, str] = MappingProxyType({})


def load_settings(
    environment: Environment,
    given: Mapping[str, Any] | None = None,
    *,
    file_needed: bool = True,
) -> Settings:
    """Return the settings in force; `given` are values of the command line by option key.

    Raises `SourceError` for a file that cannot be read or holds what does not fit, and for one that
    a variable names and that is not there (if it is `file_needed`); `UsageError` for a variable
    that does not fit. Each names its place.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    path = config_path(environment)
    try:
        if os.path.exists(path):
            values = _from_file(path, environment.home)
            origins = dict.fromkeys(values, path)
        elif file_needed and environment.environ.get("HEGANG_QA_CONFIG"):
            raise SourceError(
                f"{path}: no such file, and HEGANG_QA_CONFIG names it",
                path=path,
                hint="hegang-qa config shows what such a file may hold",
            )
        for setting in SETTINGS:
            text = environment.environ.get(setting.variable, "")
            if text:
                values[setting.name] = _from_text(setting, text, setting.variable, environment.home)
                origins[setting.name] = setting.variable
    except UsageError as error:
        error.hint = error.hint or _WHERE
        raise
    given = dict(given or {})
    if given.pop("no_color", False):
        given.setdefault("color", "never")
    if given.pop("no_cache", False):
        given["cache"] = False
    for name, value in given.items():
        if name in Settings._fields:
            values[name] = tuple(value) if isinstance(value, list) else value
            origins[name] = "command line"
    _choose_documents(values, origins)
    return Settings(**values, origins=origins)


def _choose_documents(values: dict[str, Any], origins: Mapping[str, str]) -> None:
    """Leave only the later of documents and collection: they take each other's place. Raises
    `SourceError` where the file names both, `UsageError` where command line or variables do."""
    if not (values.get("docs") and values.get("collection")):
        return
    docs, collection = origins["docs"], origins["collection"]

    def rank(name: str, origin: str) -> int:
        variable = next(s.variable for s in SETTINGS if s.name == name)
        return 2 if origin == "command line" else int(origin == variable)

    first, second = rank("docs", docs), rank("collection", collection)
    if first == second:
        raise (UsageError if first else SourceError)(
            f"documents and a collection are both named ({docs})",
            hint="ask one of them; documents are added to a collection by hegang-qa index",
        )
    del values["docs" if first < second else "collection"]


def config_path(environment: Environment) -> str:
    """Return where the configuration file is looked for, whether it exists or not."""
    chosen = environment.environ.get("HEGANG_QA_CONFIG")
    if chosen:
        return _expanded(chosen, environment.home)
    return os.path.join(_user_folder("config", environment), "config.toml")


def history_path(settings: Settings, environment: Environment) -> str:
    """Return where the lines typed are kept."""
    if settings.history_file:
        return settings.history_file
    return os.path.join(_user_folder("state", environment), "history")


def cache_path(environment: Environment) -> str:
    """Return the folder for what was read of large documents."""
    return os.path.join(_user_folder("cache", environment), "documents")


def _user_folder(purpose: str, environment: Environment) -> str:
    """Return the user's folder of this program for "config", "state" or "cache".

    The XDG rule is applied here, where it holds: platformdirs, which knows the other systems,
    takes 17 ms to import, and the configuration is looked for on every start.
    """
    if sys.platform in ("win32", "darwin") or "ANDROID_ROOT" in environment.environ:
        import platformdirs

        if purpose == "config":
            return platformdirs.user_config_dir("hegang-qa", appauthor=False)
        if purpose == "cache":
            return platformdirs.user_cache_dir("hegang-qa", appauthor=False)
        return platformdirs.user_state_dir("hegang-qa", appauthor=False)
    variable, default = {
        "config": ("XDG_CONFIG_HOME", ".config"),
        "cache": ("XDG_CACHE_HOME", ".cache"),
        "state": ("XDG_STATE_HOME", os.path.join(".local", "state")),
    }[purpose]
    base = environment.environ.get(variable, "")
    if not os.path.isabs(base):  # the standard says to ignore relative ones
        base = os.path.join(environment.home, default)
    return os.path.join(base, "hegang-qa")


def _from_file(path: str, home: str) -> dict[str, Any]:
    """Return what the file sets; raises `SourceError` for all that is wrong with it."""
    import tomllib  # with its expressions 17 ms: only when there is a file

    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be read: {error.strerror or error}",
            path=path,
            hint="HEGANG_QA_CONFIG names another file",
        ) from error
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = 1 + content.count(b"\n", 0, error.start)
        raise SourceError(
            f"{path}: is not UTF-8 (line {line})", path=path, hint="save it in that encoding"
        ) from error
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"{path}: is not TOML: {error}",
            path=path,
            hint='a setting is a line such as: theme = "dark"; texts stand in quotes',
        ) from error
    known = {setting.name: setting for setting in SETTINGS}
    values: dict[str, Any] = {}
    for name, value in table.items():
        setting = known.get(name)
        if setting is None:
            from hegang_qa.cli.options import close_to

            meant = close_to(name, list(known))
            hint = f"did you mean {meant}?" if meant else f"there are: {', '.join(known)}"
            raise SourceError(f"{path}: no such setting: {name}", path=path, hint=hint)
        try:
            values[name] = _from_toml(setting, value, f"{path}: {name}", home)
        except UsageError as error:  # not of the command line: mend the file
            raise SourceError(error.message, path=path, hint=error.hint or _WHERE) from error
    return values


def _from_toml(setting: Setting, value: Any, place: str, home: str) -> Any:
    """Return a value of the file in the program's form; raises `UsageError` if it does not fit."""
    kind = setting.kind
    if kind in ("paths", "patterns"):
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise UsageError(f"{place} needs a text or a list of texts, not {value!r}")
        return tuple(_expanded(text, home) if kind == "paths" else text for text in texts)
    if kind == "switch":
        if isinstance(value, bool):
            return value
        raise UsageError(f"{place} is true or false, not {value!r}")
    if kind in ("count", "share"):
        from hegang_qa.cli.options import NUMBERS

        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise UsageError(f"{place} needs {NUMBERS[kind]}, not {value!r}")
        return _from_text(setting, str(value), place, home)
    if not isinstance(value, str):
        raise UsageError(f"{place} needs a text, not {value!r}")
    return _from_text(setting, value, place, home)


def _from_text(setting: Setting, text: str, place: str, home: str) -> Any:
    """Return the value that a text stands for, in a variable or in the file."""
    from hegang_qa.cli.options import convert

    kind = setting.kind
    if kind in ("paths", "patterns"):
        parts = [part for part in text.split(os.pathsep) if part]
        return tuple(_expanded(part, home) if kind == "paths" else part for part in parts)
    if kind == "path":
        return _expanded(text, home)
    if kind == "switch":
        folded = text.casefold()
        if folded in ("1", "true", "yes", "on"):
            return True
        if folded in ("0", "false", "no", "off"):
            return False
        raise UsageError(f"{place} is on or off, not {text!r}")
    return convert(place, kind, text)


def _expanded(path: str, home: str) -> str:
    if path == "~" or path.startswith(("~/", "~" + os.sep)):
        return home + path[1:]
    return path
