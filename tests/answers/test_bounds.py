"""A measure is told with the bound that stands before it."""

from pathlib import Path

import pytest

from hegang_qa import Engine

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
