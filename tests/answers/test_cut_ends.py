"""Answers that were cut within a phrase get its other end back."""

from __future__ import annotations

import pytest

from hegang_qa.answers.completing.cut_ends import with_whole_ends
from hegang_qa.results import Answer


@pytest.mark.parametrize(
    ("sentence", "cut", "whole"),
    [
        ("The farm was turned down after a vote.", "down after a vote", "turned down after a vote"),
        ("It went down.", "down", "down"),
        ("It is up to three times a day.", "up to three times", "up to three times"),
        ("The rent is £925 per calendar month.", "£925 per calendar", "£925 per calendar month"),
        ("It costs £9 per person.", "£9 per person", "£9 per person"),
        ("It costs £9.", "£9", "£9"),
    ],
)
def test_ends(sentence: str, cut: str, whole: str) -> None:
    at = sentence.index(cut)
    answer = Answer(
        asked="?",
        kind="answer",
        text=cut,
        sentence=sentence,
        answer_span=(at, at + len(cut)),
        confidence=0.5,
    )
    done = with_whole_ends(answer)
    assert done.text == whole
    assert done.answer_span is not None
    assert sentence[slice(*done.answer_span)] == whole
