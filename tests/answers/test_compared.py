"""Yes or no by comparing figures, by the beginning of a word, by "there is no", by a cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TEXT = """# Island ferries

In the end the tower had cost £52,300 and stands on 4,280 tonnes of granite. The dome is 41 metres
high.

There is no service to Sandray on Sundays. Members of the committee are unpaid.

The screens display the music list. The south gate is inaccessible in winter.

Wi-Fi is available on the Fulmar and the Gannet.

| Ticket | Holm | Sandray |
|---|---|---|
| Adult | £13.20 | £4.10 |
| Motorcycle | £16.00 | not carried |
| Bicycle | no charge | no charge |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("documents") / "ferries.md"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Did the tower cost more than £50,000?", "Yes"),
        ("Did the tower cost more than £60,000?", "No"),
        ("Did the tower cost less than £60,000?", "Yes"),
        ("Is the dome over 50 metres high?", "No"),
        ("Is the dome at most 40 metres high?", "No"),
        ("Is there a service to Sandray on Sundays?", "No"),
        ("Is there a ferry to Sandray on Sunday?", "No"),
        ("Is the committee paid?", "No"),
        ("Is the south gate accessible in winter?", "No"),
        ("Can I take a motorcycle to Sandray?", "No"),
    ],
)
def test_verdict(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


def test_nothing_is_denied_by_a_word_that_only_begins_so(engine: Engine) -> None:
    assert engine.ask("Do the screens play the music list?").text != "No"
    assert engine.ask("Is a bicycle to Holm free?").text != "No"


def test_two_things_are_not_compared_by_what_is_said_of_both(engine: Engine) -> None:
    assert engine.ask("Is the Fulmar bigger than the Gannet?").text not in ("Yes", "No")
