"""Answers that cannot be of the kind asked for are refused, and those that can are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.text.lexicon import Lexicon

NOTES = """\
# Orchard notes

Cider cellar: stay under 14 °C. The press was lent to Tilda Roe.

The canal at Fenwick was opened with music on 3 August 1911. The canal at Ostley is 12 metres wide.

Losses must be announced to the foreman, Rufus Dahl. Ladders may be kept for two days.

Ostley (German: Ostlau, also known as Long Mead) is a village on the canal.

By 2004 the storks had come back as far as Mill Pond. The herons left because the pond froze.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("unfit") / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("who has the code of the cider cellar", "14"),
        ("how wide is the canal at Fenwick", "3"),
        ("how long have I got to announce losses", "foreman"),
        ("why did the storks come back", "far"),
    ],
)
def test_what_is_of_another_kind_is_no_answer(engine: Engine, question: str, wrong: str) -> None:
    answer = engine.ask(question)
    assert answer.kind == "no-answer" or wrong not in (answer.text or "")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("to whom was the press lent", "Tilda Roe"),
        ("how wide is the canal at Ostley", "12 metres"),
        ("how long may ladders be kept", "two days"),
        ("why did the herons leave", "the pond froze"),
        ("what is the German name of Ostley", "Ostlau"),
        ("what is Ostley also called", "Long Mead"),
    ],
)
def test_what_is_of_the_kind_is_given(engine: Engine, question: str, text: str) -> None:
    answer = engine.ask(question)
    assert answer.kind == "answer"
    assert text in (answer.text or "")


@pytest.mark.parametrize(
    ("sentence", "reasons"),
    [
        ("The storks had come back as far as Mill Pond.", []),
        ("The mill has stood still since 1999.", []),
        ("Tea is free, since the kettle was a gift.", ["the kettle was a gift"]),
        ("The path was shut as it had flooded.", ["it had flooded"]),
    ],
)
def test_only_a_clause_after_as_or_since_tells_a_reason(sentence: str, reasons: list[str]) -> None:
    analysis = analyse_text(sentence, Lexicon.open())
    found = [one.value for one in analysis.typed if one.type == "reason"]
    assert found == reasons


@pytest.mark.parametrize(
    ("text", "question", "wanted"),
    [
        (
            "The bishop preached that it was a judgement. The governor, Count Lascari, "
            "suspected poisoned wells.\n",
            "What did the governor suspect?",
            "poisoned wells",
        ),
        (
            "It was designed by the builder Karel Schmidl and is painted with murals of animals "
            "and plants.\n",
            "What is depicted in the murals?",
            "animals and plants",
        ),
    ],
)
def test_what_is_done_is_nobodys_name(
    tmp_path: Path, text: str, question: str, wanted: str
) -> None:
    document = tmp_path / "town.txt"
    document.write_text(text)
    assert Engine.open(document, reader="off").ask(question).text == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("how many eggs does it lay", "Three to five"),
        ("what was the name of its first dye", "Rubinrot"),
        ("what was the biggest trebuchet called", "Godmother"),
        ("who designed the Liberty Bridge", None),
        ("who designed the Chain Bridge", "Karl Weth"),
        ("when did Mathilde die", None),
        ("when did Agnes die", "1949"),
        ("last canvas he finished", "Fog Signal"),
    ],
)
def test_of_several_the_one_that_is_asked_about(
    tmp_path: Path, question: str, wanted: str | None
) -> None:
    document = tmp_path / "notes.txt"
    document.write_text(
        "Three to five eggs, white and round, are laid at intervals of two days.\n\n"
        "Its first product was a magenta dye, sold under the name of Rubinrot, and copied.\n\n"
        "Seven trebuchets were set up by Ottone, the biggest of which, called *Godmother*, hurled "
        "stones of 130 kilograms.\n\n"
        "The oldest, the Chain Bridge, was designed by the engineer Karl Weth; the second, the "
        "Liberty Bridge, was completed in 2012.\n\n"
        "In 1870 he married the pianist Mathilde Berg, with whom he had two daughters, Agnes "
        "(1871-1949), and Ruth, who died of diphtheria.\n\n"
        "His last finished canvas, Fog Signal, dates from 1903.\n"
    )
    assert Engine.open(document, reader="off").ask(question).text == wanted
