"""What a question leaves out of the names and of what something is held against."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.conversation.in_short import with_its_name

_PUMPS = """\
# Pumps by Ardal

| | Rilla 300 | Rilla 500 |
|---|---|---|
| Price | €279 | €549 |
| Noise | 62 dB | 58 dB |
| Weight | 2.8 kg | 3.9 kg |
| Height | 9.6 cm | 9.9 cm |

The mill on Fanne opened in 1931. The mill makes oat flour and sells it at the door.
"""


@pytest.mark.parametrize(
    ("turns", "text"),
    [
        (("how much is the Rilla 300", "and the 500?"), "€549"),
        (("how heavy is the rilla 300?", "and the 500?"), "3.9 kg"),
        (("How noisy is the Rilla 500?", "is the 300 louder?"), "Yes"),
        (("How much is the Rilla 300?", "is the Rilla 500 cheaper?"), "No"),
        (("which is heavier, the Rilla 300 or the Rilla 500",), "Rilla 500"),
        (("is the Rilla 500 dearer than the Rilla 300",), "Yes"),
        # The height is not the width.
        (("how high is the Rilla 500", "and how wide?"), None),
    ],
)
def test_named_in_short(tmp_path: Path, turns: tuple[str, ...], text: str | None) -> None:
    (tmp_path / "pumps.md").write_text(_PUMPS, encoding="utf-8")
    chat = Engine.open(tmp_path, reader="off").chat()
    answers = [chat.ask(turn) for turn in turns]
    assert answers[-1].text == text


@pytest.mark.parametrize(
    ("question", "asked", "whole"),
    [
        ("and the 500?", ["How much is the Rilla 300?"], "and the Rilla 500?"),
        ("is the 500 louder", ["How much is the Rilla 300?"], "is the Rilla 500 louder"),
        # The number counts something, or there is no name to go with it.
        ("and the 500 tickets?", ["How much is the Rilla 300?"], "and the 500 tickets?"),
        ("and the 500?", ["How many came in 2010?"], "and the 500?"),
        ("and the 500?", ["What happened in May 300?"], "and the 500?"),
        ("and the 500?", [], "and the 500?"),
    ],
)
def test_name_before_a_number(question: str, asked: list[str], whole: str) -> None:
    assert with_its_name(question, asked) == whole


def test_it_is_the_thing_not_its_place(tmp_path: Path) -> None:
    """Of "the mill on Fanne", "it" is the mill."""
    (tmp_path / "pumps.md").write_text(_PUMPS, encoding="utf-8")
    chat = Engine.open(tmp_path, reader="off").chat()
    assert chat.ask("When did the mill on Fanne open?").text == "1931"
    answer = chat.ask("tell me more about it")
    assert answer.kind == "answer"
    assert "mill" in (answer.sentence or "")
