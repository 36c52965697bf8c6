"""Answers that were cut within a phrase get its other end back."""

from __future__ import annotations

import pytest

from hegang_qa.answers.completing.cut_ends import with_whole_ends
from hegang_qa.results import Answer
from hegang_qa.text.lexicon import Lexicon

LEXICON = Lexicon.open()


@pytest.mark.parametrize(
    ("wanted", "sentence", "cut", "whole"),
    [
        ("", "It was turned down after a vote.", "down after a vote", "turned down after a vote"),
        ("", "It went down.", "down", "down"),
        ("", "It is up to three times a day.", "up to three times", "up to three times"),
        ("", "It is £925 per calendar month.", "£925 per calendar", "£925 per calendar month"),
        ("", "It costs £9 per person.", "£9 per person", "£9 per person"),
        ("", "It costs £9.", "£9", "£9"),
        ("", "It had 3.1 terabytes, and grew.", "3.1 terabytes,", "3.1 terabytes"),
        ("reason", "She slept there to learn how to bleed horses.", "learn how", "to learn how"),
        ("reason", "We reap early so that fewer grains drop.", "fewer", "so that fewer"),
        ("reason", "It was sold in order to pay for a roof.", "pay for", "in order to pay for"),
        # No verb goes with "to" here, and other questions do not ask what for.
        ("reason", "It was sold to pay phones.", "phones", "phones"),
        ("phrase", "She slept there to learn it.", "learn it", "learn it"),
        ("reason", "It closed as an election was near.", "an election was", "an election was near"),
        ("action", "Drivers must slow down to a walk.", "down to a walk", "slow down to a walk"),
        (
            "effect",
            "It grows toward its end.",
            "toward its end",
            "grows toward its end",
        ),
        (
            "",
            "It is a large, long-legged bird of the marsh.",
            "a large",
            "a large, long-legged bird",
        ),
        ("", "It is a large, and it is wet.", "a large", "a large"),
        ("place", "The road slows down to the sea.", "down to the sea", "down to the sea"),
    ],
)
def test_ends(wanted: str, sentence: str, cut: str, whole: str) -> None:
    at = sentence.index(cut)
    answer = Answer(
        asked="?",
        kind="answer",
        text=cut,
        sentence=sentence,
        answer_span=(at, at + len(cut)),
        confidence=0.5,
    )
    done = with_whole_ends(answer, wanted, LEXICON)
    assert done.text == whole
    assert done.answer_span is not None
    assert sentence[slice(*done.answer_span)] == whole
