"""Kinds of questions put to small documents: what is answered, from which line, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TOWN = """\
Brenmoor (formerly Saltwick) is a market town in the county of Eastshire.
The bus from Brenmoor takes an hour to Lowick, the largest city of the county of Eastshire.
"""

# Document, question, the answer, and its line.
_ANSWERED = [
    # Of two sentences that give the same answer, the one that says it of what is asked about.
    (_TOWN, "Which county is Brenmoor in?", "Eastshire", 1),
]


def _ask(folder: Path, text: str, question: str) -> tuple[str | None, int | None]:
    path = folder / "text.md"
    path.write_text(text, encoding="utf-8")
    answer = Engine.open(str(path)).ask(question)
    source = answer.source if answer.kind == "answer" else None
    return (answer.text if source else None), (source.line if source else None)


@pytest.mark.parametrize(("text", "question", "expected", "line"), _ANSWERED)
def test_is_answered(tmp_path: Path, text: str, question: str, expected: str, line: int) -> None:
    said, where = _ask(tmp_path, text, question)
    assert said is not None and expected in said
    assert where == line
