"""Who won, or came third, by a table of results."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

RESULTS = """\
Pos  No.  Name              Club              Time      Remark
---  ---  ----------------  ----------------  --------  ---------
 1   118  Ewan Thackeray    Kelder Harriers   1:18:42
 2   204  Mirren Auld       Strath Runners    1:21:33   record
 3    63  Pavel Hruska      Kelder Harriers   1:22:10
--    71  Felix Garton      Westmere AC       DNF       ankle

TEAMS (three to count)
1  Kelder Harriers     13 points
2  Dale Striders       24 points
3  Strath Runners      27 points

JUNIOR RACE (under 16)
1  Daisy Auld         Strath Runners     19:48
2  Max Ferris         Dale Striders      20:03
3  Noor Farouk        unattached         20:31
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("results") / "fell-race.txt"
    path.write_text(RESULTS, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who won the race", "Ewan Thackeray"),
        ("winner of the fell race", "Ewan Thackeray"),
        ("who came second", "Mirren Auld"),
        ("who finished 3rd", "Pavel Hruska"),
        ("who won the junior race", "Daisy Auld"),
        ("who was first in the junior race", "Daisy Auld"),
        ("which team won", "Kelder Harriers"),
        ("which team came third", "Strath Runners"),
    ],
)
def test_a_place_is_told_by_its_row(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


def test_a_place_that_nobody_has_is_refused(engine: Engine) -> None:
    assert engine.ask("who finished 30th").kind == "no-answer"


STORES = """\
item_no,item,category,location,note
M201,Lathe Halden,machine,Machine room,key kept by Tomas
M202,Bandsaw Oerlik,machine,Cellar,blade changed in May
M205,Laser cutter,machine,Annex,book online
"""


def test_a_verb_in_a_remark_tells_of_no_other_row(tmp_path: Path) -> None:
    page = tmp_path / "stores.csv"
    page.write_text(STORES, encoding="utf-8")
    engine = Engine.open(page, reader="off")
    assert engine.ask("where is the bandsaw kept").text == "Cellar"
    assert engine.ask("who sold us the bandsaw").kind == "no-answer"
