"""A few words that name a matter are answered by what stands first under their heading."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

TEXT = """\
# Courier service

## Retry policy

A failed request is tried again three times. The pause is two seconds, then four.

## Rate limits

The service takes 600 requests a minute for each key.

| Plan | Price | Requests a minute |
|---|---|---|
| Small | 0 | 60 |
| Team | £12 | 600 |

## Opening hours

- Monday to Friday from 8:00 to 18:00
- Saturday from 9:00 to 13:00

## Parcels

Guests check out before 11:00 and check in after 15:00. You can log in with your member number.
Please back up your files every Friday.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("topics") / "service.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        ("retry policy", "A failed request is tried again three times.", 5),
        ("Retry policy?", "A failed request is tried again three times.", 5),
        ("rate limit", "The service takes 600 requests a minute for each key.", 9),
        ("the rate limits", "The service takes 600 requests a minute for each key.", 9),
    ],
)
def test_a_matter_is_told_by_what_stands_under_its_name(
    engine: Engine, question: str, answer: str, line: int
) -> None:
    got = engine.ask(question)
    assert (got.text, got.source and got.source.line) == (answer, line)


def test_a_question_for_one_thing_of_a_matter_gets_that_thing(engine: Engine) -> None:
    got = engine.ask("how many requests a minute does the service take")
    assert got.text is not None
    assert got.text.startswith("600")


@pytest.mark.parametrize("question", ["refund policy", "speed limit", "closing hours"])
def test_another_matter_is_not_told_so(engine: Engine, question: str) -> None:
    got = engine.ask(question)
    assert got.kind == "no-answer" or got.confidence < 0.6


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("when is checkout", "11:00"),
        ("checkin time", "15:00"),
        ("when do backups happen", "every Friday"),
    ],
)
def test_a_noun_of_verb_and_particle_is_found_in_two_words(
    engine: Engine, question: str, holds: str
) -> None:
    got = engine.ask(question)
    assert got.text is not None
    assert holds in got.text
