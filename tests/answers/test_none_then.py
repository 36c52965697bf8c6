"""That there is none of something then: "no after-school club on Fridays"."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

_PAGE = """\
# Hollin

There is no after-school club on the last day of term. Trains run every hour from Monday to \
Friday. There is no service on 25 and 26 December.

On Saturdays the ferries sail as on weekdays, except that ferry A and ferry F do not sail.

| Club | Day | Room |
|---|---|---|
| Chess | Thursday | Hall |
| Robots | Friday | Lab |
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("is there after-school club on the last day of term", "No"),
        ("is the after-school club on on the last day of term", "No"),
        ("do the trains run on the 26th of december?", "No"),
        ("is there a service on 26 December", "No"),
        # "Except ferry A" says nothing of a date.
        ("do the ferries sail on the 24th of december", None),
        # A day is nobody.
        ("who runs the chess club", None),
        ("when is the chess club", "Thursday"),
    ],
)
def test_none_then(tmp_path: Path, question: str, text: str | None) -> None:
    assert ask(tmp_path, _PAGE, question).text == text
