"""Sentences with several values in clauses that run parallel: the value of the right clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.answers.candidates.finders import find_elided, find_quantities
from hegang_qa.text.lexicon import Lexicon
from tests.answers.one_page import ask

NOTES = """\
# Museum notes

The day ticket costs 6 euros for adults and 3 euros for children.
Tools are lent for ten days, machines for three days.
The tram from Ostby to Lund takes 18 minutes, the one from Lund to Ostby 21 minutes.
Visitors with a booking wait 5 minutes, those without one nearly two hours.
The hall was designed by Ivar Holm and the tower by Sanna Beck.
Daily copies are written to `/srv/daily`, monthly ones to `/srv/monthly`.
In 2020 it had 12,400 visitors, against 9,300 in 2010.
We guarantee fillings for two years and crowns for five.
The heater draws 12 watts in use and 3 on standby.
A poster may be 90 cm wide and a leaflet 20.
Free halls seat 80 people, paid halls 240.
A canoe costs 8 euros an hour, a rowing boat 12 and a pedal boat 15.
The lower plan includes 5 gigabytes, the large one 40.
The fair use limit is 3 terabytes a month on Shore tariffs and 900 gigabytes on Drift.
The gate opens at 9 and closes at 17:30.
Greenhouse: hold it below 31 °C; the siren sounds at 36.
The pie contest was won by Lena Moss in 2018 and by Odd Fjeld in 2019.
The rowing prize was won in 2011 by Carla Voss in Elmstead and in 2014 by Piers Ash in Long Barrow.
The speech was given by Nora Quist in 2005, by Milo Brandt in 2006 and by Hans Ekberg in 2007.

- Ticket office: 3 Mill Lane, open from 8 to 17 on weekdays and from 9 to 12 on Saturdays
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("contrast") / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What does the day ticket cost for children?", "3 euros"),
        ("What does the day ticket cost for adults?", "6 euros"),
        ("How long are machines lent?", "three days"),
        ("How long are tools lent?", "ten days"),
        ("how long does the tram from Lund to Ostby take", "21 minutes"),
        ("how long does the tram from Ostby to Lund take", "18 minutes"),
        ("How long do visitors without a booking wait?", "two hours"),
        ("How long do visitors with a booking wait?", "5 minutes"),
        ("Who designed the tower?", "Sanna Beck"),
        ("Who designed the hall?", "Ivar Holm"),
        ("where are monthly copies written", "/srv/monthly"),
        ("where are daily copies written", "/srv/daily"),
        ("At what temperature does the siren sound?", "36"),
        ("Who won the pie contest in 2018?", "Lena Moss"),
        ("Who won the pie contest in 2019?", "Odd Fjeld"),
        ("Who won the rowing prize in 2011?", "Carla Voss"),
        ("Who won the rowing prize in 2014?", "Piers Ash"),
        ("Who won the rowing prize in Long Barrow?", "Piers Ash"),
        ("Who gave the speech in 2005?", "Nora Quist"),
        ("Who gave the speech in 2006?", "Milo Brandt"),
        ("Who gave the speech in 2007?", "Hans Ekberg"),
        ("how many visitors did it have in 2010", "9,300"),
        ("how many visitors did it have in 2020", "12,400"),
        ("How long are crowns guaranteed?", "five"),
        ("How long are fillings guaranteed?", "two years"),
        ("how much does the heater draw on standby", "3"),
        ("how much does the heater draw in use", "12 watts"),
        ("how wide may a leaflet be", "20"),
        ("How many people do paid halls seat?", "240"),
        ("What does a rowing boat cost?", "12"),
        ("what does a pedal boat cost", "15"),
        ("What does a canoe cost?", "8 euros an hour"),
        ("how much does the large plan include", "40"),
        ("Drift data limit", "900 gigabytes"),
        ("What is the fair use limit on Shore tariffs?", "3 terabytes"),
        ("when does the gate open", "9"),
        ("when is the ticket office open on Saturdays", "9 to 12"),
        ("when is the ticket office open on weekdays", "8 to 17"),
    ],
)
def test_value_of_the_clause_that_is_meant(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We guarantee fillings for two years and crowns for five.", {"five": "5 year"}),
        ("A filling takes half an hour, a crown two.", {"two": "2 hour"}),
        ("It draws 12 watts in use and 3 on standby.", {"3": "3 watt"}),
        ("The jetty is 60 metres long and 3 wide.", {"3": "3 metre"}),
        ("The small plan has 5 litres, the large one 40.", {"40": "40 litre"}),
        ("Store it below 30 °C; the lamp lights up at 35.", {"35": "35 degree Celsius"}),
        ("The tank holds 90 litres, and the pump stops at 85.", {"85": "85 litre"}),
        ("The pool is heated to 27 °C; it opens at 9.", {}),
        ("The lorry weighs 12 tonnes; it was sold at 300.", {}),
        ("Tickets cost 5 euros, on line 3 too.", {}),
        ("It took 3 years and ended in 1950.", {}),
        ("It weighs 5 kg and has 4 legs.", {}),
    ],
)
def test_numbers_that_share_a_unit(text: str, figures: dict[str, str]) -> None:
    tagged = analyse_text(text, Lexicon.open()).tagged
    found = find_elided(tagged, find_quantities(tagged))
    assert {" ".join(tagged.norms[f.start : f.end]): f.value for f in found} == figures


HIRE = "Hall hire: £24 an hour on weekdays, £32 an hour at weekends"
PARKING = "Parking costs 3 euros from Monday to Friday and 5 euros on Sundays."


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (HIRE, "hall on a saturday", "£32"),
        (HIRE, "hall on tuesday", "£24"),
        (PARKING, "parking on a wednesday", "3"),
        (PARKING, "parking on a sunday", "5"),
        ("Entry is $12 on weekends and $9 on other days.", "entry on a sunday", "$12"),
    ],
)
def test_the_price_of_the_day(tmp_path: Path, text: str, question: str, answer: str) -> None:
    told = ask(tmp_path, text, f"how much is {question}")
    assert (told.text or "").startswith(answer)
