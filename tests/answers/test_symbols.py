"""Questions for a mark and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.question.symbols import symbol_asked_for
from tests.answers.one_page import ask

PAGE = """\
# Ranges

Boxes have ranges - and numbers. The meaning of a range is its extent.

* `>=` Greater than or equal to
* `>` Greater than
* `=`: Equal. If no operator is given, then equality is assumed.

The `^` operator allows changes of the last digit.

`~` is for patches.

| sign | meaning     |
|------|-------------|
| `!`  | negates     |
| $    | end of line |
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what does >= mean?", "Greater than or equal to"),
        ("what does `>` mean", "Greater than"),
        ("what does = do?", "Equal."),
        ("what is ^ for?", "allows changes of the last digit."),
        ("what is the ^ operator", "allows changes of the last digit."),
        ("what is ~?", "`~` is for patches."),
        ("what does ! mean", "negates"),
        ("what does the $ sign mean?", "end of line"),
    ],
)
def test_a_symbol_is_told_behind_it(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, PAGE, question).text == answer


@pytest.mark.parametrize("question", ["what does % mean?", "what does * do", "what is &", "what?"])
def test_a_symbol_that_is_not_told_has_no_answer(tmp_path: Path, question: str) -> None:
    assert ask(tmp_path, PAGE, question).kind == "no-answer"


@pytest.mark.parametrize(
    "question",
    [
        "what is a range",
        "what does it mean?",
        "what is -k",
        "what is C++",
        "what does - a range - mean",
    ],
)
def test_other_questions_ask_for_no_symbol(question: str) -> None:
    assert symbol_asked_for(question) == ""
