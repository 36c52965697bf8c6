"""docs/repl.md says what the program does."""

from __future__ import annotations

from hegang_qa.cli.repl.commands import REGISTRY
from hegang_qa.cli.settings import SETTINGS
from tools.repl_docs import PATH, renewed


def test_the_tables_are_those_of_the_program() -> None:
    text = PATH.read_text(encoding="utf-8")
    assert text == renewed(text), "run: python -m tools.repl_docs"


def test_every_command_and_setting_is_there() -> None:
    text = PATH.read_text(encoding="utf-8")
    for command in REGISTRY:
        assert f"`{command.usage}`" in text
    for setting in SETTINGS:
        assert f"`{setting.name}`" in text
        assert f"`{setting.variable}`" in text
