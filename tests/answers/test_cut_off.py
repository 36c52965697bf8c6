"""Sentences that break off before what they lead to, as lines above a list or in minutes do."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("To open the valve,\n\n- turn it left\n- pull", "how do I open the valve"),
        ("To open the valve,\n\n```\nhq open\n```", "how do I open the valve"),
        ("To set the clock,", "how do I set the clock"),
        ("To set the clock, .", "how do I set the clock"),
        ("Open with\n\n- a knife\n- a spoon", "how do I open it"),
        ("Pay by", "how do I pay"),
        ("Serve with.", "how do I serve it"),
        ("The clock is set by means of.", "how is the clock set"),
        ("Votes: 12 for", "how many votes"),
        ("- Motion A: 12 for\n- Motion B: 9 for", "how many votes for motion A"),
        ("# The fee is £5 if\n\nyou are a member.", "how much is the fee"),
        ("It costs 5 unless", "how much does it cost"),
        ("Lot 12 for.", "lot 12"),
        ("8,361for.", "8,361"),
    ],
)
def test_an_answer_is_some_words_or_none(tmp_path: Path, text: str, question: str) -> None:
    path = tmp_path / "cut.md"
    path.write_text(text, encoding="utf-8")
    said = Engine.open(path, reader="off").ask(question, min_confidence=0.0)
    assert said.text is None or said.text.strip()
    if said.answer_span is not None:
        assert said.sentence is not None
        assert 0 <= said.answer_span[0] < said.answer_span[1] <= len(said.sentence)
