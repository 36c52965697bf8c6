"""Settings of all tests: no property fails because a machine is busy, nor by chance.

Properties are tried on the same examples in every run. `--hypothesis-profile=explore` looks for
others; what it finds becomes a case of its own.

Outside `tests/reader` the optional reader is not there, whether or not it is installed: what is
tested is the engine that everybody has.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile("steady")

_WITH_READER = Path(__file__).parent / "reader"


@pytest.fixture(autouse=True)
def _without_reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.path.is_relative_to(_WITH_READER):
        monkeypatch.setitem(sys.modules, "hegang_qa_reader", None)
