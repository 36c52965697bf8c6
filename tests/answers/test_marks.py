"""Marks of Markdown and reStructuredText are none of an answer, nor is where a link leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.answers.bounds import with_its_marks
from hegang_qa.answers.inline import without_marks
from tests.answers.one_page import ask

README = """\
# Tool

## Contents

1. [License](#license)
2. [Uninstalling Tool](#uninstalling)
3. [How it works](#how-it-works)

## Commands

The versions are installed with [`t install`](COMMANDS.md#t-install).
Use [`t clean`](/commands/t-clean) to get an empty folder.
To set the language, run `configure` and `build` in the folder.

## Uninstalling

Delete the **whole** folder.

### License

[The MIT License](LICENSE)

## History

It runs scripts **concurrently** across all packages.
The home page is [here](https://tool.example.org/home).
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("which licence?", "The MIT License"),
        ("what is the license", "The MIT License"),
        ("where are versions installed?", "t install"),
        ("how do i get an empty folder?", "Use `t clean`"),
        ("what do i run to set the language?", "`configure` and `build`"),
        ("how are scripts run?", "concurrently across all packages"),
        ("what is the url of the home page?", "https://tool.example.org/home"),
    ],
)
def test_answer(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, README, question).text == answer


@pytest.mark.parametrize("question", ["does tool work?", "how do i uninstall the tool?"])
def test_contents_are_no_sentences(tmp_path: Path, question: str) -> None:
    assert "](#" not in (ask(tmp_path, README, question).sentence or "")


def test_the_place_of_an_answer_has_its_marks(tmp_path: Path) -> None:
    answer = ask(tmp_path, README, "how are scripts run?")
    assert answer.sentence is not None
    assert answer.answer_span is not None
    told = answer.sentence[slice(*answer.answer_span)]
    assert told == "**concurrently** across all packages"
    assert without_marks(answer.sentence, answer.answer_span) == answer.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Run [`a b`](/commands/a-b) now", "Run `a b` now"),
        ('A [page (old)](<a b> "Title") of it', "A page (old) of it"),
        ("[![logo](x.svg)](y) and [this][that]", "logo and this"),
        ("remove _all_ lines of **bold** _two words_", "remove all lines of bold two words"),
        ("*it* is *so good* and ***both***", "it is so good and both"),
        ("see `the docs <https://e.org>`_ or `x`_.", "see the docs or x."),
        ("left** and right", "left and right"),
        # what are no marks
        ("src/**/*.py and *.txt and *.md", "src/**/*.py and *.txt and *.md"),
        ("2**3 and 2 * 3 * 4", "2**3 and 2 * 3 * 4"),
        ("snake_case and _private, a_b_c", "snake_case and _private, a_b_c"),
        ("``a b`` and `c*d*` and `__init__`", "``a b`` and `c*d*` and `__init__`"),
        ("default [30] days, see [1]", "default [30] days, see [1]"),
        ("*see below", "*see below"),
    ],
)
def test_without_marks(text: str, told: str) -> None:
    assert without_marks(text, (0, len(text))) == told


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        ("Run `a` and `b` now", "a` and `b", "`a` and `b`"),
        ("Run `a` or ``b``", "b", "b"),
        ("It is `true` (or not) by `force`", "true` (or not)", "`true` (or not)"),
        ("Take **all** of it", "all** of", "**all** of"),
        ("Take `all`", "`all`", "all"),
    ],
)
def test_marks_come_in_pairs(text: str, part: str, told: str) -> None:
    start = text.index(part)
    assert text[slice(*with_its_marks(text, (start, start + len(part))))] == told


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        ("It is **so and so** today", "so** today", "so today"),
        ("Take `a b` or c", "b` or c", "b or c"),
        ("From [the shop](https://e.org) on", "shop](https://e.org) on", "shop on"),
        ("It is [here](https://e.org/x)", "https://e.org/x", "https://e.org/x"),
    ],
)
def test_one_side_of_a_mark_goes(text: str, part: str, told: str) -> None:
    start = text.index(part)
    assert without_marks(text, (start, start + len(part))) == told


def test_signs_of_code_are_its_own(tmp_path: Path) -> None:
    text = "To remove all logs from the folders:\n\n    rm **/*.log __old__"
    assert ask(tmp_path, text, "which command removes all logs?").text == "rm **/*.log __old__"
