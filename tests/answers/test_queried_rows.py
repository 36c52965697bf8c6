"""Rows of a table that have what a question tells of them; heads in short; bands as columns."""

from __future__ import annotations

import pytest

from hegang_qa import Engine
from hegang_qa.text.short_heads import in_full, written_out, written_out_all

_CREW = """\
crew_no,surname,first_name,position,depot,start_date,hours_per_week,ext,notes
201,Halloran,Mia,Depot Manager,Eastgate,2008-04-14,40,110,
204,Brandt,Jonas,Head Mechanic,Eastgate,2011-02-01,38,112,First aider
209,Osei,Kofi,Mechanic,Northway,2015-09-07,38,131,
212,Lindgren,Sara,Driver,Northway,2017-01-09,30,133,First aider; keyholder
215,Petrov,Ivan,Driver,Eastgate,2019-06-17,24,115,
220,Walsh,Aoife,Driver,Eastgate,2024-03-04,12,118,"Works from home on paperwork days"
"""
_PARTS = """\
Code;Part;Category;In stock;Unit cost EUR;Retail EUR
BR-PAD;Brake pad;Brakes;12;4.10;9.90
BR-DISC;Brake disc;Brakes;3;11.00;24.00
LI-FRONT;Front light;Lights;0;7.20;18.50
LI-REAR;Rear light;Lights;8;5.00;12.50
"""
_COPIES = """\
# Copy shop

| Item | 1-20 | 21-100 | over 100 |
|---|---|---|---|
| A4 black and white | 0.12 | 0.09 | 0.06 |
| A4 colour | 0.60 | 0.48 | 0.35 |
"""
_LEAGUE = """\
# Valley League

| Pos | Team | P | W | D | L | GF | GA | Pts |
|---|---|---|---|---|---|---|---|---|
| 1 | Alder Rovers | 18 | 14 | 2 | 2 | 51 | 17 | 44 |
| 2 | Stour Town | 18 | 12 | 4 | 2 | 47 | 16 | 40 |
| 3 | Old Priory | 18 | 0 | 1 | 17 | 9 | 53 | 1 |
"""
_JOBS = """\
# Minutes of May

## Actions

| No. | What | Who | By | Status |
|---|---|---|---|---|
| 1 | Sign the roofer's contract | Judith | 21 May | open |
| 2 | Chase the caterer | Sophie | 1 June | open |
| 3 | Tell the choir about the small room | Sophie | 17 May | done |
"""


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Engine]:
    folder = tmp_path_factory.mktemp("rows")
    pages = {
        "crew.csv": _CREW,
        "parts.csv": _PARTS,
        "copies.md": _COPIES,
        "league.md": _LEAGUE,
        "jobs.md": _JOBS,
    }
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
    return {name: Engine.open(folder / name, reader="off") for name in pages}


@pytest.mark.parametrize(
    ("name", "question", "text"),
    [
        ("crew.csv", "who is the head mechanic", "Jonas Brandt"),
        ("crew.csv", "who are our first aiders?", "Jonas Brandt; Sara Lindgren"),
        ("crew.csv", "which people joined in 2024", "Aoife Walsh"),
        ("crew.csv", "how many drivers are based at Eastgate", "2"),
        ("crew.csv", "who works the fewest hours a week", "Aoife Walsh"),
        ("crew.csv", "who has worked here the longest", "Mia Halloran"),
        ("crew.csv", "who joined earlier, Kofi Osei or Ivan Petrov", "Kofi Osei"),
        ("crew.csv", "What is Sara Lindgren's extension?", "133"),
        ("crew.csv", "who started before 2012", "Mia Halloran; Jonas Brandt"),
        ("parts.csv", "which lights do we stock", "Front light; Rear light"),
        ("parts.csv", "how much is the brake disc", "24.00"),
        ("parts.csv", "unit cost of the brake disc", "11.00"),
        ("parts.csv", "which lights can I get for under 15 euros", "Rear light"),
        ("copies.md", "what do 50 A4 colour copies cost each", "0.48"),
        ("copies.md", "price of a single A4 colour copy", "0.60"),
        ("copies.md", "price of an A4 colour copy if I make 200 copies", "0.35"),
        ("league.md", "who has most points", "Alder Rovers"),
        ("league.md", "which team won the most games", "Alder Rovers"),
        ("league.md", "how many games did Stour Town lose", "2"),
        (
            "jobs.md",
            "which jobs were given to Sophie",
            "Chase the caterer; Tell the choir about the small room",
        ),
        ("jobs.md", "how many actions does Sophie have", "2"),
    ],
)
def test_rows_answer_together(
    engines: dict[str, Engine], name: str, question: str, text: str
) -> None:
    assert engines[name].ask(question).text == text


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("crew.csv", "who are our fire wardens"),
        ("crew.csv", "how many plumbers are based at Eastgate"),
        ("league.md", "what is the most popular team"),
        ("jobs.md", "which jobs were given to Martin"),
    ],
)
def test_what_no_row_has_is_not_answered(
    engines: dict[str, Engine], name: str, question: str
) -> None:
    assert engines[name].ask(question).kind == "no-answer"


def test_each_row_is_evidence(engines: dict[str, Engine]) -> None:
    answer = engines["crew.csv"].ask("who are our first aiders?")
    assert [one.source.line for one in answer.support] == [3, 5]
    assert [one.answer for one in answer.support] == ["Jonas Brandt", "Sara Lindgren"]


def test_short_heads() -> None:
    assert written_out("Ext.") == "Ext. extension"
    assert written_out("Next") == "Next"
    assert in_full(["Name", "ext", "W"]) == ["Name", "extension", "W"]
    assert in_full(["Team", "W", "D", "L", "GD"])[1:] == [
        "games won",
        "games drawn",
        "games lost",
        "goal difference",
    ]
    assert written_out_all(["Team", "W", "D", "L"])[1] == "W won wins"
    assert written_out_all(["Name", "W", "H"]) == ["Name", "W", "H"]
