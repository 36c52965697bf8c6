"""What a question tells before it asks, with and without a mark between."""

from __future__ import annotations

import pytest

from hegang_qa.question.wording import asked_last, background


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("I'm a student, how much is a ticket?", "I'm a student,"),
        ("how much is a ticket, im a student", ", im a student"),
        ("my neck is stiff what should i do", "my neck is stiff"),
        ("im pregnant can i have the vaccine", "im pregnant"),
        ("i smell gas what now", "i smell gas"),
        ("In 1990, who won the cup?", ""),
        ("what should i do when i smell gas", ""),
        ("who won the cup in 1990, 1991 or 1992", ""),
        ("I want to know when the pool opens", ""),
    ],
)
def test_what_is_told_before_it_is_asked(question: str, told: str) -> None:
    begin, end = background(question, asked_last(question))
    assert question[begin:end].strip() == told


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("I lost my key, what will it cost me", "what will it cost me"),
        ("i need a form where do i get it", "where do i get it"),
        ("where do i get a form", ""),
        ("my brother is a member can he bring a guest", "can he bring a guest"),
    ],
)
def test_what_is_asked_last(question: str, asked: str) -> None:
    assert asked_last(question) == asked
