"""A measure is told with the bound that stands before it."""

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers.bounds import without_its_date

DOCUMENT = """\
The drive to the coast takes less than four hours.

Trips of up to 45 days are covered.

The password has at least 16 characters.

More than 300 people attended the opening in 1911.

The museum was closed for 3 years. It holds no more than 40 visitors.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How long does the drive to the coast take?", "less than four hours"),
        ("How many days are covered?", "up to 45"),
        ("How many characters does the password have?", "at least 16"),
        ("How many people attended the opening?", "More than 300"),
        ("For how many years was the museum closed?", "3"),
        ("How many visitors does the museum hold?", "no more than 40"),
        ("When did people attend the opening?", "1911"),
    ],
)
def test_bounds_belong_to_measures(tmp_path: Path, question: str, text: str) -> None:
    (tmp_path / "a.txt").write_text(DOCUMENT, encoding="utf-8")
    answer = Engine.open(tmp_path).ask(question, min_confidence=0.0)
    assert answer.text is not None
    assert answer.text.startswith(text)
    assert answer.sentence is not None
    assert answer.text in answer.sentence
    assert answer.answer_span is not None
    assert answer.sentence[slice(*answer.answer_span)] == answer.text


@pytest.mark.parametrize(
    ("wanted", "text", "kept"),
    [
        ("entity", "three turbines since 2011", "three turbines"),
        ("place", "the capital in 1994", "the capital"),
        ("event", "the flood in March 1926", "the flood"),
        ("date", "the end of the war in 1945", "the end of the war in 1945"),
        ("manner", "by lot in 1994", "by lot in 1994"),
        ("entity", "since 2011", "since 2011"),
    ],
)
def test_no_year_behind_what_is_no_time(wanted: str, text: str, kept: str) -> None:
    assert text[slice(*without_its_date(wanted, text, (0, len(text))))] == kept
