"""Yes or no where what is asked is told of another place, on another day, or without its price."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

BARBECUE = """\
# Balconies, barbecues, bicycles

On the lawn, barbecues are allowed from May to September.
"""
LAUNDRY = "Laundry room: open 7:00-20:00, closed on Sundays."
FREEZING = """\
A contract may be frozen for one to three months per year.

The gym has a pool.
"""

# A text, a question, and the answers that would be wrong.
CASES = [
    (BARBECUE, "am I allowed to barbecue on the balcony", "Yes"),
    (LAUNDRY, "can i do laundry on sunday", "Yes"),
    (LAUNDRY, "can i do laundry on monday", "No"),
    (FREEZING, "can i freeze my contract for free", "Yes"),
]


@pytest.mark.parametrize(("text", "question", "wrong"), CASES)
def test_is_not_answered_so(tmp_path: Path, text: str, question: str, wrong: str) -> None:
    answer = ask(tmp_path, text, question)
    assert answer.kind != "answer" or answer.text != wrong


def test_the_day_of_closing(tmp_path: Path) -> None:
    assert ask(tmp_path, LAUNDRY, "can i do laundry on sunday").text == "No"


def test_the_place_itself(tmp_path: Path) -> None:
    assert ask(tmp_path, BARBECUE, "are barbecues allowed on the lawn").text == "Yes"
