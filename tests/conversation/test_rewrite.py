"""Threads and what their follow-up question becomes, about made-up documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.conversation import Thread, Turn, rewrite
from hegang_qa.text.lexicon import Lexicon

TABLE = Path(__file__).with_name("follow_ups.tsv")


def follow_ups() -> list[tuple[str, str | None, str, str, str]]:
    """The rows of `follow_ups.tsv`."""
    rows = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            before, answer, kind, question, wanted = line.split("\t")
            rows.append((before, None if answer == "-" else answer, kind, question, wanted))
    return rows


STAND_ALONE = [
    "Who was the first king of Portugal?",
    "How long does it take to drive to Porto?",
    "When did Google move its offices?",
    "What did Ada say when she was ill?",
    "thanks",
    "Is there a pharmacy in Porto?",
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


def plain(text: str) -> str:
    return text.rstrip("?!. ").lower()


@pytest.mark.parametrize(("before", "answer", "kind", "question", "wanted"), follow_ups())
def test_a_follow_up_stands_alone_once_rewritten(
    lexicon: Lexicon, before: str, answer: str | None, kind: str, question: str, wanted: str
) -> None:
    done = rewrite(question, Thread([Turn(before, before, answer, kind)]), lexicon=lexicon)
    assert plain(done.text) == plain(wanted)
    assert done.changed
    assert done.how
    assert not done.choices


@pytest.mark.parametrize("question", STAND_ALONE)
def test_a_question_that_stands_alone_is_left_as_it_is(lexicon: Lexicon, question: str) -> None:
    thread = Thread([Turn("When was silver found?", "When was silver found?", "1843", "date")])
    done = rewrite(question, thread, lexicon=lexicon)
    assert done.text == question
    assert not done.changed
