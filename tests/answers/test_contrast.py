"""Sentences with several values in clauses that run parallel: the value of the right clause."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

NOTES = """\
# Museum notes

The day ticket costs 6 euros for adults and 3 euros for children.
Tools are lent for ten days, machines for three days.
The tram from Ostby to Lund takes 18 minutes, the one from Lund to Ostby 21 minutes.
Visitors with a booking wait 5 minutes, those without one nearly two hours.
The hall was designed by Ivar Holm and the tower by Sanna Beck.
Daily copies are written to `/srv/daily`, monthly ones to `/srv/monthly`.
In 2020 it had 12,400 visitors, against 9,300 in 2010.

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
        ("how many visitors did it have in 2010", "9,300"),
        ("how many visitors did it have in 2020", "12,400"),
        ("when is the ticket office open on Saturdays", "9 to 12"),
        ("when is the ticket office open on weekdays", "8 to 17"),
    ],
)
def test_value_of_the_clause_that_is_meant(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer
