"""Plain text laid out by hand: menus with dots, timetables, hours below a number, records."""

from __future__ import annotations

import pytest

from hegang_qa.documents.model import Document
from hegang_qa.documents.reading import parse_document

MENU = """\
THE QUAY KITCHEN

BREAKFAST  (until 11.30)
  Porridge with plums (v) ......................  4.50
  Full fisherman's plate ....................... 11.50
  Extra egg ....................................  1.20

FOR CHILDREN
  Fish fingers and peas ........................  6.00
  Half a grilled lobster ....................... 12.00
  Little chicken pie ...........................  6.50
  Each comes with a scoop of ice cream.
"""

TIMETABLE = """\
MONDAY TO FRIDAY - towards Port Ellick
Journey                   471    472    473
Notes                     S             W
Tarnholm Square          06:35  07:50  09:20
Askby Market    arr      07:04  08:21  09:44
Askby Market    dep      07:08  08:25  09:50
Beck Bridge              06:49  08:05    -

SATURDAY - towards Port Ellick
Journey                   571    572
Tarnholm Square          08:40  12:10
Askby Market             09:10  12:40
Beck Bridge              08:54  12:24
"""

HOURS = """\
1. Swimming pool
   Monday        closed
   Tuesday       06:30 - 21:00
   Wednesday     10:00 - 21:00   (morning: school classes)
   Last admission is 45 minutes before closing.

2. Gym
   Every day     06:00 - 22:30
   Staff are on the floor only from 09:00 to 20:00.

3. Café
   Monday to Friday   09:00 - 17:30
   Saturday, Sunday   09:00 - 16:00

4. Bar
   closed this year
"""

RULED = """\
Pos  No.  Name              Club              Time      Remark
---  ---  ----------------  ----------------  --------  ---------
 1   118  Ewan Thackeray    Kelder Harriers   1:18:42
 2   204  Mirren Auld       Strath Runners    1:21:33   record
--    71  Felix Garton      Westmere AC       DNF       ankle
"""

RECORDS = """\
CONTACTS of the residents' association

Name: Beatrix Olsen
Role: Chair
Birthday: 19 May

Name: Hamish Drummond
Role: Treasurer
Birthday: 2 November
Note: Away in Portugal
  every February.

Company: Pellow & Sons
For: plumbing
Call-out fee: £65

Company: Brightspark
For: wiring
Call-out fee: £48
"""

LETTERS = """\
From: Ann Lee
To: Jo Berg
Subject: rent

The rent is due.

From: Jo Berg
To: Ann Lee
Subject: rent

I know.
"""


def _read(text: str) -> Document:
    return parse_document("page.txt", text)


def _rows(document: Document) -> list[list[tuple[str, str]]]:
    text = document.text
    return [
        [(text[cell.start : cell.end], cell.head) for cell in block.cells]
        for block in document.blocks
        if block.kind == "row"
    ]


def test_dots_lead_to_a_price() -> None:
    document = _read(MENU)
    assert [[cell for cell, _ in row] for row in _rows(document)] == [
        ["Porridge with plums (v)", "4.50"],
        ["Full fisherman's plate", "11.50"],
        ["Extra egg", "1.20"],
        ["Fish fingers and peas", "6.00"],
        ["Half a grilled lobster", "12.00"],
        ["Little chicken pie", "6.50"],
    ]
    headings = {block.headings[-1] for block in document.blocks if block.kind == "row"}
    assert headings == {"BREAKFAST (until 11.30)", "FOR CHILDREN"}
    last = document.blocks[-1]
    assert (last.kind, last.headings[-1]) == ("paragraph", "FOR CHILDREN")


def test_the_numbers_of_journeys_head_their_times() -> None:
    rows = _rows(_read(TIMETABLE))
    assert rows[1] == [
        ("Tarnholm Square", "Journey"),
        ("06:35", "471"),
        ("07:50", "472"),
        ("09:20", "473"),
    ]
    assert [row[0][0] for row in rows[2:4]] == ["Askby Market    arr", "Askby Market    dep"]
    assert ("S", "471") in rows[0]
    assert rows[-1][-1] == ("12:24", "572")
    blocks = [block for block in _read(TIMETABLE).blocks if block.kind == "row"]
    assert blocks[0].headings[-1:] != blocks[-1].headings[-1:] or blocks[0].lead != blocks[-1].lead


def test_hours_stand_below_a_numbered_name() -> None:
    document = _read(HOURS)
    rows = [block for block in document.blocks if block.kind == "row"]
    assert [row.headings[-1] for row in rows[:3]] == ["1. Swimming pool"] * 3
    assert [cell for cell, _ in _rows(document)[0]] == ["Monday", "closed"]
    assert [cell for cell, _ in _rows(document)[2]][-1] == "(morning: school classes)"
    gym = [block for block in document.blocks if block.headings[-1:] == ("2. Gym",)]
    assert len(gym) == 2
    assert [row.headings[-1] for row in rows[3:]] == ["3. Café"] * 2


def test_dashes_with_gaps_rule_off_a_head() -> None:
    rows = _rows(_read(RULED))
    assert rows[0][2] == ("Ewan Thackeray", "Name")
    assert rows[1][-1] == ("record", "Remark")
    assert len(rows) == 3


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        ("Birthday: 2 November", "Hamish Drummond, Treasurer"),
        ("Note: Away in Portugal\n  every February.", "Hamish Drummond, Treasurer"),
        ("Call-out fee: £48", "Brightspark, wiring"),
    ],
)
def test_fields_stand_below_the_name_of_their_record(field: str, heading: str) -> None:
    document = _read(RECORDS)
    found = [
        block.headings[-1]
        for block in document.blocks
        if document.text[block.start : block.end] == field
    ]
    assert found == [heading]


def test_the_heads_of_letters_are_no_records() -> None:
    assert all(block.headings == () for block in _read(LETTERS).blocks)


FERRY = """\
TABLE 1   OUTWARD
Sailing   Ship     Port Aldan   Kelsay

A1        Gannet   06:40        07:50
A2        Petrel   08:20        -
A3        Gannet   10:30        11:40
"""

FRAMED = """\
OPENING HOURS

=== Public Library, Mill Lane ===
Monday      closed
Tuesday     10:00 - 18:00
Wednesday   10:00 - 13:00

=== Recycling Yard ===
Monday      closed
Tuesday     closed
Friday      13:00 - 18:00
Only for residents.
"""


def test_a_blank_line_may_part_heads_from_their_rows() -> None:
    rows = _rows(_read(FERRY))
    assert [head for _, head in rows[0]] == ["Sailing", "Ship", "Port Aldan", "Kelsay"]
    assert [cell for cell, _ in rows[1]] == ["A2", "Petrel", "08:20", "-"]
    assert len(rows) == 3


def test_marks_frame_a_heading() -> None:
    document = _read(FRAMED)
    rows = [block.headings[-1] for block in document.blocks if block.kind == "row"]
    assert rows == ["Public Library, Mill Lane"] * 3 + ["Recycling Yard"] * 3
    assert document.blocks[-1].headings[-1] == "Recycling Yard"
