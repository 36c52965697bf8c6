"""Yes or no where words of the question stand in the sentence and mean something else there."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_NOTES = """\
# Notes

The mineral tolvite is insoluble in water and resists most acids. When it is fused with soda it
breaks down into a soluble salt. This reaction, known as the Marden process, is the basis of all
extraction. The reserves of tolvite at Karsk amount to 410,000 tonnes.

Visitors who only watch need a short briefing and must be accompanied at all times.

Unlike machines with a single boiler, the Duo can steam and brew at the same time.

In 2021 the club lost the play-off against Selby. It sold the old ground in 1990.

## Payments

| For | How much | When |
|---|---|---|
| School lunch | £3.10 a day | monthly in advance |
| Climbing | £18 a term | in the first week |

All payments are made through the portal; cash has not been accepted since January.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("notes") / "notes.md"
    path.write_text(_NOTES, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("Is tolvite soluble in water?", {"No"}),
        ("Are visitors to be accompanied all the time?", {"Yes"}),
        ("Can the Duo steam and brew at the same time?", {"Yes"}),
        ("Did the club win the play-off in 2021?", {"No"}),
        ("Did the club lose the play-off in 2021?", {"Yes"}),
        ("Did the club buy the old ground?", {"No"}),
        ("How big are the reserves of tolvite at Karsk?", {"410,000 tonnes"}),
    ],
)
def test_what_the_words_mean(engine: Engine, question: str, texts: set[str]) -> None:
    assert engine.ask(question).text in texts


def test_a_row_says_nothing_of_what_stands_beside_it(engine: Engine) -> None:
    assert engine.ask("Can I pay for lunches in cash?").text != "Yes"


_HALVES = """\
# Notes

The trousers cost £30 and the jacket £75.

The rent is £48 for a full plot and £26 for a half plot.

The town is twinned with Aubrac in France, Lindow in Germany and Torvik in Norway.

He left his house to his niece and his car to his nephew.

Anna Brook manages the shop, and Paul Reyes manages the café.

The fort was never occupied during the war, although it was besieged twice, in 1757 and 1761.

The barbecue will not be repeated, because it made a loss.

The collected water must not be drunk, but it may be used for irons.

All adult members may vote; juniors and social members may not.

Smoking is not allowed in the hall. Hens are allowed, but cockerels are not.

Nobody may row alone after dark.

The prize went to Kofi Mensah, who beat Lena Ostrom.

Angela Whitlow thanked Frank Dobbs for designing the poster.

Buses are free for children. Jo Ray voted against the plan; all others voted in favour.

She refused an award in 1950.
"""


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("halves") / "halves.md"
    path.write_text(_HALVES, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Do the trousers cost £30?", "Yes"),
        ("Do the trousers cost £75?", "No"),
        ("Does the jacket cost £30?", "No"),
        ("Is the rent for a full plot £26?", "No"),
        ("Is Lindow in France?", "No"),
        ("Is Lindow in Germany?", "Yes"),
        ("Did he leave his car to his niece?", "No"),
        ("Did he leave his car to his nephew?", "Yes"),
        ("Does Paul Reyes manage the shop?", "No"),
        ("Does Paul Reyes manage the café?", "Yes"),
        ("Was the fort besieged in 1761?", "Yes"),
        ("Was the fort occupied during the war?", "No"),
        ("Did the barbecue make a loss?", "Yes"),
        ("Can I drink the water?", "No"),
        ("May juniors vote?", "No"),
        ("May adult members vote?", "Yes"),
        ("Is smoking forbidden in the hall?", "Yes"),
        ("Is smoking allowed in the hall?", "No"),
        ("Are cockerels forbidden?", "Yes"),
        ("Is it forbidden to row alone after dark?", "Yes"),
        ("Did Kofi Mensah beat Lena Ostrom?", "Yes"),
        ("Did Lena Ostrom beat Kofi Mensah?", "No"),
        ("Did everyone vote in favour?", "No"),
    ],
)
def test_which_half_and_which_way(halves: Engine, question: str, text: str) -> None:
    assert halves.ask(question).text == text


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Did Angela Whitlow design the poster?", "Yes"),
        ("Are buses free for everybody?", "Yes"),
        ("Did she refuse an award in 1950?", "No"),
    ],
)
def test_not_the_contrary(halves: Engine, question: str, wrong: str) -> None:
    assert halves.ask(question).text != wrong


_CLUB = """\
# Club

SV Oster plays in the second division.

Apologies: Helen Marsh. Helen Marsh must take out an insurance.

Alcohol must not be consumed before an outing.

Children aged 8 and over may use the pool.

The prize is awarded to chemists under 35.

Do not put the filter in the dishwasher.

Guests must be accompanied by a member.

The Salt Gate is one of five gates. The Fish Gate was demolished in 1843.

Ruth Oden (born 1962) grew up in the town but was born in Brock.

The new process is ten times faster than the old one.

The committee chose Barlow & Sons, because Aqua Fix could not start.

Emil Task (1834-1901), painter, was born in Veld and died in Harn. She refused a prize in 1950.

The manual applies to the plant, but not to the Animal House.

| Office | Who |
|---|---|
| Captain of Boats | Nell Harding |
"""


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("Does SV Oster play in the first division?", {"No"}),
        ("Does SV Oster play in the second division?", {"Yes"}),
        ("Must Helen Marsh take out an insurance?", {"Yes"}),
        ("Is alcohol forbidden before an outing?", {"Yes"}),
        ("May children aged 10 use the pool?", {"Yes"}),
        ("Is the prize awarded to chemists over 35?", {"No"}),
        ("Can I put the filter in the dishwasher?", {"No"}),
        ("May guests come without a member?", {"No"}),
        ("Was Ruth Oden born in Brock?", {"Yes"}),
        ("Is the new process slower?", {"No"}),
        ("Was Emil Task born in Veld?", {"Yes"}),
        ("Did Emil Task die in Veld?", {"No"}),
        ("Did she refuse a prize?", {"Yes"}),
        ("Does the manual apply to the Animal House?", {"No"}),
    ],
)
def test_club(tmp_path: Path, question: str, texts: set[str | None]) -> None:
    path = tmp_path / "club.md"
    path.write_text(_CLUB, encoding="utf-8")
    assert Engine.open(str(path), reader="off").ask(question).text in texts


@pytest.mark.parametrize(
    "question",
    [
        "Was the Salt Gate demolished?",
        "Did the committee choose Aqua Fix?",
        "Is Nell Harding the president?",
    ],
)
def test_of_another(tmp_path: Path, question: str) -> None:
    path = tmp_path / "club.md"
    path.write_text(_CLUB, encoding="utf-8")
    assert Engine.open(str(path), reader="off").ask(question).text != "Yes"


def test_what_is_only_near_in_meaning_denies_nothing(tmp_path: Path) -> None:
    path = tmp_path / "prices.md"
    path.write_text(
        "# Prices\n\n## Notes\n\nOrders above €400 are delivered free of charge; below that, "
        "delivery costs €12.50.\n\nInvoices are due after 14 days.\n\n"
        "A late payment fee of €20 is charged after the second reminder.\n",
        encoding="utf-8",
    )
    answer = Engine.open(path, reader="off").ask("Are deliveries free above €400?")
    assert answer.text != "No"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did the fire destroy 212 houses?", "Yes"),
        ("Did the fire spare the church?", "Yes"),
        ("Did the fire destroy the church?", None),
        ("Was the church of St Botho destroyed in the fire?", None),
    ],
)
def test_what_another_verb_is_said_of_behind_but(
    tmp_path: Path, question: str, verdict: str | None
) -> None:
    path = tmp_path / "town.txt"
    path.write_text(
        "The fire of 1781 destroyed 212 houses but spared the church of St Botho.", encoding="utf-8"
    )
    text = Engine.open(path, reader="off").ask(question).text
    assert (text if text in ("Yes", "No") else None) == verdict
