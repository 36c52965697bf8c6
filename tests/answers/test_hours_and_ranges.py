"""Yes or no by hours, days and ranges, as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TEXT = """\
The sauna is open from 14:00 to 21:00.

The shop is closed on public holidays.

The kiosk is closed on Sundays and public holidays.

Children aged 6 to 12 pay half. Tickets cost 5 to 9 pounds.

The temperature must be between 24 and 28 degrees.

Meeting room 3 is free on 4 May 2024.

The boathouse is closed on 25 December and 1 January.

The bakery is open Monday to Friday from 8.30 am to 6.30 pm and Saturday from 9 am to 2 pm.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("hours") / "hours.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("is the sauna open at 15:00?", "Yes"),
        ("is the sauna open at 22:00?", "No"),
        ("is the shop open on public holidays?", "No"),
        ("is the kiosk open on Sunday?", "No"),
        ("is the kiosk closed on Sunday?", "Yes"),
        ("do children aged 8 pay half?", "Yes"),
        ("do tickets cost 7 pounds?", "Yes"),
        ("may the temperature be 26 degrees?", "Yes"),
        ("is room 4 free on 4 May 2024?", "No"),
        ("is room 3 free on 4 May 2024?", "Yes"),
        ("is the boathouse closed on 1 January?", "Yes"),
        ("is the boathouse closed on 25 December?", "Yes"),
        ("is the bakery open on Saturday?", "Yes"),
        ("is the bakery open on Saturday at 3 pm?", "No"),
        ("is the bakery open on Friday at 6 pm?", "Yes"),
        ("is the bakery open on Friday at 7 pm?", "No"),
    ],
)
def test_by_hours_and_ranges(engine: Engine, question: str, text: str) -> None:
    assert engine.ask(question).text == text


def test_the_field_of_the_end_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "prices.md"
    path.write_text(
        "# Price list\n\nValid from: 1 January 2025\nValid until: 31 December 2025\n\n"
        "The station was closed in 1967 because of falling numbers, but reopened in 1998.\n",
        encoding="utf-8",
    )
    engine = Engine.open(path, reader="off")
    assert engine.ask("Until when is the price list valid?").text == "31 December 2025"
    assert engine.ask("From when is the price list valid?").text == "1 January 2025"
    assert engine.ask("Why was the station closed?").text == "because of falling numbers"
