"""What tells two things apart: a list, what stands under a heading, a sentence; and sentences that
only name both."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE = """\
# Drinks and tools

Tea and coffee are served until ten, but not on Sundays.

Both tea and coffee are hot.

## Tea vs cocoa

Tea is made of leaves, cocoa of beans.

## Sorting

The main differences between using the command `box sort` and the older
command `box file` are the following:

* `box sort` never asks.
* `box file` keeps copies.

## `box peek`

Unlike `box open`, this leaves the seal unbroken.

## Others

This page explains the difference between bees and wasps.

There is no difference between mugs and cups.

Stalls and booths differ in size and price.

The function `read_rows` works much the same way as `read_box`, except it returns a list.

Gold cards last five years, whereas silver cards last two.

The difference between a fee and a fine is that a fine punishes.

Plan A is cheaper than plan B in winter.

`cp` copies a file; `mv` moves it instead.

Rye and oats are free except on Sundays.

In 1999 Leeds vs York ended 2:2.
"""

ROWS = "The function `read_rows` works much the same way as `read_box`, except it returns a list."
BOX = "`box sort` never asks; `box file` keeps copies"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is the difference between box sort and box file?", BOX),
        ("how does box sort differ from box file?", BOX),
        ("box file vs box sort", BOX),
        ("what is the difference between tea and cocoa?", "Tea is made of leaves, cocoa of beans."),
        (
            "what's the difference between box peek and box open?",
            "Unlike `box open`, this leaves the seal unbroken.",
        ),
        (
            "what is the difference between mugs and cups?",
            "There is no difference between mugs and cups.",
        ),
        ("how do stalls differ from booths?", "Stalls and booths differ in size and price."),
        ("how are stalls and booths different?", "Stalls and booths differ in size and price."),
        ("what is the difference between read_rows and read_box?", ROWS),
        ("how does read_box differ from read_rows", ROWS),
        ("read_rows vs. read_box", ROWS),
        (
            "difference between gold and silver cards",
            "Gold cards last five years, whereas silver cards last two.",
        ),
        (
            "what is the difference between a fee and a fine?",
            "The difference between a fee and a fine is that a fine punishes.",
        ),
        (
            "what is the difference between plan A and plan B",
            "Plan A is cheaper than plan B in winter.",
        ),
        ("difference between cp and mv", "`cp` copies a file; `mv` moves it instead."),
    ],
)
def test_what_tells_two_things_apart(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, PAGE, question).text == answer


@pytest.mark.parametrize(
    "question",
    [
        "what is the difference between tea and coffee?",
        "how do tea and coffee differ?",
        "what is the difference between bees and wasps?",
        "what is the difference between rye and oats?",
        "what is the difference between tea and mugs?",
        "tea vs coffee",
    ],
)
def test_what_only_names_both_is_no_answer(tmp_path: Path, question: str) -> None:
    assert ask(tmp_path, PAGE, question).kind == "no-answer"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("when did Leeds vs York end 2:2?", "1999"),
        ("is there a difference between mugs and cups?", "No"),
    ],
)
def test_other_questions_with_these_words_stay(tmp_path: Path, question: str, answer: str) -> None:
    assert ask(tmp_path, PAGE, question).text == answer


def test_a_list_is_whole_behind_a_wrapped_line_with_code(tmp_path: Path) -> None:
    page = "Each `box` volunteer of the\nsummer **camp** receives:\n\n- a tent\n- a lamp\n- a map\n"
    answer = ask(tmp_path, page, "what does each box volunteer of the summer camp receive?")
    assert answer.text == "a tent; a lamp; a map"
