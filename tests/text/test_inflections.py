"""Base forms by their endings, held against a word list of a few words."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hegang_qa.text.inflections import inflects, regular_bases, respelled_bases


class _Word(NamedTuple):
    pos: str


_WORDS = {
    "city": _Word("n1"),
    "stop": _Word("n1v1"),
    "make": _Word("v1"),
    "long": _Word("a1"),
    "glass": _Word("n1"),
    "analyze": _Word("v1"),
}


@pytest.mark.parametrize(
    ("form", "bases"),
    [
        ("cities", ["city"]),
        ("stopped", ["stop"]),
        ("making", ["make"]),
        ("longest", ["long"]),
        ("longed", []),  # no verb in this list
        ("glass", []),
        ("xs", []),
    ],
)
def test_regular_bases(form: str, bases: list[str]) -> None:
    assert regular_bases(form, _WORDS.get) == bases


def test_the_other_spelling() -> None:
    assert respelled_bases("analyse", _WORDS.get) == ["analyze"]
    assert respelled_bases("analysed", _WORDS.get) == ["analyze"]
    assert respelled_bases("city", _WORDS.get) == []


@pytest.mark.parametrize(
    ("form", "name", "expected"),
    [
        ("stops", "verb", True),
        ("stopped", "noun", False),
        ("longer", "adjective", True),
        ("longer", "verb", False),
        ("gone", "verb", True),
    ],
)
def test_parts_of_speech_by_ending(form: str, name: str, expected: bool) -> None:
    assert inflects(form, name) is expected
