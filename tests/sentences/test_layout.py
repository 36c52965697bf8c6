"""Wrapped lines, marks of quoted lines and breaks: where sentences of a block begin and end."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa.documents import parse_document
from hegang_qa.sentences import split_document
from tests.answers.one_page import ask

CASES = {
    "three lines that lead on": (
        "Shims are small programs that pass your command along\nto the tool. So it will do\n"
        "the following:\n\n- search\n",
        [
            "Shims are small programs that pass your command along\nto the tool.",
            "So it will do\nthe following:",
            "search",
        ],
    ),
    "the same before code": (
        "To **remove** the tool, delete _all_ of its lines\nfrom the startup\nfile of your"
        " **shell:**\n\n    edit x\n",
        [
            "To **remove** the tool, delete _all_ of its lines\nfrom the startup\nfile of your"
            " **shell:**",
            "edit x",
        ],
    ),
    "a short list": ("Bring\na coat\na hat\n", ["Bring", "a coat", "a hat"]),
    "quoted lines": (
        "> One is\n> done. Two\n> are not. Three\n> follow.\n",
        ["One is\n> done.", "Two\n> are not.", "Three\n> follow."],
    ),
    "quoted lines that end at a mark": (
        "> It is so.\n> Another one.\n",
        ["It is so.", "Another one."],
    ),
    "what sort of quotation it is": (
        "> [!Important]\n> It needs salt.\n\n> [!note] Mind the step.\n",
        ["It needs salt.", "Mind the step."],
    ),
    "a link in brackets is no sort": ("> [!a b]\n", ["[!a b]"]),
    "breaks": (
        "Prints a log.<br>Also as: `x`<br/><br />\nThe end\n",
        ["Prints a log.", "Also as: `x`", "The end"],
    ),
    "a break within a sentence": ("Prints a log<br>of it all.\n", ["Prints a log<br>of it all."]),
}


@pytest.mark.parametrize("name", CASES)
def test_sentences(name: str) -> None:
    text, expected = CASES[name]
    told = split_document(parse_document("a.md", text), number=0, first_id=0)
    assert [one.text for one in told] == expected
    assert all(text[one.start : one.end] == one.text for one in told)


def test_a_lead_has_no_marks_of_quoted_lines() -> None:
    text = "> It needs\n> the following:\n>\n> - salt\n"
    told = split_document(parse_document("a.md", text), number=0, first_id=0)
    assert told[-1].lead == "It needs the following:"


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "> The kiln is a furnace that burns\n> lime day and\n> night.",
            "what is the kiln",
            "a furnace that burns lime day and night",
        ),
        (
            "| Key | Sense |\n|---|---|\n| quiet | Prints nothing<br>at all |",
            "what is the sense of quiet",
            "Prints nothing at all",
        ),
    ],
)
def test_answers_have_no_such_marks(tmp_path: Path, text: str, question: str, answer: str) -> None:
    assert ask(tmp_path, text, question).text == answer
