"""Yes and no with a reader heard."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers.model import Passage
from hegang_qa.second_opinion import SecondOpinion
from tests.reader.fake import NOTHING, FakeReader, JudgingReader

TEXT = """\
# Moorgate Inn

Guests leave their cars in the yard free of charge. Breakfast is served until ten.

Animals stay outside. The kitchen closes on the first of November.
"""
PARKING = "Do I have to pay to park?"
DOGS = "Will my dog be allowed in?"
CLEAR = 6.0


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "inn.md"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def said(*, yes: float = -6.0, no: float = -6.0, margin: float = 5.0) -> tuple[float, float, float]:
    return yes, no, margin


@pytest.mark.parametrize(
    ("question", "verdicts", "text", "line"),
    [
        (PARKING, {"free of charge": said(no=CLEAR)}, "No", 3),
        (DOGS, {"Animals stay": said(no=CLEAR)}, "No", 5),
        (DOGS, {"Animals stay": said(yes=CLEAR)}, "Yes", 5),
        ("Can I have breakfast at nine?", {"Breakfast": said(yes=CLEAR)}, "Yes", 3),
    ],
)
def test_a_verdict_in_other_words(
    document: str,
    question: str,
    verdicts: dict[str, tuple[float, float, float]],
    text: str,
    line: int,
) -> None:
    answer = Engine.open(document, reader=JudgingReader(verdicts)).ask(question)
    assert answer.text == text
    assert answer.source is not None
    assert answer.source.line == line
    assert 0.5 < answer.confidence <= 1.0


@pytest.mark.parametrize("always", [True, False])
def test_what_stands_there_in_the_very_words_is_not_denied(tmp_path: Path, always: bool) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("The proposal was rejected by three votes to two.\n", encoding="utf-8")
    reader = JudgingReader({"proposal": said(no=CLEAR)})
    engine = Engine.open(path, reader=reader)
    engine.reader = SecondOpinion(reader, always=always)
    assert engine.ask("Was the proposal rejected?").text == "Yes"


def test_nothing_is_said_where_no_sentence_says_it(document: str) -> None:
    answer = Engine.open(document, reader=JudgingReader({})).ask("Do I have to pay for towels?")
    assert answer.text not in ("Yes", "No")


def test_a_sentence_that_may_say_either_gives_no_verdict(document: str) -> None:
    either = said(yes=0.0, no=0.0, margin=0.0)
    answer = Engine.open(document, reader=JudgingReader({"Animals stay": either})).ask(DOGS)
    assert answer.text not in ("Yes", "No")


def test_of_two_things_the_reader_is_not_asked_which(document: str) -> None:
    question = "Does the kitchen close in November or in March?"
    reader = JudgingReader({"kitchen": said(yes=CLEAR)})
    plain = Engine.open(document, reader="off").ask(question)
    assert Engine.open(document, reader=reader).ask(question) == plain


def test_a_reader_that_does_not_judge_is_not_asked(document: str) -> None:
    reader = FakeReader({"free of charge": 9.0})
    plain = Engine.open(document, reader="off").ask(PARKING)
    assert Engine.open(document, reader=reader).ask(PARKING) == plain
    assert not reader.passages


def test_explanation_tells_what_the_reader_says(document: str) -> None:
    reader = JudgingReader({"free of charge": said(no=CLEAR)})
    explanation = Engine.open(document, reader=reader).ask(PARKING, explain=True).explanation
    assert explanation is not None
    assert any('the reader says "No"' in note and "inn.md:3" in note for note in explanation.notes)


class Failing(JudgingReader):
    """Fails when it judges."""

    def judge(self, question: str, passages: Sequence[Passage]) -> list[tuple[float, float, float]]:
        raise RuntimeError("no verdict today")


class Short(JudgingReader):
    """Says too little."""

    def judge(self, question: str, passages: Sequence[Passage]) -> list[tuple[float, float, float]]:
        return [NOTHING]


@pytest.mark.parametrize(
    ("reader", "told"), [(Failing({}), "no verdict today"), (Short({}), "1 verdicts for")]
)
def test_the_engine_goes_on_without_one_that_fails(
    document: str, caplog: pytest.LogCaptureFixture, reader: JudgingReader, told: str
) -> None:
    with caplog.at_level(logging.WARNING, logger="hegang_qa"):
        answer = Engine.open(document, reader=reader).ask(PARKING)
    assert answer == Engine.open(document, reader="off").ask(PARKING)
    assert told in caplog.text
