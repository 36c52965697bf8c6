"""Characters to tree: what templates mean, and what is wrong with those that cannot be read."""

from __future__ import annotations

import pytest

from hegang_qa.intents.template import (
    MAX_DEPTH,
    MAX_LENGTH,
    Choice,
    ListRef,
    SlotRef,
    TemplateError,
    Words,
    parse_template,
)


def test_words_slots_lists_and_choices() -> None:
    tree = parse_template("how (big|tall) is [the] {thing} <unit>")
    assert tree == (
        Words("how ", 0, 4),
        Choice(((Words("big", 5, 8),), (Words("tall", 9, 13),)), False, 4, 14),
        Words(" is ", 14, 18),
        Choice(((Words("the", 19, 22),),), True, 18, 23),
        Words(" ", 23, 24),
        SlotRef("thing", 24, 31),
        Words(" ", 31, 32),
        ListRef("unit", 32, 38),
    )


def test_an_escape_takes_the_next_character_literally() -> None:
    assert parse_template(r"a \(b\) \\") == (Words("a (b) \\", 0, 10),)


@pytest.mark.parametrize(
    ("text", "code", "message", "start", "end"),
    [
        ("how (big", "T101", "'(' is never closed", 4, 5),
        ("how [big", "T101", "'[' is never closed", 4, 5),
        ("how {big", "T101", "'{' is never closed", 4, 5),
        ("how big)", "T102", "')' closes nothing", 7, 8),
        ("how (big] is", "T102", "']' closes nothing", 8, 9),
        ("(" * 9 + "a" + ")" * 9, "T103", "brackets nested more than 8 deep", 8, 9),
        ("big|tall", "T104", "'|' needs brackets around its alternatives: (a|b)", 3, 4),
        ("how (big|)", "T105", "an empty alternative", 4, 10),
        ("how []", "T105", "an empty alternative", 4, 6),
        ("how {}", "T106", "'' is no name of a slot", 4, 6),
        ("how <big thing>", "T106", "'big thing' is no name of a list", 4, 15),
        ("how \\", "T107", "'\\' at the end escapes nothing", 4, 5),
        ("a" * 1001, "T108", "longer than 1000 characters (1001)", 0, 60),
    ],
)
def test_what_cannot_be_read(text: str, code: str, message: str, start: int, end: int) -> None:
    with pytest.raises(TemplateError) as caught:
        parse_template(text)
    error = caught.value
    assert (error.code, error.message, error.start, error.end) == (code, message, start, end)


@pytest.mark.parametrize("text", ["(" * 1_000_000, "[" * 900, "(a|" * 300, "{" * 999, "\\" * 999])
def test_hostile_templates_end_in_an_error(text: str) -> None:
    with pytest.raises(TemplateError):
        parse_template(text)


def test_limits_are_what_the_documentation_says() -> None:
    assert (MAX_LENGTH, MAX_DEPTH) == (1000, 8)
