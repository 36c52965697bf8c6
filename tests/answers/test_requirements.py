"""What pages on software tell of versions, settings and addresses, in the forms they have there."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

PAGE = """\
# vesper

`vesper` dims lamps. It needs Python 3.9 or later.

## Requirements

The last version for Perl 5-compatible lamps is lost; Perl 6 is supported.

Node 18. For printing, Java 11 and 120 MB of memory.

## Configuration

### `soft_limit`

- **Type:** duration
- **Default:** `5m`

After this time a warning is given.

### `hard_limit`

- **Type:** duration
- **Default:** `6m`

After this time the job is killed.

## Replies

A wave height of 255 stands for "not measured". The reply `idle` means "all is well".

## Help

Report bugs to the list lamps@vesper.example.

## Firmware history

- **5.3** (April 2025): `birds`; quality code 8
- **5.1** (September 2023): colder lamps
"""

SETTINGS = """\
SECTION [husk]

    tag_at = 5
        From here on, the word given by tag_word is put before the subject.

    refuse_at = 16
        From here on, the letter is not accepted at all.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which version of Node is required?", "18"),
        ("which java version do I need", "11"),
        ("what is the minimum version of python", "3.9 or later"),
        ("which version of Ruby is needed?", None),
        ("which versions of perl are supported", "6"),
        ("default hard limit", "6m"),
        ("What is the default of soft_limit?", "5m"),
        ("What does a wave height of 255 stand for?", "not measured"),
        ("what does the reply idle mean", "all is well"),
        ("to which address are bugs reported", "lamps@vesper.example"),
        ("which version brought quality code 8?", "5.3"),
        ("when did quality code 8 come?", "April 2025"),
    ],
)
def test_a_page(tmp_path: Path, question: str, answer: str | None) -> None:
    path = tmp_path / "README.md"
    path.write_text(PAGE, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == answer


OPTIONS = """\
# loom

-o FILE, --output=FILE
    Write to FILE instead of standard output.

--color=WHEN
    Colour the output; WHEN is `auto` (the default), `always` or `never`.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is the default of --color", "auto"),
        ("how do I write to a file?", "-o FILE, --output=FILE"),
    ],
)
def test_options_with_their_values(tmp_path: Path, question: str, answer: str) -> None:
    path = tmp_path / "loom.md"
    path.write_text(OPTIONS, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("refuse_at default", "16"),
        ("what is the default of tag_at?", "5"),
        ("what does refuse_at do", "From here on, the letter is not accepted at all."),
    ],
)
def test_settings_with_their_values(tmp_path: Path, question: str, answer: str) -> None:
    path = tmp_path / "settings.txt"
    path.write_text(SETTINGS, encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == answer


@pytest.mark.parametrize(
    ("line", "question"),
    [
        (
            'New class: "ugliest carrot", under-10s only.',
            "Who is the ugliest carrot class open to?",
        ),
        ('The code 255 stands for "not measured".', "What does the code 255 stand for?"),
        ("* **Mode:** `slow`", "mode"),
    ],
)
def test_marks_alone_are_no_answer(tmp_path: Path, line: str, question: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(f"# Notes\n\n{line}\n", encoding="utf-8")
    given = Engine.open(path, reader="off").ask(question, min_confidence=0.0)
    assert any(character.isalnum() for character in given.text or "none")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("python " + ">" * 4000 + " x", "which version of python is required"),
        ("1.2 2024 " + "1" * 4000 + "x\n\nThe mill is old.", "which version added the mill"),
        ("- 1.2 " + " *" * 4000 + "the mill", "which version added the mill"),
        ("mode " + "x" * 20000 + " default", "default of mode"),
    ],
)
def test_hostile_lines_do_not_stall(tmp_path: Path, text: str, question: str) -> None:
    path = tmp_path / "page.md"
    path.write_text(text + "\n", encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question) is not None
