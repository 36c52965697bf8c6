"""An installed copy takes its compiled rules as they are, without reading the rule files."""

from __future__ import annotations

import pytest

from hegang_qa.errors import RuleError
from hegang_qa.intents import compiled_store, loading


def nothing_is_read(folders: object) -> list[object]:
    raise RuleError("read after all", code="X", path="x")


def test_rule_files_of_an_installation_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "is_installed", lambda: True)
    monkeypatch.setattr(loading, "read_files", nothing_is_read)
    match = loading.load_rules().match("when was the bridge built")
    assert match is not None
    assert match.answer == "date"


def test_a_damaged_copy_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "is_installed", lambda: True)
    monkeypatch.setattr(compiled_store, "SHIPPED_NAME", "not-there.jsonl")
    assert loading.load_rules().match("when was the bridge built") is not None
