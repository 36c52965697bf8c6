"""What is answered, what is refused, and how sure either is."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers.confidence import DEFAULT_THRESHOLD

_TEXT = """# Valley notes

Copper was found near Ashford in 1887. The mine closed in 1951.

In 2019 the budget of the museum grew 4% to £2.3 million.

It takes three hours to drive from Ashford to Milton, the county town.

The museum is open daily. Its first director was Mary Cole, who bought the clock.

The gross domestic product (GDP) of the valley was £80 million in 2018.

| Ticket | Price |
|---|---|
| Adult | £9 |
| Child | £4 |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("valley") / "valley.md"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When was copper found?", "1887"),
        ("when was copper discovered near Ashford", "1887"),
        ("What was the museum's budget in 2019?", "£2.3 million"),
        ("How long does it take to drive to Milton?", "three hours"),
        ("Who was the first director of the museum?", "Mary Cole"),
        ("What was the GDP in 2018?", "£80 million"),
        ("price for a child", "£4"),
    ],
)
def test_answered(engine: Engine, question: str, answer: str) -> None:
    found = engine.ask(question)
    assert (found.kind, found.text) == ("answer", answer)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("When was silver found near Ashford?", "silver"),
        ("What was the museum's budget in 2021?", "2021"),
        ("How long does it take to drive to Norwich?", "Norwich"),
        ("Who was the second director of the museum?", "second"),
        ("When did the brewery close?", "brewery"),
        ("What is the price for a pensioner?", "pensioner"),
        ("Who is the mayor of Ashford?", "mayor"),
    ],
)
def test_refused_where_a_name_number_or_head_noun_is_unaccounted_for(
    engine: Engine, question: str, missing: str
) -> None:
    found = engine.ask(question)
    assert found.kind == "no-answer"
    assert missing in found.missing
    assert missing in (found.reason or "")
    assert found.sentence
    assert found.source


def test_the_threshold_is_the_callers_to_move(engine: Engine) -> None:
    asked = "When was silver found near Ashford?"
    found = engine.ask(asked, min_confidence=0.0)
    assert found.kind == "answer"
    assert found.confidence < DEFAULT_THRESHOLD
    assert engine.ask("When was copper found?", min_confidence=1.0).kind == "no-answer"


def test_alternatives_are_less_sure_than_the_answer(engine: Engine) -> None:
    found = engine.ask("When was copper found near Ashford?", top=5, min_confidence=0.0)
    sure = [found.confidence, *(other.confidence for other in found.alternatives)]
    assert sure == sorted(sure, reverse=True)
    assert all(0.0 <= value <= 1.0 for value in sure)


def test_a_document_about_other_things_changes_no_answer(tmp_path: Path) -> None:
    one = tmp_path / "valley.md"
    one.write_text(_TEXT, encoding="utf-8")
    other = tmp_path / "cats.md"
    other.write_text("Cats sleep for most of the day. They hunt at dusk.", encoding="utf-8")
    alone, both = Engine.open(one, reader="off"), Engine.open(one, other, reader="off")
    for asked in ("When was copper found?", "How long does it take to drive to Milton?"):
        assert alone.ask(asked).text == both.ask(asked).text


def test_nothing_to_look_for_has_its_reason(engine: Engine) -> None:
    assert engine.ask("???").reason == "the question has no word to look for"
    assert "no sentence holds" in (engine.ask("xylophone quartet").reason or "")


def test_who_wants_to_be_told_about_something_gets_the_sentence(engine: Engine) -> None:
    found = engine.ask("tell me about the drive to Milton")
    assert found.text == found.sentence
    assert (found.text or "").startswith("It takes three hours")
    assert engine.ask("tell me about the brewery").kind == "no-answer"


def test_a_refusal_without_a_sentence_is_explained(engine: Engine) -> None:
    found = engine.ask("who is the king", explain=True)
    assert found.kind == "no-answer"
    assert found.sentence is None
    assert found.explanation is not None
    assert found.intent is not None
    assert [word.how for word in found.explanation.words] == ["missing"]
