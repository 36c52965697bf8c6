"""All rows of a table that answer alike are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """# Plants

Plant | Light | Water
--- | --- | ---
Sweet pea | full sun | daily
Lavender | full sun | weekly
Fern | shade | daily
Mint | half shade | daily
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("rows") / "plants.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(str(path))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which plants need full sun?", "Sweet pea; Lavender"),
        ("which plants are watered daily", "Sweet pea; Fern; Mint"),
        ("Which plants need shade?", "Fern"),
        ("Which plant is watered weekly?", "Lavender"),
        ("What light does the fern need?", "shade"),
    ],
)
def test_as_many_answers_as_rows(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


def test_each_row_is_a_source(engine: Engine) -> None:
    given = engine.ask("Which plants need full sun?")
    assert {one.source.line for one in given.support} == {5, 6}
    assert [one.answer for one in given.support if one.source.line == 5] == ["Sweet pea"]
    assert given.answer_span is None


def test_all_rows_that_say_yes_under_a_head(tmp_path: Path) -> None:
    path = tmp_path / "club.md"
    path.write_text(
        "| Category | Annual fee | Minimum age | Locker |\n|---|---|---|---|\n"
        "| Junior | £60 | 11 | no |\n| Adult | £190 | 18 | yes |\n| Veteran | £140 | 60 | yes |\n",
        encoding="utf-8",
    )
    engine = Engine.open(path, reader="off")
    assert engine.ask("Which categories get a locker?").text == "Adult; Veteran"


def test_whoever_is_or_does_something_is_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text(
        "Name,Department,Room,Phone\nAda Brook,Accounts,2.14,5501\nBen Carter,Sales,1.03,5512\n"
        "Chloe Dunn,Sales,1.04,5513\nDev Patel,IT,0.11,5599\n",
        encoding="utf-8",
    )
    engine = Engine.open(path)
    assert engine.ask("who works in sales").text == "Ben Carter; Chloe Dunn"
    assert engine.ask("who works in IT").text == "Dev Patel"
    assert engine.ask("who has phone 5513").text == "Chloe Dunn"
