"""Whose price a paragraph tells where, and who a document is by."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

_PAGE = """\
# Toolworx Orrin - Frequently asked questions

**What does it cost?**
Standard membership is £30 a year. If you are a student, you pay £15. Schools can get a group \
membership for £75, with up to five named borrowers.

**Do you deliver?**
Yes, within Orrin, by cargo bike on Thursdays. Farmouth is too far for us, sorry.

**Who can join?**
Anyone over 18 with an address in Orrin.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("house")
    (folder / "tools.md").write_text(_PAGE, encoding="utf-8")
    (folder / "other.md").write_text("# Baths\n\nA swim costs £4.\n", encoding="utf-8")
    return Engine.open(folder, reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what does membership cost", "£30 a year"),
        ("I'm a student, what does membership cost", "£15"),
        ("how much is membership for students", "£15"),
        ("how much is a group membership", "£75"),
        ("how much is membership for a school", "£75"),
    ],
)
def test_whose_price(engine: Engine, question: str, text: str) -> None:
    assert engine.ask(question).text == text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("does toolworx deliver", "Yes"),
        ("what does membership of Toolworx cost", "£30 a year"),
    ],
)
def test_who_a_document_is_by_is_you(engine: Engine, question: str, text: str) -> None:
    answer = engine.ask(question)
    assert answer.text == text
    assert answer.asked == question


def test_what_its_pages_do_not_say_is_refused(engine: Engine) -> None:
    assert engine.ask("does toolworx sell ladders").kind == "no-answer"


def test_what_one_tells_of_oneself_goes_with_the_last_question(engine: Engine) -> None:
    chat = engine.chat()
    assert chat.ask("what does membership cost").text == "£30 a year"
    told = chat.ask("I'm a student")
    assert told.text == "£15"
    assert told.asked == "I'm a student, what does membership cost?"
    assert chat.ask("and for our school?").text == "£75"
