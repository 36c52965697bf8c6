"""Things that are called by a number, numbers of a number, offices, and answers of no such kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """# Notice

Then run programme 11 for ten minutes with the pan empty and a window open.

**Chess:** Mondays, 3.20 to 4.20 pm, Room 5, Mr Abara, free

Present: 31 of 44 households.

The town is a port with an area of 12 square kilometres and a population of 4,862, most of whom
fish.

The final was broken off in the 71st minute. Idris Kouba won the race in 2 hours 19 minutes 47
seconds.

Moss Yoga, owner Ines Galbraith, has moved. Applications go to the secretary, Ludo Ferch.

Mountain rescue: 0555 112 00.

Summer serenade: Sunday 20 June 2027, 20.30, Market Hall.

Basic cremation: 1,690 marks.

Programme: the Shepherd Passion by Tobias Rennick.

Entries close on 30 April. The doors open 20 minutes before class.

Princess Ludovica
died in 1766.

Implant including crown: from 2,400 euros.

Dr Farouk is here only on Wednesdays and every second Friday.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("notice") / "notice.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which programme is run with the pan empty?", "programme 11"),
        ("In which room is chess?", "Room 5"),
        ("How many households were present?", "31"),
        ("population of the town", "4,862"),
        ("In which minute was the final broken off?", "71st"),
        ("winning time of Idris Kouba", "2 hours 19 minutes 47\nseconds"),
        ("Who is the owner of Moss Yoga?", "Ines Galbraith"),
        ("secretary name", "Ludo Ferch"),
        ("What is the number of the mountain rescue?", "0555 112 00"),
        ("Where is the summer serenade?", "Market Hall"),
        ("At what time is the summer serenade?", "20.30"),
        ("What does a basic cremation cost?", "1,690 marks"),
        ("Who composed the Shepherd Passion?", "Tobias Rennick"),
        ("When do entries close?", "30 April"),
        ("When do the doors open?", "20 minutes before class"),
        ("untill when can I hand in entries", "30 April"),
    ],
)
def test_what_is_meant(engine: Engine, question: str, answer: str) -> None:
    said = engine.ask(question, min_confidence=0.05).text
    assert said is not None
    assert said.split() == answer.split()


@pytest.mark.parametrize(
    "question",
    [
        "How long does an implant take?",
        "In which year did Dr Farouk join?",
        "How old was Princess Ludovica when she died?",
    ],
)
def test_no_sum_and_no_day_tells_such_a_time(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"
