"""Parents, brothers and sisters, children: whose relatives a life tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
# Tom Ferris

Tom Ferris was born in Hale, the son of a miller. He studied law in Osterholm.
"""

PAGE_2 = """\
# Tom Ferris

Tom Ferris was born in 1890 in Hale, the third son of the carpenter John Ferris and his wife Mary.
"""

PAGE_3 = """\
# Tom Ferris

Tom Ferris was the son of Karl Ferris, a teacher, and Anna Berg.
"""

PAGE_4 = """\
# Tom Ferris

Tom Ferris was born to John Ferris and Mary Jones. They had five children.
"""

PAGE_5 = """\
# Tom Ferris

Tom Ferris was the youngest of nine children. He had two sons and a daughter.
"""

PAGE_6 = """\
# Tom Ferris

Tom Ferris grew up with three sisters and a brother. He never married and had no children.
"""

PAGE_7 = """\
Edwin Marlow was the second of seven children of a miller, Tobias Marlow, and his wife Agnes, a
midwife. He married Clara Dunn and had two sons, Peter and Hugh.
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.md", "what did his father do", "miller"),
    (PAGE_1, "page.md", "did he have any children", None),
    (PAGE_2, "page.md", "who was his father", "John Ferris"),
    (PAGE_2, "page.md", "what was his mother's name", "Mary"),
    (PAGE_2, "page.md", "how many children did he have", None),
    (PAGE_3, "page.md", "what was his father's job", "teacher"),
    (PAGE_3, "page.md", "who were his parents", "Karl Ferris, a teacher, and Anna Berg"),
    (PAGE_4, "page.md", "who was his mother", "Mary Jones"),
    (PAGE_5, "page.md", "how many children did he have", "two sons and a daughter"),
    (PAGE_5, "page.md", "how many siblings did he have", "the youngest of nine children"),
    (PAGE_5, "page.md", "did he have children", "Yes"),
    (PAGE_5, "page.md", "who was his father", None),
    (PAGE_6, "page.md", "how many brothers and sisters did he have", "three sisters and a brother"),
    (PAGE_6, "page.md", "did he have any kids", "No"),
    (PAGE_7, "page.txt", "who was edwins father", "Tobias Marlow"),
    (PAGE_7, "page.txt", "what did edwin's mother do for a living", "midwife"),
    (PAGE_7, "page.txt", "who was edwin marlow's wife", "Clara Dunn"),
    (PAGE_7, "page.txt", "how many children did edwin have", "two sons"),
    (PAGE_7, "page.txt", "what was the name of edwin's brother", None),
    (
        "They have called her Margarita Ruth, the second name after you.",
        "page.txt",
        "what is Ruth's mother called",
        None,
    ),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
