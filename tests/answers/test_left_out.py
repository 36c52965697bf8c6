"""Yes or no of what is excluded, reserved, allowed from a time, found or done again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
Warranty: 3 years on the mower, 2 years on the battery. Blades and pegs are excluded.
"""

PAGE_2 = """\
All groceries are 10 % off on Mondays. Protein bars are excluded from the discount.
"""

PAGE_3 = """\
On Tuesday the water will be turned off in Blocks B and D from 8 am until 3 pm. Blocks A and C
are not affected.
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.txt", "are blades under warranty", "No"),
    (PAGE_1, "page.txt", "is the battery under warranty", "Yes"),
    (PAGE_1, "page.txt", "are blades excluded", "Yes"),
    (
        "Not for: children under 4, pregnant women, people with an egg allergy.",
        "page.txt",
        "can pregnant women have it",
        "No",
    ),
    (
        "Not for: children under 4, pregnant women, people with an egg allergy.",
        "page.txt",
        "is it ok with an egg allergy",
        "No",
    ),
    (
        "Not for: children under 4, pregnant women, people with an egg allergy.",
        "page.txt",
        "im pregnant can i have it",
        "No",
    ),
    (PAGE_2, "page.txt", "do i get discount on protein bars", "No"),
    ("The car park is reserved for staff.", "page.txt", "can visitors park in the car park", "No"),
    ("The car park is reserved for staff.", "page.txt", "can staff use the car park", "Yes"),
    (PAGE_3, "page.txt", "is the water off in block C", "No"),
    (PAGE_3, "page.txt", "is the water off in block B", "Yes"),
    (PAGE_3, "page.txt", "is block A affected", "No"),
    (
        "Bed linen is not included. It can be rented for 18 euros.",
        "page.txt",
        "is bed linen included",
        "No",
    ),
    (
        "Taxis are allowed after 10 pm or when you carry heavy equipment.",
        "page.txt",
        "may i take a taxi at 11 pm",
        "Yes",
    ),
    (
        "Taxis are allowed after 10 pm or when you carry heavy equipment.",
        "page.txt",
        "are taxis allowed at 23:00",
        "Yes",
    ),
    (
        "No loud music is allowed after 10 pm. Dogs may run free until 9 am.",
        "page.txt",
        "can i play loud music at 11pm",
        "No",
    ),
    (
        "No loud music is allowed after 10 pm. Dogs may run free until 9 am.",
        "page.txt",
        "is loud music allowed at 9 pm",
        "Yes",
    ),
    (
        "No loud music is allowed after 10 pm. Dogs may run free until 9 am.",
        "page.txt",
        "can dogs run free at 8 am",
        "Yes",
    ),
    (
        "No loud music is allowed after 10 pm. Dogs may run free until 9 am.",
        "page.txt",
        "can dogs run free at 10 am",
        "No",
    ),
    (
        "Marsh fever is an infection passed on by the bite of the reed fly.",
        "page.txt",
        "can my dog get marsh fever",
        "Marsh fever is an infection passed on by the bite of the reed fly.",
    ),
    (
        "Found in the laundry: a silver ring. Collect from the office.",
        "page.txt",
        "i lost my ring, did anyone find it",
        "Yes",
    ),
    (
        "Found in the laundry: a silver ring. Collect from the office.",
        "page.txt",
        "did someone find my umbrella",
        None,
    ),
    ("In 1920 she married Tom Ray, who died in 1925.", "page.txt", "did she marry again", None),
    (
        "They had two daughters, Beatrice and Eleanor, and no sons.",
        "page.txt",
        "did they have any sons",
        "No",
    ),
    (
        "They had two daughters, Beatrice and Eleanor, and no sons.",
        "page.txt",
        "how many daughters did they have",
        "two daughters",
    ),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
