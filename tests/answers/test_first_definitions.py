"""What something is: by the sentence that its document begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

_TARKA = """\
# Tarka: a paste and its science

Tarka is a dark, salty paste made by fermenting barley and beans. It is eaten on bread.

## Health

Tarka is a good source of vitamin K and of iron, but contains no sugar.
"""
_PUMP = """\
# The Dray pump

The Dray pump is a machine for raising water that is driven by the tide. It was used until 1934.

## Others

The Holloway pump is a cheaper one of 1829. The Dray pump is often confused with it.
"""


@pytest.mark.parametrize(
    ("page", "question", "text"),
    [
        (_TARKA, "What is tarka?", "a dark, salty paste made by fermenting barley and beans"),
        (_TARKA, "whats tarka", "a dark, salty paste made by fermenting barley and beans"),
        (_PUMP, "what is the dray pump", "machine for raising water"),
        (_PUMP, "what is the lister pump", None),
    ],
)
def test_first_definition(tmp_path: Path, page: str, question: str, text: str | None) -> None:
    assert ask(tmp_path, page, question).text == text
