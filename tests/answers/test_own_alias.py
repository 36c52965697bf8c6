"""Another name of what the question names is no answer to what is asked of it."""

from pathlib import Path

import pytest

from hegang_qa import Engine

DOCUMENT = """\
Karsholm (Sami: Garas, also known as Storbekk and Lillevik) is a town of the Kingdom's north,
facing Nordby across the Velda River to the south and Salt Harbour across the Orra Sound.

The lamp house (also called Old Light) was built by Ida Berg.
"""


@pytest.mark.parametrize(
    ("question", "wrong", "right"),
    [
        ("What lies across the Orra Sound from Karsholm?", "Storbekk", ""),
        ("Who built the lamp house?", "Old Light", "Ida Berg"),
        ("What else is the lamp house called?", "Ida Berg", "Old Light"),
    ],
)
def test_an_alias_answers_only_for_names(
    tmp_path: Path, question: str, wrong: str, right: str
) -> None:
    (tmp_path / "a.txt").write_text(DOCUMENT, encoding="utf-8")
    answer = Engine.open(tmp_path).ask(question, min_confidence=0.0)
    assert answer.text is not None
    assert right in answer.text
    assert wrong not in answer.text
