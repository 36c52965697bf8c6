"""docs/answers.md names what an answer holds, all of it and nothing else."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from hegang_qa import Answer

DOCUMENT = Path(__file__).parents[1] / "docs" / "answers.md"


def test_each_field_of_an_answer_is_told_of() -> None:
    told = re.findall(r"^\| `(\w+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    fields = [field.name for field in dataclasses.fields(Answer)]
    assert sorted(told) == sorted(["schema", "question", *fields])
