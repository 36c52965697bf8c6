"""Ranges of measures, ages, times and days are given whole, unless one end is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.answers.hints.ends import asked_end
from hegang_qa.text.lexicon import Lexicon

CAMP = """\
# Camp notes

Treatment with braces usually starts between the ages of ten and twelve.
The water pressure must lie between 0.5 and 8 bar.
The quiet hour lasts from 12:30 to 14:00.
Swimming is taught on Mondays and Wednesdays at 18:30.
Fires are allowed on Saturdays and Sundays from 20:00 to 22:00.
Washing is collected on Mondays, Wednesdays and Fridays.
The choir sings on Tuesday and Friday evenings.
The nurse is there on weekdays between 8 and 10 in the morning.
Hedges are 30 cm to 50 cm apart.
The yearly fee lies between £60 and £85.
The filter is changed every two to three months.
Children from six to fourteen years can take part.
The kiosk opens at 9 and closes at 17:30.
The barn is open from 10:00 to 19:00.
The star is 12 to 15 light-years away.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("ranges") / "notes.md"
    path.write_text(CAMP, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("At what age do braces usually start?", "between the ages of ten and twelve"),
        ("what pressure must the water have", "between 0.5 and 8 bar"),
        ("When does the quiet hour take place?", "12:30 to 14:00"),
        ("until when does the quiet hour last", "14:00"),
        ("when does the quiet hour begin", "12:30"),
        ("When is swimming taught?", "Mondays and Wednesdays at 18:30"),
        ("on which days is swimming taught", "Mondays and Wednesdays"),
        ("at what time is swimming taught", "18:30"),
        ("When are fires allowed?", "Saturdays and Sundays from 20:00 to 22:00"),
        ("When is washing collected?", "Mondays, Wednesdays and Fridays"),
        ("When does the choir sing?", "Tuesday and Friday evenings"),
        ("When is the nurse there?", "weekdays between 8 and 10 in the morning"),
        ("How far apart are the hedges?", "30 cm to 50 cm"),
        ("What is the yearly fee?", "between £60 and £85"),
        ("How often is the filter changed?", "every two to three months"),
        ("how old must children be to take part", "six to fourteen years"),
        ("at least how old must children be to take part", "six"),
        ("When does the kiosk open?", "9"),
        ("When does the kiosk close?", "17:30"),
        ("when is the barn open", "10:00 to 19:00"),
        ("when does the barn close", "19:00"),
        ("How far away is the star?", "12 to 15 light-years"),
    ],
)
def test_range_or_the_end_that_is_asked_for(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


@pytest.mark.parametrize(
    ("question", "sentence", "side"),
    [
        ("until when is it open", "It is open from 9 to 5.", 1),
        ("from when to when was she chair", "She was chair from 1987 to 2003.", 0),
        ("when does it start", "It starts between 9 and 10.", 0),
        ("what is the maximum load", "The load is 5 to 7 kg.", 1),
        ("what is the maximum load", "The maximum load is 5 to 7 kg.", 0),
        ("when is the last train", "Trains run from 5:00 to 23:30.", 1),
        ("when is it open", "It is open from 9 to 5.", 0),
    ],
)
def test_which_end_is_asked_for(question: str, sentence: str, side: int) -> None:
    assert asked_end(question.split(), analyse_text(sentence).tagged) == side


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The price rose from 8 to 12 euros.", set()),
        ("They won by 21 to 11.", set()),
        ("It has two hundred and five rooms.", set()),
        ("Use between 30 and 40 g.", {"30 and 40 g"}),
        ("It weighs 750 g to 1 kg.", {"750 g to 1 kg"}),
    ],
)
def test_what_is_a_range(text: str, words: set[str]) -> None:
    analysis = analyse_text(text, Lexicon.open())
    tokens = analysis.tagged.tokens
    ranges = {
        text[tokens[one.start].start : tokens[one.end - 1].end]
        for one in analysis.typed
        if one.joint >= 0 and one.type != "number"
    }
    assert ranges == words


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("when did the bishops lose the valley", "1537"),
        ("when did Jo Lund cease to be governor", "1739"),
        ("when was whaling given up", "1984"),
        ("when did Jo Lund become governor", "1721"),
    ],
)
def test_the_end_of_a_time_by_the_verb(tmp_path: Path, question: str, answer: str) -> None:
    path = tmp_path / "valley.txt"
    path.write_text(
        "The valley was ruled by the bishops from 1096 to 1537.\n\n"
        "Its first governor was Jo Lund (1721 to 1739).\n\n"
        "Whaling went on there from 1832 to 1984.\n",
        encoding="utf-8",
    )
    said = Engine.open(str(path), reader="off").ask(question, min_confidence=0.05).text
    assert said is not None
    assert said.lower() == answer
