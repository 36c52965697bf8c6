"""How sure a yes or no by rules is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa import Engine
from hegang_qa.answers.verdicts.sureness import FEATURES, FIRM, sureness

TEXT = """\
The proposal was rejected by three votes to two. The minutes of April were approved.

The bar is licensed to sell spirits to members who have paid for the year and whose guests have
signed the book that lies at the door, and to nobody else.
"""


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    path = tmp_path / "minutes.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


@given(st.fixed_dictionaries({name: st.floats(-30, 30) for name in FEATURES}))
def test_any_amounts_make_a_probability(known: dict[str, float]) -> None:
    assert 0.0 <= sureness(known) <= 1.0


@pytest.mark.parametrize(
    "question", ["Was the proposal rejected?", "Were the minutes of April approved?"]
)
def test_what_is_said_in_the_very_words_is_firm(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert answer.text == "Yes"
    assert answer.confidence >= FIRM


@pytest.mark.parametrize(
    ("text", "question", "reason"),
    [
        ("The hall is heated.", "Is the hall heated?", "says so"),
        ("The hall is not heated.", "Is the hall heated?", "denies"),
        ("The hall is closed on Mondays.", "Is the hall open on Mondays?", "contrary"),
        ("All rooms but the hall are heated.", "Is the hall heated?", "excepted"),
        ("The hall was built in 1894.", "Was the hall built in 1890?", "instead"),
    ],
)
def test_reasons_are_known_by_their_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, question: str, reason: str
) -> None:
    seen: list[dict[str, float]] = []

    def kept(known: dict[str, float]) -> float:
        seen.append(known)
        return 0.9

    monkeypatch.setattr("hegang_qa.answers.judging.sureness", kept)
    path = tmp_path / "hall.txt"
    path.write_text(text + "\n", encoding="utf-8")
    Engine.open(path, reader="off").ask(question)
    assert any(known[reason] for known in seen)


def test_what_shares_a_few_words_is_no_verdict(engine: Engine) -> None:
    answer = engine.ask("Does the bar at the door sell the book of members?")
    assert answer.text not in ("Yes", "No")
