"""Software documentation: what something is or does stands under its name, without any of the words
of the question; lines of code have all of them and say nothing. And what whole documents are about.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from tests.answers.one_page import ask

README = """\
# Quillbox

[![build](https://example.org/badge.svg)](https://example.org/build)

A small, fast mail sorter for the command line.

```python
import quillbox
quillbox.sort("inbox")
quillbox.sort("outbox", dry_run=True)
```

## Installation

    pip install quillbox

## How it works

Ledgers are plain text files that remember where a message went.
A special ledger named "seen" lists what the ledgers before it have taken.
Put the ledgers into the folder of your choice.

## Options

### `dry-run`

* Default: false
* Type: Boolean

If set, nothing is moved; what would be moved is printed.

### `keep_days`

Deletes whatever was sorted longer ago than this.
It takes about 40ms per message (default [30] days).

```python
quillbox.run(keep_days=30)
quillbox.run(keep_days=90)
```

## The `purge` command

### Description

Removes empty folders, one after another.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is quillbox", "A small, fast mail sorter for the command line."),
        ("what does quillbox do", "A small, fast mail sorter for the command line."),
        ("what does --dry-run do", "If set, nothing is moved; what would be moved is printed."),
        (
            "what is the dry-run option for",
            "If set, nothing is moved; what would be moved is printed.",
        ),
        ("what does keep_days do", "Deletes whatever was sorted longer ago than this."),
        (
            "what does the keep_days parameter do",
            "Deletes whatever was sorted longer ago than this.",
        ),
        ("what does the purge command do", "Removes empty folders, one after another."),
        ("what is a ledger", "plain text files"),
        ("how long does a message take", "about 40ms per message"),
        ("what is the default of dry-run", "false"),
        ("what type is dry-run", "Boolean"),
    ],
)
def test_what_it_is_stands_under_its_name(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, README, question).text == answer


@pytest.mark.parametrize(
    "question",
    [
        "what is this about",
        "What's this document about?",
        "give me a summary",
        "summarize the text please",
        "what is it",
        "what does it do",
        "这个文档讲什么",
    ],
)
def test_what_all_of_it_is_about(tmp_path: Path, question: str) -> None:
    answer = ask(tmp_path, README, question)
    assert answer.text == "A small, fast mail sorter for the command line."
    assert answer.source is not None
    assert answer.source.line == 5


def test_of_several_documents_each_is_told(tmp_path: Path) -> None:
    for name, text in (("a.txt", "The mill ground corn until 1920."), ("b.md", README)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    engine = Engine.open(tmp_path, reader="off")
    answer = engine.ask("what are these documents about")
    assert answer.text == "The mill ground corn until 1920."
    assert [one.text for one in answer.alternatives] == [
        "A small, fast mail sorter for the command line."
    ]
    answer = engine.ask("what is this about", within="b.md")
    assert answer.text == "A small, fast mail sorter for the command line."


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("Orlo is a fast, correct parser for receipts.", "what is Orlo", "a fast, correct parser"),
        (
            "Welm is a quiet, industrial town in the north.",
            "what is Welm",
            "a quiet, industrial town",
        ),
        (
            "The brack is a loyal, strong and very brave dog.",
            "what is a brack",
            "a loyal, strong and very brave dog",
        ),
        ("Welm is a town, rich in salt.", "what is Welm", "a town"),
    ],
)
def test_adjectives_before_their_noun_are_not_cut(
    tmp_path: Path, text: str, question: str, answer: str
) -> None:
    assert ask(tmp_path, text, question).text == answer


MANUAL = """\
SORTER(1)

NAME
       sorter - puts letters into folders

OPTIONS
       -n, --dry-run
              Move nothing, and print what would be moved. See also --print.

       -N, --nested <depth>
              Look into folders within folders.

       --max-time <seconds>
              The time after which it gives up.

       --print
              Print what is moved. This is the default with --dry-run.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what does --dry-run do", "Move nothing, and print what would be moved."),
        ("what does -n do", "Move nothing, and print what would be moved."),
        ("what does -N do", "Look into folders within folders."),
        ("what is the --max-time option for", "The time after which it gives up."),
        ("what does --print mean", "Print what is moved."),
    ],
)
def test_an_option_is_told_behind_its_spellings(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, MANUAL, question, name="sorter.txt").text == answer


def test_a_document_is_known_by_the_name_of_its_file(tmp_path: Path) -> None:
    text = (
        "[![badge](https://example.org/b.svg)](https://example.org)\n\n"
        "A clock for [slow](https://example.org/slow) people.\n\n"
        "## Sponsors\n\nTockle would not be possible without the Guild of Bakers.\n"
    )
    answer = ask(tmp_path, text, "what is tockle", name="tockle.md")
    assert answer.text == "A clock for slow people."


GLOSSARY = """\
# Terms

Carry-over
: Days of leave that are taken in the next year.

- `--quiet`, `-q`: Print nothing but errors.
- `--force`: Overwrite what is there.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is carry-over", "Days of leave that are taken in the next year."),
        ("what does --quiet do", "Print nothing but errors."),
    ],
)
def test_terms_with_what_they_mean(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, GLOSSARY, question).text == answer
