"""What a rule of the user's does to answers: fixed replies, evidence, overriding, thresholds."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Answer, Engine
from tests.intents.making import rule

HANDBOOK = """# Handbook

The old server was discovered in a cellar in 2009.

The company was founded in 1987 by Anna Lind.

## Suppliers

Paper comes from a mill that was established in 1920.
"""


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Return a function that asks the handbook with one more rule."""
    monkeypatch.setenv("HEGANG_QA_CACHE_DIR", "")
    monkeypatch.chdir(tmp_path)
    Path("handbook.md").write_text(HANDBOOK, encoding="utf-8")
    Path("rules/en").mkdir(parents=True)

    def ask(question: str, name: str, text: str, *, explain: bool = False) -> Answer:
        Path(f"rules/en/{name}.toml").write_text(text, encoding="utf-8")
        engine = Engine.open("handbook.md", intents="rules", reader="off")
        return engine.ask(question, explain=explain)

    return ask


HOURS = rule("opening-hours", "what are your opening hours", head='reply = ["From 9 to 5."]')


def test_a_fixed_answer_has_its_rule_as_its_source(ask) -> None:  # type: ignore[no-untyped-def]
    answer = ask("What are your opening hours?", "opening-hours", HOURS, explain=True)
    assert (answer.kind, answer.text) == ("chat", "From 9 to 5.")
    assert (answer.source.path, answer.source.line) == ("rules/en/opening-hours.toml", 4)
    assert answer.intent.overrides == "intents/en/opening-hours.toml"
    assert answer.explanation.rule == "opening-hours"


def test_small_talk_has_no_source(ask) -> None:  # type: ignore[no-untyped-def]
    answer = ask("hello", "opening-hours", HOURS)
    assert (answer.kind, answer.source) == ("chat", None)


STARTED = 'answer = "year"\nevidence = {{ words = ["found", "establish"], slots = {} }}'


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("when did the company start", "1987"),
        ("when did the paper mill start", "1920"),
        ("when did the server start", None),  # it was discovered, not founded
    ],
)
def test_the_sentence_must_hold_the_evidence(  # type: ignore[no-untyped-def]
    ask, question: str, year: str | None
) -> None:
    head = STARTED.format('["thing"]')
    answer = ask(question, "started", rule("started", "when did {thing} start", head=head))
    assert answer.text == year
    if year is None:
        assert answer.kind == "no-answer"
        assert answer.reason == "no sentence holds the evidence that the rule 'started' asks for"


def test_evidence_slots_may_stand_in_a_heading(ask) -> None:  # type: ignore[no-untyped-def]
    head = STARTED.format('["thing"]')
    text = rule("started", "when did {thing} start", head=head)
    assert ask("when did the suppliers start", "started", text).text == "1920"


def test_a_rule_threshold_is_for_matching_not_for_answers(  # type: ignore[no-untyped-def]
    ask,
) -> None:
    head = 'answer = "year"\nthreshold = 1.0'
    text = rule("founding", "when was {thing} founded", head=head)
    answer = ask("when was the company founded", "founding", text)
    assert answer.kind == "answer"
    assert answer.intent.id == "founding"
    assert ask("when was the company fuonded", "founding", text).intent.id == "when"


def test_a_users_rule_with_courtesies_reads_them(ask) -> None:  # type: ignore[no-untyped-def]
    text = rule("founding", "could you tell me when {thing} was founded", head='answer = "year"')
    answer = ask("could you tell me when the company was founded", "founding", text)
    assert (answer.kind, answer.intent.id) == ("answer", "founding")


def test_a_follow_up_of_a_users_rule_is_its_question_about_the_same_thing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "The reading room was opened by Ada Brook.\n\nThe reading room closes at noon.\n"
    )
    text = rule("closing", "when is closing time for {place}", more='follow_up = ["[and] closing"]')
    (tmp_path / "rules/en").mkdir(parents=True)
    (tmp_path / "rules/en/closing.toml").write_text(text)
    engine = Engine.open(str(tmp_path / "a.md"), intents=str(tmp_path / "rules"), reader="off")
    assert engine.rules.whole_question("and closing?") == "when is closing time for it"
    assert engine.rules.whole_question("and when?") is None  # a shipped phrasing: grammar's own
    chat = engine.chat()
    chat.ask("Who opened the reading room?")
    answer = chat.ask("and closing?")
    assert answer.asked == "when is closing time for the reading room"
