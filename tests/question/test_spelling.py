"""Misspelled words: what was meant, whether or not the documents hold it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.question import understand
from hegang_qa.question.model import Question

TEXT = """\
Paternity leave is four weeks at full pay. The red light tells that the tank is empty.
The password needs sixteen characters. Doors open at nine. Annika Strand founded the museum.
The book is kept for a night, and for ten minutes more. My wife has three eggs and lead.
The business of the bus: a tonne of coal. Use the exit in case of fire.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("spelling") / "notes.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


def read(engine: Engine, question: str) -> Question:
    return understand(question, rules=engine.rules, index=engine.index, lexicon=engine.lexicon)


@pytest.mark.parametrize(
    ("question", "corrected"),
    [
        ("how long is patrnity leave", "how long is paternity leave"),
        ("what does the red lihgt mean", "what does the red light mean"),
        ("what is the miminum pasword length", "what is the minimum password length"),
        ("who foundd the museem", "who founded the museum"),
        ("when do the doors opne", "when do the doors open"),
        ("how long is the book kep", "how long is the book kept"),
        ("colour of the egs", "colour of the eggs"),
        ("price per nite", "price per night"),  # no "nine"
        ("for ten minuts", "for ten minutes"),  # of the same stem
        ("the busness meal", "the business meal"),  # whose stem is that of "bus"
        ("price per tone", "price per tonne"),
        ("does it exist", "does it exist"),  # no "exit"
        ("cause of death", "cause of death"),  # no "case"
        ("where is Kep", "where is Kep"),
        ("where is the wifi", "where is the wifi"),  # no "wife"
        ("how loud is it", "how loud is it"),  # no "lead"
    ],
)
def test_mended(engine: Engine, question: str, corrected: str) -> None:
    assert read(engine, question).corrected == corrected


def test_swapped_letters_go_before_another_letter(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("The train to Ripon takes an hour. The trial was held at Selby.\n")
    found = read(Engine.open(path, reader="off"), "how long does the trian take")
    assert found.corrected == "how long does the train take"


def test_a_misspelled_word_weighs_as_the_word_that_was_meant(engine: Engine) -> None:
    right, wrong = read(engine, "paternity leave"), read(engine, "patrnity leave")
    assert [term.role for term in wrong.terms] == [term.role for term in right.terms]
    assert [term.rarity for term in wrong.terms] == [term.rarity for term in right.terms]


def test_what_nobody_knows_does_not_outweigh_what_the_documents_have(engine: Engine) -> None:
    strange, known = read(engine, "zyxel password").terms
    assert strange.role == "name"
    assert read(engine, "Zyxel password").terms[0].share > strange.share > known.share


@pytest.mark.parametrize("question", ["annika strand founded waht", "annika strand founded whta"])
def test_a_misspelled_function_word_carries_no_content(engine: Engine, question: str) -> None:
    asked = read(engine, question)
    assert [asked.tokens[term.token].norm for term in asked.terms] == [
        "annika",
        "strand",
        "founded",
    ]


@pytest.mark.parametrize("name", ["zyxel", "kubernetes", "Qirond2", "Minimun", "kpt"])
def test_names_that_nobody_knows_stay_as_they_are(engine: Engine, name: str) -> None:
    asked = read(engine, f"where is the {name}")
    assert asked.corrected == f"where is the {name}"


def test_a_rare_word_that_sounds_like_one_of_the_documents_is_mended_whole() -> None:
    from tests.ranking.ranked import ranked

    best = ranked("wen was cole found", "In 1914 a coalfield was found here.", "They dig for coal.")
    assert {match.how for match in best[0].matches} >= {"compound"}


def test_what_the_program_is_to_do_is_no_word_to_look_for() -> None:
    from tests.ranking.ranked import ranked

    best = ranked("tell me about the ferry", "The ferry is blue.", "They tell tales.")
    assert best[0].sentence.text == "The ferry is blue."
    assert best[0].features["coverage"] > 0.9
