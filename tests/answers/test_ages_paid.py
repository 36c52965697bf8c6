"""What somebody of an age pays, by lists of prices and by sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
- Adult: £14.50
- Child 6-14: £7.00
- Students and over-65s: £11.00
- Under 5s: free
"""

PAGE_2 = """\
# Larkbox 3

Larkbox 3 talks over radio. (Larkbox 2 needed a SIM card.)
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.md", "how much for my mum shes 70", "£11.00"),
    (PAGE_1, "page.md", "do i pay for my 4 year old", "free"),
    (PAGE_1, "page.md", "how much for a 10 year old", "£7.00"),
    (PAGE_1, "page.md", "how much is it for my dad, he's 68", "£11.00"),
    (
        "Adults pay 12 euros, children from 6 to 15 pay 5 euros, over 65s 9 euros.",
        "page.txt",
        "how much for my 8 year old son",
        "5 euros",
    ),
    (
        "Adults pay 12 euros, children from 6 to 15 pay 5 euros, over 65s 9 euros.",
        "page.txt",
        "what does my grandma pay, shes 80",
        "9 euros",
    ),
    (
        "A single costs 8.40 florins. Children under six travel free.",
        "page.txt",
        "how much is a ticket for my 4 year old",
        "free",
    ),
    (
        "A single costs 8.40 florins. Children under six travel free.",
        "page.txt",
        "do i pay for my 5 year old",
        "No",
    ),
    (PAGE_2, "page.md", "does larkbox 2 need a sim card", "Yes"),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
