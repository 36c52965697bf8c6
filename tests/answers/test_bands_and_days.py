"""Bands of years, of classes and of tables, and days on which it is closed."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

_HANDBOOK = """\
# Staff handbook

Sports day is on Tuesdays for Years 1 to 3 and on Thursdays for Years 4 to 6.

School ends at 14:45 for Years 1 and 2 and at 15:15 for Years 3 to 6.

## Sick pay

| Length of service | Full pay | Half pay |
|---|---|---|
| Under 2 years | 4 weeks | 4 weeks |
| 2 to 5 years | 8 weeks | 8 weeks |
| Over 5 years | 13 weeks | 26 weeks |

## Dose

| Age | Tablets | Most in a day |
|---|---|---|
| under 6 | not recommended | - |
| 6 to 11 | 1 | 3 |
| 12 and over | 2 | 6 |

The gym is open Monday to Friday from 7:00 to 22:00. It is closed on Sundays and public holidays.

The pool is open from 8:00 to 17:00 on Saturdays and is closed on Mondays.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("bands") / "handbook.md"
    path.write_text(_HANDBOOK, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("which day is sports day for year 5", "Thursdays"),
        ("when is sports day for year 2", "Tuesdays"),
        ("when does school end for year 5", "15:15"),
        ("when does school end for year 1", "14:45"),
        ("I've been here 3 years, how long do I get full pay", "8 weeks"),
        ("I have worked here 8 years how long do I get half pay", "26 weeks"),
        ("how many weeks of full pay after 1 year", "4 weeks"),
        ("my child is 4, how many tablets", "not recommended"),
        ("my son is 7 how many tablets", "1"),
        ("how many tablets can an adult of 30 take", "2"),
    ],
)
def test_what_is_told_for_a_band(engine: Engine, question: str, text: str) -> None:
    assert engine.ask(question).text == text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when is the gym open on sunday", "closed on Sundays"),
        ("gym opening hours sunday", "closed on Sundays"),
        ("opening times on public holidays", "closed on Sundays and public holidays"),
        ("when does the pool open on mondays", "closed on Mondays"),
        ("when does the gym close on tuesday", "22:00"),
    ],
)
def test_days_on_which_it_is_closed(engine: Engine, question: str, text: str) -> None:
    assert engine.ask(question).text == text
