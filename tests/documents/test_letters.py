"""What a letter is about, and to whom, is the title of its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.documents.reading import parse_document


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dear parents of class 5b,\n\nthe term begins soon.\n", "parents of class 5b"),
        ("Subject: Roof repairs\n\nDear tenants,\n\nwe begin.\n", "Roof repairs, tenants"),
        ("Dear Sir or Madam,\n\nwe begin on Monday.\n", "a"),
        ("Dear all,\n\nwe begin on Monday.\n", "a"),
        ("He wrote: Dear diary, it rains and it rains.\n", "a"),
    ],
)
def test_the_title_of_a_letter(text: str, title: str) -> None:
    assert parse_document("a.txt", text).title == title


def test_whom_a_letter_is_to_accounts_for_what_is_asked_of_them(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(
        "Dear parents of class 5b,\n\nthe autumn term begins on 2 September. Swimming lessons take"
        " place on Wednesdays from 10 to 11:30.\n",
        encoding="utf-8",
    )
    engine = Engine.open(path)
    assert engine.ask("when does class 5b have swimming").text == "Wednesdays from 10 to 11:30"
    assert engine.ask("when does class 6a have swimming").kind == "no-answer"
