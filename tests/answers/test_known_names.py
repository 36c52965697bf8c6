"""Names that a document gives in full once, and the words that say which document is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

CLUB = """Moss Rovers F.C.

Moss Rovers Football Club is a club in the port of Alder. It was founded in 1889 by workers of a
cannery, who wanted to play on Saturdays.

Early years

In 1954 the coach Miklos Beretz arrived and had the pitch narrowed by four metres. The star of the
team was Benny Orchard. Orchard scored 212 goals in all.

The people of the town remember a flood. It carried the goals away in 1963.
"""

RULES = """# Rules of the house

Fenwick House lets rooms to students of the college.

## Money

- Rent is due by the third of the month.
- The office is open on Tuesdays.

## Guests

Guests leave by eleven. They sign the book at the door.
"""

GARDEN = """# Rules

Everybody waters one bed.

Hoses are rolled up by the shed after nine in the evening.
"""


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    (tmp_path / "club.txt").write_text(CLUB, encoding="utf-8")
    (tmp_path / "house.md").write_text(RULES, encoding="utf-8")
    (tmp_path / "garden.md").write_text(GARDEN, encoding="utf-8")
    return Engine.open(tmp_path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # The document opens with the name.
        ("Who arrived at Moss Rovers as coach in 1954?", "Miklos Beretz"),
        ("When is the rent due at Fenwick House?", "third of the month"),
        # The full name stands elsewhere.
        ("How many goals did Benny Orchard score?", "212"),
        # A title may end in initials.
        ("In which year was Moss Rovers founded?", "1889"),
    ],
)
def test_a_name_is_known_from_its_document(engine: Engine, question: str, answer: str) -> None:
    said = engine.ask(question).text
    assert said is not None
    assert answer in said


@pytest.mark.parametrize(
    "question",
    [
        "How many goals did Benny Archer score?",
        "When is the rent due at Penrith House?",
        "Who arrived at Alder United as coach in 1954?",
    ],
)
def test_another_name_is_not(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


def test_the_name_of_a_file_says_what_is_meant(engine: Engine) -> None:
    answer = engine.ask("Where are the hoses of the garden rolled up?")
    assert answer.text is not None
    assert "shed" in answer.text


def test_what_a_document_is_about_is_no_name_of_another_row(tmp_path: Path) -> None:
    path = tmp_path / "courses.csv"
    path.write_text(
        "day,course,teacher\nTuesday,Spinning,Max Reiter\nFriday,Yoga,Ida Falk\n", encoding="utf-8"
    )
    engine = Engine.open(path, reader="off")
    assert engine.ask("Who teaches spinning on Friday?").kind == "no-answer"
