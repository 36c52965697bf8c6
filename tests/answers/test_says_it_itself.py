"""Answers that the form of neighbouring sentences, parallel clauses and enumerations tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

REPORT = """\
# Harbour trust

The Boat Museum, in the old rope works, opened in 1982 and has 27,000 visitors a year. It is closed
on Mondays and throughout January.

The Long Meadow (9 hectares, bought in 2022): grassland with orchids. It had been rented since 2012.

For the pier he invented the "walking winch", a machine on four legs. He refused to patent it.

17/04: Rear extension at Elm Cottage. NO OBJECTION.

Clean the cart with a soft brush. Do not use a pressure washer: it harms the bearings.

A trip to Gull Rock planned for June was called off because of the heat.

The manager, Robert Lund, agreed to supply lamps free of charge.

Apologies were received from Cllr Neil Garth, who was on holiday. Present: Ann Ride, Tom Falk.

Swimming is forbidden within 300 metres of any weir.

The chair is elected for six years and may serve no more than two terms.

The trust was founded in 2004 by the vet Helen Stark and the teacher Owen Price in a barn.

The hall was designed by Ivar Holm and the tower by Jo Berg.

Tyres, brake pads and grips are excluded from the warranty.

The drought of July and August 2022 dried out two ponds.

The five towns of the League of Karn were Karn, Ostrel and Wirth.

The type specimen is kept in the Museum of Torsund, and a second skin, taken in 1990, in Leiden.

Osgood was its first chairman and Trevan its first manager.

The highest temperature, 33.8 °C, was measured in 1987, and the lowest, -6.1 °C, in 1962.

The west coast has 2,400 mm of rain a year, but the east coast only 780 mm.

The metrics gateway uses port 9866, and the replication manager uses port 5877.

Aldemar fled to Brenz, where he died on 2 May of a stroke.

The tide machine foretold the tides until 1958 by means of 16 brass wheels.

Night walk: daily at 11:00 and 15:00, 50 minutes.

The function returns a whole number and no longer a fraction.

Work on bank holidays is paid with a supplement of 100 per cent.

The mean temperature is 26.8 °C in July and -4.1 °C in January, and the rainfall averages 655 mm.

The metro has two lines: Line 1, opened in 2018, has 22 stations, and Line 2, of 2022, has 17.

The Head of Safety is Dr Ines Farr (extension 4410), the Biological Safety Officer is Dr Ann Kamau
(extension 4432), and the Laser Safety Officer is Mr Piet Vos (extension 4405).

Lab coats are cotton, because polyester melts on to the skin, and are washed by the institute; they
must not be taken home.

The plans for a hall were rejected by the council in 1957 and in 1965 because of the cost.

The tour of Japan was cancelled because of the fog and has not been arranged again.

No laboratory may hold more than 50 litres of flammable liquids.

Our head office is at 18 Tanner's Row, Brackwater, and is open on weekdays.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("trust") / "trust.md"
    path.write_text(REPORT, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # What the next sentence says of it, and not the one that has the name.
        ("Is the Boat Museum open on Mondays?", "No"),
        ("Was the Long Meadow rented before it was bought?", "Yes"),
        ("Did he patent the walking winch?", "No"),
        ("Was there an objection to the extension at Elm Cottage?", "No"),
        ("Can I clean the cart with a pressure washer?", "No"),
        # What did not take place, what is free, who was away.
        ("Did the trip to Gull Rock take place?", "No"),
        ("Did Robert Lund agree to supply lamps without charge?", "Yes"),
        ("Was Cllr Garth at the meeting?", "No"),
        # A figure within the limit of a ban, or beyond one.
        ("Is swimming allowed 200 metres from the weir?", "No"),
        ("May the chair serve three terms?", "No"),
        ("May the chair serve two terms?", "Yes"),
        ("May lab coats be taken home?", "No"),
    ],
)
def test_yes_and_no(engine: Engine, question: str, said: str) -> None:
    assert engine.ask(question).text == said


def test_a_ban_says_nothing_of_what_lies_beyond(engine: Engine) -> None:
    assert engine.ask("Is swimming allowed 400 metres from the weir?").text not in ("Yes", "No")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who founded the trust?", "the vet Helen Stark and the teacher Owen Price"),
        ("Who designed the hall?", "Ivar Holm"),
        ("Which parts are excluded from the warranty?", "Tyres, brake pads and grips"),
        ("In which months of 2022 was there a drought?", "July and August 2022"),
        ("Which towns made up the League of Karn?", "Karn, Ostrel and Wirth"),
        ("Where is the type specimen kept?", "Museum of Torsund"),
        ("Who was the first manager?", "Trevan"),
        ("Who was the first chairman?", "Osgood"),
        ("What was the lowest temperature?", "-6.1 °C"),
        ("What was the highest temperature?", "33.8 °C"),
        ("rainfall west coast", "2,400 mm"),
        ("metrics gateway port", "9866"),
        ("What port does the replication manager use?", "5877"),
        ("What did Aldemar die of?", "a stroke"),
        ("How did the tide machine foretell the tides?", "16 brass wheels"),
        ("When does the night walk start?", "11:00 and 15:00"),
        ("What does the function return?", "whole number"),
        ("What is the supplement for work on bank holidays?", "100 per cent"),
        ("What is the mean temperature in January?", "-4.1 °C"),
        ("What is the mean temperature in July?", "26.8 °C"),
        ("How many stations does Line 2 of the metro have?", "17"),
        ("How many stations does Line 1 of the metro have?", "22"),
        ("What is the extension of the Laser Safety Officer?", "4405"),
        ("What is the extension of the Biological Safety Officer?", "4432"),
        ("Why are lab coats made of cotton?", "polyester melts on to the skin"),
        ("Why were the plans for a hall rejected?", "the cost"),
        ("Why was the tour of Japan cancelled?", "the fog"),
        ("How much flammable liquid may a laboratory hold?", "50 litres"),
        ("Where is the head office?", "18 Tanner's Row, Brackwater"),
    ],
)
def test_short_answers(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


TABLES = """\
MEASURES OF THE TWO KINDS
                       northern     southern
  Wing (mm)            158          151
  Tail (mm)            71           63
  Clutch               1            2

MONEY

Income (pounds)                Spending (pounds)
Gifts             71,900       Hospital        88,600
Legacies          38,000       Reserves        41,750
Shop              29,700       Administration  16,900

PARISHES

Parish         Seat           Population (2019)   Created
Hessel         Port Hessel               92,418      1816
Kettle         Mirrin                     9,684      1921

ADMISSIONS

Kind            2021-22    2022-23    Released 2022-23
Hedgehogs           388        451                 275
Birds of prey        41         36                  17
"""

HOURS = """\
| Season | Monday | Tuesday to Friday | Saturday and Sunday |
|---|---|---|---|
| April to June | closed | 10:00-17:00 | 10:00-18:00 |
| July and August | 10:00-17:00 | 10:00-19:00 | 09:30-19:00 |
| November to March | closed | 11:00-16:00 | 10:30-16:30 |

| Dam | Completed | Height (m) | Power (MW) |
|---|---|---|---|
| Corrie | 1936 | 62 | 24 |
| Black Narrows | 1954 | 97 | 88 |
"""


@pytest.mark.parametrize(
    ("file", "text", "question", "answer"),
    [
        # Laid out with gaps.
        ("report.txt", TABLES, "What is the wing of the southern kind?", "151"),
        ("report.txt", TABLES, "How much was spent on administration?", "16,900"),
        ("report.txt", TABLES, "What is the seat of the parish of Kettle?", "Mirrin"),
        ("report.txt", TABLES, "How many birds of prey were admitted in 2021-22?", "41"),
        # With ranges of days and months.
        (
            "hours.md",
            HOURS,
            "What are the opening hours on a Saturday in December?",
            "10:30-16:30",
        ),
        ("hours.md", HOURS, "What are the opening hours on Wednesday in August?", "10:00-19:00"),
        ("hours.md", HOURS, "How high is the Black Narrows Dam?", "97"),
    ],
)
def test_tables(tmp_path: Path, file: str, text: str, question: str, answer: str) -> None:
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == answer


@pytest.mark.parametrize(
    ("turns", "asked"),
    [
        (
            ["How heavy is the Long without the battery?", "And the Short?"],
            "How heavy is the Short without the battery?",
        ),
        (
            ["How big was the flood of 1926?", "What about the one in 1983?"],
            "How big was the flood in 1983?",
        ),
    ],
)
def test_one_thing_for_another(tmp_path: Path, turns: list[str], asked: str) -> None:
    path = tmp_path / "bike.txt"
    path.write_text(
        "The Long weighs 41 kg without the battery, and the Short weighs 34 kg without it.\n"
        "The flood of 1926 reached 1,840 cubic metres, and that of 1983 reached 1,075.\n",
        encoding="utf-8",
    )
    chat = Engine.open(path, reader="off").chat()
    said = [chat.ask(turn) for turn in turns]
    assert said[-1].asked == asked
