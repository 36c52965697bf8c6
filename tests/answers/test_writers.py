"""Whose "I" it is in a letter or a message, and the word that is asked for of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
From: Wes Okafor
To: all
Subject: Re: dinner

I'm vegetarian and allergic to hazelnuts.

From: Lin Mo
To: all

I've got a spare charger.
"""

PAGE_2 = """\
I bought a boat in June. It leaks a lot.

Yours,
Martha Bell
"""

PAGE_3 = """\
I now keep the books for the Hotel Miramar. The pay is poor.

Love, Edith
"""

PAGE_4 = """\
Lund is divided into three counties (Norse: herad):
Ore
Sund
Vik
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.txt", "who is allergic to hazelnuts", "Wes Okafor"),
    (PAGE_1, "page.txt", "who has a spare charger", "Lin Mo"),
    (PAGE_2, "page.txt", "who bought a boat", "Martha Bell"),
    (PAGE_3, "page.txt", "who keeps the books for the hotel miramar", "Edith"),
    (
        "I now keep the books for the Hotel Miramar.",
        "page.txt",
        "who keeps the books for the hotel miramar",
        None,
    ),
    (PAGE_4, "page.txt", "what is the norse word for counties", "herad"),
    (PAGE_4, "page.txt", "what are the counties of Lund", "Ore; Sund; Vik"),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
