"""Lists of frequently asked questions: what stands under a heading that asks the very question."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """\
# Library

## What happens if I lose a book?

You pay the price of the book plus £5 for handling. Tell the desk first.

## How do I renew?

Call the desk, or log in and press "Renew". It takes a minute.

## How much is a card?

Cards are made at the desk. A card costs £4.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("faq") / "faq.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        (
            "What happens if I lose a book?",
            "You pay the price of the book plus £5 for handling.",
            5,
        ),
        (
            "wat happens if i loose a book",
            "You pay the price of the book plus £5 for handling.",
            5,
        ),
        ("how do I renew", 'Call the desk, or log in and press "Renew".', 9),
        ("how much is a card", "£4", 13),
    ],
)
def test_the_answer_stands_under_its_question(
    engine: Engine, question: str, answer: str, line: int
) -> None:
    got = engine.ask(question)
    assert (got.text, got.source and got.source.line) == (answer, line)


@pytest.mark.parametrize(
    "question",
    [
        "What happens if I lose a key?",
        "What happens if I lose a book in 2031?",
        "What happens if I lose a book in Norwich?",
        "What happens if I lose a magnetic book?",
    ],
)
def test_another_question_is_not_answered_by_it(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


def test_what_is_done_before_is_not_done_after(tmp_path: Path) -> None:
    path = tmp_path / "kitchen.md"
    path.write_text(
        "# Kitchen\n\n## Before you cook\n\n1. Wash your hands.\n2. Put on an apron.\n\n"
        "## After cooking\n\n1. Switch off the stove.\n2. Wipe the table.\n",
        encoding="utf-8",
    )
    kitchen = Engine.open(str(path), reader="off")
    after = kitchen.ask("what do I do after cooking").text
    before = kitchen.ask("what do I do before cooking").text
    assert after == "Switch off the stove; Wipe the table"
    assert before == "Wash your hands; Put on an apron"
