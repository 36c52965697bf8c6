"""A row of a table is no answer to which is the most or least, unless the row says so."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

NOTES = """\
# Boats for hire

| Boat | Longest trip | Seats | Price an hour |
|---|---|---|---|
| Skiff | 2 hours | 2 | 9 euros |
| Punt | 4 hours | 6 | 14 euros |
| Barge | 6 hours | 12 | 30 euros |

# The isle of Tarn

| Fact | Value |
|---|---|
| Highest hill | Corrie Top, 310 m |
| Largest lake | Loch Ure |
| Area | 44 square kilometres |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("superlatives") / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    "question",
    ["which boat is cheapest", "which boat has the most seats", "which boat has the fewest seats"],
)
def test_no_row_tells_which_is_the_most(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what is the largest lake", "Loch Ure"),
        ("what is the biggest lake", "Loch Ure"),
        ("what is the highest hill", "Corrie Top"),
        ("what is the longest trip of the punt", "4 hours"),
        ("how many seats has the barge", "12"),
    ],
)
def test_a_row_or_its_head_may_say_so(engine: Engine, question: str, text: str) -> None:
    answer = engine.ask(question)
    assert answer.kind == "answer"
    assert text in (answer.text or "")
