"""Yes or no where the words are all there, and more decides: a time held against hours, what was
asked for and refused, who was away, who holds an office, what was moved."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

CLUB = """\
# Boat club

The bar is open on Fridays from 18:00 to 23:00 and on Sundays from 12:00 to 16:00.

The sauna is open from 6 am to 10 pm.

The shop is open Monday to Friday 9:00 to 17:00, Saturday 9:00 to 13:00.

The jazz cellar is open on Wednesdays from 20:00 to 02:00.

The committee asked that the shed be painted; this was refused.

The proposal to buy a tent was rejected.

Anna asked for a second key, but it was not granted.

Apologies: Gwen Marsh, Colin Fairweather

Present: Ines Dalgaard (chair), Robert Oyelaran, Wilfred Stone, Priya Nair

The present captain is Ines Dalgaard, the vice-captain Robert Oyelaran.

The treasurer, Wilfred Stone, keeps the books.

The regatta is moved from 20 July to 27 July.

DVDs may be kept for one week.

The joining fee is £40, waived for juniors.

The new minibus engine cost £300.

Karin met a Danish sailor in Hull.

Tove is a Danish painter.

Radios, knives and fireworks must stay at home.

Leave dogs outside. Prams can be left outside.

| Day | Opens | Closes |
|-----|-------|--------|
| Monday | 9:00 | 17:00 |
| Tuesday | 10:00 | 19:00 |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("club") / "club.md"
    path.write_text(CLUB, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("is the bar open on Fridays at 20:00", "Yes"),
        ("is the bar open on Fridays at 17:00", "No"),
        ("is the bar open on Sundays", "Yes"),
        ("does the bar open on Sundays", "Yes"),
        ("is the bar closed on Sundays at 17:00", "Yes"),
        ("is the shop open on Tuesday at 16:00", "Yes"),
        ("is the shop open on Saturday at 16:00", "No"),
        ("is the jazz cellar open on Wednesdays at 1:00", "Yes"),
        ("is the jazz cellar open on Wednesdays at 19:00", "No"),
        ("is the sauna open at 8 am", "Yes"),
        ("is the sauna open at 11 pm", "No"),
        ("is the sauna open before 6 am", "No"),
        ("is the sauna open after 9 pm", "Yes"),
        ("is it open on Monday at 10:00", "Yes"),
        ("is it open on Monday at 18:00", "No"),
        ("do juniors pay the joining fee", "No"),
        ("is Tove Danish", "Yes"),
        ("was the shed painted", "No"),
        ("was the tent bought", "No"),
        ("did Anna get a second key", "No"),
        ("was Gwen Marsh present", "No"),
        ("was Priya Nair present", "Yes"),
        ("is Robert Oyelaran the captain", "No"),
        ("is the captain Robert Oyelaran", "No"),
        ("is Ines Dalgaard the captain", "Yes"),
        ("is Robert Oyelaran the vice-captain", "Yes"),
        ("is the regatta on 20 July", "No"),
        ("is the regatta on 27 July", "Yes"),
        ("are fireworks allowed", "No"),
        ("may I bring my dog in", "No"),
        ("can I leave my dog outside", "Yes"),
        ("can prams be left outside", "Yes"),
    ],
)
def test_verdicts(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("when is the regatta", "27 July"),
        ("what was the regatta's original date", "20 July"),
        ("who is Wilfred Stone", "treasurer"),
        ("who is captain", "Ines Dalgaard"),
        ("who is the captain", "Ines Dalgaard"),
        ("how long may a DVD be kept", "one week"),
    ],
)
def test_what_is_meant(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


def test_nobody_is_told_by_another_name(engine: Engine) -> None:
    text = engine.ask("who is Priya Nair").text or ""
    assert not any(name in text for name in ("Ines", "Robert", "Wilfred"))


@pytest.mark.parametrize("day", ["Monday", "Thursday"])
def test_no_yes_by_the_hours_of_another_day(engine: Engine, day: str) -> None:
    assert engine.ask(f"is the bar open on {day} at 20:00").text != "Yes"


@pytest.mark.parametrize("question", ["is the minibus new", "is Karin Danish"])
def test_no_verdict_by_the_adjective_of_another(engine: Engine, question: str) -> None:
    assert engine.ask(question).text not in ("Yes", "No")
