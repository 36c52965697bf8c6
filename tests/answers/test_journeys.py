"""Timetables: the first and the last journey, and where one stops."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

FERRY = """\
SOUND FERRIES - SUMMER TIMETABLE

TABLE 1   MONDAY TO FRIDAY, OUTWARD
Sailing   Ship     Port Aldan   Inish Rua   Kelsay    Tornish

A1        Gannet   06:40        07:15       07:50     08:35
A2        Petrel   08:20        -           09:20     -
A5        Gannet   15:45        16:20       16:55     17:40

TABLE 2   MONDAY TO FRIDAY, HOMEWARD
Sailing   Ship     Tornish      Kelsay      Inish Rua Port Aldan
B1        Petrel   -            07:05       07:35     08:05
B2        Gannet   08:45        09:30       10:05     10:20
B3        Petrel   -            16:15       16:45     17:15

TABLE 3   SUNDAY
Sailing   Ship     Port Aldan   Inish Rua   Kelsay    Tornish

U1        Gannet   09:15        09:50       10:25     11:10
U2        Gannet   17:30        18:05       18:40     19:25

FARES (single)          Adult     Child     Car
Port Aldan-Inish Rua    6.20      3.10      21.00
Port Aldan-Kelsay       8.40      4.20      27.50
Port Aldan-Tornish      11.60     5.80      36.00
"""
BUS = """\
SATURDAY - towards Port Ellick
Journey                   571    572    573
Tarnholm Square          08:40  12:10  16:30
Quarry Cottages          08:47    -    16:37
Beck Bridge              08:54  12:24  16:44
Port Ellick Station      09:40  13:10  17:30
"""


@pytest.mark.parametrize(
    ("text", "question", "wanted", "line"),
    [
        (FERRY, "when is the last boat on sundays", "17:30", 20),
        (FERRY, "when does the last boat from Port Aldan go on a Wednesday", "15:45", 8),
        (FERRY, "first boat back from tornish mon-fri", "08:45", 13),
        (FERRY, "what time is the last ferry to tornish on friday", "15:45", 8),
        (FERRY, "when does the last boat from kelsay reach port aldan on weekdays", "17:15", 14),
        (FERRY, "does the 08:20 stop at inish rua", "No", 7),
        (FERRY, "does A5 stop at inish rua", "Yes", 8),
        (FERRY, "B3 when does it reach port aldan", "17:15", 14),
        (BUS, "first bus from quarry cottages on saturday", "08:47", 4),
        (BUS, "what time is the last bus on saturday to port ellick", "16:30", 3),
        (BUS, "does the 12:10 stop at quarry cottages", "No", 4),
        (BUS, "does bus 573 call at quarry cottages", "Yes", 4),
    ],
)
def test_journeys(tmp_path: Path, text: str, question: str, wanted: str, line: int) -> None:
    document = tmp_path / "timetable.txt"
    document.write_text(text)
    answer = Engine.open(document, reader="off").ask(question)
    assert answer.text == wanted
    assert answer.source is not None
    assert answer.source.line == line
