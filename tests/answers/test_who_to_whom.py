"""Who did it to whom, where one asks who, and whose deed a date is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_PAGE = """\
Marbach criticised Linus Pauling in a letter of 1951.
Oduya sued Fewster over the songwriting credits in 1994.
The newspaper editor Juan Ros was murdered by Evaristo Penalba in 1911.
A customs officer shot Tomas Greve at the border.
Sejanus was executed on the orders of Tiberius.
Titus was succeeded by his brother Domitian.
Nerva named Trajan as his successor.
Longstaff recommended Shackleton to the expedition's leader, Robert Scott.
In West Germany the film was withheld until 1966.
The path was hewn by Italian labourers employed by the forester Otto Hadik.
Ramon Ocaso assassinated Belgravia in 1903.
When Roald Amundsen reached the South Pole in 1911, Shackleton began planning a crossing.
The album Cold Store was recorded in eleven days.
Two trains a week make the journey of thirteen hours.
Fewster was replaced by the drummer Gaz Pell, who taught Lena Ivo.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("who") / "who.txt"
    path.write_text(_PAGE, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("whom did Marbach criticise", "Linus Pauling"),
        ("who did Oduya sue", "Fewster"),
        ("who murdered the newspaper editor", "Evaristo Penalba"),
        ("who was murdered by Penalba", "Juan Ros"),
        ("who shot Tomas Greve", "customs officer"),
        ("whom did Nerva name as his successor", "Trajan"),
        ("who recommended Shackleton", "Longstaff"),
        ("who was assassinated by Ocaso", "Belgravia"),
        ("who taught Lena Ivo", "Gaz Pell"),
        ("who replaced Fewster", "Gaz Pell"),
        ("when did Amundsen reach the South Pole", "1911"),
    ],
)
def test_as_it_is_told(engine: Engine, question: str, text: str) -> None:
    assert engine.ask(question).text == text


@pytest.mark.parametrize(
    "question",
    [
        "who criticised Marbach",
        "who sued Oduya",
        "who shot a customs officer",
        "who was executed by Sejanus",
        "who named Nerva as his successor",
        "who recommended Scott",
        "who did Lena Ivo teach",
        "who did Fewster replace",
        "when did Shackleton reach the South Pole",
    ],
)
def test_the_other_way_about_is_no_answer(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


def test_whoever_marries_somebody_is_married_by_her(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Lund married Karl Berg in 1911.\n", encoding="utf-8")
    engine = Engine.open(tmp_path / "a.txt", reader="off")
    assert engine.ask("who married Karl Berg").text == "Ada Lund"
    assert engine.ask("who married Ada Lund").text == "Karl Berg"
