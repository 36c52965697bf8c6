"""Figures that belong to a name or to another side of a thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

_POOL = """\
## What does a swim cost?

£6.20 for adults, £3.60 for under-16s and students, and nothing at all for children under four. \
After 8 pm everybody pays £3. A ten-swim card is £52 and is valid for a year.

## How big are the pools?

The main pool is 30.5 m long with five lanes. The teaching pool is 0.9 m deep throughout.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # "Ten" is no age in "ten-swim card", but it is one in "ten-year-old".
        ("How much is a ten-swim card?", "£52"),
        ("what does a ten-swim card cost", "£52"),
        ("what does a ten-year-old pay", "£3.60"),
        ("how deep is the teaching pool", "0.9 m"),
        # The depth is no length.
        ("how long is the teaching pool", None),
        ("how long is the main pool", "30.5 m"),
    ],
)
def test_figures_of_their_own(tmp_path: Path, question: str, text: str | None) -> None:
    assert ask(tmp_path, _POOL, question).text == text
