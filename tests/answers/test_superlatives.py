"""Which row has the most or least: what the column tells, or the row says; no other row is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

NOTES = """\
# Boats for hire

| Boat | Longest trip | Seats | Price an hour |
|---|---|---|---|
| Skiff | 2 hours | 2 | 9 euros |
| Punt | 4 hours | 6 | 14 euros |
| Barge | 6 hours | 12 | 30 euros |

# The isle of Tarn

| Fact | Value |
|---|---|
| Highest hill | Corrie Top, 310 m |
| Largest lake | Loch Ure |
| Area | 44 square kilometres |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("superlatives") / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("which boat is cheapest", "Skiff"),
        ("what is the most expensive boat", "Barge"),
        ("which boat has the most seats", "Barge"),
        ("which boat has the fewest seats", "Skiff"),
        ("how much is the cheapest boat", "9 euros"),
        ("what is the lowest price an hour", "9 euros"),
        ("which boat makes the longest trip", "Barge"),
    ],
)
def test_the_column_tells(engine: Engine, question: str, text: str) -> None:
    answer = engine.ask(question)
    assert (answer.kind, answer.text) == ("answer", text)
    assert answer.confidence <= 0.6


@pytest.mark.parametrize("question", ["which boat is the fastest", "which boat is the oldest"])
def test_no_row_tells_what_no_column_has(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


def test_of_two_that_are_alike_none_is_the_most(tmp_path: Path) -> None:
    path = tmp_path / "tickets.md"
    path.write_text(
        "| Ticket | Price |\n|---|---|\n| Adult | 9.00 |\n| Group | 4.50 |\n| Child | 4.50 |\n",
        encoding="utf-8",
    )
    engine = Engine.open(path, reader="off")
    assert engine.ask("which ticket is the cheapest").kind == "no-answer"
    assert engine.ask("which ticket is the dearest").text == "Adult"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what is the largest lake", "Loch Ure"),
        ("what is the biggest lake", "Loch Ure"),
        ("what is the highest hill", "Corrie Top"),
        ("what is the longest trip of the punt", "4 hours"),
        ("how many seats has the barge", "12"),
    ],
)
def test_a_row_or_its_head_may_say_so(engine: Engine, question: str, text: str) -> None:
    answer = engine.ask(question)
    assert answer.kind == "answer"
    assert text in (answer.text or "")


def test_figures_as_people_write_them(tmp_path: Path) -> None:
    path = tmp_path / "peaks.md"
    path.write_text(
        "| Peak | Height | Permit |\n|---|---|---|\n| Kesh | 6,214 m | €450.50 |\n"
        "| Om Dara | 998 m | €1,200 |\n| Shal | 5 502 m | free |\n",
        encoding="utf-8",
    )
    engine = Engine.open(path, reader="off")
    assert engine.ask("which peak is the highest").text == "Kesh"
    assert engine.ask("which peak is the lowest").text == "Om Dara"
    assert engine.ask("which peak has the most expensive permit").text == "Om Dara"


CARD = """\
THE OLD FERRY

WINE                     glass      bottle
Muscat ................. 6.20 ..... 25.00
Rioja .................. 6.90 ..... 28.50
Malbec ................. 5.10 ..... 29.50
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("cheapest bottle of wine", "Muscat"),
        ("what is the dearest wine by the glass", "Rioja"),
        ("how much is the cheapest bottle of wine", "25.00"),
        ("how much is a glass of malbec", "5.10"),
    ],
)
def test_what_a_price_buys_is_told_by_the_head_of_its_column(
    tmp_path: Path, question: str, text: str
) -> None:
    path = tmp_path / "card.txt"
    path.write_text(CARD, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == text
