"""Settings of all tests: no property fails because a machine is busy, nor by chance.

Properties are tried on the same examples in every run. `--hypothesis-profile=explore` looks for
others; what it finds becomes a case of its own.
"""

from __future__ import annotations

import pytest
from hegang_qa_reader import SpanReader, load_reader
from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def reader() -> SpanReader:
    return load_reader()
