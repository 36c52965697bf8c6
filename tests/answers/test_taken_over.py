"""Who took over from whom, who did it together, and who did not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
After nine years as treasurer, Walter Ingleby has stepped down; Priya Santhanam was elected in
his place at the September meeting.
"""

PAGE_2 = """\
Amsel School was founded in 1950 by the teacher Ruth Amsel and her brother, the joiner Leo Amsel.
"""

PAGE_3 = """\
# The works

It was established in 1934 by the baker Tove Lind and her brother-in-law, the engineer Cuthbert
Pike, in a disused tannery.
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.txt", "who is the new treasurer", "Priya Santhanam"),
    (PAGE_1, "page.txt", "who was elected treasurer", "Priya Santhanam"),
    (PAGE_1, "page.txt", "who was treasurer before", "Walter Ingleby"),
    (
        "Ruth Vickers succeeded Owen Tate as head coach in 2021.",
        "page.txt",
        "who is the head coach",
        "Ruth Vickers",
    ),
    (
        "Ruth Vickers succeeded Owen Tate as head coach in 2021.",
        "page.txt",
        "who was head coach before Ruth Vickers",
        "Owen Tate",
    ),
    ("Parking fines are never paid by the company.", "page.txt", "who pays parking fines", None),
    (
        "Tickets are not checked by the guard but by the driver.",
        "page.txt",
        "who checks the tickets",
        "driver",
    ),
    (
        PAGE_2,
        "page.txt",
        "who founded amsel school",
        "Ruth Amsel and her brother, the joiner Leo Amsel",
    ),
    (
        PAGE_3,
        "page.md",
        "who established it",
        "Tove Lind and her brother-in-law, the engineer Cuthbert Pike",
    ),
    (
        "Tessford was renamed Brandeck in 1884 and received city rights in 1903.",
        "page.txt",
        "what was brandeck's old name",
        "Tessford",
    ),
    (
        "Tessford was renamed Brandeck in 1884 and received city rights in 1903.",
        "page.txt",
        "what was it called before 1884",
        "Tessford",
    ),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
