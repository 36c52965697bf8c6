"""Which value holds in which case, of several that a sentence tells one after another; a licence
that stands alone under its heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

STATUS = (
    "Normally the exit status is 0 if a line is selected, 1 if no lines were selected, and 2 if an "
    "error occurred."
)
FEES = "The fee is 5 euros if you book online, 8 euros if you book by phone."


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (STATUS, "What is the exit status when no lines were selected?", "1"),
        (STATUS, "What is the exit status when a line is selected?", "0"),
        (STATUS, "what is the exit status if an error occurs", "2"),
        (FEES, "How much is the fee if I book by phone?", "8 euros"),
        (FEES, "How much is the fee if I book online?", "5 euros"),
        ("2      Fatal error.  This is severe.", "what does exit code 2 mean?", "Fatal error."),
    ],
)
def test_the_value_of_the_case_that_is_asked_about(
    tmp_path: Path, text: str, question: str, answer: str
) -> None:
    assert ask(tmp_path, text, question, name="page.txt").text == answer


def test_a_licence_under_its_heading_is_that_of_the_document(tmp_path: Path) -> None:
    page = "# Tockle\n\nA clock.\n\n## License\n\nMIT"
    assert ask(tmp_path, page, "What license is Tockle under?").text == "MIT"
    assert ask(tmp_path, page, "What license is Rustam under?").kind == "no-answer"
