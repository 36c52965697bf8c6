"""The figure of one of several told in short, one of two limits, and what changed to what."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_TEXT = """\
Laptops are replaced after four years, tablets after three, desktop PCs after six.

Check the level of solvent: at least 20 cm, at most 45 cm.

The default image quality was raised from 75 to 85. The insurance premium rises from £52,000 to \
£58,500.

Adults stay for 3 nights, children for 2.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("elided") / "office.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when are laptops replaced", "after four years"),
        ("when do tablets get replaced", "after three years"),
        ("when are desktop pcs replaced", "after six years"),
        ("how many nights do children stay", "2"),
        ("max level of solvent", "45 cm"),
        ("minimum level of solvent", "20 cm"),
        ("what's the new default image quality", "85"),
        ("what was the old image quality", "75"),
        ("what is the new insurance premium", "£58,500"),
        ("what was the premium before", "£52,000"),
    ],
)
def test_the_one_that_is_asked_for_is_told(engine: Engine, question: str, text: str) -> None:
    answer = engine.ask(question)
    assert answer.text is not None
    assert answer.text.removeprefix("for ") == text
