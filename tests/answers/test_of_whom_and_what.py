"""Whom and what a sentence tells of: in brackets, of ages and sizes, apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
Notice must be given in writing and signed by hand; e-mail is not sufficient.
"""

PAGE_2 = """\
Heating and water are billed separately once a year. Electricity is not included.
"""

PAGE_3 = """\
Hotel Anchor (from €74, code CLAY25), youth hostel Pier House (€29 incl. breakfast).
"""

PAGE_4 = """\
| Time | What | Room |
|---|---|---|
| 10:00 | Children's workshop: clay animals (ages 6–10) | Garden |
| 11:00 | Glazing | Hall |
"""

PAGE_5 = """\
The small box feeds one or two people, the medium box three, and the family box up to five.
"""

PAGE_6 = """\
Emergency (burst pipe, lift stuck, heating failure at night): 0551 77 999

Caretaker: Tom Ray
"""

PAGE_7 = """\
The A417 remains shut between Tollen and Coldwell; drivers should use the B6203 through Netherby.
"""

PAGE_8 = """\
A wind farm of eleven turbines has covered the island's whole need of electricity since 2016.
"""

PAGE_9 = """\
# Port

**Chief Executive:** Dolores Haimes  **Chair of the Board:** Sir Niall Prewett
"""

PAGE_10 = """\
Children may go back to school once they have had no temperature for two days.
"""

PAGE_11 = """\
- In winter: store mower and power unit indoors at 5 to 25 °C with the battery at least half full.
"""

PAGE_12 = """\
The village of Old Kaldur had to be abandoned; its church was taken down and rebuilt on the
shore at Upper Haven.
"""

PAGE_13 = """\
The novelist Ada Verrall (1907-1988) wrote of children. Her best known book is "The Salt Year".
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.txt", "can i give notice by email", "No"),
    (PAGE_2, "page.txt", "is heating included", "No"),
    (PAGE_2, "page.txt", "is electricity included in the rent", "No"),
    (
        "Electric grills are tolerated until 21:00. The rent is due on the first.",
        "page.txt",
        "is electricity included in the rent",
        None,
    ),
    (PAGE_3, "page.txt", "is breakfast included at hotel anchor", None),
    (PAGE_3, "page.txt", "is breakfast included at pier house", "Yes"),
    ("Windows is not supported yet.", "page.txt", "does it run on windows", "No"),
    (PAGE_4, "page.md", "is there a workshop for children aged 8", "Yes"),
    (PAGE_4, "page.md", "is there a workshop for children aged 12", "No"),
    (
        "Children under 12 get in free; adults pay £6.",
        "page.txt",
        "what does it cost for my 8 year old",
        "free",
    ),
    (
        "Children under 12 get in free; adults pay £6.",
        "page.txt",
        "how much is it for a child of 10",
        "free",
    ),
    (
        "Children under 12 get in free; adults pay £6.",
        "page.txt",
        "what does it cost for children",
        "free",
    ),
    ("Children under 12 get in free; adults pay £6.", "page.txt", "how much for adults", "£6"),
    (PAGE_5, "page.txt", "we are 3 people which box should we take", "medium"),
    (PAGE_5, "page.txt", "we are 2 people, which box do we need", "small box"),
    (PAGE_5, "page.txt", "which box for a family of 5", "family box"),
    (PAGE_6, "page.txt", "the lift is stuck who do i call", "0551 77 999"),
    (PAGE_7, "page.txt", "the a417 is closed, which way should I drive", "B6203 through Netherby"),
    (
        "The lumber trade began in the 1830s and made the town rich.",
        "page.txt",
        "when did the lumber trade end",
        None,
    ),
    (
        "The lumber trade began in the 1830s and made the town rich.",
        "page.txt",
        "when did the lumber trade begin",
        "1830s",
    ),
    (
        "The wool boom began in 1820. It ended in 1866, when the market fell.",
        "page.txt",
        "when did the wool boom end",
        "1866",
    ),
    (
        "Loch Anwick, the largest lake, supplies the drinking water of Port Maddern.",
        "page.txt",
        "where does Port Maddern get its drinking water from",
        "Loch Anwick",
    ),
    (
        "Loch Anwick, the largest lake, supplies the drinking water of Port Maddern.",
        "page.txt",
        "where does the drinking water come from",
        "Loch Anwick",
    ),
    (PAGE_8, "page.txt", "where does the electricity come from", "wind farm of eleven turbines"),
    (PAGE_9, "page.md", "who is the chief executive", "Dolores Haimes"),
    (PAGE_9, "page.md", "who is the chair of the board", "Sir Niall Prewett"),
    ("Marlets are eaten by eagle owls.", "page.txt", "what do marlets eat", None),
    ("Marlets are eaten by eagle owls.", "page.txt", "what eats marlets", "eagle owls"),
    (
        "In 2015 the household division was sold to Brightway Appliances.",
        "page.txt",
        "who bought the household division",
        "Brightway Appliances",
    ),
    ("The mill was bought by Tom Ray in 1990.", "page.txt", "who sold the mill", None),
    ("The mill was bought by Tom Ray in 1990.", "page.txt", "who bought the mill", "Tom Ray"),
    (
        PAGE_10,
        "page.txt",
        "when can children go back to school",
        "once they have had no temperature for two days",
    ),
    (PAGE_11, "page.md", "where do i store the mower in winter", "indoors"),
    (
        PAGE_12,
        "page.txt",
        "what happened to the church",
        "was taken down and rebuilt on the shore at Upper Haven",
    ),
    (
        "Battery life: 6 hours with the screen on, up to 20 in standby",
        "page.txt",
        "how long does the battery last in standby",
        "up to 20",
    ),
    (PAGE_13, "page.txt", "did any children die", None),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
