"""How something is done: purposes with and without a comma, doings that do it, what follows from a
condition, and what is denied there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

GUIDE = """\
# Guide

To turn off logs completely set `--logs-max=0`.

If you want to compare two versions, use the `compare(a, b)` function.

Install the `Field Line Tools` standalone by running `fieldselect --install`.

Entering a blank line repeats the last command entered.

Pass `override=True` to override existing variables.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how do i turn off logs completely", "set `--logs-max=0`"),
        ("how do i compare two versions", "use the `compare(a, b)` function"),
        ("how do i install the field line tools?", "fieldselect --install"),
        ("how do i repeat the last command", "Entering a blank line"),
        ("how do i override existing variables", "Pass `override=True`"),
    ],
)
def test_an_instruction_is_told_whole(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, GUIDE, question).text == answer


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "If it is negative no undo is possible.",
            "what happens if it is negative",
            "no undo is possible",
        ),
        (
            "If the level is negative no change is saved.",
            "what happens if the level is negative",
            "no change is saved",
        ),
        (
            "If the file is bigger than the limit the transfer does not start.",
            "what happens if the file is bigger than the limit",
            "the transfer does not start",
        ),
        (
            "When the tank is empty the pump stops by itself.",
            "what happens when the tank is empty",
            "the pump stops by itself",
        ),
        (
            "No flowers may be brought to the ward.",
            "what must not be brought to the ward",
            "flowers",
        ),
        ("The lock never opens at night.", "what does the lock do at night", "never opens"),
    ],
)
def test_what_is_denied_is_not_told_without_its_denial(
    tmp_path: Path, text: str, question: str, answer: str
) -> None:
    assert ask(tmp_path, text, question).text == answer


@pytest.mark.parametrize(
    ("text", "question", "verdict"),
    [
        ("There is no way to restore deleted mail.", "can deleted mail be restored?", "No"),
        ("There is a way to restore deleted mail.", "can deleted mail be restored?", "Yes"),
    ],
)
def test_what_there_is_no_way_to_do_cannot_be_done(
    tmp_path: Path, text: str, question: str, verdict: str
) -> None:
    answer = ask(tmp_path, text, question)
    assert answer.text == verdict or (verdict == "Yes" and answer.text != "No")
