"""Tables that no row of answers by its own words: things side by side, the most or least of a
column, and what all rows are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

_PLANS = """\
# Larkfield sports club

The prices below apply from 1 May.

## Our plans

| | Bronze | Silver | Gold |
|---|---|---|---|
| Monthly price | £18 | £29 | £44 |
| Joining fee | £10 | £15 | none |
| Shortest term | 1 month | 6 months | 3 months |
| Guests a year | 0 | 2 | 10 |
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much is the silver plan", "£29"),
        ("how much a month is the gold plan", "£44"),
        ("what does the bronze plan cost", "£18"),
        ("what is the joining fee for silver", "£15"),
        ("cheapest plan at larkfield", "Bronze"),
        ("which plan is the dearest", "Gold"),
        ("which plan has the longest term", "Silver"),
        ("which plan allows the most guests", "Gold"),
        # One column names it, but it has no price.
        ("how much is the platinum plan", None),
    ],
)
def test_things_side_by_side(tmp_path: Path, question: str, text: str | None) -> None:
    assert ask(tmp_path, _PLANS, question).text == text


_ROOMS = """\
# Meeting rooms of the Corvan library

| Room | Seats | Fee, an hour | Kitchen |
|---|---|---|---|
| Mill Room | 12 | £6 | no |
| Weir Room | 30 | £11 | yes |
| Annexe | 8 | free | no |
| Children's corner | 20 | £8 | no |

# Weather

| Month | Rain (mm) | Sunshine (h) |
|---|---|---|
| May | 57 | 218 |
| June | 68 | 214 |
| July | 81 | 226 |

# Kettles put to the test

| Model | Price | Noise | Score |
|---|---|---|---|
| Aster Quiet | €39 | 62 dB | 71 % |
| Borea 2 | €25 | 58 dB | 49 % |
| Cinder | €55 | 70 dB | 86 % |
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # "Room" is what all rows are, "kitchen" has only to do with it.
        ("which room has the most seats", "Weir Room"),
        ("which month is the rainiest", "July"),
        ("what is the driest month", "May"),
        ("which month is the sunniest", "July"),
        ("which kettle got the worst score", "Borea 2"),
        ("which kettle has the best score", "Cinder"),
        # "Quiet" in a name does not name the row.
        ("whats the quietest kettle in the test", "Borea 2"),
        ("is the cinder cheaper than the borea", "No"),
    ],
)
def test_most_or_least(tmp_path: Path, question: str, text: str) -> None:
    assert ask(tmp_path, _ROOMS, question).text == text


_CLUBS = """\
# Fernley School

### Clubs after school

| Club | Run by | Day | Until | Cost a term |
|---|---|---|---|---|
| Chess | Peter Nash | Monday | 16:30 | free |
| Robots | Aisha Rahman | Tuesday | 17:00 | £15 |
| School choir | Hannah Bell | Wednesday | 17:00 | free |
| Debating | Gareth Pugh | Thursday | 16:45 | free |
| Ceramics | Milo Brand | Thursday | 17:00 | £22 |
| Homework club | Lucy Tan | Friday | 16:15 | £4 |

### Guarantees

| Machine | Battery | Guarantee |
|---|---|---|
| Aero Pro | €95 | 2 years |
| Bolt Swift | €59 | 5 years |
| Calder Plus | €70 | 5 years |
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("which clubs cost nothing", "Chess; School choir; Debating"),
        ("which after-school clubs don't cost anything?", "Chess; School choir; Debating"),
        ("how many clubs are there on a thursday", "2"),
        ("which clubs are there on fridays", "Homework club"),
        ("which clubs are there on thursdays", "Debating; Ceramics"),
        ("which of the machines are guaranteed for five years", "Bolt Swift; Calder Plus"),
        # The head of the column that names the row is no column asked for.
        ("how much is the ceramics club", "£22"),
    ],
)
def test_all_rows_are_called_so(tmp_path: Path, question: str, text: str) -> None:
    assert ask(tmp_path, _CLUBS, question).text == text


_YEARS = """\
# Harbour

| Year | Boats | Calls |
|---|---|---|
| 2019 | 51 | 33 |
| 2020 | 49 | 18 |
| 2021 | 47 | 45 |

# School

| Year | Head | Room | Pupils |
|---|---|---|---|
| 7 | Ann Lee | B1 | 143 |
| 8 | Tom Orr | B2 | 155 |
| 9 | Eva Kay | B3 | 120 |

# Costs by year

| Item | 2022 | 2023 | 2024 |
|---|---|---|---|
| Rent | £800 | £950 | £900 |
| Heating | £120 | £90 | £110 |
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("year with the fewest calls", "2020"),
        ("which year had the most calls", "2021"),
        ("what is the highest number of calls", "45"),
        ("which year group has the most pupils", "8"),
        ("how many pupils are in the largest year", "155"),
        ("in which year was the rent the highest", "2023"),
    ],
)
def test_years_are_rows(tmp_path: Path, question: str, text: str) -> None:
    assert ask(tmp_path, _YEARS, question).text == text


def test_most_people_are_no_column(tmp_path: Path) -> None:
    """ "Most people" behind "do" is a majority, not the most of a column."""
    page = "# Work\n\n| Employer | People |\n|---|---|\n| Mill | 120 |\n| Quarry | 95 |\n"
    assert ask(tmp_path, page, "when do most people work").text is None
