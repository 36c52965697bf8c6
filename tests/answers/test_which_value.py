"""Which of several values is meant: by what they are for, by their head, by the remark they stand
in."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

NOTES = """\
# Skating rink

Entry: £4.60 for adults, £2.00 for pupils, nothing for babies.

Minimum contract: 12 months for bronze and silver, 24 months for gold (as skates come with it).

Minimum age 15, or 18 for the ice machine.

A yearly contribution of €75 is due in March.

Of 212 lamps 170 were broken by the hail.

From the fourth day: a note from a doctor, handed in within a week.

The lock is changed on the first Monday of each quarter and may be had from the porter.

Teacher: Mona Aalto · Assistant: Jo Reed

The pump was moved at 04:52 on 14 June.

A sledge must be booked by 15:00 the day before.

The nurse comes on alternate Thursdays.

The rule book is revised every quarter.

Crates hold 7 cubic metres and cost £13.50 a week.
"""

ROTA = """\
day,shift,leader,task,note
3 June,night,Osric Teague,Test of the siren at 20:30,Finch off until 9 June
5 June,day,Ida Lund,Borrow the spare pump from Station 2 by 08:00,Lorry in the workshop
7 June,day,Mo Berg,Wash the hoses,Dress uniform on Sunday
"""

WAVES = """\
Start of the run

Wave     Colour    Start    Expected time
1        violet    8.30     under 3:15
2        orange    8.37     3:15 to 3:50
3        grey      8.46     3:50 to 4:30
"""

BIRDS = """\
Species to spare

Species      Where         Season         What we do
Bittern      North reeds   Feb to July    no cutting within 250 m
Snipe        Long Meadow   March to June  cattle out until July
"""


def _engine(tmp_path_factory: pytest.TempPathFactory, name: str, text: str) -> Engine:
    path = tmp_path_factory.mktemp("values") / name
    path.write_text(text, encoding="utf-8")
    return Engine.open(path)


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _engine(tmp_path_factory, "rink.md", NOTES)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How much is entry for adults?", "£4.60"),
        ("What is the entry for pupils?", "£2.00"),
        ("What is the minimum contract for gold?", "24 months"),
        ("What is the minimum age for the ice machine?", "18"),
        ("What is the yearly contribution?", "€75"),
        ("How many lamps were broken?", "170"),
        ("From which day is a doctor's note needed?", "fourth day"),
        ("When is the lock changed?", "first Monday of each quarter"),
        ("Who is the teacher?", "Mona Aalto"),
        ("When was the pump moved?", "04:52 on 14 June"),
        ("By when must a sledge be booked?", "15:00 the day before"),
        ("How often does the nurse come?", "alternate Thursdays"),
        ("how often is the rule book revised", "every quarter"),
        ("How much do crates hold?", "7 cubic metres"),
    ],
)
def test_the_value_that_is_meant(notes: Engine, question: str, answer: str) -> None:
    assert notes.ask(question).text == answer


@pytest.mark.parametrize(
    ("name", "text", "question", "answer"),
    [
        ("rota.csv", ROTA, "When is the test of the siren?", "20:30"),
        ("rota.csv", ROTA, "By when must the spare pump be borrowed?", "08:00"),
        ("waves.txt", WAVES, "When does wave 2 start?", "8.37"),
        ("birds.txt", BIRDS, "Within what distance of bitterns is there no cutting?", "250 m"),
    ],
)
def test_the_cell_that_is_meant(
    tmp_path: Path, name: str, text: str, question: str, answer: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert Engine.open(tmp_path / name).ask(question).text == answer
