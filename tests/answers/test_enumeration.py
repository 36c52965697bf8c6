"""Whole enumerations are the answer where a question asks for several things."""

from __future__ import annotations

import pytest

from hegang_qa import Engine
from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.answers.enumeration import _around, asks_for_several
from hegang_qa.question import understand


@pytest.mark.parametrize(
    ("sentence", "member", "whole"),
    [
        ("Of 27 only Kell, Great Myr and Sandholm are inhabited.", "Kell",
         "Kell, Great Myr and Sandholm"),
        ("We deliver on Tuesdays, Wednesdays and Fridays between 7 am and 1 pm.", "Tuesdays",
         "Tuesdays, Wednesdays and Fridays"),
        ("Boxes hang at the front desk, in the workshop and in the kitchen.", "at the front desk",
         "at the front desk, in the workshop and in the kitchen"),
        ("Every employee receives a laptop and a headset.", "headset", "a laptop and a headset"),
        ("The server works with these HTTP clients: curl, wget and httpie.", "wget",
         "curl, wget and httpie"),
        ("She met the mayor of Strand.", "the mayor", None),
        ("A wreck was found near Kell, and the harbour office approved a dive.", "Kell", None),
    ],
)  # fmt: skip
def test_members_and_wholes(sentence: str, member: str, whole: str | None) -> None:
    analysis = analyse_text(sentence)
    tokens = analysis.tagged.tokens
    at = sentence.index(member)
    inside = [n for n, t in enumerate(tokens) if at <= t.start < at + len(member)]
    found = _around(analysis, inside[0], inside[-1] + 1)
    got = None if found is None else sentence[tokens[found[0]].start : tokens[found[1] - 1].end]
    assert got == whole


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("lists") / "shop.txt"
    path.write_text(
        "The shop is open on Mondays, Tuesdays and Saturdays.\n"
        "You can add eggs, honey and apple juice to any box.\n",
        encoding="utf-8",
    )
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("On which days is the shop open?", True),
        ("Which shops are open?", True),
        ("Which shop is open?", False),
        ("When is the shop open?", False),
        ("How many days is it open?", False),
    ],
)
def test_asks_for_several(engine: Engine, question: str, several: bool) -> None:
    asked = understand(question, rules=engine.rules, index=engine.index, lexicon=engine.lexicon)
    assert asks_for_several(asked) is several


def test_all_members_are_given(engine: Engine) -> None:
    assert engine.ask("On which days is the shop open?").text == "Mondays, Tuesdays and Saturdays"
    assert engine.ask("What can I add to a box?").text == "eggs, honey and apple juice"
