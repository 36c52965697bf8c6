"""What seems to tell of something else, and does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

_PAGE = """\
Snakes are considered the gravest threat to the hornbill.
The smell may linger for as long as eight months after exposure.
Their debut album, Cold Store, was recorded in eleven days.
The disease causes some 58,900 deaths a year.
The battle was fought two days after the landing.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what is the worst threat to the hornbill", "Snakes"),
        ("how long does the smell linger", "eight months"),
        ("how long did it take to record the debut album", "eleven days"),
        ("how many people die of the disease a year", "58,900"),
    ],
)
def test_it_is_told(tmp_path: Path, question: str, text: str) -> None:
    assert ask(tmp_path, _PAGE, question, name="page.txt").text == text


def test_how_long_after_is_not_how_long(tmp_path: Path) -> None:
    answer = ask(tmp_path, _PAGE, "how long did the battle last", name="page.txt")
    assert answer.kind == "no-answer"
