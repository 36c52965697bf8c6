"""What a reader likes and nobody means."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from tests.reader.fake import FakeReader

PAGE = "In 2010 the city's turnover grew 16.1% to 25.1 million, more than that of Ostrel.\n"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how big was the turnover in 2010", "25.1 million"),
        ("how much did the turnover grow in 2010", "16.1%"),
        ("by what did the turnover change in 2010", "16.1%"),
    ],
)
def test_a_change_where_the_figure_is_asked_for(tmp_path: Path, question: str, answer: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    reader = FakeReader({"16.1%": 5.0, "25.1 million": 3.0})
    given = Engine.open(path, reader=reader).ask(question)
    assert given.text == answer


def test_what_it_is_is_told_without_what_goes_on_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Karn is a market town in the north of the county of Ostrel.\n", "utf-8")
    whole = "a market town in the north of the county of Ostrel"
    reader = FakeReader({whole: 5.0, "a market town": 4.5})
    assert Engine.open(path, reader=reader).ask("What is Karn?").text == "a market town"
