"""Two tables under one heading that have the same columns, with another table between them."""

from pathlib import Path

import pytest

from hegang_qa import Engine

TIMES = """# Line 9

## Times

| Stop | Leaves | Bay |
|---|---|---|
| Ashby Cross | 07:30 | 1 |
| Mill Lane | 07:45 | 2 |

| Note | Meaning |
|---|---|
| F | Fridays only |
| S | School days only |

| Stop | Leaves | Bay |
|---|---|---|
| Ashby Gate | 08:20 | 3 |
| Mill Bridge | 08:35 | 4 |
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("when does the bus leave Ashby Gate", "08:20"),
        ("when does the bus leave Mill Lane", "07:45"),
        ("which Ashby stop leaves at 08:20", "Ashby Gate"),
    ],
)
def test_each_row_is_in_its_own_table(tmp_path: Path, question: str, answer: str) -> None:
    assert _engine(tmp_path).ask(question).text == answer


def test_rows_of_both_do_not_end_in_an_error(tmp_path: Path) -> None:
    assert _engine(tmp_path).ask("which stop leaves last").kind == "no-answer"


def _engine(folder: Path) -> Engine:
    (folder / "line.md").write_text(TIMES, encoding="utf-8")
    return Engine.open(folder, reader="off")
