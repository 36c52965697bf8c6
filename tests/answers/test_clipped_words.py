"""Clipped words ("env var"), what "works on" something, and how many one would have."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

TEXT = """\
# tinyqueue

A small job queue that keeps its jobs in a single file.

Start a worker with `tinyqueue work jobs.db`. By default it runs two jobs at once.

| Option | Default | Meaning |
|---|---|---|
| `--jobs` | 2 | How many jobs run at once |
| `--poll` | 0.5 | Seconds between two looks at the file |

Environment variables: `TINYQUEUE_DB` names the file when none is given.

Windows is supported, but not tested. The administrator is Ruth Okoye.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("readme") / "readme.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("which env var sets the file", "TINYQUEUE_DB"),
        ("who is the admin", "Ruth Okoye"),
        ("does it work on windows", "Yes"),
        ("does it run on windows", "Yes"),
        ("how do i run 4 jobs at once", "--jobs"),
    ],
)
def test_the_answer(engine: Engine, question: str, answer: str) -> None:
    assert engine.ask(question).text == answer


@pytest.mark.parametrize("question", ["does it work with redis", "does it run on linux"])
def test_what_is_not_told(engine: Engine, question: str) -> None:
    assert engine.ask(question).kind == "no-answer"
