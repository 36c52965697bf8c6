"""An answer as one line of JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hegang_qa.results import Answer

__all__ = ["SCHEMA", "json_line"]

SCHEMA = 1
"""Version of the JSON form. It grows when a key changes its meaning or goes; new keys may come
without that."""


def json_line(question: str, answer: Answer) -> str:
    """Return the answer as a JSON object on one line: ``schema``, ``question`` as typed, and the
    fields of `hegang_qa.results.Answer`. Other than ASCII characters stay readable."""
    line = json.dumps(
        {"schema": SCHEMA, "question": question, **answer.to_dict()}, ensure_ascii=False
    )
    # What cannot be UTF-8 (halves of characters from the command line), and what a terminal
    # could obey, is written as JSON escapes; JSON means the same by them.
    if line.isprintable():
        return line + "\n"
    return "".join(c if c.isprintable() else _escape(c) for c in line) + "\n"


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1] if ord(character) > 0x7F else f"\\u{ord(character):04x}"
