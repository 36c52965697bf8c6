"""What policies bar, except and pay: yes-or-no questions over lists that a heading denies."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

POLICY = """\
# Returns and cover

## What we cannot take back

- Underwear and socks, once opened
- Climbing ropes, harnesses and helmets, whether opened or not
- Gas cartridges

Swimwear can come back if the hygiene strip is still in place.

## What we do not cover at home

- Theft from a shed or garage, unless it was locked with a padlock or mortice lock.
- Flood damage to a cellar.
- Anything used for business, apart from office equipment worth up to £1,000.

## Something is broken

After six months we try to repair first.
We pay the postage for anything faulty.

## Pool

The main pool is kept at 28 degrees and the paddling pool at 32.

## Stock

| Item | Stock |
|---|---|
| Sandpaper P240 | out of stock |
| Work gloves | in stock |
"""

TIMETABLE = """\
Journey                   471    472    473
Tarnholm Square          06:35  07:50  09:20
Saltmarsh Lane           07:31    -    10:14
Beck Bridge              07:49  08:05    -
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("can I return ropes", "No"),
        ("can I return a climbing helmet I never opened", "No"),
        ("can swimwear come back if the hygiene strip is still on", "Yes"),
        ("is theft from a shed covered", "No"),
        ("is theft from a garage covered if it was locked with a padlock", "Yes"),
        ("is flood damage to the cellar covered", "No"),
        ("is office equipment covered", "Yes"),
        ("do I have to pay the postage for something faulty", "No"),
        ("how warm is the paddling pool", "32 degrees"),
        ("how warm is the main pool", "28 degrees"),
        ("is the P240 sandpaper in stock", "No"),
        ("is the P240 sandpaper out of stock", "Yes"),
    ],
)
def test_a_policy_is_read_as_it_is_meant(tmp_path: Path, question: str, answer: str) -> None:
    page = tmp_path / "policy.md"
    page.write_text(POLICY, encoding="utf-8")
    assert Engine.open(page, reader="off").ask(question).text == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("does journey 471 stop at Saltmarsh Lane", "Yes"),
        ("does 472 stop at saltmarsh lane", "No"),
        ("when does 473 leave Tarnholm Square", "09:20"),
    ],
)
def test_a_bus_stops_where_a_time_is_told(tmp_path: Path, question: str, answer: str) -> None:
    page = tmp_path / "bus.txt"
    page.write_text(TIMETABLE, encoding="utf-8")
    assert Engine.open(page, reader="off").ask(question).text == answer


MENU = """\
MAINS
  Hake and chips ............................... 14.50
  Mussels in cider ............................. 15.80
  Half a grilled lobster ....................... 27.00

DRINKS
  Pot of tea ...................................  2.60
  Filter coffee ................................  2.80
  Hot chocolate ................................  3.60
"""

STORES = """\
item_no,item,quantity,purchased,price_eur
A001,Cordless drill,4,2021-03-14,129.00
A002,Circular saw,1,2018-06-02,189.50
A003,Orbital sander,3,2022-01-20,64.90
A004,Work gloves,22,2019-04-30,4.80
"""


@pytest.mark.parametrize(
    ("text", "name", "question", "answer"),
    [
        (MENU, "menu.txt", "cheapest drink?", "Pot of tea"),
        (MENU, "menu.txt", "which main is the most expensive", "Half a grilled lobster"),
        (STORES, "stores.csv", "which item has the largest quantity", "Work gloves"),
        (STORES, "stores.csv", "most expensive item", "Circular saw"),
        (STORES, "stores.csv", "which item was bought most recently", "Orbital sander"),
        (STORES, "stores.csv", "oldest item by purchase date", "Circular saw"),
    ],
)
def test_the_most_or_least_of_a_table(
    tmp_path: Path, text: str, name: str, question: str, answer: str
) -> None:
    page = tmp_path / name
    page.write_text(text, encoding="utf-8")
    assert Engine.open(page, reader="off").ask(question).text == answer


FAQ = """\
Q: May I keep animals?
A: Hens and rabbits, yes. Pigs and goats are out of the question.

Q: Can I bring my dog?
A: Gladly, on a lead.

Q: Do you repair bicycles?
A: Sadly not, we have no workshop.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("are goats allowed", "No"),
        ("can I keep pigs", "No"),
        ("can I keep rabbits", "Yes"),
        ("can I bring my dog", "Yes"),
        ("are dogs allowed", "Yes"),
        ("is it ok to bring a dog", "Yes"),
        ("do you repair bicycles", "No"),
    ],
)
def test_a_list_of_questions_answers_in_its_own_words(
    tmp_path: Path, question: str, answer: str
) -> None:
    page = tmp_path / "faq.txt"
    page.write_text(FAQ, encoding="utf-8")
    assert Engine.open(page, reader="off").ask(question).text == answer


NOTES = """\
# Minding the cat

He hates being picked up and will scratch.

# Dishwasher

Not suitable: wood, cast iron, silver, hand-painted china.

# The bridge

Sir Duncan Pryce declined to say whether he would resign.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("can cast iron go in the dishwasher", "No"),
        ("is silver suitable for the dishwasher", "No"),
    ],
)
def test_what_is_spoken_against(tmp_path: Path, question: str, answer: str) -> None:
    page = tmp_path / "notes.md"
    page.write_text(NOTES, encoding="utf-8")
    assert Engine.open(page, reader="off").ask(question).text == answer


def test_what_somebody_would_not_say_is_no_yes(tmp_path: Path) -> None:
    page = tmp_path / "notes.md"
    page.write_text(NOTES, encoding="utf-8")
    engine = Engine.open(page, reader="off")
    assert engine.ask("has Sir Duncan Pryce said he will resign").text != "Yes"
    assert engine.ask("should I pick the cat up").text != "Yes"
