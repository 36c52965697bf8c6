"""Two figures of a sentence, each with what it is for behind it; defaults marked in a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_PAGE = """\
# Warranty

We give two years from the date of purchase on the machine, and twelve months on the pan and the
paddle, which wear.

The pan takes ten minutes and the machine three hours to cool down.
"""
_API = """\
| Field | Type | Required | Values |
|---|---|---|---|
| `label_format` | string | no | `pdf` (default), `zpl` or `png` |
| `currency` | string | yes | a code |
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how long is the warranty on the machine", "two years"),
        ("how long is the warranty on the pan", "twelve months"),
    ],
)
def test_the_figure_of_its_own(tmp_path: Path, question: str, text: str) -> None:
    (tmp_path / "a.md").write_text(_PAGE, encoding="utf-8")
    assert Engine.open(tmp_path / "a.md", reader="off").ask(question).text == text


def test_a_default_that_is_marked_in_a_row(tmp_path: Path) -> None:
    (tmp_path / "api.md").write_text(_API, encoding="utf-8")
    answer = Engine.open(tmp_path / "api.md", reader="off").ask("what is the default label format")
    assert answer.text == "pdf"
