"""Minutes: what is asked with a verb and told under a label, and who was there."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_MINUTES = """\
Harbour Rowing Club
Minutes of the committee meeting

Date: Tuesday 12 March 2024
Time: 7.30 pm
Place: the boathouse, upper room
Chair: Ruth Hale
Secretary: Tom Birch
Present: Ruth Hale, Tom Birch, Ines Pardo, Colin Webb
Apologies: Dora Lunt, Sam Okoro

1. Minutes of the last meeting
The minutes of 13 February were read and approved.

2. Treasurer's report
Ines Pardo, the treasurer, reported a balance of £4,310. Insurance of £612 was paid in February.
The club has 86 members, four fewer than a year ago.

3. Boats
The old quad will be sold. Colin Webb, captain of boats, has had an offer of £900 from Selby.

4. Next meeting
The committee meets again on 9 April at 7.30 pm.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("minutes") / "minutes.txt"
    path.write_text(_MINUTES, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("when was the meeting held", "Tuesday 12 March 2024"),
        ("what was the place of the meeting", "the boathouse, upper room"),
        ("what time did the meeting start", "7.30 pm"),
        ("who chaired the meeting", "Ruth Hale"),
        ("who took the minutes", "Tom Birch"),
        ("who was present", "Ruth Hale, Tom Birch, Ines Pardo, Colin Webb"),
        ("who attended the meeting", "Ruth Hale, Tom Birch, Ines Pardo, Colin Webb"),
        ("who came to the meeting", "Ruth Hale, Tom Birch, Ines Pardo, Colin Webb"),
        ("who was absent", "Dora Lunt, Sam Okoro"),
        ("who sent apologies", "Dora Lunt, Sam Okoro"),
        ("who is the secretary", "Tom Birch"),
        ("when is the next meeting", "9 April"),
        # what somebody was is no name
        ("who was invited", None),
        ("who was hired", None),
    ],
)
def test_minutes(engine: Engine, question: str, answer: str | None) -> None:
    assert engine.ask(question).text == answer


def test_offices_in_brackets_are_no_list(tmp_path: Path) -> None:
    path = tmp_path / "council.txt"
    path.write_text("Present: Ann Lee (chair), Tom Ray (treasurer), Ida Fox\n", encoding="utf-8")
    council = Engine.open(str(path), reader="off")
    assert council.ask("who is the treasurer").text == "Tom Ray"


def test_what_was_held_is_not_the_next(tmp_path: Path) -> None:
    path = tmp_path / "band.txt"
    path.write_text(
        "Town Band\nMinutes of the committee meeting\n\nDate: Tuesday 14 May 2024\n\n1. Money\n"
        "The balance is 400 pounds.\n\nNext meeting: Tuesday 11 June 2024 at 19:30.\n",
        encoding="utf-8",
    )
    band = Engine.open(str(path), reader="off")
    assert band.ask("when was the meeting held").text in (None, "Tuesday 14 May 2024")
    assert (band.ask("when is the next meeting").text or "").startswith("Tuesday 11 June 2024")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who calls the plumber", "Bob"),
        ("who has to call the plumber", "Bob"),
        ("who brings the cakes", "Sue"),
    ],
)
def test_a_name_that_is_a_verb_too_names_somebody(
    tmp_path: Path, question: str, answer: str
) -> None:
    path = tmp_path / "tasks.md"
    path.write_text(
        "1. Heating: Bob to call the plumber by Friday. Tom to get two quotes.\n"
        "2. Fete: Sue will bring the cakes.\n",
        encoding="utf-8",
    )
    assert Engine.open(str(path), reader="off").ask(question).text == answer
