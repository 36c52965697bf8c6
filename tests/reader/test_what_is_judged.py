"""What a reader that judges is given: an item that is no sentence below its heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from tests.reader.fake import JudgingReader

_PAGE = """\
# Rules

## Items we do not collect

- pianos
- Car tyres are taken to the depot.
"""


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("do you collect pianos", ("Items we do not collect: ", "pianos")),
        ("are car tyres taken", ("", "Car tyres are taken to the depot.")),
    ],
)
def test_passages_that_are_judged(tmp_path: Path, question: str, given: tuple[str, str]) -> None:
    path = tmp_path / "rules.md"
    path.write_text(_PAGE, encoding="utf-8")
    reader = JudgingReader({})
    Engine.open(path, reader=reader).ask(question)
    judged = [(one.context, one.text) for one in reader.passages]
    assert given in judged
