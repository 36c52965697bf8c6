"""How sure answers are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.answers.confidence import DEFAULT_THRESHOLD, capped

SURE = st.floats(0.0, 1.0)


@given(SURE)
def test_what_answers_another_question_is_below_the_default_threshold(sure: float) -> None:
    assert 0.0 <= capped(sure) < DEFAULT_THRESHOLD
    assert capped(sure) <= sure


@given(SURE, SURE)
def test_it_keeps_its_order(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert capped(low) <= capped(high)
