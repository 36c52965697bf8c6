"""The documents and questions that the weights are learned from beside encyclopedias."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

HANDBOOKS = Path(__file__).parents[2] / "bench" / "handbooks"


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("name", ["leisure", "visits", "workplace"])
def test_every_question_is_about_lines_that_are_there(name: str) -> None:
    folder = HANDBOOKS / name
    asked: set[str] = set()
    for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row["question"] not in asked, row
        asked.add(row["question"])
        assert bool(row["lines"]) == bool(row["answers"]) == bool(row["path"]), row
        if not row["lines"]:
            continue
        lines = (folder / row["path"]).read_text(encoding="utf-8").split("\n")
        near = " ".join(text for number in row["lines"] for text in lines[number - 1 : number + 2])
        said = {"Yes", "No"} & set(row["answers"])
        assert said or any(_words(answer) <= _words(near) for answer in row["answers"]), row
    assert len(asked) >= 200
