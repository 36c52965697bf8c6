"""Follow-ups that a rule completes: other languages, and rules of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.conversation import Thread, Turn
from hegang_qa.conversation.by_rule import by_rule
from hegang_qa.intents import load_rules

CASES = [
    ("图书馆什么时候建成？", "在哪里？", "图书馆在哪里建成？"),
    ("图书馆什么时候建成？", "那么在哪里呢", "图书馆在哪里建成？"),
    ("博物馆在哪里", "那图书馆呢", "图书馆在哪里"),
    ("博物馆在哪里", "它有多大", "博物馆有多大"),
    ("图书馆几点开门", "它的馆长是谁", "图书馆的馆长是谁"),
]


@pytest.mark.parametrize(("before", "question", "wanted"), CASES)
def test_a_follow_up_in_chinese_stands_alone(before: str, question: str, wanted: str) -> None:
    done = by_rule(question, Thread([Turn(before, before)]), load_rules())
    assert done is not None
    assert done.text == wanted
    assert done.changed
    assert done.how


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("图书馆什么时候建成？", "谢谢"),
        ("图书馆什么时候建成？", "公司的馆长是谁"),
        ("When was the bridge built?", "what is the phone number of the desk"),
        ("When was the bridge built?", "what does it cost"),
        ("hello", "在哪里？"),
    ],
)
def test_nothing_else_is_bent_by_a_rule(before: str, question: str) -> None:
    assert by_rule(question, Thread([Turn(before, before)]), load_rules()) is None


def test_without_a_thread_there_is_nothing_to_complete() -> None:
    assert by_rule("在哪里？", Thread(), load_rules()) is None


OWN = """schema = 1
id = "opening"
summary = "asks when a shop opens"
answer = "hours"
ask = ["shop hours {shop}"]
follow_up = ["ditto {shop}"]

[[test]]
say = "shop hours Main Street"
slots = { shop = "Main Street" }
"""


def test_a_follow_up_phrasing_of_the_users_own_rule_is_understood(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "opening.toml").write_text(OWN, encoding="utf-8")
    rules = load_rules(str(tmp_path))
    asked = "shop hours Main Street"
    done = by_rule("ditto Mill Lane", Thread([Turn(asked, asked)]), rules)
    assert done is not None
    assert done.text == "shop hours Mill Lane"
