"""Sentences that do not bear on a yes-or-no question say neither yes nor no to it."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

NOTES = """\
# Campsite

Cats are welcome in the pavilion but not in the kitchen. Cycling is allowed in the meadow.

Herons nest only in the northern wood. The eastern crane has died out there.

## Key cards

Guests can copy their key card at the kiosk. If the kiosk is broken, press COPY on the terminal; the
new key card works for a day. Key cards need a photo.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("bearing") / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    "question",
    [
        "is cooking allowed in the pavilion",
        "may I sleep in the pavilion",
        "do guests need to call you for a new key card",
        "do guests need to pay for a new key card",
    ],
)
def test_what_is_said_of_something_else_is_no_verdict(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert answer.text not in ("Yes", "No")
    assert "Herons" not in (answer.text or "")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("are cats welcome in the pavilion", "Yes"),
        ("can I bring my cat to the pavilion", "Yes"),
        ("is cycling allowed in the meadow", "Yes"),
        ("may I cycle in the meadow", "Yes"),
        ("can guests copy their key card", "Yes"),
        ("do key cards need a photo", "Yes"),
    ],
)
def test_what_is_said_of_it_is_one(engine: Engine, question: str, said: str) -> None:
    assert engine.ask(question).text == said
