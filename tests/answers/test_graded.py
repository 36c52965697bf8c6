"""Which of two grades is meant where a sentence tells both: the highest and the lowest point."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
The highest point within the limits is Mount Kettle (641 m); the lowest, at 178 m, is the mouth
of the Sallow Brook.
"""

PAGE_2 = """\
The longest street is Mill Road; the shortest, with three houses, is Cat Lane.
"""

PAGE_3 = """\
The Faculty of Medicine, established in 1951, is the youngest apart from Forestry, while
Engineering, with 4,100 students, is the largest.
"""

PAGE_4 = """\
The mean temperature in January is -14.2 °C, in July 20.8 °C. The record low, -41.6 °C, was
measured on 9 February 1969, the record high, 37.9 °C, on 2 July 2010.
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.txt", "whats the lowest point", "mouth of the Sallow Brook"),
    (PAGE_1, "page.txt", "what is the highest point", "Mount Kettle"),
    (PAGE_2, "page.txt", "which street is the shortest", "Cat Lane"),
    (PAGE_2, "page.txt", "what is the longest street", "Mill Road"),
    (
        "The oldest house is the Swan; the youngest the town hall.",
        "page.txt",
        "which is the youngest house",
        "town hall",
    ),
    (PAGE_3, "page.txt", "which faculty is the biggest", "Engineering"),
    (PAGE_3, "page.txt", "which is the youngest faculty", "Faculty of Medicine"),
    (PAGE_4, "page.txt", "when was the record low", "9 February 1969"),
    (PAGE_4, "page.txt", "when was the record high", "2 July 2010"),
    (PAGE_4, "page.txt", "what is the record high", "37.9 °C"),
    (PAGE_4, "page.txt", "what was the hottest day ever", "2 July 2010"),
    (PAGE_4, "page.txt", "which was the coldest day", "9 February 1969"),
    (
        "The mean temperature in January is -14.2 °C, in July 20.8 °C.",
        "page.txt",
        "what was the hottest day ever",
        None,
    ),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
