"""What a bracket tells is told of the name before it; the first thing is not the present one."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

NOTES = """\
# Workshop log

Swapped `lark` (leased 2012) for `plover`, a lathe with 3 chucks. Ines Holt (born 1911) married
Bertil Sand in the chapel.

# Village

The first wooden school was opened at Marlow in 1720 by the parson Eli Crane. The old mill was built
in 1650. The present school dates from 1988.

The well (dug in 1803) lies behind the smithy.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("brackets") / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("when was plover leased", "2012"),
        ("when was Bertil Sand born", "1911"),
        ("when was the current school opened", "1720"),
        ("when was the new mill built", "1650"),
    ],
)
def test_what_is_told_of_another_is_no_answer(engine: Engine, question: str, wrong: str) -> None:
    assert engine.ask(question).text != wrong


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when was lark leased", "2012"),
        ("when was Ines Holt born", "1911"),
        ("when was the first school opened", "1720"),
        ("when was the old mill built", "1650"),
        ("when was the well dug", "1803"),
    ],
)
def test_what_is_told_of_it_is_one(engine: Engine, question: str, text: str) -> None:
    assert engine.ask(question).text == text
