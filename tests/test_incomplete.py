"""What could not be searched is told with the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.cli.render import render_answer
from hegang_qa.index.protocol import SearchResult, SentenceIndex
from hegang_qa.index.witness import Witness
from hegang_qa.opening import View
from hegang_qa.results import Answer


def shown(answer: Answer) -> str:
    return "\n".join("".join(text for _, text in line.pieces) for line in render_answer(answer))


@pytest.fixture
def partly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine a part of whose index is out of reach."""
    (tmp_path / "mill.txt").write_text("The mill was built in 1931 by Ada Lind.\n")
    engine = Engine.open(tmp_path / "mill.txt")
    index = engine.index
    search: Callable[..., SearchResult] = index.search

    def without_a_shard(*arguments: object, **options: object) -> SearchResult:
        found = search(*arguments, **options)
        return found._replace(complete=False, warnings=("shard 3 does not answer",))

    class Partly(Witness):
        def search(self, *arguments: object, **options: object) -> SearchResult:
            return without_a_shard(*arguments, **options)

    part: SentenceIndex = Partly(index)
    monkeypatch.setattr(engine, "view", lambda: View(part, engine._held.view().store))
    return engine


def test_an_answer_tells_that_something_was_out_of_reach(partly: Engine) -> None:
    answer = partly.ask("When was the mill built?")
    assert (answer.text, answer.complete) == ("1931", False)
    assert answer.warnings == ("shard 3 does not answer",)
    assert answer.to_dict()["complete"] is False
    assert shown(answer).endswith("incomplete: shard 3 does not answer")


def test_a_refusal_does_not_speak_for_what_was_not_searched(partly: Engine) -> None:
    answer = partly.ask("When was the lighthouse painted?")
    assert (answer.kind, answer.complete) == ("no-answer", False)
    assert shown(answer).startswith("What was searched does not say.")
    assert "shard 3" in shown(answer)


def test_so_does_a_conversation(partly: Engine) -> None:
    chat = partly.chat()
    chat.ask("When was the mill built?")
    assert not chat.ask("by whom?").complete


def test_usually_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text("The mill was built in 1931.\n")
    answer = Engine.open(tmp_path / "mill.txt").ask("When was the mill built?")
    assert (answer.complete, answer.warnings) == (True, ())
    assert "incomplete" not in shown(answer)
    assert "incomplete" in shown(replace(answer, complete=False))
