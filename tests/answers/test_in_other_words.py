"""Questions that avoid the words of the document, and what near in meaning may not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.ranking import nearest

_LIBRARY = """\
# Fernley Library

## Opening hours

Monday to Friday: 9 to 18. Saturday: 10 to 14. The building is closed on Sundays.

## Borrowing

Members may take out up to eight items. Items are lent for three weeks and can be renewed twice
unless somebody else has reserved them.

## Charges

Overdue items: 20 pence a day, at most 5 pounds. Lost items are charged at the price of a new copy.

## Rooms

The study room seats twelve. It can be booked at the desk by groups from the town.

## Staff

The head librarian is Mara Lindqvist. Her deputy is Tom Ashe.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("library") / "library.md"
    path.write_text(_LIBRARY, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what am I in for when I am late giving a novel back", "20 pence a day"),
        ("who runs the place", "Mara Lindqvist"),
    ],
)
def test_the_answer_is_found(library: Engine, question: str, answer: str) -> None:
    assert library.ask(question).text == answer


@pytest.mark.parametrize(
    ("question", "nearest_sentence"),
    [
        ("who is second in command", "Her deputy is Tom Ashe."),
        ("how long may I keep a novel", "Items are lent for three weeks"),
    ],
)
def test_where_it_is_not_sure_the_nearest_sentence_is_told(
    library: Engine, question: str, nearest_sentence: str
) -> None:
    assert (library.ask(question).sentence or "").startswith(nearest_sentence)


@pytest.mark.parametrize("question", ["what is the wifi password", "who painted the ceiling", "?"])
def test_what_the_document_does_not_say_stays_refused(library: Engine, question: str) -> None:
    assert library.ask(question).kind == "no-answer"


def test_only_documents_within_the_limits_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(_LIBRARY, encoding="utf-8")
    (tmp_path / "b.md").write_text("# Roof\n\nThe roof is made of tin.", encoding="utf-8")
    engine = Engine.open(str(tmp_path), reader="off")
    question = "who is second in command"
    assert engine.ask(question).sentence == "Her deputy is Tom Ashe."
    assert engine.ask(question, within="*b.md").sentence in (None, "The roof is made of tin.")


def test_the_same_question_finds_the_same_again(library: Engine) -> None:
    first = library.ask("who is second in command")
    assert library.ask("who is second in command") == first


def test_of_a_large_collection_nothing_is_placed(
    library: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearest, "MOST", 3)
    found = library.ask("who is second in command")
    assert found.kind == "no-answer"


def test_the_sentence_that_states_it_goes_before_one_that_lets_it_be_guessed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "town.txt"
    path.write_text(
        "Elmsted is a market town in Kent province on the river Nore, facing Wye.\n\n"
        "It takes less than four hours to drive from Elmsted to Wye, the capital of Kent Province.",
        encoding="utf-8",
    )
    found = Engine.open(str(path), reader="off").ask("What province is Elmsted in?")
    assert (found.source and found.source.line) == 1
    assert (found.text or "").startswith("Kent")


@pytest.mark.parametrize("question", ["is there parking", "is there a park", "can I park there"])
def test_items_reserved_are_no_park(library: Engine, question: str) -> None:
    assert library.ask(question).kind == "no-answer"
