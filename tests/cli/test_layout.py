"""Wrapping by the width of characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from hegang_qa.cli.layout import Line, display_width, plain_text, wrap


@pytest.mark.parametrize("text", ["plain", "鹤岗", "Hègǎng", "e\u0301", "한국어", "😀!", "１２"])
def test_width_agrees_with_wcwidth(text: str) -> None:
    assert display_width(text) == wcswidth(text)


@pytest.mark.parametrize(
    ("text", "indent", "columns", "expected"),
    [
        ("one two three", 0, 40, ["one two three"]),
        ("one two three four five", 0, 20, ["one two three four", "five"]),
        ("one two three four five", 2, 20, ["  one two three four", "  five"]),
        ("鹤岗鹤岗鹤岗鹤岗鹤岗鹤岗", 0, 20, ["鹤岗鹤岗鹤岗鹤岗鹤岗", "鹤岗"]),
        ("a 鹤岗鹤岗鹤岗鹤岗鹤岗鹤岗", 0, 20, ["a 鹤岗鹤岗鹤岗鹤岗鹤", "岗鹤岗"]),
        ("鹤岗市鹤岗市鹤岗市鹤，岗市", 0, 20, ["鹤岗市鹤岗市鹤岗市", "鹤，岗市"]),
        ("鹤岗市鹤岗市鹤岗市（鹤）岗", 0, 20, ["鹤岗市鹤岗市鹤岗市", "（鹤）岗"]),
        ('accounts for "什", "么", "时"', 0, 20, ['accounts for "什",', '"么", "时"']),
        ("x" * 45, 0, 20, ["x" * 20, "x" * 20, "x" * 5]),
        ("in " + "x" * 19, 0, 20, ["in", "x" * 19]),
        ("twenty columns fit ok, then more", 0, 21, ["twenty columns fit", "ok, then more"]),
    ],
)
def test_breaks(text: str, indent: int, columns: int, expected: list[str]) -> None:
    lines = wrap([Line((("", text),), indent)], columns)
    assert plain_text(lines).splitlines() == expected


def test_a_word_of_two_roles_is_not_broken_at_the_seam() -> None:
    line = Line((("", "see the "), ("found", "river"), ("", "bank, and walk on")))
    rows = list(wrap([line], 20))
    assert plain_text(rows).splitlines() == ["see the riverbank,", "and walk on"]
    assert rows[0].pieces == (("", "see the "), ("found", "river"), ("", "bank,"))


def test_a_label_that_holds_together_is_not_broken() -> None:
    line = Line((("path", "file.md:19"), ("label", "  sure\u00a00.79")), 2, 0)
    assert plain_text(wrap([line], 20)).splitlines() == ["  file.md:19", "  sure 0.79"]
    assert plain_text(wrap([line], None)) == plain_text([line]) == "  file.md:19  sure 0.79\n"


def test_no_width_means_no_breaks() -> None:
    line = Line((("", "word " * 100),))
    assert list(wrap([line], None)) == [line]


@given(st.text(st.characters(exclude_categories=("C", "Z")), max_size=200), st.integers(20, 90))
def test_nothing_but_spaces_is_lost_and_no_row_is_too_wide(text: str, columns: int) -> None:
    text = text.replace("x", " ")
    rows = plain_text(wrap([Line((("", text),), 2)], columns)).split("\n")[:-1]
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(display_width(row) <= columns or len(row.strip()) == 1 for row in rows)
