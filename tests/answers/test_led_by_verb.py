"""Answers to which a verb leads, names that have the noun asked for, days by their number, short
forms, and what markup and line ends must not change."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """\
# Boat house

| Office | Name | Concern |
|---|---|---|
| Secretary | Colin Holt | waiting list, agreements |
| Treasurer | Ada Venn | fees |

Anybody over 16 who lives in the valley, or within two miles of it, may go on the waiting list.
The crane may be used by trained members only. Ms. Lund asked that the nets be moved to the
loft, since the cellar is damp. Send engines, with their papers and in a crate if possible, to
Marsh & Co, Dock Lane 4, Hamble. The `--quiet` option says what is left out and nothing else.
The meeting point is the car park on Dyer Street. Diesel is fetched by Mr Tolley from Upper Fenn
Farm every second Saturday. The money comes from the Capital Reserve Fund (CRF). Fees are due by
the **12th** of the month. Health checks are done by **Corvane Care**; ask the office about
them. The first crossing was made in 1929 by three women, Signe Lund, Berit Holm and Karen Aas.
The great regatta was held under the leadership of Tadeusz Wronski. Cash and cheques are not
taken for berths.
A **slip** is one sloping ramp into the water. The tide should fall within 20 to 30
minutes: if it does not, wait.

- RYA = Royal Yachting Association
- Twin clubs: Bergen (Norway, since 1962), Genoa (Italy, since 1988)

| Red flags | Wind | Boats allowed |
|---|---|---|
| 1 | up to 4 | 12 boats |
| 2 | 5 or 6 | 7 boats |

| Part | How often | How |
|---|---|---|
| Bilge pump | weekly | rinse with fresh water |
| Winch | every two months | grease the gears |
"""


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("boats") / "boats.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Who may go on the waiting list?",
            "Anybody over 16 who lives in the valley, or within two miles of it",
        ),
        ("Who may use the crane?", "trained members only"),
        ("What did Ms. Lund ask for?", "nets be moved to the loft"),
        ("Where do I send an engine?", "Marsh & Co, Dock Lane 4, Hamble"),
        ("What does --quiet do?", "says what is left out and nothing else"),
        ("Where is the meeting point?", "car park on Dyer Street"),
        ("From which farm does the diesel come?", "Upper Fenn Farm"),
        ("Which fund does the money come from?", "Capital Reserve Fund"),
        ("On which days is diesel fetched?", "every second Saturday"),
        ("By when are fees due?", "12th of the month"),
        ("Who does the health checks?", "Corvane Care"),
        ("Who made the first crossing?", "Signe Lund, Berit Holm and Karen Aas"),
        ("Who led the great regatta?", "Tadeusz Wronski"),
        ("What is a slip?", "one sloping ramp into the water"),
        ("How long does the tide take to fall?", "20 to 30 minutes"),
        ("What does RYA stand for?", "Royal Yachting Association"),
        (
            "What are the twin clubs?",
            "Bergen (Norway, since 1962), Genoa (Italy, since 1988)",
        ),
        ("How many boats are allowed with two red flags?", "7 boats"),
        ("How do I clean the bilge pump?", "rinse with fresh water"),
        ("How often is the winch greased?", "every two months"),
        ("Can I pay for a berth in cash?", "No"),
    ],
)
def test_answers(boats: Engine, question: str, text: str) -> None:
    said = " ".join((boats.ask(question).text or "").replace("**", "").split())
    assert said.removeprefix("within ").removeprefix("the ") == text


@pytest.mark.parametrize(
    ("sentence", "question", "text"),
    [
        ("Ida Holm declined a chair at the Riverside Academy.", "Did she accept the chair?", "No"),
        (
            "Shows were forbidden in Norland from 1936; the ban was evaded in Port Hale, where The"
            " Bell was sung in 1937.",
            "Was The Bell sung in Port Hale in spite of the ban?",
            "Yes",
        ),
        (
            "The highest hill is Mount Calder (342 m), which can be climbed by funicular.",
            "Can you travel up Mount Calder by funicular?",
            "Yes",
        ),
    ],
)
def test_yes_or_no(tmp_path: Path, sentence: str, question: str, text: str) -> None:
    path = tmp_path / "one.txt"
    path.write_text(
        "Little Mew is a bird reserve and may not be visited in spring. " + sentence + "\n",
        encoding="utf-8",
    )
    assert Engine.open(path, reader="off").ask(question).text == text


def test_what_applies_to_another_model_alone(tmp_path: Path) -> None:
    path = tmp_path / "box.md"
    path.write_text(
        "# In the box\n\n- the router (KT-620 in white, KT-640 in grey)\n"
        "- wall screws and plugs (KT-640 only)\n",
        encoding="utf-8",
    )
    engine = Engine.open(path, reader="off")
    assert engine.ask("Are wall screws included with the KT-620?").text != "Yes"


def test_a_deed_that_only_a_neighbour_has_is_not_said(tmp_path: Path) -> None:
    path = tmp_path / "pool.md"
    path.write_text(
        "Swim-school children are assessed free on the first Saturday of the month, 14:15, learner"
        " pool. No booking needed, but bring goggles.\n",
        encoding="utf-8",
    )
    engine = Engine.open(path, reader="off")
    assert engine.ask("Must I book for the free swim-school assessment?").text != "Yes"


def test_what_is_excepted_must_be_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Old vaults can be read, but not written to.\n", encoding="utf-8")
    asked = Engine.open(path, reader="off").ask("Is there a graphical interface for vaults?")
    assert asked.text != "No"


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "The Rovers were champions in 1999 and play at the Ropewalk (capacity 22,400).",
            "How many goals did the Rovers score in 1999?",
        ),
        (
            "His staircase of nine locks, opened in 1810, lifts boats 81 feet.",
            "How much did the staircase of locks cost to build?",
        ),
        (
            "Her notebooks, in a shorthand that was not deciphered until 1931, are kept in the"
            " library of the Norby Institute.",
            "Who deciphered the shorthand of her notebooks?",
        ),
    ],
)
def test_what_is_told_of_something_else(tmp_path: Path, sentence: str, question: str) -> None:
    path = tmp_path / "one.txt"
    path.write_text(sentence + "\n", encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).kind == "no-answer"


def test_a_caption_right_above_a_table_goes_with_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "port.txt"
    path.write_text(
        "The port handled 38 million tonnes of cargo in 2022, mainly containers and grain.\n\n"
        "Port figures by year (containers in thousands)\n"
        "Year    Cargo   Containers\n2010    27.4    610\n2015    31.9    795\n",
        encoding="utf-8",
    )
    answer = Engine.open(path, reader="off").ask("How many containers did the port handle in 2015?")
    assert answer.text == "795"


def test_a_word_of_a_remark_names_no_row(tmp_path: Path) -> None:
    (tmp_path / "boats.csv").write_text(
        'name,type,seats,notes\nKestrel,double scull,2,"Needs new seat, left side"\n'
        "Osprey,eight,8,\n",
        encoding="utf-8",
    )
    (tmp_path / "house.txt").write_text(
        "The boathouse of 1950 was sold. The new one was designed by the architect Jonas Weil.\n",
        encoding="utf-8",
    )
    engine = Engine.open(tmp_path, reader="off")
    assert engine.ask("Who designed the new boathouse?").text == "Jonas Weil"
    assert engine.ask("What level do I need for the Kestrel?").text != "notes"


def test_a_row_that_meets_one_of_two_conditions_does_not_answer(tmp_path: Path) -> None:
    path = tmp_path / "courses.csv"
    path.write_text(
        "day,course,teacher,time\nTuesday,Spinning,Max Reiter,19:30\nFriday,Yoga,Ida Falk,\n",
        encoding="utf-8",
    )
    engine = Engine.open(path, reader="off")
    assert engine.ask("Who teaches spinning on Friday?").kind == "no-answer"
    assert engine.ask("Who teaches spinning on Tuesday?").text == "Max Reiter"
    assert engine.ask("Who teaches yoga?").text == "Ida Falk"
