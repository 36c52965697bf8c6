"""Which of several cases is meant: signs, sides, plans, times since, what is to be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
Go to hospital at once if you have a stiff neck, are confused, or pass no urine for ten hours.
"""

PAGE_2 = """\
- Dinner: £32 (no alcohol)
- Hotel: £125 a night outside London, £180 in London
"""

PAGE_3 = """\
The lamp shines green when the wire is intact, flashes blue when the wire is broken and is off
when there is no power.
"""

PAGE_4 = """\
The ring lights up white when the speaker is ready, red when the microphone is muted and yellow
when a message is waiting.
"""

PAGE_5 = """\
The total cost of the dam came to 214 million crowns, against an estimate of 150 million.
"""

PAGE_6 = """\
In 1871 prospectors discovered coal at Kettle Foot, and ten years later the railway reached the
town.
"""

PAGE_7 = """\
Brandeck borders Ilmstad to the south, the district of Rauk to the west and the Republic of
Sorven to the east.
"""

PAGE_8 = """\
The county is bounded in the north by the River Tay, in the south by the Ure Hills and in the
east by the sea.
"""

PAGE_9 = """\
Trains run to Osterholm (1 h 10 min) and Velling (3 h 25 min). The network has a length of 46 km.
"""

PAGE_10 = """\
| Display | What is wrong | What to do |
|---|---|---|
| E01 | No loop signal | Check the wire for breaks |
| E12 | Battery too hot | Let it cool for 40 minutes |
"""

PAGE_11 = """\
| Occasion | Paid days | Proof needed |
|---|---|---|
| Own wedding | 2 | marriage certificate |
| Moving house | 1 | new rental contract |
| Jury service | as long as required | court summons |
"""

PAGE_12 = """\
The ferry runs twice a day from May to September and once a day the rest of the year.
"""

PAGE_13 = """\
| Time | What | Room |
|---|---|---|
| 13:30–16:30 | Advanced throwing | Wheel Room |
| 9:00–11:00 | Glazing | Hall |
"""

PAGE_14 = """\
The Salt Road War was fought between the Duchy of Velmar and the Free Cities of the Orle over
the tolls on the old salt road.
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.txt", "my neck is stiff what should i do", "Go to hospital at once"),
    (PAGE_1, "page.txt", "what do i do if i pass no urine", "Go to hospital at once"),
    (
        "Call the caretaker at once if you smell gas, hear an alarm or see smoke.",
        "page.txt",
        "i smell gas, what now",
        "Call the caretaker at once",
    ),
    (PAGE_2, "page.md", "what's the hotel limit in london", "£180"),
    (PAGE_2, "page.md", "whats the hotel limit outside london", "£125 a night"),
    (
        "Bonfire on the lower meadow. Tickets 4 pounds, children free",
        "page.txt",
        "how much is it for kids",
        "free",
    ),
    (
        "Bonfire on the lower meadow. Tickets 4 pounds, children free",
        "page.txt",
        "how much are tickets for the bonfire",
        "4 pounds",
    ),
    (
        "Entry 9 pounds, pupils free. The museum opens at 10.",
        "page.txt",
        "what do pupils pay",
        "free",
    ),
    (PAGE_3, "page.txt", "lamp is flashing blue whats wrong", "the wire is broken"),
    (PAGE_3, "page.txt", "what does green mean", "the wire is intact"),
    (PAGE_3, "page.txt", "what colour is the lamp when the wire is broken", "flashes blue"),
    (PAGE_4, "page.txt", "what does a yellow ring mean", "a message is waiting"),
    (PAGE_4, "page.txt", "what colour is the ring when the microphone is muted", "red"),
    (PAGE_5, "page.txt", "how much was the dam supposed to cost", "150 million"),
    (PAGE_5, "page.txt", "how much did the dam cost", "214 million crowns"),
    (PAGE_6, "page.txt", "when did the railway reach the town", "ten years later"),
    (PAGE_6, "page.txt", "when was coal discovered", "1871"),
    (PAGE_7, "page.txt", "what does brandeck border to the east", "Republic of Sorven"),
    (PAGE_7, "page.txt", "what lies to the west of brandeck", "district of Rauk"),
    (PAGE_7, "page.txt", "what is to the south of brandeck", "Ilmstad"),
    (PAGE_8, "page.txt", "what bounds the county in the south", "Ure Hills"),
    (PAGE_8, "page.txt", "what is the northern border of the county", "River Tay"),
    (PAGE_9, "page.txt", "how long is the train to velling", "3 h 25 min"),
    (PAGE_10, "page.md", "what does E12 mean", "Battery too hot"),
    (PAGE_10, "page.md", "what should i do about E01", "Check the wire for breaks"),
    (PAGE_11, "page.md", "what do i have to show for jury service", "court summons"),
    (
        PAGE_11,
        "page.md",
        "what do i have to bring if i take a day for moving",
        "new rental contract",
    ),
    ("Lost coats are kept at the desk for a month.", "page.txt", "where are cats kept", None),
    (
        "Lost coats are kept at the desk for a month.",
        "page.txt",
        "where are lost coasts kept",
        "at the desk for a month",
    ),
    (
        "It borders Ilmstad to the south and Rauk to the west.",
        "page.txt",
        "what neighbours does it have",
        "Ilmstad to the south and Rauk to the west",
    ),
    (PAGE_12, "page.txt", "how often does the ferry go in winter", "once a day"),
    (PAGE_12, "page.txt", "how often does the ferry run in june", "twice a day"),
    (PAGE_13, "page.md", "when does advanced throwing start", "13:30"),
    (PAGE_13, "page.md", "when does glazing end", "11:00"),
    (PAGE_14, "page.txt", "what was the salt road war about", "the tolls on the old salt road"),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
