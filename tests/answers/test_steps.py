"""Steps and rules that are asked for by their place in a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TEXT = """\
# Kitchen

## Before you cook

1. Wash your hands.
2. Put on an apron.
3. Read the whole recipe.

## After cooking

1. Switch off the stove.
2. Wipe the table.
3. Take out the rubbish.

## House rules

1. No smoking.
2. No dogs.

Humidity can be set in steps of 5 percent.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("steps") / "kitchen.md"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "text", "line"),
    [
        ("what is the second step before cooking", "Put on an apron", 6),
        ("what is step 3 after cooking", "Take out the rubbish", 13),
        ("What is the first step after cooking?", "Switch off the stove", 11),
        ("What is the last step before you cook?", "Read the whole recipe", 7),
        ("what does rule 2 say", "No dogs", 18),
        ("what is step 2", "Put on an apron", 6),
    ],
)
def test_a_step_by_its_place(engine: Engine, question: str, text: str, line: int) -> None:
    answer = engine.ask(question)
    assert answer.text == text
    assert answer.source is not None
    assert answer.source.line == line
    assert answer.sentence is not None
    assert answer.answer_span is not None
    assert answer.sentence[slice(*answer.answer_span)] == text


def test_no_such_step(engine: Engine) -> None:
    assert engine.ask("what is step 9 after cooking").kind == "no-answer"
    assert engine.ask("what is the second step of repairs").text != "Put on an apron"


def test_steps_are_those_of_the_method_and_not_what_goes_in(tmp_path: Path) -> None:
    path = tmp_path / "soup.md"
    path.write_text(
        "# Pea soup\n\nReady in 90 minutes.\n\n## Ingredients\n\n- 400 g peas\n- 1 onion\n"
        "- 2 carrots\n\n"
        "## Method\n\n1. Soak the peas overnight.\n2. Fry the onion.\n3. Simmer for an hour.\n",
        encoding="utf-8",
    )
    engine = Engine.open(path)
    assert engine.ask("what is the third step").text == "Simmer for an hour"
    assert engine.ask("how long does it simmer").text == "an hour"
    assert engine.ask("how long does it take").text == "90 minutes"


def test_of_several_documents_no_list_is_guessed_at(tmp_path: Path) -> None:
    for name in ("soup", "stew"):
        text = "# Food\n\n## Method\n\n1. Soak the peas.\n2. Fry the onion.\n3. Simmer.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    engine = Engine.open(tmp_path)
    assert engine.ask("what is the third step").kind == "no-answer"
    assert engine.ask("what is the third step", within="soup.md").text == "Simmer"
    assert engine.ask("what is the third step", within="gone.md").kind == "no-answer"
