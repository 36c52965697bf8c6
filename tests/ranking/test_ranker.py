"""Which sentence speaks to a question."""

from __future__ import annotations

import math

import pytest

from hegang_qa.ranking.features import FEATURES
from tests.ranking.ranked import ranked

_LIBRARY = """# Town library

## Borrowing

Adults may borrow ten books at a time. Children may borrow five. Books are lent for three weeks.

A late book costs twenty cents a day. The fee for a lost book is its price.

## History

The library was opened in 1903 by Ada Green. It burned down in 1931 and was rebuilt two years later.

| Day | Opens | Closes |
|---|---|---|
| Monday | 09:00 | 17:00 |
| Saturday | 10:00 | 13:00 |
"""


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("when was the library opened", "The library was opened"),
        ("how many books can adults borrow", "Adults may"),
        ("how many can children borrow", "Children may"),
        ("how long are books lent", "Books are lent"),
        ("what does a late book cost", "A late book"),
        ("what is the fee for losing a book", "The fee for"),
        ("when did it burn down", "It burned"),
        ("when does it close on saturday", "| Saturday"),
        ("wen was the libary openned", "The library was opened"),
    ],
)
def test_the_sentence_that_answers_comes_first(question: str, begins: str) -> None:
    best = ranked(question, _LIBRARY)[0].sentence.text
    assert best.lstrip("| ").startswith(begins.lstrip("| "))


def test_only_the_documents_asked_for() -> None:
    other = "The library of the college was opened in 1970."
    found = ranked("when was the library opened", _LIBRARY, other, only=[1])
    assert {item.sentence.document for item in found} == {1}


def test_nothing_where_no_word_is_held() -> None:
    assert ranked("how many moons has Jupiter", _LIBRARY) == []


def test_every_feature_is_a_finite_number_with_a_name() -> None:
    for item in ranked("when was the library opened", _LIBRARY):
        assert tuple(item.features) == FEATURES
        assert all(math.isfinite(value) for value in item.features.values())


def test_scores_fall_and_do_not_depend_on_the_rest_of_the_list() -> None:
    found = ranked("when was the library opened by Ada Green", _LIBRARY)
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)
    assert found[0].score > 0 > found[-1].score


def test_a_word_of_the_heading_counts_as_context() -> None:
    found = ranked("how many books for adults when borrowing from the town library", _LIBRARY)
    assert found[0].sentence.text.startswith("Adults")
    assert found[0].context
