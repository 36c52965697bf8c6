"""When two short answers are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.evaluation import normalised, same_answer


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("the Northern Rock", "northern rock"),
        ("Ada Lind.", "ada lind"),
        ("“Nine”", "nine"),
        ("1,200", "1200"),
        ("12,345,678 people", "12345678 people"),
        ("16.1 %", "16.1%"),
        ("16.1 per cent", "16.1%"),
        ("16.1 percent", "16.1%"),
        ("one-hour", "one hour"),
        ("1990–1995", "1990-1995"),
        ("the town's mayor", "towns mayor"),
        ("Å 4", "å 4"),
        ("ﬁve", "five"),
    ],
)
def test_the_same(answer: str, accepted: str) -> None:
    assert same_answer(answer, [accepted])
    assert same_answer(accepted, ["something else", answer])


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("16.1", "16.1%"),
        ("16.1", "161"),
        ("-4", "4"),
        ("$5", "5"),
        ("1914", "1915"),
        ("by 1970", "1970"),
        ("Hègǎng", "Hegang"),
        ("", ""),
        ("the", "a"),
        (None, "anything"),
    ],
)
def test_not_the_same(answer: str | None, accepted: str) -> None:
    assert not same_answer(answer, [accepted])


@given(st.text())
def test_a_normal_form_stays(text: str) -> None:
    once = normalised(text)
    assert " ".join(once.split()) == once
