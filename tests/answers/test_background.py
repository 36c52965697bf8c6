"""What a question tells of who asks before it asks, and short forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
Season tickets cost 180 crowns for adults and 95 for pensioners and students. The ticket office
is at 3 Ferry Quay.
"""

PAGE_2 = """\
Press the clip into the hole next to the socket for 5 seconds to reset the password only.

The box has two feet.
"""

PAGE_3 = """\
| Occasion | Paid days |
|---|---|
| Own wedding | 2 |
| Moving house | 1 |
"""

PAGE_4 = """\
A new season ticket costs £15.

Lost badges: tell reception, a new one costs £10.
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.txt", "im a student, how much is a season ticket", "95"),
    (PAGE_1, "page.txt", "how much is a season ticket, im a student", "95"),
    ("Brenn has 318,400 inhabitants.", "page.txt", "how many ppl live in brenn", "318,400"),
    (
        "The guarantee runs for three years.",
        "page.txt",
        "how many yrs does the guarantee run",
        "three years",
    ),
    (
        PAGE_2,
        "page.txt",
        "I forgot my password at work, how do I reset it",
        "Press the clip into the hole next to the socket for 5 seconds",
    ),
    (PAGE_3, "page.md", "im getting married, how many days off", "2"),
    (PAGE_4, "page.txt", "i lost my season ticket what does a new one cost", "£15"),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said


# A text and a question by whose background, or by an age, it tells nothing against.
NO_CONTRADICTION = [
    (
        "Spare parts are kept for 25 years after a model is discontinued.",
        "my oven was discontinued 10 years ago, can i still get parts",
    ),
    ("If you lose your phone, use a backup code.", "i lost my phone, did anyone find it"),
    (
        "The breakthrough came eight years later with her second book.",
        "can my 10 year old come along",
    ),
]


@pytest.mark.parametrize(("text", "question"), NO_CONTRADICTION)
def test_what_is_told_before_is_not_contradicted(tmp_path: Path, text: str, question: str) -> None:
    answer = ask(tmp_path, text, question)
    assert answer.kind != "answer" or answer.text != "No"


def test_other_figures_still_contradict(tmp_path: Path) -> None:
    text = "Spare parts are kept for 25 years after a model is discontinued."
    answer = ask(tmp_path, text, "are spare parts kept for 30 years")
    assert answer.text == "No"


def test_a_statement_before_the_question_is_background(tmp_path: Path) -> None:
    text = "The spare key is with Mrs Okafor at the chemist's, should I be out."
    answer = ask(tmp_path, text, "nobody is home, who has the spare key")
    assert answer.text == "Mrs Okafor"
