"""The tree of answer types."""

from __future__ import annotations

import pytest

from hegang_qa.answer_types import ANSWER_TYPES, ancestors, children, is_a


@pytest.mark.parametrize(
    ("name", "ancestor", "expected"),
    [
        ("year", "date", True),
        ("year", "year", True),
        ("date", "year", False),
        ("city", "place", True),
        ("city", "entity", True),
        ("city", "phrase", True),
        ("person", "place", False),
        ("alias", "name", True),
        ("yes-no", "phrase", False),
        ("nonsense", "phrase", False),
        ("nonsense", "nonsense", True),
    ],
)
def test_is_a_follows_the_tree_upwards(name: str, ancestor: str, expected: bool) -> None:
    assert is_a(name, ancestor) is expected


def test_every_parent_is_known_and_every_type_has_a_summary() -> None:
    for kind in ANSWER_TYPES.values():
        assert kind.summary
        assert kind.parent == "" or kind.parent in ANSWER_TYPES


def test_ancestors_and_children_agree() -> None:
    for name in ANSWER_TYPES:
        for child in children(name):
            assert ancestors(child)[0] == name


def test_the_way_up_from_a_duration() -> None:
    assert ancestors("age") == ("duration", "quantity", "number", "phrase")
    assert ancestors("nonsense") == ()
