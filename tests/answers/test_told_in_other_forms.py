"""Budgets and plans in columns, brackets with a value of their own, releases, clocks, fields under
a name, lives lost, and who came before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
# Budget

| Item | Budget | Spent to date | Remaining |
|---|---|---|---|
| Hardware | 180 | 141 | 39 |
| Tiles | 80 | 68 | 12 |
"""

PAGE_2 = """\
# Plan

| ID | Milestone | Planned | Forecast / actual | Status |
|---|---|---|---|---|
| M1 | Vendor contract signed | 15 Jan | 12 Jan | done |
| M4 | Go-live Gdynia | 9 Sept | 4 Nov | delayed |
"""

PAGE_3 = """\
# Changelog

## 2.1.0 – 2024-06-18

### Changed

- The index is rebuilt at night.
- Exports are zipped.

## 2.0.1 – 2024-02-01

### Fixed

- A crash with underscores in names (#312).
"""

PAGE_4 = """\
# Friday

| Day | Time | Act | Place |
|---|---|---|---|
| Sat | 20:00 | Maren Solvik Trio | Big Tent |
| Sat | 14:00 | Song contest | Small Tent |
"""

PAGE_5 = """\
Lake Virin

Max. depth: 431 m
Average depth: 118 m
"""

PAGE_6 = """\
Average width: 3 km
Maximum width: 8 km
"""

PAGE_7 = """\
Lake Oster
Maximum depth: 212 m
Outflow: Kale
Frozen: January to early March

Grebe Pass
Height: 1,920 m
"""

PAGE_8 = """\
Talmera, officially the Province of Talmera, is the southernmost of the eleven provinces of
Kessia. It is known for its smoked eel.
"""

PAGE_9 = """\
Hallin is a village at the foot of Mount Oke in eastern Valdia. Norrby Castle stands in Hallin.
"""

PAGE_10 = """\
Lake Oster lies in Brenna. Brenna is the northernmost of the six cantons of Ostland.
"""

PAGE_11 = """\
The present governor, Maren Ostvik of the Coastal Union, took office in March 2021; she
succeeded Peder Lang.
"""

PAGE_12 = """\
| Station | Opened | Closed | Notes |
|---|---|---|---|
| Upper Garrow | 1879 | open | terminus |
| Trewin | 1874 | 1966 | |
"""

PAGE_13 = """\
# Stock

| Item | Ordered | Used | Left |
|---|---|---|---|
| Sand | 90 | 40 | 50 |
"""

PAGE_14 = """\
# Steps

| Step | Target | Actual |
|---|---|---|
| Roof finished | 3 May | 20 May |
"""

PAGE_15 = """\
Maximum height: 12 m
Average height: 7 m
"""

PAGE_16 = """\
Oak Pass
Height: 900 m
Length: 4 km

Elm Pass
Height: 700 m
Length: 2 km
"""

PAGE_17 = """\
# Talks

| Time | Speaker |
|---|---|
| 15:30 | Ana Diaz |
| 16:30 | Lee Wong |
"""

# A text, its kind, what is asked of it and the answer (None: it does not say).
CASES = [
    (PAGE_1, "page.md", "how much is left in the hardware budget", "39"),
    (PAGE_1, "page.md", "how much of the tiles budget is spent", "68"),
    (PAGE_1, "page.md", "what is the budget for tiles", "80"),
    (PAGE_2, "page.md", "when was the vendor contract signed", "12 Jan"),
    (PAGE_2, "page.md", "when does gdynia go live", "4 Nov"),
    (PAGE_2, "page.md", "when was the go-live in Gdynia planned", "9 Sept"),
    (
        "**Hotel:** up to €140 per night (London and Zurich: €190)",
        "page.md",
        "whats the hotel limit in London",
        "€190",
    ),
    (
        "**Hotel:** up to €140 per night (London and Zurich: €190)",
        "page.md",
        "whats the hotel limit",
        "up to €140 per night",
    ),
    (
        "**Parking fee:** 4 euros per day (coaches: 15 euros)",
        "page.md",
        "what is the parking fee for coaches",
        "15 euros",
    ),
    (
        "**Parking fee:** 4 euros per day (coaches: 15 euros)",
        "page.md",
        "what is the parking fee",
        "4 euros per day",
    ),
    (PAGE_3, "page.md", "what changed in 2.1", "The index is rebuilt at night; Exports are zipped"),
    (PAGE_3, "page.md", "what was fixed in 2.0.1", "A crash with underscores in names (#312)"),
    (PAGE_3, "page.md", "in which version was the crash with underscores fixed", "2.0.1"),
    (PAGE_3, "page.md", "when was 2.1 released", "2024-06-18"),
    ("I'm vegetarian and allergic to hazelnuts.", "page.txt", "who is allergic to hazelnuts", None),
    ("I've got a spare charger.", "page.txt", "who has a spare charger", None),
    (PAGE_4, "page.md", "who plays on saturday at 8 pm", "Maren Solvik Trio"),
    (PAGE_4, "page.md", "what is on on saturday at 2pm", "Song contest"),
    ("Coffee: 8 g for one cup, 15 g for two.", "page.txt", "how much coffee for two cups", "15 g"),
    ("Coffee: 8 g for one cup, 15 g for two.", "page.txt", "how much coffee for one cup", "8 g"),
    (
        "Women were not admitted to the order until 1388.",
        "page.txt",
        "were women admitted in 1300",
        "No",
    ),
    (
        "Children under 12 may not use the sauna.",
        "page.txt",
        "can children under 12 use the sauna",
        "No",
    ),
    (PAGE_5, "page.txt", "how deep is lake virin", "431 m"),
    (PAGE_6, "page.txt", "how wide is it", "8 km"),
    (PAGE_7, "page.txt", "how deep is lake oster", "212 m"),
    (PAGE_7, "page.txt", "how high is grebe pass", "1,920 m"),
    (PAGE_8, "page.txt", "where is talmera", "Kessia"),
    (PAGE_9, "page.txt", "where is norrby castle", "Hallin"),
    (PAGE_10, "page.txt", "where is lake oster", "Brenna"),
    (PAGE_11, "page.txt", "who was governor before maren ostvik", "Peder Lang"),
    (PAGE_11, "page.txt", "who is the governor", "Maren Ostvik"),
    (PAGE_11, "page.txt", "who did maren ostvik succeed", "Peder Lang"),
    (PAGE_12, "page.md", "why did upper garrow close", None),
    (PAGE_12, "page.md", "when did trewin station reopen", None),
    (PAGE_13, "page.md", "how much sand is left", "50"),
    (PAGE_13, "page.md", "how much sand was used", "40"),
    (PAGE_14, "page.md", "when was the roof finished", "20 May"),
    (PAGE_14, "page.md", "what was the target for the roof", "3 May"),
    ("Entry: 8 euros (students: 5 euros)", "page.txt", "how much is entry", "8 euros"),
    (
        "Ben Orr, the present chairman, replaced Ida Moss in 2019.",
        "page.txt",
        "who was chairman before ben orr",
        "Ida Moss",
    ),
    (PAGE_15, "page.txt", "how high does it get", "12 m"),
    (PAGE_16, "page.txt", "how high is elm pass", "700 m"),
    (PAGE_16, "page.txt", "how long is oak pass", "4 km"),
    (
        "Ferrow is a port on the east coast of Lund. The fort lies near Ferrow.",
        "page.txt",
        "where is the fort",
        "Ferrow",
    ),
    (PAGE_17, "page.md", "who speaks at 3:30 pm", "Ana Diaz"),
]


@pytest.mark.parametrize(("text", "name", "question", "said"), CASES)
def test_answers(tmp_path: Path, text: str, name: str, question: str, said: str | None) -> None:
    answer = ask(tmp_path, text, question, name=name)
    assert (answer.text if answer.kind == "answer" else None) == said
