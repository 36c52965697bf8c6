"""A list of items, found by what introduces it, is given as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """\
# Volunteers

The coordinator is Ann Strand.

Volunteers receive:

- a free annual pass,
- 25% discount in the shop,
- an invitation to the party.

Bring to the first shift:

1. a photo
2. your passport. The original, no copy.

Call the desk when you are ill.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("items") / "volunteers.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


def test_all_items_are_given(engine: Engine) -> None:
    got = engine.ask("What do volunteers receive?")
    assert got.text == "a free annual pass; 25% discount in the shop; an invitation to the party"
    assert got.sentence == "Volunteers receive:"
    assert got.source is not None
    assert got.source.line == 5


def test_an_item_of_two_sentences_is_one_item(engine: Engine) -> None:
    assert engine.ask("What should I bring to the first shift?").text == "a photo; your passport"


def test_a_question_about_one_item_gets_the_item(engine: Engine) -> None:
    got = engine.ask("How much discount do volunteers receive in the shop?", min_confidence=0)
    assert got.text is not None
    assert got.text.startswith("25")


HOURS = """\
# Library handbook

## Opening hours

1. Monday to Friday: 9 am to 7 pm
2. Saturday: 10 am to 4 pm
3. Sunday: closed

## Café

The café is open daily from 10 am to 5 pm.
"""


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        (
            "what are the opening hours",
            "Monday to Friday: 9 am to 7 pm; Saturday: 10 am to 4 pm; Sunday: closed",
            3,
        ),
        ("when is the library open on saturday", "10 am to 4 pm", 6),
        ("opening hours on sunday", "closed", 7),
        ("is the library open on sunday", "No", 7),
    ],
)
def test_a_list_that_its_heading_names(
    tmp_path_factory: pytest.TempPathFactory, question: str, answer: str, line: int
) -> None:
    path = tmp_path_factory.mktemp("hours") / "handbook.md"
    path.write_text(HOURS, encoding="utf-8")
    got = Engine.open(path).ask(question)
    assert (got.text, got.source and got.source.line) == (answer, line)


DEFINED = """\
# Terms

A *peer* means any of the following:

- a machine that has been paired,
- a folder on the same machine.

A *relay* is one of these:

- a server that passes on what it gets,
- a peer that does so.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is a peer?", "a machine that has been paired; a folder on the same machine"),
        ("what does relay mean?", "a server that passes on what it gets; a peer that does so"),
    ],
)
def test_a_definition_that_points_to_a_list(tmp_path: Path, question: str, answer: str) -> None:
    path = tmp_path / "terms.md"
    path.write_text(DEFINED, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == answer
