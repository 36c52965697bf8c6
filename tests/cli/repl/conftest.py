"""The conversation, typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.repl.talk import Talker


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Talker:
    monkeypatch.chdir(tmp_path)
    return Talker(monkeypatch, tmp_path)
