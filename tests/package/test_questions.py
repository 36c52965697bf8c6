"""What is no question is told as such."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hegang_qa import Engine
from hegang_qa.errors import UsageError


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("documents") / "mill.txt"
    path.write_text("The mill was built by Ann Lee in 1901.\n", encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize("question", [None, 5, b"who built the mill", ["who"]])
def test_what_is_no_text_is_no_question(engine: Engine, question: Any) -> None:
    for ask in (engine.ask, engine.search, engine.chat().ask):
        with pytest.raises(UsageError, match="a question is a str, not "):
            ask(question)


def test_a_limit_that_is_no_path_is_told(engine: Engine) -> None:
    limit: Any = 5
    for ask in (engine.ask, engine.search, engine.chat().ask):
        with pytest.raises(UsageError, match="within is a path or pattern"):
            ask("who built the mill", within=limit)


@pytest.mark.parametrize("path", [["a.txt", "b.txt"], ("a.txt",), None, b"a.txt", 5])
def test_what_is_no_path_is_told(engine: Engine, path: Any) -> None:
    for take in (Engine.open, engine.add, engine.remove):
        with pytest.raises(UsageError, match=r"a path is a str or path object.*one by one"):
            take(path)


@pytest.mark.parametrize("number", ["2", None, 0, 2.5, []])
def test_a_count_that_is_none_is_told(engine: Engine, number: Any) -> None:
    told = "is a whole number from 1, not "
    for ask in (engine.ask, engine.chat().ask):
        with pytest.raises(UsageError, match=f"^top {told}"):
            ask("who built the mill", top=number)
    with pytest.raises(UsageError, match=f"^limit {told}"):
        engine.search("who built the mill", limit=number)


@pytest.mark.parametrize("share", ["x", -0.1, 1.5, float("nan"), [0.5]])
def test_a_confidence_that_is_none_is_told(engine: Engine, share: Any) -> None:
    for ask in (engine.ask, engine.chat().ask):
        with pytest.raises(UsageError, match=r"^min_confidence is a number from 0 to 1, not "):
            ask("who built the mill", min_confidence=share)
