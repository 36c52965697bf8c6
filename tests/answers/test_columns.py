"""Tables: the row is found by its own words and the heads of its columns, the cell by its head."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

TABLE = """\
# Boat hire

| Boat | Per hour | Deposit | Seats | Moored at | Closed on |
|------|----------|---------|-------|-----------|-----------|
| Canoe | £9.00 | £20 | 2 | North pier | Monday |
| Rowing boat | £12.50 | £30 | 4 | South pier | Tuesday |
| Pedal boat | £14.00 | £35 | 5 | Island jetty | Sunday |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("table") / "hire.md"
    path.write_text(TABLE, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("What is the deposit for a canoe?", "£20", 5),
        ("how much is the deposit on the pedal boat", "£35", 7),
        ("How many seats does a rowing boat have?", "4", 6),
        ("Where is the rowing boat moored?", "South pier", 6),
        ("price per hour of the canoe", "£9.00", 5),
        ("Which boat is moored at the island jetty?", "Pedal boat", 7),
        ("On which day is the canoe closed?", "Monday", 5),
    ],
)
def test_cell(engine: Engine, question: str, answer: str, line: int) -> None:
    got = engine.ask(question)
    assert (got.text, got.source and got.source.line) == (answer, line)


def test_what_no_column_holds_is_refused(engine: Engine) -> None:
    assert engine.ask("What colour is the canoe?").kind == "no-answer"
