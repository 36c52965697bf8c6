"""What a reader that judges is given: under what heading, and without what denies nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from tests.reader.fake import JudgingReader

_PAGE = """\
# Rules

You may have soup instead of salad. The vaccine is licensed only in Cuba and Japan.

## Items we do not collect

- pianos
- Car tyres are taken to the depot.
"""


_SOUP = "You may have soup instead of salad. "


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("can I have soup", ("", "You may have soup.")),
        ("is the vaccine on sale in Japan", (_SOUP, "The vaccine is licensed in Cuba and Japan.")),
        (
            "is the vaccine on sale in France",
            (_SOUP, "The vaccine is licensed only in Cuba and Japan."),
        ),
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
