"""Two values in a line, of which a line above tells what each is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

_FLAKES = """\
Oat flakes

Nutrition (per 100 g / per serving of 40 g)
Energy: 372 kcal / 149 kcal
Protein: 13.5 g / 5.4 g
Fibre: 8.1 g / 3.2 g
Salt: 0.02 g / 0.01 g
Packs per case: 8
Pack weight: 450 g
Servings per pack: 11
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much fibre per 100 g", "8.1 g"),
        ("fibre per serving", "3.2 g"),
        ("protein in 100 g", "13.5 g"),
        ("energy per serving", "149 kcal"),
        ("pack weight", "450 g"),
        ("how many packs are in a case", "8"),
    ],
)
def test_the_value_of_what_is_asked_about(tmp_path: Path, question: str, text: str) -> None:
    assert ask(tmp_path, _FLAKES, question, name="flakes.txt").text == text
