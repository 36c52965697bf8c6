"""Yes and no where rules, timetables and lists of officers say it in ways of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """\
# Sailing school

The kiosk is open on Friday and Saturday evenings. The autumn cup is held on the last Sunday of
October. The general assembly takes place in November.
No dinghy may leave the harbour without a whistle.
Only instructors with a licence may drive the tender.
There are no discounts for a single lesson.
In winter, from 1 November to 28 February, nobody sails alone.
Visitors may enter the pier without a ticket.

| Office | Name | Telephone |
|---|---|---|
| Secretary | Marek Olsen | 555 0100 |
| Treasurer | Ines Falk | 555 0101 |
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("school") / "school.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is the kiosk open on Friday evenings?", "Yes"),
        ("Is the kiosk open on Monday evenings?", "No"),
        ("Is the autumn cup held in July?", "No"),
        ("Is the general assembly in May?", "No"),
        ("Is the general assembly in November?", "Yes"),
        ("May a dinghy leave the harbour without a whistle?", "No"),
        ("Can anyone drive the tender?", "No"),
        ("Are discounts given for a single lesson?", "No"),
        ("Can I sail alone in January?", "No"),
        ("Can visitors enter the pier without a ticket?", "Yes"),
        ("Is Ines Falk the treasurer?", "Yes"),
    ],
)
def test_yes_or_no(school: Engine, question: str, said: str) -> None:
    assert school.ask(question).text == said


@pytest.mark.parametrize("question", ["Is Marek Olsen the treasurer?", "May I drive the tender?"])
def test_neither(school: Engine, question: str) -> None:
    assert school.ask(question).text not in ("Yes", "No")


def verdict(folder: Path, text: str, question: str) -> str | None:
    """Return "Yes" or "No", None where a document says neither."""
    (folder / "rules.md").write_text(text, encoding="utf-8")
    said = Engine.open(folder, reader="off").ask(question).text
    return said if said in ("Yes", "No") else None


HOUSE = """# House rules

Cats may not come in.

Bicycles may be left in the yard.

Guests cannot smoke on the balcony.

Visitors must not bring dogs to the gallery.

Members can use the sauna on Fridays.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Are cats allowed?", "No"),
        ("Are bicycles allowed in the yard?", "Yes"),
        ("Is smoking allowed on the balcony?", "No"),
        ("Are dogs allowed in the gallery?", "No"),
        ("Are members allowed in the sauna?", "Yes"),
        # Who may not smoke there may be there.
        ("Are guests allowed on the balcony?", None),
        ("Are visitors allowed in the gallery?", None),
    ],
)
def test_leave_is_told_by_what_one_may_do(tmp_path: Path, question: str, said: str | None) -> None:
    assert verdict(tmp_path, HOUSE, question) == said


PLOTS = """# Greenfield Allotments

The rent is 48 pounds for a full plot and 30 pounds for half a plot.

Bonfires are allowed only in November and December, never on Sundays.

Hens may be kept, but no cockerels. The reading room is never full.

Barbecues may be used all year; the tap is closed in winter.

All huts have a stove except those by the lake. We have no lift.

The post of treasurer is vacant. Irene Doyle is the secretary.

Hosepipes are not permitted in July and August.

The office is staffed from 7 to 22. The hall is in the basement.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Can I have a bonfire on a Sunday?", "No"),
        ("Are bonfires allowed in November?", "Yes"),
        ("Are cockerels allowed?", "No"),
        ("May I keep hens?", "Yes"),
        ("May I use a barbecue in June?", "Yes"),
        ("Is the tap closed in winter?", "Yes"),
        ("Do all huts have a stove?", "No"),
        ("Does the house have an elevator?", "No"),
        ("Is there a treasurer?", "No"),
        ("Is Irene Doyle the treasurer?", "No"),
        ("Is Irene Doyle the secretary?", "Yes"),
        ("Is the rent 48 pounds for half a plot?", "No"),
        ("Is the rent 48 pounds for a full plot?", "Yes"),
        ("Is the office open at 8?", "Yes"),
        ("Is the office open at 23:00?", "No"),
        # Of another month, and of another room, nothing is said.
        ("Are hosepipes permitted in May?", None),
        ("Is the reading room in the basement?", None),
    ],
)
def test_what_a_part_of_a_sentence_says(tmp_path: Path, question: str, said: str | None) -> None:
    assert verdict(tmp_path, PLOTS, question) == said


CLUB = """# Minutes

Present: Gwen Oduya (chair), Tom Fairley (treasurer), Raj Patel.

The minutes of April were approved without changes.

Dogs are not allowed in the building, except for guide dogs.

Photography is prohibited without written permission from the manager.

Bonfires are allowed only from November to February and never on Sundays.

Children under eight must be accompanied by an adult.

Entry is free for members and £2 for visitors.

Swimming caps are compulsory in the lane pool but optional in the leisure pool.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Were the April minutes approved?", "Yes"),
        ("Are guide dogs allowed?", "Yes"),
        ("Are dogs allowed in the building?", "No"),
        ("Is photography permitted with written permission?", "Yes"),
        ("Is photography permitted?", "No"),
        ("Can I have a bonfire on a Sunday?", "No"),
        ("Is Tom the chair?", "No"),
        ("Is Gwen the chair?", "Yes"),
        ("May children under eight come alone?", "No"),
        ("Is entry free for visitors?", "No"),
        ("Is entry free for members?", "Yes"),
        ("Are swimming caps compulsory in the leisure pool?", "No"),
        ("Are swimming caps compulsory in the lane pool?", "Yes"),
        ("Are swimming caps optional in the leisure pool?", "Yes"),
    ],
)
def test_without_except_and_in_brackets(tmp_path: Path, question: str, said: str) -> None:
    assert verdict(tmp_path, CLUB, question) == said
