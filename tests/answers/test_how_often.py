"""Percentages held against "most", and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers.verdicts.how_often import by_part
from hegang_qa.question import understand
from hegang_qa.ranking import rank


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The ferry is used by 16 percent of the islanders.", "No"),
        ("The ferry is used by 16 per cent of the islanders.", "No"),
        ("The ferry is used by 72% of the islanders.", "Yes"),
        ("The ferry is used by 60 islanders per day.", None),
        ("The ferry is used 16 per day by the islanders.", None),
        ("The ferry is used by 16% of the islanders and 80% of the guests.", None),
    ],
)
def test_most(tmp_path: Path, sentence: str, text: str | None) -> None:
    (tmp_path / "a.txt").write_text(sentence + "\n", encoding="utf-8")
    engine = Engine.open(tmp_path / "a.txt", reader="off")
    question = understand(
        "do most islanders use the ferry",
        rules=engine.rules,
        index=engine.index,
        lexicon=engine.lexicon,
        store=engine.store,
    )
    best = rank(question, index=engine.index, store=engine.store)[0]
    said = by_part(question, best, 1.0)
    assert (said.text if said is not None else None) == text
