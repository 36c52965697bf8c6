"""A question that is limited to some documents is not answered from others, by whatever is looked
for beside the sentences that were found."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

PAGES = {
    "wall.txt": "The harbour wall\n\nThe wall was built in 1901. It is long.\n",
    "sea.txt": "A day at sea\n\nBy Nadia Perrin\n\nThe sea was calm. This article is about it.\n",
    "log.md": "# Changelog\n\n## 2.1.0 - 2024-05-01\n\n- Faster start.\n",
}

CASES = [
    ("who wrote the article", "Nadia Perrin", "sea.txt"),
    ("what changed in version 2.1", "Faster start", "log.md"),
    ("when was 2.1.0 released", "2024-05-01", "log.md"),
]


@pytest.mark.parametrize(("question", "said", "page"), CASES)
def test_answers_from_its_documents_only(
    tmp_path: Path, question: str, said: str, page: str
) -> None:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    engine = Engine.open(tmp_path, reader="off")
    assert engine.ask(question).text == said
    assert engine.ask(question, within=page).text == said
    assert engine.ask(question, within="wall.txt").kind == "no-answer"
