"""What undoes a thing is not answered by how it is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """\
# Reed

Install it with `apt install reed`.

Press the red key to unlock the drawer. Members unsubscribe at the desk.

Connect the hose to the tap behind the shed.
"""


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    path = tmp_path / "reed.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    "question",
    [
        "How do I uninstall it?",
        "Where do members subscribe?",
        "Where do I disconnect the hose?",
    ],
)
def test_the_contrary_is_no_answer(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How do I install it?", "apt install reed"),
        ("Where do members unsubscribe?", "at the desk"),
        ("Where do I connect the hose?", "tap behind the shed"),
    ],
)
def test_the_thing_itself_is(engine: Engine, question: str, text: str) -> None:
    assert text in (engine.ask(question).text or "")
