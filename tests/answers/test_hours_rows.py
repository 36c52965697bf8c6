"""When something is open, by a table of hours that stands below its name."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

HOURS = """\
LARCH BATHS AND LIBRARY

1. Swimming pool
   Monday        06:30 - 21:00
   Wednesday     10:00 - 21:00   (morning: school classes)
   Saturday      08:00 - 18:00
   Last admission is 45 minutes before closing.

2. Library
   Monday        closed
   Thursday      12:00 - 20:00
   Saturday      09:30 - 13:00

3. Café
   Monday to Friday   09:00 - 17:30
   Saturday, Sunday   09:00 - 16:00
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("hours") / "baths.txt"
    path.write_text(HOURS, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("when does the pool close on Saturday", "18:00", 6),
        ("what time does the pool open on Saturday", "08:00", 6),
        ("when does the swimming pool close on wednesdays", "21:00", 5),
        ("when does the cafe close on weekdays", "17:30", 15),
        ("when does the cafe close on sunday", "16:00", 16),
        ("opening hours of the library on monday", "closed", 10),
        ("when is the library open on thursday", "12:00 - 20:00", 11),
    ],
)
def test_hours_are_of_the_thing_they_stand_below(
    engine: Engine, question: str, answer: str, line: int
) -> None:
    told = engine.ask(question)
    assert told.source is not None
    assert (told.text, told.source.line) == (answer, line)


def test_hours_of_what_is_not_there_are_not_told(engine: Engine) -> None:
    assert engine.ask("when does the sauna close on saturday").kind == "no-answer"
