"""The one of several in a row that is asked for by its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TEXT = """\
The lectures are given on 4 September, 11 October and 15 November. The loan is paid back in four \
instalments of £120, £110, £100 and £90.

The job is retried after 10, 60 and 600 seconds. The tours start at 9.30 am, 11 am and 2.15 pm.

The first and second prizes are £50 and £25. The championships were held in 1990, 1994 and 1999.

The gates close at 5, 7 and 9 pm. The reminders are sent 14, 7 and 2 days before the due date.

The ferry leaves at 8:00, 11:30 and 17:45. The chapel was rebuilt between 1340 and 1512.

Workshops take place on May 3, 7 and 9 and are free.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("turns") / "turns.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when is the first lecture", "4 September"),
        ("when is the second lecture?", "11 October"),
        ("when is the 3rd lecture", "15 November"),
        ("when is the last lecture", "15 November"),
        ("how much is the third instalment", "£100"),
        ("how much is the last instalment?", "£90"),
        # The unit stands behind the last alone, as the half of the day does.
        ("how long until the first retry", "10 seconds"),
        ("when does the first gate close", "5 pm"),
        ("when does the second tour start", "11 am"),
        ("when is the second reminder sent", "7 days"),
        # The month stands before the first alone.
        ("when is the second workshop", "May 7"),
        # The places are told themselves.
        ("how much is the second prize", "£25"),
        ("when was the second championship", "1994"),
        ("when was the first of the championships", "1990"),
        # What goes by a timetable needs no plural.
        ("when is the last ferry", "17:45"),
    ],
)
def test_the_one_at_that_place_is_told(engine: Engine, question: str, text: str) -> None:
    answer = engine.ask(question)
    assert answer.text == text
    assert answer.sentence is not None
    assert answer.answer_span is not None
    start, end = answer.answer_span
    assert answer.sentence[start:end].split()[0] in text


@pytest.mark.parametrize(
    "question",
    [
        "when are the lectures",
        "when were the championships held",
    ],
)
def test_all_are_told_where_no_single_one_is_asked_for(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert answer.kind != "answer" or " and " in (answer.text or "")


@pytest.mark.parametrize(
    "question",
    ["when is the fourth lecture", "how much is the fifth instalment", "when is the second dance"],
)
def test_nothing_is_told_of_a_place_that_no_row_has(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


def test_a_row_of_many_thousand_members_is_read_once(tmp_path: Path) -> None:
    row = ", ".join(str(number) for number in range(10, 20_000))
    path = tmp_path / "row.txt"
    path.write_text(f"The retries come after {row} and 20000 seconds.", encoding="utf-8")
    engine = Engine.open(str(path), reader="off")
    assert engine.ask("when is the second retry").kind in ("answer", "no-answer")
