"""What was so before, and what is so by default or since a version."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

TEXT = """\
# scan

## 4.7.0 - 2023-05-16

- Keyboard shortcuts; press `?` to see the list.
- The settings file is now called `scan.toml` (was `scan.ini`).

## 4.6.0 - 2022-01-10

- Notes can be pinned.

## Options

`--ocr LANG`
:   Recognise text in the given language, for example `--ocr deu`. Off by default.

### Deskew

Straightens pages. Enabled by default.

### Trace

Writes each step to a file. It is disabled by default since it is slow.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what was the settings file called before", "scan.ini"),
        ("what is the settings file called now", "scan.toml"),
        ("since which version are there keyboard shortcuts", "4.7.0"),
        ("from which version can notes be pinned", "4.6.0"),
        ("is OCR on by default", "No"),
        ("is ocr off by default", "Yes"),
        ("is deskew on by default", "Yes"),
        ("is trace enabled by default", "No"),
    ],
)
def test_what_was_before_or_is_by_default(tmp_path: Path, question: str, answer: str) -> None:
    page = tmp_path / "scan.md"
    page.write_text(TEXT, encoding="utf-8")
    assert Engine.open(page, reader="off").ask(question).text == answer
