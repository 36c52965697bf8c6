from __future__ import annotations

from hegang_qa.text.words import (
    FUNCTION_WORDS,
    LIGHT_WORDS,
    MONTHS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    WEEKDAYS,
)


def test_closed_classes_hold_no_content_words() -> None:
    assert {"the", "of", "who", "isn't", "'s", "him", "without"} <= FUNCTION_WORDS
    assert not {"house", "name", "long", "north", "us."} & FUNCTION_WORDS
    assert not LIGHT_WORDS & {"the", "of"}


def test_numbered_words() -> None:
    assert MONTHS["january"] == MONTHS["jan"] == 1
    assert MONTHS["december"] == 12
    assert WEEKDAYS["sunday"] == 7
    assert NUMBER_WORDS["nineteen"] == 19
    assert NUMBER_WORDS["ninety"] == 90
    assert ORDINAL_WORDS["twentieth"] == 20
    assert ORDINAL_WORDS["first"] == 1
    assert ORDINAL_WORDS["hundredth"] == 100
