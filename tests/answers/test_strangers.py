"""What people who had never seen the program asked of documents of their own, and got wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TOWN = """# Brackmoor

The mayor since 2019 has been Helen Marwood of the Civic Alliance, who succeeded Peter Dunstan. It
is twinned with Bochum in Germany, Kladno in the Czech Republic and Terni in Italy.

Ingrid Solheim, Chief Executive Officer (CEO), opened the meeting.

Astrid Lindvist-Moreau (born 9 August 1901 in Umeå, Sweden; died 27 January 1983 in Lyon, France)
was a chemist. Her father, Nils Lindvist, was a ship's carpenter.

There she met the crystallographer Paul Moreau, whom she married in 1932. The couple had two
daughters, Claire and Solveig.

The furnace fair takes place every year in the first week of September.

The late fee is 20 cents per item and day, up to a maximum of 10 euros.

Encryption is off by default. The lamp in the hall is on.

The configuration file has moved from `~/.tidepoolrc` to `~/.config/tidepool/config.toml`.

The committee consists of the chair, the treasurer, the secretary and the warden.

Your card is blocked when you owe more than 15 euros.
"""

_PROGRAMME = """SUMMER FAIR

SATURDAY
10.30  Fun run (5 km), start at the church gate
22.00  Fireworks behind the church

SUNDAY
9.30   Open-air service led by the Reverend Susan Pike
11.00  Guided walk along the river Ray, about two hours; wear sturdy shoes
15.00  Raffle draw, main stage. First prize is a balloon ride for two.
"""

_RULES = """RULES OF THE ALLOTMENT SOCIETY
Adopted at the general meeting of 9 March 2019

§ 1 Name and purpose
(1) The society is called Oxmoor Allotment Society. Its seat is in Oxley.

§ 2 Fees
(1) The annual membership fee is 25 euros. Pensioners and students pay half.
(2) The rent of a plot is 0.40 euros per square metre and year.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("strangers")
    (folder / "town.md").write_text(_TOWN, encoding="utf-8")
    (folder / "fair.txt").write_text(_PROGRAMME, encoding="utf-8")
    (folder / "rules.txt").write_text(_RULES, encoding="utf-8")
    return Engine.open(str(folder), reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # the office, its holder, and who held it before
        ("Who is the mayor of Brackmoor?", "Helen Marwood"),
        ("Who is the CEO?", "Ingrid Solheim"),
        ("who is the chief executive officer", "Ingrid Solheim"),
        # names with what they are in, and names behind what they are
        (
            "Which cities is Brackmoor twinned with?",
            "Bochum in Germany, Kladno in the Czech Republic and Terni in Italy",
        ),
        ("What were the names of her daughters?", "Claire and Solveig"),
        # half of a name that a hyphen joins
        ("when did lindvist die", "27 January 1983"),
        ("What did her father do for a living?", "ship's carpenter"),
        ("When is the furnace fair?", "first week of September"),
        ("What is the late fee?", "20 cents per item and day"),
        # where it is now, and where it was
        ("Where is the configuration file now?", "~/.config/tidepool/config.toml"),
        ("Where was the configuration file before?", "~/.tidepoolrc"),
        # small words that are opposites
        ("is encryption on by default", "No"),
        ("is encryption off by default", "Yes"),
        ("is the lamp in the hall on", "Yes"),
        # times that stand before what happens
        ("what time is the raffle draw", "15.00"),
        ("when are the fireworks", "22.00"),
        ("when does the fun run start", "10.30"),
    ],
)
def test_answered(engine: Engine, question: str, answer: str) -> None:
    found = engine.ask(question)
    assert found.kind == "answer", found.reason
    assert found.text == answer


@pytest.mark.parametrize(
    "question",
    ["When was Paul Moreau born?", "Is there a café?", "Who is the treasurer of the committee?"],
)
def test_not_told(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


def test_a_paragraph_sign_makes_a_heading(engine: Engine) -> None:
    found = engine.ask("How much is the annual membership fee?")
    assert (found.text, found.heading) == (
        "25 euros",
        "§ 2 Fees",
    )
    assert found.source is not None
    assert found.source.line == 8
