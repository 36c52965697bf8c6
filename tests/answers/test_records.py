"""Records ("Name: ...", "Job: ...") are asked as the rows of a table are."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

PEOPLE = """\
My contacts

Name: Adela Brock
Phone: 0555 231 774
Email: adela@brock.example
Street: 7 Cooper's Yard
Town: Lindmoor
Birthday: 14 February

Name: Desmond Pyle
Phone: 0555 340 019
Street: The Old Forge
Town: Netherwick
Job: farrier and blacksmith
Note: keeps our ladder. *Not* on Fridays

Name: Hal Whitcombe
Phone: 0555 774 130
Street: 3 Mount Pleasant
Town: Netherwick
Job: vet
"""
FIRMS = """\
Name: Bright Roofs
Trade: roofer
Call-out fee: £60

Name: Fens Heating
Trade: plumber
Call-out fee: £85

Name: Lark Electric
Trade: electrician
Call-out fee: £70
"""


@pytest.mark.parametrize(
    ("question", "wanted", "line"),
    [
        ("who is the vet", "Hal Whitcombe", 17),
        ("what's the name of the vet", "Hal Whitcombe", 17),
        ("which blacksmith do we use", "Desmond Pyle", 10),
        ("who lives in Netherwick", "Desmond Pyle; Hal Whitcombe", 10),
        ("how many people live in Netherwick", "2", 10),
        ("where does Desmond Pyle live", "The Old Forge", 12),
        ("what does Desmond do for a living", "farrier and blacksmith", 14),
        ("what is Adela's email", "adela@brock.example", 5),
        ("what is Hal Whitcombe's email", None, None),
    ],
)
def test_a_record_is_found_by_any_of_its_fields(
    tmp_path: Path, question: str, wanted: str | None, line: int | None
) -> None:
    document = tmp_path / "contacts.txt"
    document.write_text(PEOPLE)
    answer = Engine.open(document, reader="off").ask(question)
    assert answer.text == wanted
    if wanted is not None:
        assert answer.source is not None
        assert answer.source.line == line
        lines = PEOPLE[answer.source.start : answer.source.end]
        assert answer.sentence == lines


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("which firm has the highest call-out fee", "Fens Heating"),
        ("which firm has the lowest call-out fee", "Bright Roofs"),
        ("who is the electrician", "Lark Electric"),
    ],
)
def test_records_are_held_against_each_other(tmp_path: Path, question: str, wanted: str) -> None:
    document = tmp_path / "firms.txt"
    document.write_text(FIRMS)
    assert Engine.open(document, reader="off").ask(question).text == wanted


def test_where_things_are_kept(tmp_path: Path) -> None:
    document = tmp_path / "stock.csv"
    document.write_text("item,category,shelf\nHacksaw,Hand tools,A4\nRake,Garden,C2\n")
    assert Engine.open(document, reader="off").ask("where is the hacksaw").text == "A4"
