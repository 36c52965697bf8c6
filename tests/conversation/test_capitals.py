"""Names typed in small letters are names for the questions that follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.conversation.capitals import with_capitals
from hegang_qa.text.lexicon import Lexicon

_NEWS = """\
A crane fell on Friday in Harrowgate Lane.
The crane operator, Martin Keogh, 52, was taken to hospital with a broken leg.
Keogh has worked for the firm for 20 years.
A cyclist, Amira Haddad, 29, was treated for cuts and sent home the same evening.
Walter Penhallow was born in 1849 and died in 1911.
The kubectl command lists the pods.
"""


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("who is martin keogh", "who is Martin Keogh"),
        ("when did keogh and haddad meet", "when did Keogh and Haddad meet"),
        ("the teacher keogh", "the teacher Keogh"),
        ("what does kubectl do", "what does kubectl do"),
        ("who is zzyzx", "who is zzyzx"),
        ("Who is Keogh", "Who is Keogh"),
        ("", ""),
    ],
)
def test_capitals_for_names(typed: str, written: str) -> None:
    names = {"keogh", "haddad"}
    found = with_capitals(typed, lexicon=Lexicon.open(), is_name=names.__contains__)
    assert found == written


@pytest.mark.parametrize(
    ("first", "then", "asked", "text"),
    [
        ("who is martin keogh", "how old is he", "how old is Martin Keogh", "52"),
        ("who is amira haddad", "how old is she", "how old is Amira Haddad", "29"),
        ("when did keogh live", "and penhallow?", "When did Penhallow live?", None),
        ("who was penhallow", "when did he die", "when did Penhallow die", "1911"),
    ],
)
def test_names_in_small_letters_are_taken_up(
    tmp_path: Path, first: str, then: str, asked: str, text: str | None
) -> None:
    (tmp_path / "news.txt").write_text(_NEWS, encoding="utf-8")
    chat = Engine.open(tmp_path / "news.txt", reader="off").chat()
    assert chat.ask(first).asked == first
    answer = chat.ask(then)
    assert answer.asked == asked
    if text is not None:
        assert answer.text == text
