"""What was done stands for the time at which it was, where one asks how old somebody was then."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.conversation.deeds import _past

_LIFE = """\
Edith Marlow (3 May 1871 - 19 November 1948) was a botanist.
In 1913 Marlow married James Calloway, a geologist eleven years younger than she was.
She died of pneumonia in Kendal at the age of 77.
"""


def test_the_deed_for_then(tmp_path: Path) -> None:
    (tmp_path / "life.txt").write_text(_LIFE, encoding="utf-8")
    chat = Engine.open(tmp_path / "life.txt", reader="off").chat()
    assert chat.ask("when did Edith Marlow die").text == "19 November 1948"
    answer = chat.ask("how old was she then")
    assert answer.asked == "how old was Edith Marlow when she died"
    assert answer.text == "77"
    chat.ask("when did she marry")
    answer = chat.ask("how old was she then?")
    assert answer.asked.rstrip("?").endswith("when she married")
    assert answer.text != "eleven years"


@pytest.mark.parametrize(
    ("verb", "past"),
    [
        ("die", "died"),
        ("marry", "married"),
        ("stay", "stayed"),
        ("win", "won"),
        ("retire", "retired"),
    ],
)
def test_past_forms(verb: str, past: str) -> None:
    assert _past(verb) == past
