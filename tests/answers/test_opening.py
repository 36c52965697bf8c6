"""When something opens and closes, by the hours of its days."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """# Shop

Opening hours: Tuesday to Friday 10:00 to 18:00, Saturday 9:00 to 13:00.

The caretaker changes the password every month.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("opening") / "shop.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(str(path))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When do you open on Saturday?", "9:00"),
        ("When do you close on Saturday?", "13:00"),
        ("When do you close on Thursday?", "18:00"),
        ("when does the shop close on friday", "18:00"),
        ("until when are you open on Thursday", "18:00"),
        ("how late are you open on Thursday", "18:00"),
        ("how early can I come on a saturday", "9:00"),
        ("opening hours saturday", "9:00 to 13:00"),
        ("when are you open", "Tuesday to Friday 10:00 to 18:00, Saturday 9:00 to 13:00"),
        ("When do you open on Monday?", None),
        ("When do you close on Sunday?", None),
    ],
)
def test_the_hours_of_the_day(engine: Engine, question: str, answer: str | None) -> None:
    assert engine.ask(question).text == answer


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Open Mon-Fri 8 am to 5 pm and Sat 9 am to noon.", "When do you close on Wed?", "5 pm"),
        (
            "The pool is open Friday to Sunday from 7:30 to 21:00.",
            "When does the pool open on Saturday?",
            "7:30",
        ),
    ],
)
def test_other_spellings(tmp_path: Path, sentence: str, question: str, answer: str) -> None:
    (tmp_path / "a.txt").write_text(f"{sentence}\n\nThe hall is cold.\n", encoding="utf-8")
    assert Engine.open(str(tmp_path)).ask(question).text == answer
