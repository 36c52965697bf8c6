"""Figures and nouns that look like another kind of thing than they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_LIFE = """Ada Pell

Ada Pell (1868-1941) was an English organist and engineer.

In 1680 the order built 14 stone bridges over the Tay. The boycott lasted 201 days, during which
the company lost money. The railway arrived in 1904, and the first telephone exchange opened later.
A large mill consumes 30,000 duck eggs a week.

Her father, a lighthouse keeper, taught her to read. At twelve she entered a convent, and Pell
wrote a thesis on suspension bridges at Leeds.

The petition was 274 metres long. Pell led the choir from 1908 to 1919. Private cars may drive at
40 kilometres per hour in the park. The company paid 730 million krones for the ferry line.
The toll on salt was abolished by Pell's uncle. The first concerts were held in two towns, Ripon
and Selby. Amendments must be ratified within 30 months. The second film took in $19 million.
The organist kept an inn at Ripon. One tenth of the harbour dues pays for dredging.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("life")
    (folder / "pell.txt").write_text(_LIFE, encoding="utf-8")
    return Engine.open(str(folder), reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # a stone is a weight, and here it is not; "a" is a unit as well
        ("How many stone bridges did the order build?", "14"),
        ("How many duck eggs does a large mill consume?", "30,000"),
        # the number alone, the unit behind it
        ("How many days did the boycott last?", "201"),
        # a year beside a telephone, "ring" within "during"
        ("In which year did the railway arrive?", "1904"),
        # where one is as long as a thing, and as a time
        ("How long was the petition?", "274 metres"),
        ("How long did Pell lead the choir?", "1908 to 1919"),
        ("Within what time must amendments be ratified?", "30 months"),
        ("How fast may private cars drive in the park?", "40 kilometres per hour"),
        # money in a currency that no table has, and what is no tank
        ("How much did the company pay for the ferry line?", "730 million krones"),
        ("How much did the second film take in?", "$19 million"),
        # how many are asked for need not stand there as a word
        ("In which two towns were the first concerts held?", "Ripon"),
        # who the organist is, the document says as it opens
        ("What did the organist keep at Ripon?", "inn"),
        ("What does one tenth of the harbour dues pay for?", "dredging"),
    ],
)
def test_answered(engine: Engine, question: str, answer: str) -> None:
    found = engine.ask(question)
    assert found.kind == "answer", found.reason
    assert answer in (found.text or "")


_HOUSE = """# House

**Admission:** adults 8 pounds, children 3.50 pounds, members free.

Firing is charged by weight: €3 per kilo for biscuit, €4.80 per kilo for glaze firing.

Beach chair with wheels: free, deposit 30, book with the kiosk.

Fruit: paid for by the friends' association.

The full recording lasts two hours and ten minutes and can be heard at the library.

**Registration opens:** 10 January at noon.

Team: 11 dollars per host and month, or 110 dollars per year.

Four bicycles are at your disposal; pump and helmets hang on the wall.

(5) Five printed copies are handed in, with a fee of 180 euros.

Women sold plait to a dealer from Castle Brome, Josiah Wemm, who paid sevenpence a score.
"""


_MORE = """# Notes

Guest flat: 32 euros a night plus 25 euros for cleaning; no longer than ten nights.

Youth officer: Emil Sander, 19, elected without dissent.

A monograph should not exceed 250 pages. One dog per room, 35 zł per stay, not in the kitchen.

Acid is handled only by Farid Anwari and Jun Hashida.

On the agenda are the accounts and a dividend of 3 percent. The rules are changed by a majority of
two thirds of those present.

I drove the school bus for nineteen years, says Pritchard.

The band was enlarged from 44 to 68 players. The drought killed three quarters of the animals.

The sailors suffered from swollen lips, weak knees and failing eyes, and half of them stayed.
"""


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        # of a value with several parts, the one that is meant
        (_HOUSE, "What is the admission for children?", "3.50 pounds"),
        (_HOUSE, "What is the admission for members?", "free"),
        (_HOUSE, "What is charged per kilo for glaze firing?", "€4.80 per kilo"),
        (_HOUSE, "What deposit is taken for the beach chair?", "30"),
        (_HOUSE, "Who pays for the fruit?", "the friends' association"),
        # a measure in two units is one
        (_HOUSE, "How long does the full recording last?", "two hours and ten minutes"),
        # what is opened once, and not by the clock
        (_HOUSE, "When does registration open?", "10 January"),
        # by what it is asked
        (_HOUSE, "What does the Team plan cost per year?", "110 dollars"),
        (_HOUSE, "What does the Team plan cost per month?", "11 dollars"),
        # who reads it is a guest
        (_HOUSE, "How many bicycles are at the guests' disposal?", "Four"),
        (_HOUSE, "How much did Josiah Wemm pay a score?", "sevenpence"),
        # no number of a paragraph
        (_HOUSE, "How many printed copies are handed in?", "Five"),
        (_MORE, "What does the guest flat cost a night?", "32 euros"),
        (_MORE, "Who was elected youth officer?", "Emil Sander"),
        (_MORE, "How many pages should a monograph not exceed?", "250 pages"),
        (_MORE, "What does a dog cost per stay?", "35 zł"),
        (_MORE, "Who may handle acid?", "Farid Anwari and Jun Hashida"),
        (_MORE, "What dividend is on the agenda?", "3 percent"),
        (_MORE, "By what majority are the rules changed?", "two thirds"),
        (_MORE, "How long did Mr. Pritchard drive the school bus?", "nineteen years"),
        (_MORE, "To how many players was the band enlarged?", "68"),
        (_MORE, "How many animals did the drought kill?", "three quarters"),
        (_MORE, "From what did the sailors suffer?", "swollen lips, weak knees and failing eyes"),
    ],
)
def test_parts_of_values(tmp_path: Path, text: str, question: str, answer: str) -> None:
    (tmp_path / "house.md").write_text(text, encoding="utf-8")
    found = Engine.open(str(tmp_path), reader="off").ask(question)
    assert found.kind == "answer", found.reason
    assert (found.text or "").startswith(answer)


@pytest.mark.parametrize(
    "question",
    ["How many members does the club have?", "How many visitors does the museum have a year?"],
)
def test_what_counts_nothing(tmp_path: Path, question: str) -> None:
    (tmp_path / "rules.md").write_text(
        "# Rules\n\nThe fencing club pays the fees of members under twenty-one.\n\n"
        "A year at the museum is 30.00 for visitors.\n",
        encoding="utf-8",
    )
    assert Engine.open(str(tmp_path), reader="off").ask(question).kind == "no-answer"
