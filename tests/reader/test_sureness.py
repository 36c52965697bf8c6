"""How sure an answer is where a reader was heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.answers.reading.sureness import FEATURES, IN_SUM, sureness

PLAIN = {
    "engine": 0.5,
    "sentence": 1.0,
    "reader": 4.0,
    "words": 1.0,
    "kind": 1.0,
    "sentences": 0.7,
    "tokens": 7.0,
}


@given(st.dictionaries(st.sampled_from(FEATURES), st.floats(-1e6, 1e6)))
def test_any_amounts_make_a_probability(amounts: dict[str, float]) -> None:
    assert 0.0 <= sureness(amounts) <= 1.0


def test_the_sum_stands_first_among_what_the_trees_look_at() -> None:
    assert FEATURES[: len(IN_SUM)] == IN_SUM
    assert len(set(FEATURES)) == len(FEATURES)


@pytest.mark.parametrize(
    "change",
    [{"reader": -6.0}, {"engine": -4.0}, {"reader": 0.0, "engine": -1.0}],
    ids=lambda change: ", ".join(change),
)
def test_who_is_less_convinced_is_less_sure(change: dict[str, float]) -> None:
    assert sureness({**PLAIN, **change}) < sureness(PLAIN)
