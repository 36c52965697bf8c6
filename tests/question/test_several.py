"""Questions that ask two things are told from those that ask one."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.intents.model import RuleMatch
from hegang_qa.question.several import several


class Rules:
    def __init__(self, match: RuleMatch | None = None) -> None:
        self._match = match

    def match(self, question: str) -> RuleMatch | None:
        return self._match


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Who designed the bridge, and when was it opened?",
            ("Who designed the bridge?", "when was it opened?"),
        ),
        ("who designed it and when", ("who designed it?", "and when")),
        # Each with its mark.
        (
            "When was the mill opened? Who built the hall?",
            ("When was the mill opened?", "Who built the hall?"),
        ),
        (
            "Who built it and when? Why was it shut?",
            ("Who built it?", "and when?", "Why was it shut?"),
        ),
        ("is it open? and how much is it", ("is it open?", "and how much is it?")),
        (
            "Could you tell me who built it and why?",
            ("Could you tell me who built it?", "and why?"),
        ),
        ("When and where was it built?", ("When was it built?", "where was it built?")),
        ("how and when do I apply", ("how do I apply", "when do I apply")),
        (
            "How many rooms are there and how much do they cost?",
            ("How many rooms are there?", "how much do they cost?"),
        ),
        (
            "who is the chair and who is the treasurer",
            ("who is the chair?", "who is the treasurer"),
        ),
        ("What is the price and how can I pay?", ("What is the price?", "how can I pay?")),
        (
            "can I buy my old laptop and for how much",
            ("can I buy my old laptop?", "and for how much"),
        ),
        ("are dogs allowed and until when?", ("are dogs allowed?", "and until when?")),
        ("is there a hall, and how much is it", ("is there a hall?", "and how much is it")),
        (
            "how old is the castle, who built it and when",
            ("how old is the castle?", "who built it?", "and when"),
        ),
    ],
)
def test_two_questions(question: str, parts: tuple[str, ...]) -> None:
    assert several(question, Rules()) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote War and Peace?",
        "Is it open? I mean on Sundays.",
        "what???",
        "I lost my key. Who has another one?",
        "What happens when the alarm rings and when it stops?",
        "what is the difference between when and where",
        "Who decides who enters and who leaves?",
        "Which boats and which cars are for sale?",
        "Who sang “Here and When We Meet”?",
        "Who and when?",
        "What and where is Kelm?",
        "salt and where",
        "The chair and the treasurer",
        "",
        " and ",
    ],
)
def test_one_question(question: str) -> None:
    assert several(question, Rules()) == ()


@pytest.mark.parametrize(
    ("how", "shipped", "whole"),
    [("strict", False, True), ("loose", False, False), ("strict", True, False)],
)
def test_a_rule_of_the_users_own_keeps_a_question_whole(
    how: Literal["strict", "loose"], shipped: bool, whole: bool
) -> None:
    match = RuleMatch("when", how, "", 1.0, "date", shipped=shipped)
    assert (several("Who built it and when?", Rules(match)) == ()) is whole


_WORDS = st.lists(st.sampled_from("who when where and was it the mill built ? , how".split()))


@given(_WORDS.map(" ".join))
def test_no_part_is_made_of_several(question: str) -> None:
    parts = several(question, Rules())
    assert len(parts) != 1
    assert all(part.strip() and several(part, Rules()) == () for part in parts)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("who is the treasurer and the captain", ("who is the treasurer", "who is the captain")),
        (
            "Who are the chair and secretary of the club?",
            ("Who is the chair of the club?", "Who is the secretary of the club?"),
        ),
        (
            "who is the treasurer and the captain of boats",
            ("who is the treasurer", "who is the captain of boats"),
        ),
        (
            "what is the length and width of the lake?",
            ("what is the length of the lake?", "what is the width of the lake?"),
        ),
        ("who is the owner and founder of the mill", ()),
        ("who is the author of the book and the film", ()),
        ("what is the difference between the hall and the barn", ()),
        ("what is the law and order party", ()),
        ("who is the cook and", ()),
        ("what is the length and of", ()),
    ],
)
def test_two_offices_or_measures(question: str, parts: tuple[str, ...]) -> None:
    assert several(question, Rules()) == parts
