"""What the small words of a question point to, and answers without what runs on."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TEXT = """\
The film was directed by Lars Ek and starring Ulla Brandt. She was buried beside Brems in the \
Hietaniemi cemetery.

The town lies 64 kilometres north of the provincial capital, Brandt, and some 9 kilometres from \
the border.

The museum charges adults £8; children under twelve are admitted free.

Norrglas moved to Karsholm from Brandt in 1962. Production was moved to Ohio two years later.

The siege of Grauburg was raised two days after the battle.

He was elected Protector in 1649, and held the office until his death in 1681.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("part") / "lives.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who directed the film", "Lars Ek"),
        ("where was she buried", "in the Hietaniemi cemetery"),
        ("how far is the town from Brandt", "64 kilometres"),
        ("how far is it from the border", "9 kilometres"),
        ("how much does it cost for kids", "free"),
        ("how much do adults pay", "£8"),
        ("where did Norrglas move from", "Brandt"),
        ("where did Norrglas move to", "Karsholm"),
        ("where was production moved", "Ohio"),
        ("until when was he protector", "his death in 1681"),
    ],
)
def test_the_part_that_is_meant_is_told(engine: Engine, question: str, text: str) -> None:
    answer = engine.ask(question)
    assert answer.text == text
    assert answer.sentence is not None
    assert answer.answer_span is not None
    assert answer.sentence[slice(*answer.answer_span)] == text


def test_how_long_after_is_not_how_long(engine: Engine) -> None:
    assert engine.ask("how long did the siege last").text != "two days"
    assert engine.ask("how long after the battle was the siege raised").text == "two days"
