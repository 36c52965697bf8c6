"""Yes or no by figures: how long, how often, how many, higher or fewer than, within a range."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TEXT = """\
The repair takes two days.

The pump must be oiled every two months. The filter is cleaned weekly.

Membership may be cancelled with three months' notice. A course lasts six evenings.

The speed limit can be set between 20 and 60 km/h in steps of 10 km/h.

The lake is 12 metres deep. The hill is 312 metres high. The club has 312 members.

Complaints must be made within 14 days.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("figures") / "figures.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Does the repair take two days?", "Yes"),
        ("Does the repair take three days?", "No"),
        ("Does the repair take two weeks?", "No"),
        ("Must the pump be oiled every two months?", "Yes"),
        ("Must the pump be oiled every month?", "No"),
        ("Is the filter cleaned every week?", "Yes"),
        ("Is the filter cleaned every day?", "No"),
        ("Can membership be cancelled with one month's notice?", "No"),
        ("Does a course last eight evenings?", "No"),
        ("Can the speed limit be set to 40 km/h?", "Yes"),
        ("Is the lake deeper than 10 metres?", "Yes"),
        ("Is the lake deeper than 20 metres?", "No"),
        ("Is the lake shallower than 20 metres?", "Yes"),
        ("Is the hill higher than 300 metres?", "Yes"),
        ("Does the club have fewer than 300 members?", "No"),
        ("Must complaints be made within 14 days?", "Yes"),
        ("Must complaints be made within 30 days?", "No"),
    ],
)
def test_by_its_figure(engine: Engine, question: str, text: str) -> None:
    assert engine.ask(question).text == text
