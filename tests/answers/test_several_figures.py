"""Sizes of two sides, prices of several, times in two stretches, and what one has to ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.answers.candidates.analysis import analyse_text
from tests.answers.one_page import ask

SHED = "Sheds must not be larger than 2.4 m by 1.8 m. Greenhouses need permission."
MANURE = "Manure is £3 a bag, or four for £10."
HOSE = "Hosepipes may be used before 9 am and after 6 pm only."
CARPET = "Carpet must not be used to suppress weeds."

# A text, what is asked of it and the answer.
CASES = [
    (SHED, "how big can my shed be", "2.4 m by 1.8 m"),
    (SHED, "how large may a shed be", "2.4 m by 1.8 m"),
    (MANURE, "how much is manure", "£3"),
    (MANURE, "how much are four bags of manure", "£10"),
    (HOSE, "may i use a hosepipe at noon", "No"),
    (HOSE, "can i use a hosepipe at 7 pm", "Yes"),
    (HOSE, "may i use a hosepipe at 8 in the morning", "Yes"),
    (HOSE, "can i use a hosepipe at 3 in the afternoon", "No"),
    (CARPET, "can i use old carpet against weeds", "No"),
]


@pytest.mark.parametrize(("text", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, question: str, said: str) -> None:
    answer = ask(tmp_path, text, question)
    assert answer.kind == "answer"
    assert answer.text == said


def test_to_be_asked_for_is_no_yes(tmp_path: Path) -> None:
    answer = ask(tmp_path, "Hens may be kept.\n\nBees: ask the committee.", "can i keep bees")
    assert answer.text not in ("Yes", "No")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nine in the morning", "09:00"),
        ("at 7 in the evening", "19:00"),
        ("at 7 o'clock in the evening", "19:00"),
        ("at 3:30 in the afternoon", "15:30"),
        ("11 at night", "23:00"),
        ("2 at night", "02:00"),
        ("12 at night", "00:00"),
        ("noon", "12:00"),
    ],
)
def test_times_by_their_part_of_the_day(text: str, value: str) -> None:
    assert {one.value for one in analyse_text(text).typed if one.type == "time"} == {value}
