"""What is gone or still to come, what is not taken in, seasons and parts of the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
Designed by the engineer Karl Voss, the bridge has five arches. The gardens were laid out in 1890.
"""

PAGE_2 = """\
| Season | Castle | Last entry |
|---|---|---|
| 1 April – 30 September | 9.30 am – 6 pm | 5 pm |
| 1 October – 31 March | 10 am – 4 pm | 3 pm |
"""

PAGE_3 = """\
The oldest building is the Hide Hall of 1583, where skins were weighed and stamped; since 1974
it has housed the public library.
"""

PAGE_4 = """\
The first recorded ascent was made in 1854 by the surveyor Edwin Lathbury. The first woman to
stand on the summit was Greta Holm in 1901.
"""

PAGE_5 = """\
After her father drowned in 1896 she was raised by her aunt. She died of pneumonia in 1960.
"""

PAGE_6 = """\
What is not covered
- anything that happens while you are drunk
- pregnancy after the 32nd week
- mobile phones with cracked screens
"""

PAGE_7 = """\
The trip costs €140, which covers the coach; lunch and dinner you pay yourself.
"""

PAGE_8 = """\
At the 2019 census the island had 6,842 inhabitants, of whom a little over half lived in Port
Maddern.
"""

PAGE_9 = """\
The last part was delayed by flooding in the tunnel and did not open until 1897.
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (
        "We dropped the built-in camera in this version.",
        "page.txt",
        "is there a built-in camera",
        "No",
    ),
    ("We no longer offer a shuttle bus.", "page.txt", "is there a shuttle bus", "No"),
    ("The swimming pool was removed in 2019.", "page.txt", "is there a swimming pool", "No"),
    (
        "Shipping to Switzerland starts next spring.",
        "page.txt",
        "do you ship to switzerland yet",
        "No",
    ),
    (
        "Phones must be switched off. Bags must be left at the desk.",
        "page.txt",
        "can i take my bag in",
        "No",
    ),
    ("Nobody is let in without a ticket.", "page.txt", "can i go in without a ticket", "No"),
    ("Nobody is let in without a ticket.", "page.txt", "do i need a ticket", "Yes"),
    ("Attendance at lectures is voluntary.", "page.txt", "is attendance compulsory", "No"),
    ("Attendance at lectures is voluntary.", "page.txt", "do i have to go to lectures", "No"),
    ("People over 79 cannot be insured.", "page.txt", "can an 82 year old be insured", "No"),
    ("Children under 12 are not admitted.", "page.txt", "is my 10 year old admitted", "No"),
    (PAGE_1, "page.txt", "who designed the gardens", None),
    (PAGE_1, "page.txt", "who designed the bridge", "Karl Voss"),
    (PAGE_2, "page.md", "when is last entry in july", "5 pm"),
    (PAGE_2, "page.md", "when does the castle close in winter", "4 pm"),
    (PAGE_2, "page.md", "when is the castle open in november", "10 am – 4 pm"),
    (PAGE_3, "page.txt", "whats in the hide hall now", "public library"),
    (
        "Hot water is on from 6 to 9 in the morning and from 5 to 10 in the evening.",
        "page.txt",
        "when is the hot water on in the morning",
        "6 to 9 in the morning",
    ),
    (
        "Hot water is on from 6 to 9 in the morning and from 5 to 10 in the evening.",
        "page.txt",
        "when is the hot water on in the evening",
        "5 to 10 in the evening",
    ),
    (
        "In the crash eleven passengers were injured, but nobody was killed.",
        "page.txt",
        "how many were killed",
        "nobody",
    ),
    (
        "In the crash eleven passengers were injured, but nobody was killed.",
        "page.txt",
        "how many were injured",
        "eleven",
    ),
    (PAGE_4, "page.txt", "who climbed it first", "Edwin Lathbury"),
    (PAGE_4, "page.txt", "who was the first woman on the summit", "Greta Holm"),
    (
        "The crater is 800 m across and contains a lake.",
        "page.txt",
        "how deep is the crater lake",
        None,
    ),
    (
        "The crater is 800 m across and contains a lake.",
        "page.txt",
        "how wide is the crater",
        "800 m",
    ),
    ("A day ticket costs 14 florins.", "page.txt", "what does a weekly ticket cost", None),
    ("A day ticket costs 14 florins.", "page.txt", "what does a day ticket cost", "14 florins"),
    (PAGE_5, "page.txt", "how did her father die", "drowned"),
    (PAGE_5, "page.txt", "how did she die", "of pneumonia"),
    (PAGE_6, "page.txt", "are cracked phones covered", "No"),
    (PAGE_6, "page.txt", "im 34 weeks pregnant am i covered", "No"),
    (
        "The exam is in the Sports Hall.",
        "page.txt",
        "I'm 40 minutes late for the exam, will they let me in?",
        None,
    ),
    (
        "The breakthrough came eight years later with a new picture.",
        "page.txt",
        "can my 10 year old son come along",
        None,
    ),
    (
        "Groups may have no more than ten members.",
        "page.txt",
        "we are 14 people, can we go together",
        "No",
    ),
    ("Groups may have no more than ten members.", "page.txt", "can we come with 8 people", "Yes"),
    (PAGE_7, "page.txt", "is lunch included", "No"),
    (PAGE_8, "page.txt", "how many people live on the island", "6,842"),
    (
        "Two daughters, Ilse and Runa, were born; Runa became a well-known cellist.",
        "page.txt",
        "which daughter became a cellist",
        "Runa",
    ),
    (PAGE_9, "page.txt", "why was the last part delayed", "flooding in the tunnel"),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
