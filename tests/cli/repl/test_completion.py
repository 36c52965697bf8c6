"""What completes a word of the documents."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hegang_qa import Engine
from hegang_qa.cli.repl.commands import REGISTRY
from hegang_qa.cli.repl.completion import suggestions

TEXT = """The administration of the airport moved to Mongolia Road in 1994.
International flights leave at noon; domestic flights leave from the old terminal. The
admiral's possessions were sold.
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("docs")
    (folder / "airport.txt").write_text(TEXT)
    return SimpleNamespace(engine=Engine.open(folder / "airport.txt"))


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("where is the air", "airport"),
        ("adminstratoin", "administration"),  # the whole word, misspelled
        ("the adminsi", "administration"),  # its beginning, misspelled
        ("intrnat", "international"),
        ("posess", "possessions"),
        ("termnal", "terminal"),
        ("TERM", "TERMINAL"),
        ("Term", "Terminal"),
    ],
)
def test_a_word_is_offered(typed: str, offered: str, session: Any) -> None:
    found = [each.text for each in suggestions(typed, session, REGISTRY)]
    assert offered in found


@pytest.mark.parametrize("typed", ["", "x", "the ", "zzzzzz", "1994"])
def test_nothing_is_offered(typed: str, session: Any) -> None:
    assert list(suggestions(typed, session, REGISTRY)) == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("/wi", "/within "),  # what takes an argument, with the space before it
        ("/sa", "/save "),
        ("/so", "/sources"),
        ("/q", "/quit"),
        ("/help wi", "within"),  # is itself the argument
    ],
)
def test_a_command_is_completed(typed: str, first: str, session: Any) -> None:
    assert next(suggestions(typed, session, REGISTRY)).text == first
