"""A conversation goes on in the document that was spoken of."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Answer, Engine, Source
from hegang_qa.conversation import Chat
from hegang_qa.conversation.going_on import in_the_same_list
from hegang_qa.conversation.phrasing import (
    told_of_oneself,
    with_it,
    with_its_topic,
    without_sigh,
)
from hegang_qa.conversation.thread import Rewrite

BATHS = """\
# Northgate Baths

The baths were built in 1911. Swimmers pay 5 pounds, children 3 pounds.
Aqua fitness is on Tuesdays, no booking needed.
The pool is open from 6 am to 9 pm.
"""
SHOP = """\
# Tool Library

Members pay 75 pounds a year. Ben teaches the drill workshop.
The library is open from 10 am to 4 pm on Saturdays.
The workshop must be booked a week ahead.
"""


@pytest.fixture
def chat(tmp_path: Path) -> Chat:
    (tmp_path / "baths.md").write_text(BATHS, encoding="utf-8")
    (tmp_path / "shop.md").write_text(SHOP, encoding="utf-8")
    return Engine.open(tmp_path, reader="off").chat()


def path_of(chat: Chat, *turns: str) -> str:
    for turn in turns:
        answer = chat.ask(turn)
    assert answer.source is not None
    return Path(answer.source.path).name


@pytest.mark.parametrize(
    ("first", "then", "path"),
    [
        ("when were the baths built", "when is it open", "baths.md"),
        ("who teaches the drill workshop", "when is it open", "shop.md"),
        ("who teaches the drill workshop", "when were the baths built", "baths.md"),
    ],
)
def test_the_document_spoken_of_answers(chat: Chat, first: str, then: str, path: str) -> None:
    assert path_of(chat, first, then) == path


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("and the boat, is that insured?", "is the boat insured?"),
        ("my bike - where can I leave it?", "where can I leave my bike?"),
        ("and now the baths, when is aqua fitness there", "when is aqua fitness at the baths"),
        ("what about the boats, are they insured", "are the boats insured"),
        ("the boat, is there a cabin", "the boat, is there a cabin"),
        ("The library, when does it open?", "when does the library open?"),
        (
            "the man, who is the one that owns the mill",
            "the man, who is the one that owns the mill",
        ),
        ("In 1990, who ran it?", "In 1990, who ran it?"),
        ("Pity. And the boat?", "And the boat?"),
        ("Great. Thanks.", "Thanks."),
        ("Great Britain", "Great Britain"),
        ("what does that one cost?", "what does it cost?"),
        ("who was that one-eyed man", "who was that one-eyed man"),
    ],
)
def test_what_is_spoken_of_first_is_put_in_its_place(typed: str, asked: str) -> None:
    assert with_it(with_its_topic(without_sigh(typed))) == asked


def entry(text: str, line: int, heading: str, *others: Answer, confidence: float = 0.6) -> Answer:
    return Answer(
        "answer",
        text.split()[-1],
        "",
        sentence=text,
        source=Source("pool.txt", line, 1, 0, len(text)),
        confidence=confidence,
        answer_type="money",
        heading=heading,
        alternatives=others,
    )


def test_an_entry_of_the_same_list_is_meant() -> None:
    before = entry("Adult £5", 3, "Prices")
    child = entry("Child £3", 4, "Prices", confidence=0.2)
    course = "Courses start in January and cost £72 for children, which is a bargain £72"
    elsewhere = entry(course, 20, "Courses", child)
    again = Rewrite("How much is it for kids?", "How much is it for kids?", changed=True)
    assert in_the_same_list(elsewhere, again, before).text == "£3"
    assert in_the_same_list(elsewhere, again, entry("Adult £5", 3, "Hire")).text == "£72"
    assert in_the_same_list(elsewhere, Rewrite("kids", "kids"), before).text == "£72"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("I'm a student", "I'm a student, how much is a ticket?"),
        ("but my son is only twelve", "my son is only twelve, how much is a ticket?"),
        ("I'm looking for the opening hours", ""),
        ("I have a question", ""),
        ("my bike?", ""),
    ],
)
def test_what_one_tells_of_oneself(told: str, asked: str) -> None:
    assert told_of_oneself(told, "how much is a ticket?") == asked
