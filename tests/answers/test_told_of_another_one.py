"""What is told of another one: a deputy, a sibling by its number or name, the one before, a
relative, the days on which something is closed; and codes, bylines and values of clauses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
Mayor: Irena Halbrecht (since 2019)

Deputy Mayor Tomas Reuel, who is responsible for housing, opened the fair.
"""

PAGE_2 = """\
# City

| Fact | Value |
|---|---|
| Mayor | Irena Halbrecht (since 2019) |
| Area | 218.4 km² |

Deputy Mayor Tomas Reuel, who is responsible for housing, opened the fair.
"""

PAGE_3 = """\
# Climate

| Month | Mean °C | Rain mm | Sunshine h |
|---|---|---|---|
| June | 17.2 | 85 | 230 |
| July | 19.1 | 98 | 241 |
| August | 18.6 | 80 | 225 |
"""

PAGE_4 = """\
# Population

| Year | Inhabitants | Jobs |
|---|---|---|
| 1970 | 198,200 | 71,000 |
| 1991 | 231,600 | 83,500 |
| 2011 | 190,300 | 64,000 |
"""

PAGE_5 = """\
# Shop

| Day | Visitors |
|---|---|
| Monday | 510 |
| Tuesday | 780 |
| Friday | 640 |
"""

PAGE_6 = """\
I thank the treasurer Vera Lindqvar, who retires in June, and welcome her successor, Dr. Samuel
Okert.
"""

PAGE_7 = """\
The mine closed in 1998.

Opening hours
- Daily 9-17
- Closed: Mondays, 24-26 December
"""

PAGE_8 = """\
Child under 3: free
Child 3-14 years: 4.00
Adult: 8.00
"""

PAGE_9 = """\
The council of elders is elected for four years. An appeal may be lodged with it within 30 days.
"""

PAGE_10 = """\
# Dryer

## Faults

**E14 – Moisture sensor fault.** Limescale on the two metal strips. Wipe them with vinegar.
"""

PAGE_11 = """\
# Dryer

## Faults

**F7: Fan blocked.** Switch off and clear the vent.
"""

PAGE_12 = """\
# Dryer

### P12 – Lens blocked

Clean the lens with a dry cloth.
"""

PAGE_13 = """\
# Plans

| Plan | Calls | Users | Storage GB |
|---|---|---|---|
| Team | 300 | 10 | 5 |
| Business | 1,200 | 200 | 25 |
"""

PAGE_14 = """\
# Prices in euros

| Plan | Month | Year |
|---|---|---|
| Team | 30 | 300 |
| Pro | 60 | 600 |
"""

PAGE_15 = """\
Bridge to close for repairs

By Nadia Perrin

The footbridge over the Wendle will close on 6 April for eight months.
"""

PAGE_16 = """\
# Help

### Why is there a dark edge?

The exposure dial has been moved below zero. If only the corners are dark, the hood is fitted
wrongly.
"""

PAGE_17 = """\
# Help

### Why does it smell at first?

Protective oil is burning off. The smell is gone after two hours.
"""

PAGE_18 = """\
| Code | Meaning | Remedy |
|---|---|---|
| 503 | Carrier system down | Retry after a few minutes |
"""

PAGE_19 = """\
Her only child, Klara, was born in 1919. In 1926 Ilse Gault discovered the comet. She moved to
Oslo in 1930.
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.txt", "who is the mayor", "Irena Halbrecht"),
    (PAGE_2, "page.md", "who is the mayor", "Irena Halbrecht"),
    (
        "Deputy Director Paul Kern signed the contract. The director is Ada Roth.",
        "page.txt",
        "who is the director",
        "Ada Roth",
    ),
    ("Deputy Director Paul Kern signed the contract.", "page.txt", "who is the director", None),
    (PAGE_3, "page.md", "which month gets the most rain", "July"),
    (PAGE_3, "page.md", "which month has the most sunshine", "July"),
    (PAGE_4, "page.md", "in wich year did the city have the most inhabitants", "1991"),
    (PAGE_4, "page.md", "when was the number of inhabitants highest", "1991"),
    (PAGE_5, "page.md", "which day has the most visitors", "Tuesday"),
    (PAGE_5, "page.md", "which day has the fewest visitors", "Monday"),
    (
        "No. 3 pit, the deepest at 1,014 metres, closed in 2004.",
        "page.txt",
        "how deep is pit no 5",
        None,
    ),
    (
        "No. 3 pit, the deepest at 1,014 metres, closed in 2004.",
        "page.txt",
        "how deep is pit no 3",
        "1,014 metres",
    ),
    (
        "Furnace No. 4 is 30 metres tall. Furnace No. 2 was blown out in 1990.",
        "page.txt",
        "how tall is furnace no 2",
        None,
    ),
    ("Furnace No. 4 is 30 metres tall.", "page.txt", "how tall is furnace no 4", "30 metres"),
    ("Saint Mary's pit is 800 metres deep.", "page.txt", "how deep is the Saint Paul pit", None),
    (
        "In 2013 the club had 400 members; now there are 650.",
        "page.txt",
        "how many members does the club have",
        "650",
    ),
    (PAGE_6, "page.txt", "who is the new treasurer", "Dr. Samuel Okert"),
    (PAGE_7, "page.txt", "when did the mine close", "1998"),
    (
        "**Kestrava** (formerly *Nikolsburg* until 1921) is a city on the Orla.",
        "page.md",
        "what was the city called before",
        "Nikolsburg",
    ),
    (
        "**Kestrava** (formerly *Nikolsburg* until 1921) is a city on the Orla.",
        "page.md",
        "what is the old name of the city",
        "Nikolsburg",
    ),
    (
        "**Kestrava** (formerly *Nikolsburg* until 1921) is a city on the Orla.",
        "page.md",
        "what was kestrava formerly called",
        "Nikolsburg",
    ),
    (
        "**Kestrava** (formerly *Nikolsburg* until 1921) is a city on the Orla.",
        "page.md",
        "what is the former name of kestrava",
        "Nikolsburg",
    ),
    ("The fee is 30 euros; members pay 20.", "page.txt", "how much do members pay", "20"),
    ("The fee is 30 euros; members pay 20.", "page.txt", "how much is the fee for members", "20"),
    ("Adults pay 12 euros, children half.", "page.txt", "how much do children pay", "half"),
    (PAGE_8, "page.txt", "what does a 10-year-old pay", "4.00"),
    (PAGE_8, "page.txt", "what does my 2 year old cost", "free"),
    (
        "The minimum age is 16; for the climbing wall 14.",
        "page.txt",
        "how old do you have to be for the climbing wall",
        "14",
    ),
    (
        "**Bin not emptied?** Report it within two working days on 04711 33-266.",
        "page.md",
        "my bin wasn't emptied, what do I do",
        "Report it within two working days on 04711 33-266.",
    ),
    (
        "**Lost your card?** Ring the office at once.",
        "page.md",
        "I lost my card what should I do",
        "Ring the office at once.",
    ),
    (PAGE_9, "page.txt", "how long is the council of elders elected for", "four years"),
    (
        "Dr. Milan Horak (cardiology, Tuesdays and Thursdays)",
        "page.txt",
        "when is dr horak there",
        "Tuesdays and Thursdays",
    ),
    (
        "Our team: Dr. Lind came to us in May 2019. Dr. Lind (skin, Mondays).",
        "page.txt",
        "when is dr lind there",
        "Mondays",
    ),
    (PAGE_10, "page.md", "what does E14 mean on the dryer", "Moisture sensor fault"),
    (PAGE_11, "page.md", "what does F7 mean", "Fan blocked"),
    (PAGE_12, "page.md", "what does P12 mean", "Lens blocked"),
    (PAGE_12, "page.md", "my camera shows P12, what do I do", "Clean the lens with a dry cloth"),
    ("F9 - Probe missing.", "page.txt", "what does F9 mean", "Probe missing"),
    (PAGE_13, "page.md", "how much does the business plan cost", None),
    (PAGE_13, "page.md", "what does the team plan cost per month", None),
    (PAGE_13, "page.md", "how many users does the team plan have", "10"),
    (PAGE_14, "page.md", "how much does the pro plan cost per month", "60"),
    (
        "If your parcel is late, tell us at late@brenner.example and give the number.",
        "page.txt",
        "my parcel is late, whom do I tell",
        "late@brenner.example",
    ),
    (
        "If something is missing, write to parts@kestrel.example within a week.",
        "page.txt",
        "something is missing, who do I write to",
        "parts@kestrel.example",
    ),
    (
        "Ilse Gault died of pneumonia in 1951. She had married in 1920.",
        "page.txt",
        "what did her husband die of",
        None,
    ),
    (
        "Ilse Gault died of pneumonia in 1951. She had married in 1920.",
        "page.txt",
        "what did Ilse Gault die of",
        "pneumonia",
    ),
    (
        "The ship was built in 1951. The captain's daughter, aged 13, was on board.",
        "page.txt",
        "how old was the ship",
        None,
    ),
    (
        "The captain's daughter, aged 13, was on board.",
        "page.txt",
        "how old was the daughter",
        "13",
    ),
    (
        "Since 2019 the pumps are replaced every four years instead of every six.",
        "page.txt",
        "how often were the pumps replaced before",
        "every six",
    ),
    (
        "Since 2019 the pumps are replaced every four years instead of every six.",
        "page.txt",
        "how often are the pumps replaced",
        "every four years",
    ),
    (
        "The shop now closes at 7 pm rather than at 5 pm.",
        "page.txt",
        "when did the shop close before",
        "5 pm",
    ),
    (
        "The shop now closes at 7 pm rather than at 5 pm.",
        "page.txt",
        "when does the shop close",
        "7 pm",
    ),
    (PAGE_15, "page.txt", "who wrote the article", "Nadia Perrin"),
    (
        PAGE_16,
        "page.md",
        "why is there a dark edge",
        "The exposure dial has been moved below zero.",
    ),
    (PAGE_17, "page.md", "why does it smell at first", "Protective oil is burning off."),
    (
        "The oldest church stands in Alden, the youngest in Brock.",
        "page.txt",
        "where is the oldest church",
        "Alden",
    ),
    (
        "The kite, unlike the buzzard, has a forked tail.",
        "page.txt",
        "which bird has a forked tail",
        "kite",
    ),
    ("Oak wood sinks in water, whereas pine floats.", "page.txt", "which wood floats", "pine"),
    (PAGE_18, "page.md", "what does 503 mean and what should I do", "Carrier system down"),
    (PAGE_19, "page.txt", "who moved to Oslo", "Ilse Gault"),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
