"""How much it is a year is not told by how much it is a month."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

PAGE = """\
# Plans

| Plan | Requests per minute | Burst | Price per month |
|---|---|---|---|
| Team | 600 | 50 | $49 |
| Business | 6,000 | 200 | $399 |

The gardener earns 20 euros an hour. The hall costs 80 euros a day, 400 euros a week.

The newsletter appears monthly and has 900 readers. Parking is 3 euros per hour.
"""

CASES = [
    ("how much is the Team plan per year", None),
    ("how much is the Team plan per month", "$49"),
    ("how much is the Team plan", "$49"),
    ("what does Business cost a month", "$399"),
    ("what does the gardener earn per month", None),
    ("what does the gardener earn an hour", "20 euros"),
    ("how much is the hall per week", "400 euros"),
    ("what does parking cost per day", None),
    ("how many readers does the newsletter have", "900"),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("plans") / "plans.md"
    path.write_text(PAGE, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(("question", "answer"), CASES)
def test_a_figure_is_told_for_the_time_that_is_asked_for(
    engine: Engine, question: str, answer: str | None
) -> None:
    assert engine.ask(question).text == answer
