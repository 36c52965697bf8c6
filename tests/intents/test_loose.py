"""Loose matching: spelling, a word missing or too many, and when it says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegang_qa.intents.spelling import RuleWords, edits_between
from tests.intents.making import rule, rules_from

KNOWN = frozenset("whole scale pupils house".split())


def test_misspelled_words_of_the_rule() -> None:
    rules = rules_from(
        KNOWN,
        p=rule("p", "what percentage of {topic}"),
        w=rule("w", "what {topic}"),
    )
    match = rules.match("what percntage of pupils passed")
    assert match is not None
    assert (match.rule, match.how, match.slots["topic"].text) == ("p", "loose", "pupils passed")
    assert 0.8 < match.score < 1.0
    exact = rules.match("what percentage of pupils passed")
    assert exact is not None
    assert (exact.how, exact.score) == ("strict", 1.0)


def test_known_words_are_no_misspellings() -> None:
    rules = rules_from(KNOWN, s=rule("s", "what is the hole of {x}"), w=rule("w", "what {x}"))
    match = rules.match("what is the whole of it")
    assert match is not None
    assert match.rule == "w"


def test_a_known_word_is_mended_only_beside_words_that_are_sure() -> None:
    rules = rules_from(frozenset(["world", "whin"]), w=rule("w", "would {x}", "when was {x}"))
    assert rules.match("world program") is None
    match = rules.match("whin was it")
    assert match is not None
    assert match.template == "when was {x}"


def test_numbers_are_compared_exactly() -> None:
    rules = rules_from(r=rule("r", "room 1914 of {house}"))
    assert rules.match("room 1914 of the inn") is not None
    assert rules.match("room 1915 of the inn") is None


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("long does it take to walk home", True),  # "how" is missing
        ("how long does it really take to walk home", True),  # a word too many
        ("how long does really it actually take to walk home", False),  # two too many
        ("take to walk home", False),  # too much is missing
        ("take it", False),
    ],
)
def test_a_word_missing_or_too_many(question: str, found: bool) -> None:
    rules = rules_from(r=rule("r", "how long does it take to {task}"))
    match = rules.match(question)
    assert (match is not None) is found
    if match is not None:
        assert match.how == "loose"
        assert match.slots["task"].text == "walk home"


def test_what_was_left_over_is_told() -> None:
    rules = rules_from(r=rule("r", "how long does it take to {task}"))
    match = rules.match("how long does it really take to walk home")
    assert match is not None
    assert match.unmatched == ("really",)


def test_two_rules_within_the_margin_are_none() -> None:
    one = rule("one", "how long does it take to walk to {place}")
    two = rule("two", "how long does he take to walk to {place}")
    question = "how long does take to walk to town"
    assert rules_from(one=one, two=two).match(question) is None
    match = rules_from(one=one).match(question)
    assert match is not None
    assert match.slots["place"].text == "town"


def test_a_rule_with_its_own_threshold() -> None:
    strict = rule("r", "what percentage of {topic}", head='answer = "phrase"\nthreshold = 0.99')
    assert rules_from(r=strict).match("what percntage of pupils") is None


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("abc", "abd", 1),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
    ],
)
def test_edits(one: str, other: str, edits: int) -> None:
    assert edits_between(one, other) == edits_between(other, one) == edits


def test_short_words_and_numbers_have_no_neighbours() -> None:
    words = RuleWords(["the", "when", "where", "temperature", "1914", "谁"])
    assert words.like("teh") == {}
    assert words.like("1915") == {}
    assert words.like("whn") == {"when": 0.75}
    assert words.like("temprature") == {"temperature": pytest.approx(1 - 1 / 11)}
    assert words.like("tempratre") == {"temperature": pytest.approx(1 - 2 / 11)}
    assert words.like("somewhere") == {}


@settings(deadline=None)
@given(st.lists(st.text("abc", min_size=4, max_size=12), max_size=12), st.text("abc", max_size=12))
def test_a_scan_finds_what_the_neighbourhoods_find(rule_words: list[str], word: str) -> None:
    words = RuleWords(rule_words)
    scanned = words.like(word)
    for _ in range(100):
        indexed = words.like(word)
    assert indexed == scanned
