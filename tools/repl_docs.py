"""Writes the tables of commands and settings into docs/repl.md, from where the program has them.

python -m tools.repl_docs
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hegang_qa.answers.confidence import DEFAULT_THRESHOLD
from hegang_qa.answers.reading.sureness import READ_THRESHOLD
from hegang_qa.cli.repl.commands import REGISTRY
from hegang_qa.cli.settings import SETTINGS, Setting

__all__ = ["PATH", "renewed"]

PATH = Path(__file__).resolve().parent.parent / "docs" / "repl.md"


def renewed(text: str) -> str:
    """Return the document with its tables made anew."""
    for name, rows in (("commands", _commands()), ("settings", _settings())):
        mark = f"<!-- {name}: python -m tools.repl_docs -->\n"
        table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
        whole = re.escape(mark) + r".*?(?=<!-- end -->)"
        text, count = re.subn(whole, lambda _: mark + table, text, flags=re.DOTALL)  # noqa: B023
        if count != 1:
            raise ValueError(f"docs/repl.md has no place for the {name}")
    return text


def _commands() -> Iterator[tuple[str, ...]]:
    yield ("command", "what it does")
    yield ("---", "---")
    for command in REGISTRY:
        names = "".join(f", `/{alias}`" for alias in command.aliases)
        yield (f"`{command.usage}`{names}", command.about)


def _settings() -> Iterator[tuple[str, ...]]:
    yield ("setting", "variable", "values", "default", "what it is")
    yield ("---", "---", "---", "---", "---")
    for setting in SETTINGS:
        values = _VALUES.get(setting.kind) or setting.kind.replace("|", ", ")
        yield (
            f"`{setting.name}`",
            f"`{setting.variable}`",
            values,
            _default(setting),
            setting.about,
        )


_VALUES = {
    "paths": "paths",
    "patterns": "patterns",
    "path": "a path",
    "count": "a number from 1",
    "share": "0 to 1",
    "switch": "true, false",
}


def _default(setting: Setting) -> str:
    if setting.name == "min_confidence":
        return f"{DEFAULT_THRESHOLD}; with the reader {READ_THRESHOLD}"
    if isinstance(setting.default, bool):
        return "true" if setting.default else "false"
    return str(setting.default) if setting.default not in (None, ()) else "-"


if __name__ == "__main__":
    PATH.write_text(renewed(PATH.read_text(encoding="utf-8")), encoding="utf-8")
