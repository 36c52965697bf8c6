"""The length of the gorge is not that of the river, and hours are no speed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

_RIVER = """\
# River Orlava

The Orlava is a river in the south. It rises at 1,140 metres near Kranz and flows for
412 km to the Great Lake.
The gorge at Hult has walls 310 metres high and a length of 14 km. The catchment covers
11,840 square kilometres.

Two trains a week run from Kranz to Hult, a journey of thirteen hours.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how long is the gorge", "14 km"),
        ("how high are the walls of the gorge", "310 metres"),
        ("how big is the catchment", "11,840 square kilometres"),
        ("how long does the journey take", "thirteen hours"),
    ],
)
def test_the_measure_of_what_is_asked_about(tmp_path: Path, question: str, text: str) -> None:
    assert ask(tmp_path, _RIVER, question).text == text


@pytest.mark.parametrize(
    "question",
    ["length of the river", "how long is the river", "length of the Orlava", "how fast do they go"],
)
def test_the_measure_of_another_thing(tmp_path: Path, question: str) -> None:
    assert ask(tmp_path, _RIVER, question).text not in ("14 km", "thirteen hours")
