from __future__ import annotations

import pytest

from hegang_qa.text.numbers import digits_value, words_value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1914", 1914), ("1,200", 1200), ("1,234,567.5", 1234567.5), ("25.1", 25.1), ("3,5", 3.5),
     ("1.2.3", None), ("3rd", None), ("", None), ("x", None), ("1e5x", None), ("007", 7)],
)  # fmt: skip
def test_digits(text: str, value: float | None) -> None:
    assert digits_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", 7),
        ("twenty - one", 21),
        ("twenty one", 21),
        ("two hundred and five", 205),
        ("a hundred", 100),
        ("one thousand nine hundred and fourteen", 1914),
        ("3.5 million", 3_500_000),
        ("two million three hundred thousand", 2_300_000),
        ("two dozen", 24),
        ("twenty first", 21),
        ("and", None),
        ("two cats", None),
        ("", None),
    ],
)
def test_words(text: str, value: float | None) -> None:
    assert words_value(text.split()) == value
