"""Questions whose words a sentence says of something else: its opposite, another count, another's
deed. Each stands beside one that the same sentence answers."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

PLACES = """\
# Marl valley

## Weather

The coldest temperature measured was -31.4 °C on 12 January 1987.

## Climbing

The first ascent of the north face of the Grey Widow was made by Otto Brandl in 1931.

## Lamps

A blinking green lamp means that the pump is filling. A steady yellow lamp means that the filter is
full.

## Editing

To move a leaf one place higher, press Alt+Up. To delete a leaf, press Del.

## Staff

Night manager: Petra Holm. Caretaker: Jens Aas.

## Tickets

Return to Marl: 18 euros. Dogs travel free.

## Animals

The last bear was shot in 1899. Wolves have come back since 2004.

## Buffet

The buffet opens at 17:30.

## Rooms

A room with a balcony costs 80 euros a night.

## Bridges

The bridge of Ardley has nine arches. Corran lies on the other bank.

## Travel

For your own car we pay 0.38 euros per kilometre. Whoever comes by motorcycle may park in the yard.

## Program

This page describes version 3.2, released on 4 February 2025.

## Garden

Mix carrots with a few radish seeds, which come up early.
"""

COUNTS = """\
# Marl valley

## Barlow estate

The Barlow estate has one electric Lumo and a tractor. The barn holds 60 sheep.

## Office

Customer service of Skerry: 0555 700 100.

## Trust

The mill is run by volunteers of the Trust, founded in 1972. The Trust has 14 employees.

## Flood

The flood took 213 lives in Selmhaven.

## Recipes

Plum sauce: boil 500 grams of plums with sugar for 30 minutes.

## Pool

The indoor pool is heated to 29 degrees and 12 metres long. A course needs at least five
participants.

## Backup

An incremental backup is kept for 21 days. Restoring the catalogue takes two hours.

## Shuttle

The shuttle fetches you from the station if you call at least two hours ahead.

## Yard

| Year | Workers | Apprentices |
|------|---------|-------------|
| 1958 | 4,100   | 290         |
| 1962 | 3,900   | 310         |
"""

DEEDS = """\
# Marl valley

## Museum

The silver cup was stolen from the Town Museum in 1954. The old clock was repaired by Tom Vare.

## Artists

The painter Odilia Marr was born in 1848; the composer Silvan Roth, who wrote an opera, lived in the
same house from 1890 to his death in 1926.

## Mill

Jonas Vell built the mill, which ground corn until 1931. The fair, which was held in 1907,
drew large crowds.

## Allotments

The association has Old Willows with 64 plots, Millrace with 41 plots, and Sandhill with 27 plots,
which was added in 2011.

## Board

Chair since 2019 is Henrike Vollmer, treasurer is Sunil Ghosh. Mayor after Ivo Brandt was Lena Torp.

## Versions

Version 9.4 brought faster sorting; version 9.2 is supported until November 2026.

## Poet

Ada Venn left the school in 1911; her teacher had died in 1908.
"""


def _engine(factory: pytest.TempPathFactory, text: str) -> Engine:
    path = factory.mktemp("else") / "handbook.md"
    path.write_text(text, encoding="utf-8")
    return Engine.open(path)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _engine(tmp_path_factory, PLACES)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What is the warmest temperature ever measured?", None),
        ("What was the coldest temperature measured?", "-31.4 °C"),
        ("Who made the first ascent of the south face of the Grey Widow?", None),
        ("Who made the first ascent of the north face of the Grey Widow?", "Otto Brandl"),
        ("What does a blinking red lamp mean?", None),
        ("What does a blinking green lamp mean?", "the pump is filling"),
        ("How do I move a leaf one place lower?", None),
        ("Who is the day manager?", None),
        ("Who is the night manager?", "Petra Holm"),
        ("How much is a single ticket to Marl?", None),
        ("How much is a return ticket to Marl?", "18 euros"),
        ("When was the last lynx shot?", None),
        ("When was the last bear shot?", "1899"),
        ("When does the buffet close?", None),
        ("When does the buffet open?", "17:30"),
        ("How much is a room without a balcony?", None),
        ("How much is a room with a balcony?", "80 euros a night"),
        ("How many arches does the bridge of Corran have?", None),
        ("How many arches does the bridge of Ardley have?", "nine"),
        ("How much is paid per kilometre for my own motorcycle?", None),
        ("How much is paid per kilometre for my own car?", "0.38 euros per kilometre"),
        ("When will version 4 be released?", None),
        ("When was version 3.2 released?", "4 February 2025"),
        ("What do I mix carrots with?", "few radish seeds"),
    ],
)
def test_what_stands_in_the_place_of_a_word(
    places: Engine, question: str, text: str | None
) -> None:
    assert places.ask(question).text == text


def test_the_reason_names_what_stands_there(places: Engine) -> None:
    reason = places.ask("When does the buffet close?").reason
    assert reason is not None
    assert '"opens"' in reason


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _engine(tmp_path_factory, COUNTS)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many seats does the Barlow estate have?", None),
        ("How many sheep does the barn hold?", "60"),
        ("How many animals does the barn hold?", "60 sheep"),
        ("How many customers does Skerry have?", None),
        ("How many volunteers does the Trust have?", None),
        ("How many employees does the Trust have?", "14"),
        ("How many people does Selmhaven have?", None),
        ("How many lives did the flood take?", "213"),
        ("How much sugar is in the plum sauce?", None),
        ("How deep is the indoor pool?", None),
        ("How long is the indoor pool?", "12 metres"),
        ("How many people does a course need?", "at least five"),
        ("How long does an incremental backup take?", None),
        ("How long is an incremental backup kept?", "21 days"),
        ("How long does restoring the catalogue take?", "two hours"),
        ("How long does the shuttle from the station take?", None),
        ("How many apprentices did the yard have in 1962?", "310"),
    ],
)
def test_what_a_figure_counts(counts: Engine, question: str, text: str | None) -> None:
    assert counts.ask(question).text == text


@pytest.fixture(scope="module")
def deeds(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _engine(tmp_path_factory, DEEDS)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who stole the silver cup?", None),
        ("Who repaired the old clock?", "Tom Vare"),
        ("Where was the silver cup stolen?", "Town Museum"),
        ("When did Odilia Marr die?", None),
        ("When did Silvan Roth die?", "1926"),
        ("When was Odilia Marr born?", "1848"),
        ("When was the mill built?", None),
        ("Until when did the mill grind corn?", "1931"),
        ("Who built the mill?", "Jonas Vell"),
        ("When was the fair held?", "1907"),
        ("When was Millrace added?", None),
        ("When was Sandhill added?", "2011"),
        ("Who was chair before Henrike Vollmer?", None),
        ("Who is the treasurer?", "Sunil Ghosh"),
        ("Who was mayor after Ivo Brandt?", "Lena Torp"),
        ("Until when is version 9.4 supported?", None),
        ("Until when is version 9.2 supported?", "November 2026"),
        ("When did Ada Venn leave the school?", "1911"),
    ],
)
def test_whose_deed_it_is(deeds: Engine, question: str, text: str | None) -> None:
    assert deeds.ask(question).text == text
