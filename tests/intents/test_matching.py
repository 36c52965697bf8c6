"""Strict matching: the most literal template wins, whatever the order of rules."""

from __future__ import annotations

import pytest

from hegang_qa.intents.rules import MAX_WORDS
from tests.intents.making import rule, rules_from


def said(match_of: object) -> tuple[str, dict[str, str]] | None:
    """Return rule and slots of a match."""
    from hegang_qa.intents.model import RuleMatch

    if match_of is None:
        return None
    assert isinstance(match_of, RuleMatch)
    return match_of.rule, {name: slot.text for name, slot in match_of.slots.items()}


def test_more_literal_text_wins() -> None:
    rules = rules_from(
        far=rule("far", "how far {topic}"), how=rule("how", "how {topic}"), a=rule("a", "how")
    )
    assert said(rules.match("How far is the sea?")) == ("far", {"topic": "is the sea"})
    assert said(rules.match("how is the sea")) == ("how", {"topic": "is the sea"})
    assert said(rules.match("HOW?!")) == ("a", {})


def test_the_order_of_files_never_matters() -> None:
    texts = {
        "one": rule("one", "what is {thing} called"),
        "two": rule("two", "what is {thing}"),
        "three": rule("three", "what (is|was) {thing} like"),
    }
    questions = ["what is a tor called", "what is a tor", "what is a tor like", "what is it called"]
    first = [said(rules_from(**texts).match(question)) for question in questions]
    turned = dict(reversed(texts.items()))
    assert [said(rules_from(**turned).match(question)) for question in questions] == first


@pytest.mark.parametrize(
    ("template", "question", "slots"),
    [
        (
            "from {a} to {b}",
            "from here to there to nowhere",
            {"a": "here", "b": "there to nowhere"},
        ),
        ("{a} is where", "the old mill is where?", {"a": "the old mill"}),
        ("what is {a}", "what is C++?", {"a": "C++"}),
        ("what is {a}", "what is #3, please", {"a": "#3, please"}),
        ("what is {a}", "what is 50%", {"a": "50%"}),
        ("what is {a}", 'what is "the mill"?', {"a": "the mill"}),
        ("what is {a}", "what is the Café?", {"a": "the Café"}),
        ("cafe {a}", "Café Central", {"a": "Central"}),
        ("{a}'s price", "the mill's price", {"a": "the mill"}),
    ],
)
def test_slots_are_slices_of_the_question(
    template: str, question: str, slots: dict[str, str]
) -> None:
    match = rules_from(r=rule("r", template)).match(question)
    assert match is not None
    assert {name: slot.text for name, slot in match.slots.items()} == slots
    for slot in match.slots.values():
        assert question[slot.start : slot.end] == slot.text


def test_narrow_slots() -> None:
    more = '[slots.year]\nkind = "number"\n[slots.thing]\nkind = "word"'
    rules = rules_from(r=rule("r", "price of {thing} in {year}", more=more))
    assert said(rules.match("price of bread in 1950")) == ("r", {"thing": "bread", "year": "1950"})
    assert rules.match("price of bread in may") is None
    assert rules.match("price of rye bread in 1950") is None


def test_contractions_polite_words_and_common_slips() -> None:
    language = """schema = 1
id = "en"
name = "English"
first = ["please", "can you tell me"]
last = ["thanks"]
[replace]
"what 's" = "what is"
[spelling]
waht = "what"
whats = "what is"
"""
    rules = rules_from(language=language, r=rule("r", "what is {thing}"))
    for question in (
        "what's a tor",
        "What’s a tor?",
        "whats a tor",
        "waht is a tor",
        "Please can you tell me what's a tor, thanks!",
    ):
        match = rules.match(question)
        assert match is not None, question
        assert match.slots["thing"].text == "a tor"
    assert rules.match("please") is None


def test_lists_and_lists_within_lists() -> None:
    unit = 'schema = 1\nid = "unit"\nsummary = "u"\nvalues = ["mile", "sea mile", "<metric>"]'
    metric = 'schema = 1\nid = "metric"\nsummary = "m"\nvalues = ["metre", "(kilo|centi) metre"]'
    rules = rules_from(
        list_unit=unit, list_metric=metric, r=rule("r", "how many <unit> [is] {way}")
    )
    for words in ("mile", "sea mile", "metre", "kilo metre"):
        assert said(rules.match(f"how many {words} is it")) == ("r", {"way": "it"})
    # An unknown unit is no unit, and cannot be left out before a slot.
    assert rules.match("how many leagues is it") is None


def test_follow_ups_are_read_apart() -> None:
    rules = rules_from(r=rule("r", "when {topic}", more='follow_up = ["and when"]'))
    assert rules.match("and when") is None
    assert said(rules.match_follow_up("And when?")) == ("r", {})
    assert rules.match_follow_up("when was it") is None


@pytest.mark.parametrize(
    "question", ["", " ", "?!", "\x00\x1b[31m", "🙂" * 50, "\u202e", "a" * 100_000]
)
def test_questions_that_say_nothing(question: str) -> None:
    assert rules_from(r=rule("r", "what is {thing}")).match(question) is None


def test_only_the_beginning_of_a_long_question_is_read() -> None:
    match = rules_from(r=rule("r", "what is {thing}")).match("what is " + "word " * 50_000)
    assert match is not None
    assert len(match.slots["thing"].text.split()) == MAX_WORDS - 2
