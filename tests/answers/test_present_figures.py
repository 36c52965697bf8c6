"""How many there are now, where a text tells first how many there were."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE = """\
The company had 90 staff in 2001. Today it has 210.

The club had 40 members at its founding; it now has 900.

The choir had 12 singers in 1990. It now has 64.

The yard had 8 boats. Today it has a museum.
"""

CASES = [
    ("how many staff does the company have", "210"),
    ("how many staff did the company have in 2001", "90"),
    ("how many staff did the company have", "90"),
    ("how many members does the club have", "900"),
    ("how many members did the club have at its founding", "40"),
    ("how many singers does the choir have", "64"),
    ("how many singers did the choir have in 1990", "12"),
    ("how many boats did the yard have", "8"),
]


@pytest.mark.parametrize(("question", "said"), CASES)
def test_answers(tmp_path: Path, question: str, said: str) -> None:
    assert ask(tmp_path, PAGE, question).text == said
