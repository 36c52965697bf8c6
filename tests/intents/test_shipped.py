"""The shipped rules: sound, firm against typing errors, and quiet where they should be."""

from __future__ import annotations

import random

import pytest

from bench.rules import misspelled, test_sentences
from hegang_qa.intents import RuleSet, load_rules
from hegang_qa.intents.checks import check_rules, load_bundle
from hegang_qa.intents.compiling import Bundle
from hegang_qa.intents.problems import render_all

test_sentences.__test__ = False  # type: ignore[attr-defined]  # a helper, for all its name


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load_bundle()


def test_the_shipped_rules_pass_the_check() -> None:
    report = check_rules()
    assert render_all(report.problems) == ""
    assert report.tests > 200


def test_with_an_error_in_every_content_word_most_find_their_rule(
    rules: RuleSet, bundle: Bundle
) -> None:
    source = random.Random(20)
    found = total = 0
    for name, say in test_sentences(bundle):
        wrong = misspelled(say, source)
        if wrong != say:
            match = rules.match(wrong)
            total += 1
            found += match is not None and match.rule == name
    assert found / total >= 0.95


def test_misspelled_rejects_match_nothing(rules: RuleSet, bundle: Bundle) -> None:
    source = random.Random(20)
    rejects = [
        reject["say"]
        for file in bundle.rules.values()
        for reject in file.data["reject"]
        if "read_by" not in reject
    ]
    quiet = sum(rules.match(misspelled(say, source)) is None for say in rejects)
    assert quiet / len(rejects) >= 0.99


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("when was the bridge built", "when"),
        ("WHEN WAS THE BRIDGE BUILT???", "when"),
        ("please tell me when the bridge was built", "when"),
        ("do you know where the museum is?", "where"),
        ("hey, can you tell me who built it", "who"),
        ("could you please tell me how old it is", "how-old"),
        ("driving time to the airport", "how-long"),
        ("population 2010", "how-many"),
        ("capital of the province", "capital"),
        ("help desk phone number", "phone"),
        ("wen was it foudned", "when"),
        ("how mnay people live there", "how-many"),
        ("whats the capitl of the region", "capital"),
        ("how logn does it take to walk", "how-long"),
        ("who are the members", "who"),
        ("who are your members", "who"),
        ("what can you do with a voucher", "what-do"),
        ("how are you supposed to pay", "how"),
        ("hello, when does it open", "opening-hours"),
        ("thanks, and where is it", "where"),
        ("how much did sales grow", "percentage"),
        ("how much does it cost", "price"),
        ("what does it cost", "price"),
        ("how long is the river", "length"),
        ("how long does it last", "how-long"),
        ("what does perennial mean", "meaning"),
        ("what does RSVP stand for", "expansion"),
        ("how is the name written in Greek", "foreign-name"),
        ("what is the Greek name of the town", "foreign-name"),
        ("what happened in 1848", "what-happened"),
        ("what lies between the church and the market", "what-lies"),
        ("is there a railway", "yes-no"),
        ("did they win", "yes-no"),
        ("name the rivers of the region", "which"),
    ],
)
def test_questions_and_their_rules(rules: RuleSet, question: str, rule: str) -> None:
    match = rules.match(question)
    assert match is not None
    assert match.rule == rule


@pytest.mark.parametrize(
    "question",
    [
        "hello",
        "Hi there!",
        "good morning",
        "thanks!",
        "thank you very much",
        "bye",
        "help",
        "who are you?",
        "what can you do?",
        "how are you",
        "sorry",
        "ok",
        "thnaks",
        "helo",
        "你好",
        "謝謝",
        "再見",
        "你是谁？",
    ],
)
def test_small_talk(rules: RuleSet, question: str) -> None:
    match = rules.match(question)
    assert match is not None
    assert match.answer == "chat"
    assert match.reply


@pytest.mark.parametrize(
    "question",
    [
        "who are the members",
        "help desk phone number",
        "what can you do with it",
        "who are you talking about",
        "thanks to whom was it built",
        "how are you paid",
        "what is the hello world program",
        "who said goodbye",
        "is the help desk open",
        "what is your name for this place",
        "ok button colour",
        "the good bye law",
    ],
)
def test_small_talk_swallows_no_question(rules: RuleSet, question: str) -> None:
    match = rules.match(question)
    assert match is None or match.answer != "chat"


@pytest.mark.parametrize(
    "question",
    [
        "steam engine",
        "blue whales and krill",
        "late fee dvd",
        "1914",
        "asdf qwer",
        "le chat noir",
        "wo ist der Bahnhof",
    ],
)
def test_key_words_are_a_plain_search(rules: RuleSet, question: str) -> None:
    assert rules.match(question) is None
