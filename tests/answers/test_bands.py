"""Values told for bands of ages, weights and sums, with the number that is asked about in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PROSE = [
    (
        "Children under six go free, children from six to fifteen pay 4 euros, adults 9 euros.",
        [("how much does a child of eight pay", "4 euros")],
    ),
    (
        "Admission: adults £9, children aged 5 to 15 £4, under 5 free, over 65s £6.",
        [
            ("what does an 8 year old pay", "£4"),
            ("what does a 3 year old pay", "free"),
            ("how much is it for a 70 year old", "£6"),
        ],
    ),
    (
        "Orders under £50 cost £4 to ship, orders over £50 ship free.",
        [("how much is shipping for an order of £30", "£4")],
    ),
    (
        "Parcels up to 2 kg cost 5 euros, up to 10 kg 9 euros.",
        [("what does a parcel of 7 kg cost", "9 euros"), ("a parcel of 1 kg costs", "5 euros")],
    ),
    (
        "Dogs under 10 kg 5 euros, dogs over 10 kg 8 euros.",
        [("how much is a dog of 12 kg", "8 euros")],
    ),
    (
        "Up to 3 nights: £20 a night; 4 to 6 nights: £18; 7 nights or more: £15.",
        [("how much is a night if I stay 5 nights", "£18")],
    ),
]

TABLE = """\
| Age | Day ticket | Season |
|---|---|---|
| under 6 | free | free |
| 6-15 | 4 € | 30 € |
| 16-64 | 9 € | 70 € |
| 65 and over | 6 € | 45 € |
"""


@pytest.mark.parametrize(
    ("document", "question", "value"),
    [(document, question, value) for document, asked in PROSE for question, value in asked],
)
def test_bands_in_a_sentence(tmp_path: Path, document: str, question: str, value: str) -> None:
    assert ask(tmp_path, document, question).text == value


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("what does a day ticket cost for a 12 year old", "4 €"),
        ("how much is a season ticket for a 70 year old", "45 €"),
        ("price of a day ticket aged 4", "free"),
    ],
)
def test_bands_of_rows(tmp_path: Path, question: str, value: str) -> None:
    answer = ask(tmp_path, TABLE, question)
    assert answer.text == value
    assert answer.source is not None
    assert answer.source.line > 2


@pytest.mark.parametrize(
    ("document", "question"),
    [
        ("Room 12 costs 80 euros, rooms 1 to 9 cost 60 euros.", "how much is room 12"),
        ("Children 6 to 15 pay 4 euros, adults 9 euros.", "how much do 12 tickets cost"),
    ],
)
def test_no_bands(tmp_path: Path, document: str, question: str) -> None:
    answer = ask(tmp_path, document, question)
    assert answer.text in (None, "80 euros")


def test_the_day_of_a_date_is_no_age(tmp_path: Path) -> None:
    document = (
        "Admission: adults £9, children aged 5 to 15 £4, under 5 free.\n\n"
        "| Date | Opponent |\n|---|---|\n| Sat 1 Nov | Tilling |\n| Sat 8 Nov | Ash |"
    )
    assert ask(tmp_path, document, "what does an 8 year old pay").text == "£4"
