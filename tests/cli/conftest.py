"""Puts the engine that knows its sentences by heart in the place of the real one."""

from __future__ import annotations

import pytest

from tests.cli.stub import StubEngine


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> StubEngine:
    stub = StubEngine()
    monkeypatch.setattr("hegang_qa.cli.ask_command.open_engine", lambda *_: stub)
    monkeypatch.setattr("hegang_qa.cli.eval_command.open_engine", lambda *_: stub)
    return stub
