"""``hegang-qa config``: the settings in force, as a configuration file that explains itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from hegang_qa.cli.environment import Environment
from hegang_qa.cli.help_text import command_help
from hegang_qa.cli.options import SHARED_OPTIONS, parse
from hegang_qa.cli.settings import SETTINGS, Setting, Settings, config_path, load_settings
from hegang_qa.cli.status import ExitStatus
from hegang_qa.errors import UsageError

__all__ = ["config_text", "run"]

_ABOUT = """\
Print the settings in force, what they mean and where they come from, as a
configuration file.

  hegang-qa config                   look at them
  hegang-qa config > config.toml     a file to begin with (its first lines say
                                     where it belongs)
  HEGANG_QA_TOP=3 hegang-qa config   a variable wins over the file, an option
                                     over both
"""


def run(arguments: Sequence[str], environment: Environment) -> int:
    """Print the settings."""
    parsed = parse(SHARED_OPTIONS, arguments, command="config")
    if parsed.values.get("help"):
        environment.stdout.write(command_help(_ABOUT, SHARED_OPTIONS))
        return ExitStatus.ANSWERED
    if parsed.words:
        raise UsageError(
            f"config takes no {parsed.words[0]!r}",
            hint='to ask a question that begins with "config": hegang-qa ask config ...',
        )
    settings = load_settings(environment, parsed.values, file_needed=False)
    if settings.json:
        environment.stdout.write(_json(settings, environment))
    else:
        environment.stdout.write(config_text(settings, environment))
    return ExitStatus.ANSWERED


def config_text(settings: Settings, environment: Environment) -> str:
    """Return the settings as TOML with comments; those at their default are commented out."""
    path = config_path(environment)
    found = "" if os.path.exists(path) else " (not there yet)"
    blocks = [
        f"# Settings of hegang-qa. File: {path}{found}\n"
        "# A variable wins over the file, an option of the command line over both.\n"
    ]
    for setting in SETTINGS:
        blocks.append(_block(setting, settings))
    return "\n".join(blocks)


def _block(setting: Setting, settings: Settings) -> str:
    value = getattr(settings, setting.name)
    origin = settings.origins.get(setting.name)
    lines = [f"# {setting.about}"]
    if "|" in setting.kind:
        lines.append(f"# One of {', '.join(setting.kind.split('|'))}.")
    if setting.name == "min_confidence":
        from hegang_qa.answers.confidence import DEFAULT_THRESHOLD
        from hegang_qa.answers.reading.sureness import READ_THRESHOLD

        lines.append(
            f"# By default {DEFAULT_THRESHOLD}, where the reader is heard {READ_THRESHOLD}."
        )
    lines.append(f"# Variable: {setting.variable}" + (f". From: {origin}" if origin else ""))
    if origin:
        lines.append(f"{setting.name} = {_toml(value)}")
    else:
        lines.append(f"# {setting.name} = {_toml(_example(setting))}")
    return "\n".join(lines) + "\n"


def _example(setting: Setting) -> Any:
    """Return the default, or something to show where there is none."""
    if setting.default is not None:
        return setting.default
    from hegang_qa.answers.confidence import DEFAULT_THRESHOLD

    return {
        "collection": "~/my.hq",
        "history_file": "~/.hegang-qa-history",
        "min_confidence": DEFAULT_THRESHOLD,
    }[setting.name]


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, str):
        return _toml_text(value)
    return "[" + ", ".join(_toml_text(item) for item in value) + "]"


def _toml_text(text: str) -> str:
    """Return a basic string of TOML 1.0."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in escaped) + '"'


def _json(settings: Settings, environment: Environment) -> str:
    import json

    record = {
        "schema": 1,
        "path": config_path(environment),
        "settings": {
            setting.name: {
                "value": getattr(settings, setting.name),
                "from": settings.origins.get(setting.name, "default"),
                "variable": setting.variable,
            }
            for setting in SETTINGS
        },
    }
    return json.dumps(record, ensure_ascii=False) + "\n"
