"""Questions that a sentence answers though it lacks words of theirs that say little, or has others
for them."""

from __future__ import annotations

import pytest

from hegang_qa import Engine

TEXT = """\
# Handbook

## Backup

A full backup is made every Sunday at 01:30 and an incremental one on all other nights at 02:15.

## Database

`statement_timeout` = 90 seconds; nightly reports are exempt.

## Port

The crane, called Big Agatha, lifts 320 tonnes. The quay is 210 metres long.

## Learners

A registration fee of 20 euros is due once. The lesson costs 12 euros.

## Delivery

The tank is delivered separately, because it is too heavy for the same pallet.

## Office

Secretary: telephone 0555 0187. The treasurer keeps the books.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("words") / "handbook.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When does the full backup run?", "every Sunday at 01:30"),
        ("What is the value of statement_timeout?", "90 seconds"),
        ("Big Agatha lifting capacity", "320 tonnes"),
        ("How much is the registration fee for new learners?", "20 euros"),
        (
            "Why did the tank come on another pallet than the rest?",
            "it is too heavy for the same pallet",
        ),
        ("How much is the registration fee for horses?", None),
        ("What is the telephone number of the treasurer?", None),
    ],
)
def test_what_is_said_in_other_words(engine: Engine, question: str, text: str | None) -> None:
    assert engine.ask(question).text == text
