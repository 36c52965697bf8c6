"""Whole threads (`threads.txt`), and what holds for any thread whatever."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegang_qa.conversation import Thread, Turn, rewrite
from hegang_qa.conversation.thread import LONGEST_QUESTION, MEMORY
from hegang_qa.text.lexicon import Lexicon

THREADS = [
    block
    for block in Path(__file__).with_name("threads.txt").read_text(encoding="utf-8").split("\n\n")
    if not block.startswith("#")
]

WORDS = st.sampled_from(
    """who what where when why how many is was did does the a of in for to and about
    it he she they there then that this her his its former latter one else other Ann Bob Ray
    Lisbon bridge fee books river 1914 2,5 E42 miles not no I meant ( ) " ' 's ? . , - 在哪里 ß
    é""".split()
)
TEXT = st.lists(WORDS, max_size=9).map(" ".join)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


def plain(text: str) -> str:
    return " ".join(text.rstrip("?!. ").casefold().split())


@pytest.mark.parametrize("block", THREADS, ids=lambda block: block.splitlines()[0][2:])
def test_a_thread_is_followed(lexicon: Lexicon, block: str) -> None:
    thread = Thread()
    turn: Turn | None = None
    lines = block.strip().splitlines()
    for at, line in enumerate(lines):
        sign, _, rest = line.partition(" ")
        if sign == "A" and turn is not None:
            answer, kind, sentence, *_ = [*(p.strip() for p in rest.split("|")), "", ""]
            told = answer and (sentence or f"It says {answer}.")
            kind = kind or "phrase"
            thread.add(
                replace(turn, answer=answer or None, answer_type=kind, sentence=told or None)
            )
            turn = None
        if sign not in ("Q", "F"):
            continue
        if turn is not None:
            thread.add(turn)
        done = rewrite(rest, thread, lexicon=lexicon)
        if sign == "F":
            wanted = lines[at + 1].removeprefix("> ").split(" / ")
            got = [choice.text for choice in done.choices] or [done.text]
            assert [plain(text) for text in got] == [plain(text) for text in wanted]
        last = thread.last
        asked = last.asked if done.unit and last is not None else done.query
        turn = Turn(
            rest,
            asked,
            excluded=done.exclude,
            meant=done.meant,
            people=done.people,
            open=done.open,
        )


LEXICON = Lexicon.open()


@given(st.lists(st.tuples(TEXT, st.none() | TEXT), max_size=3), TEXT)
@settings(max_examples=150, deadline=None)
def test_any_thread_and_any_question_can_be_read(
    turns: list[tuple[str, str | None]], question: str
) -> None:
    thread = Thread(Turn(asked, asked, answer, "person", answer) for asked, answer in turns)
    done = rewrite(question, thread, lexicon=LEXICON)
    assert done.changed or done.text == question
    assert bool(done.text.strip()) == bool(question.strip())
    assert len(done.choices) != 1
    assert all(choice.text.strip() for choice in done.choices)


SAID = [
    line[2:].rstrip("?")
    for block in THREADS
    for line in block.splitlines()
    if line[:2] in ("Q ", "F ")
]


@given(st.lists(st.sampled_from(SAID), min_size=2, max_size=4), st.sampled_from(["", "?"]))
@settings(max_examples=150, deadline=None)
def test_any_questions_can_follow_each_other(said: list[str], end: str) -> None:
    thread = Thread(Turn(asked + end, asked + end, "Ann Lee", "person") for asked in said[:-1])
    done = rewrite(said[-1] + end, thread, lexicon=LEXICON)
    assert done.text.strip()


@given(TEXT)
@settings(max_examples=100, deadline=None)
def test_without_a_thread_nothing_is_changed(question: str) -> None:
    done = rewrite(question, Thread(), lexicon=LEXICON)
    assert (done.text, done.changed) == (question, False)


def test_what_is_remembered_is_bounded() -> None:
    thread = Thread()
    for number in range(100):
        thread.add(
            Turn(f"Who is {number}? " * 500, "What? " * 5000, "x " * 5000, sentence="y" * 9999)
        )
    assert len(thread) == MEMORY
    for turn in thread:
        assert len(turn.question) <= LONGEST_QUESTION
        assert len(turn.asked) <= LONGEST_QUESTION
        assert len(turn.answer or "") + len(turn.sentence or "") <= 1200


def test_a_pasted_book_stands_alone(lexicon: Lexicon) -> None:
    thread = Thread([Turn("Who is Ann?", "Who is Ann?", "a baker")])
    book = "where is it and who is he " * 20_000
    assert rewrite(book, thread, lexicon=lexicon).text == book
