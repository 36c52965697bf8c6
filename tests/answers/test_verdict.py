"""Yes, no, or neither: what one sentence says to a yes-or-no question."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

TEXT = """\
# House rules

The lift serves all floors except the attic. Bicycles are forbidden in the courtyard.
Dogs are not admitted. Parking is free for residents. Guests are welcome on the roof terrace.
The tower is the second-largest building of the town. The boiler was replaced in 2019.
The laundry is open on Sundays. The stairs have six lamps. The caretaker never works on Fridays.
Balls are welcome in the yard, but not in the hall. Never feed crumbs to birds.
The founder, Ada Wu, was born in Kelby and came to Bristol as a child. There is no drier.
Lanterns are allowed; open fires are not.

## Do I need a key for the cellar?

No. The cellar is always open.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("rules") / "rules.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "said", "line"),
    [
        ("Does the lift go to the attic?", "No", 3),
        ("Does the lift serve all floors?", "No", 3),
        ("Can I leave my bicycle in the courtyard?", "No", 3),
        ("May I bring my dog?", "No", 4),
        ("Are guests welcome on the roof terrace?", "Yes", 4),
        ("Are guests allowed on the roof terrace?", "Yes", 4),
        ("Is the tower the largest building of the town?", "No", 5),
        ("Do the stairs have six lamps?", "Yes", 6),
        ("Do the stairs have seven lamps?", "No", 6),
        ("Is the tower the second largest building of the town?", "Yes", 5),
        ("Was the boiler replaced in 2019?", "Yes", 5),
        ("Was the boiler replaced in 2015?", "No", 5),
        ("Is the laundry open on Sundays?", "Yes", 6),
        ("Does the caretaker work on Fridays?", "No", 6),
        ("Can I play with a ball in the hall?", "No", 7),
        ("Can I play with a ball in the yard?", "Yes", 7),
        ("Are campfires allowed?", "No", 9),
        ("May I feed crumbs to a pigeon?", "No", 7),
        ("Was the founder born in Bristol?", "No", 8),
        ("Was the founder born in Kelby?", "Yes", 8),
        ("Have the House rules got a drier?", "No", 8),
        ("Do I need a key for the cellar?", "No", 13),
    ],
)
def test_verdict(engine: Engine, question: str, said: str, line: int) -> None:
    got = engine.ask(question)
    assert (got.text, got.source and got.source.line) == (said, line)


@pytest.mark.parametrize(
    "question",
    [
        "Is there a swimming pool?",
        "Can I keep a horse?",
        "Do I need a key for the cellar in Norwich?",
        "Do I need a key for the sauna?",
    ],
)
def test_what_no_sentence_speaks_of_is_refused(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


OTHERWISE = """\
# Town guide

Elmford Airport serves the town and operates flights to Berlin, Dresden and other cities.
The museum, near Porto, runs buses to Lisbon. Tom is the son of Anna.
It takes an hour to drive from Elmford to Kelm, the provincial capital of Westland.
The hall is not heated, but the library is.
Food is not allowed in the reading room, but covered drinks are.

## Animals

Only guide dogs are allowed inside.

## Fees

Members under 16 pay no late fees.

## Rooms

To book a room, pay at the desk. The workshop is on the second floor.
The café is in the basement.

## Do you lend laptops?

Not at the moment. We lend tablets, though.
"""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("guide") / "guide.md"
    path.write_text(OTHERWISE, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Can I fly to Berlin?", "Yes"),
        ("Can I fly to Dresden?", "Yes"),
        ("Are there flights to Dresden?", "Yes"),
        ("Is the museum near Porto?", "Yes"),
        ("Is Tom the son of Anna?", "Yes"),
        ("Is Kelm the capital of Westland?", "Yes"),
        ("Is the library heated?", "Yes"),
        ("Is the hall heated?", "No"),
        ("Are drinks allowed in the reading room?", "Yes"),
        ("Is food allowed in the reading room?", "No"),
        ("Are guide dogs allowed inside?", "Yes"),
        ("Do members under 16 pay late fees?", "No"),
        ("Do you lend laptops?", "No"),
        ("Do you lend tablets?", "Yes"),
        ("Is the café in the basement?", "Yes"),
    ],
)
def test_what_is_said_of_the_thing_asked_about(guide: Engine, question: str, said: str) -> None:
    assert guide.ask(question).text == said


@pytest.mark.parametrize(
    "question",
    [
        "Is the airport in Berlin?",
        "Is the airport in Dresden?",
        "Is the museum in Lisbon?",
        "Is Lisbon near Porto?",
        "Is Anna the son of Tom?",
        "Is Elmford the capital of Westland?",
        "Can I bring my dog?",
        "Are dogs allowed inside?",
        "Can I pay by cheque?",
        "Is the café on the second floor?",
        "Is the workshop in the basement?",
        "Is the reading room in the basement?",
    ],
)
def test_what_is_said_of_something_else_is_no_verdict(guide: Engine, question: str) -> None:
    assert guide.ask(question).text not in ("Yes", "No")


@pytest.mark.parametrize("name", ["Tokyo", "tokyo"])
def test_a_word_for_its_kind_does_not_stand_for_a_name(guide: Engine, name: str) -> None:
    assert guide.ask(f"Can I fly to {name}?").kind == "no-answer"


def test_what_is_said_word_for_word_is_surer(guide: Engine) -> None:
    sure = guide.ask("Is Tom the son of Anna?").confidence
    assert sure > 0.8
    assert guide.ask("Can I fly to Dresden?").confidence < sure


def test_why_a_verdict_is_given_is_explained(guide: Engine) -> None:
    explanation = guide.ask("Is the hall heated?", explain=True).explanation
    assert explanation is not None
    assert 'yes or no: "not" denies it' in explanation.notes
