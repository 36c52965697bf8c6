"""Questions asked with courtesy: greetings, wishes to be told, thanks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa import Engine
from hegang_qa.question.courtesy import without_courtesy


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("hi, when was it built", "when was it built"),
        ("Hello there, when was it built please. Thank you", "when was it built please."),
        ("well, what did he lecture on", "what did he lecture on"),
        ("hi, could you tell me where it was made? thanks", "where it was made?"),
        ("do you happen to know who designed it?", "who designed it?"),
        ("I'd like to know how it works", "how it works"),
        ("I was wondering why it closed. Many thanks in advance!", "why it closed."),
        ("hey - where is it", "where is it"),
        ("hi,who is it - many thanks", "who is it"),
        # What is no courtesy, or all there is.
        ("hello", "hello"),
        ("hi there", "hi there"),
        ("thanks", "thanks"),
        ("ok, thanks", "ok, thanks"),
        ("hello world program", "hello world program"),
        ("hi-fi system manual", "hi-fi system manual"),
        ("hello in Mongolian", "hello in Mongolian"),
        ("well depth", "well depth"),
        ("how do I say thanks", "how do I say thanks"),
        ("do you know the director", "do you know the director"),
    ],
)
def test_what_is_left_of_a_question(asked: str, left: str) -> None:
    assert without_courtesy(asked) == left


@given(st.text(max_size=80))
def test_what_is_left_is_a_part(text: str) -> None:
    assert without_courtesy(text) in text


def test_courtesy_changes_no_answer(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "St Anne's (1791) has an octagonal tower, 31 metres high.\n"
        "Its bell, cast in Rotterdam, is older than the church itself.\n",
        encoding="utf-8",
    )
    engine = Engine.open(page, reader="off")
    plain = engine.ask("where the bell was cast")
    kind = engine.ask("Hi, could you please tell me where the bell was cast? Thanks a lot!")
    assert plain.text == kind.text == "Rotterdam"
