"""Questions whose verb or noun a text never uses, because English says it otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from tests.answers.one_page import ask

TEXT = """\
# Brackwater Mill Trust

The old boiler was switched off on 3 March 2019.

## Heater

The gas heater was turned on for the first time in October 2020.

## Yard

The pump house was shut down in 2016. The fountain is turned on in April and off on 25 October.

The mill at Orrin, built in 1870, employed 640 weavers in 1911 and closed in 1958.

Dormice are found only in the hazel wood. The keeper, Tilda Marsh, was found asleep in the attic.

Complaints go to the warden, Jonas Petrel. The least that a visitor will be asked to give is £4. The
most that is paid for a broken tile is £35.

Accounts are kept with Ledgerly in a file of their own. The windows are cleaned by Brightwell
Brothers.

The gates are greased with Lubro; the older ones used tallow.

## Drain the sluice

Open the upper gate by two turns. Then wait until the gauge shows nought.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("phrasings") / "mill.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when was the old boiler turned off", "3 March 2019"),
        ("when did they turn the old boiler off", "3 March 2019"),
        ("when was the gas heater switched on", "October 2020"),
        ("when was the pump house closed down", "2016"),
        ("how many people worked at the Orrin mill", "640"),
        ("where do dormice live", "in the hazel wood"),
        ("who do I send a complaint to", "warden, Jonas Petrel"),
        ("max I get for a broken tile", "£35"),
        ("minimum a visitor gives", "£4"),
        ("what tool are the accounts kept with", "Ledgerly in a file of their own"),
        ("which company cleans the windows", "Brightwell Brothers"),
        ("steps to drain the sluice", "Open the upper gate by two turns."),
    ],
)
def test_said_otherwise(question: str, text: str, engine: Engine) -> None:
    assert engine.ask(question).text == text


def test_what_is_used_is_what_things_are_done_with(engine: Engine) -> None:
    assert engine.ask("what do the gates use", min_confidence=0.1).text == "Lubro"


@pytest.mark.parametrize(
    "question",
    [
        "when was the old boiler turned on",  # the particle counts
        "when was the gas heater switched off",
        "how many horses worked at the Orrin mill",
        "where does Tilda Marsh live",  # people are not found where they live
        "steps to drain the cellar",
        "what tool are the dormice found with",
        "which company cleans the roof",
    ],
)
def test_something_else(question: str, engine: Engine) -> None:
    assert engine.ask(question).kind == "no-answer"


OFFICES = """\
# Larkfield Sports Centre

The manager is Ines Kapoor; for lessons ask Tom Bradley at the front desk.

Landline 0555 118 220, mobile for emergencies 0555 990 017.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who is in charge", "Ines Kapoor"),
        ("who's the boss of the centre", "Ines Kapoor"),
        ("landline?", "0555 118 220"),
    ],
)
def test_offices_and_telephones(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, OFFICES, question).text == answer


def test_a_landline_is_a_telephone(tmp_path: Path) -> None:
    text = "Front desk: by e-mail, front@lark.example\n\nOffice phone: 0555 201 300"
    assert ask(tmp_path, text, "whats the landline").text == "0555 201 300"
