"""The only document tells whom "she" and what "it" means, where nothing was said before."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

LIFE = """\
# Clara Voss

Clara Voss (3 March 1851 – 19 August 1928) was a Danish botanist. She was born in Odense. After her
mother's death in 1863 she was brought up by an aunt in Aarhus.
"""

README = """\
# tinyqueue

A small job queue.

## Installation

    pip install tinyqueue

The licence is MIT.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("subject")
    (folder / "life.md").write_text(LIFE, encoding="utf-8")
    (folder / "readme.md").write_text(README, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("when was she born", "3 March 1851"),
        ("when did she die", "19 August 1928"),
        ("Where was the birth of her?", "Odense"),
    ],
)
def test_who_she_is(folder: Path, question: str, answer: str) -> None:
    engine = Engine.open(folder / "life.md")
    for ask in (engine.ask, engine.chat().ask):
        got = ask(question)
        assert got.text == answer
        assert "Clara Voss" in got.asked
    assert Engine.open(folder).ask(question, within="life.md").text == answer


def test_a_conversation_goes_on_from_there(folder: Path) -> None:
    chat = Engine.open(folder / "life.md").chat()
    chat.ask("when was she born")
    assert chat.ask("and where").text == "Odense"


def test_of_several_documents_nobody_is_meant(folder: Path) -> None:
    engine = Engine.open(folder)
    assert engine.ask("when was she born").asked == "when was she born"
    assert engine.chat().ask("when was she born").kind == "chat"


def test_it_is_asked_of_the_only_document(folder: Path) -> None:
    chat = Engine.open(folder / "readme.md").chat()
    assert chat.ask("how do i install it").text == "pip install tinyqueue"
    assert Engine.open(folder).chat().ask("how do i install it").kind == "chat"
