"""A change of rules or weights that changes an answer shows here.

The table is what the engine says, right or wrong; `test_most_are_right` holds how much of it is
right. After a change that was meant: ``python -m tests.golden.table``.
"""

from __future__ import annotations

import pytest

from hegang_qa import Engine
from hegang_qa.evaluation import evaluate, read_questions
from tests.golden.table import DOCUMENTS, HERE, TABLE, rows


def test_no_answer_has_changed() -> None:
    written = TABLE.read_text(encoding="utf-8").splitlines()
    now = rows()
    changed = [
        f"was {before!r}, is {after!r}"
        for before, after in zip(written, now, strict=True)
        if before != after
    ]
    assert not changed, "\n".join(changed)


@pytest.mark.parametrize(("name", "least"), [("hegang", 0.6), ("handbook", 0.75), ("manual", 0.7)])
def test_most_are_right(name: str, least: float) -> None:
    path = DOCUMENTS[name]
    engine = Engine.open(*([path] if path else []), reader="off")
    report = evaluate(engine, read_questions(str(HERE / f"{name}.jsonl")))
    assert report.total.right / report.total.questions >= least
