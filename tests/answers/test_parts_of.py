"""How many of so many."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_PAGE = """\
The army was Danish in name only: of its eleven infantry regiments seven were German, two Scottish
and only two from Jutland.

The series consists of 22 oils, of which 14 survive; five were lost in a fire in 1943.

Of the 30 outages recorded last year nine had to do with the message broker, among them the six-hour
one of 3 November.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many of the infantry regiments were German", "seven"),
        ("how many of the regiments were Scottish", "two"),
        ("how many of the oils survive", "14"),
        ("how many of last year's outages had to do with the broker", "nine"),
    ],
)
def test_how_many_of(tmp_path: Path, question: str, text: str) -> None:
    (tmp_path / "a.txt").write_text(_PAGE, encoding="utf-8")
    assert Engine.open(tmp_path / "a.txt", reader="off").ask(question).text == text
