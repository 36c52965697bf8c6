"""What those named in the question pay, by the sentence behind the one with the price."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from tests.answers.one_page import ask

PAGE = """\
A joining fee of 150 euros is charged. Juniors and students do not pay it.

The workshop costs 60 euros. Members get it free.

Rent of a boat is 15 euros an hour. Residents pay 10.

Parking costs 4 euros a day. Hotel guests park for nothing.

The guided tour costs 9 euros. There is no charge for pupils.
"""

CASES = [
    ("how much is the joining fee for students", "Juniors and students do not pay it."),
    ("how much is the joining fee", "150 euros"),
    ("how much is the workshop for members", "free"),
    ("how much do members pay for the workshop", "free"),
    ("how much is the workshop", "60 euros"),
    ("how much is boat rent for residents", "10"),
    ("how much is it to rent a boat", "15 euros an hour"),
    ("how much is parking for hotel guests", "for nothing"),
    ("how much is parking", "4 euros a day"),
    ("what does the guided tour cost for pupils", "There is no charge for pupils."),
    ("what does the guided tour cost", "9 euros"),
]


@pytest.mark.parametrize(("question", "said"), CASES)
def test_answers(tmp_path: Path, question: str, said: str) -> None:
    answer = ask(tmp_path, PAGE, question)
    assert answer.text == said


def test_a_high_least_confidence_leaves_the_price_alone(tmp_path: Path) -> None:
    """Nothing is answered that does not reach the confidence which is asked for."""
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    answer = Engine.open(page, reader="off").ask(
        "how much is the workshop for members", min_confidence=0.9
    )
    assert answer.kind != "answer"
