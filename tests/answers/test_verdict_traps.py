"""Yes or no where words of the question stand in the sentence and mean something else there."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_NOTES = """\
# Notes

The mineral tolvite is insoluble in water and resists most acids. When it is fused with soda it
breaks down into a soluble salt. This reaction, known as the Marden process, is the basis of all
extraction. The reserves of tolvite at Karsk amount to 410,000 tonnes.

Visitors who only watch need a short briefing and must be accompanied at all times.

Unlike machines with a single boiler, the Duo can steam and brew at the same time.

In 2021 the club lost the play-off against Selby. It sold the old ground in 1990.

## Payments

| For | How much | When |
|---|---|---|
| School lunch | £3.10 a day | monthly in advance |
| Climbing | £18 a term | in the first week |

All payments are made through the portal; cash has not been accepted since January.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("notes") / "notes.md"
    path.write_text(_NOTES, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("Is tolvite soluble in water?", {"No"}),
        ("Are visitors to be accompanied all the time?", {"Yes"}),
        ("Can the Duo steam and brew at the same time?", {"Yes"}),
        ("Did the club win the play-off in 2021?", {"No"}),
        ("Did the club lose the play-off in 2021?", {"Yes"}),
        ("Did the club buy the old ground?", {"No"}),
        ("How big are the reserves of tolvite at Karsk?", {"410,000 tonnes"}),
    ],
)
def test_what_the_words_mean(engine: Engine, question: str, texts: set[str]) -> None:
    assert engine.ask(question).text in texts


def test_a_row_says_nothing_of_what_stands_beside_it(engine: Engine) -> None:
    assert engine.ask("Can I pay for lunches in cash?").text != "Yes"
