"""Commands to a terminal are no words of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.text.escapes import without_escapes


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\x1b[0m and \x1b[1;4mbold\x1b[m", "red and bold"),
        ("\x1b[2J\x1b[Htop", "top"),
        ("\x1b]0;title\x07shown", "shown"),
        ("\x1b]8;;http://a.b\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]0;never closed\nnext line", "\x1b]0;never closed\nnext line"),
    ],
)
def test_escapes_are_left_out(text: str, bare: str) -> None:
    assert without_escapes(text) == bare


def test_a_coloured_log_is_read_as_its_words(tmp_path: Path) -> None:
    log = tmp_path / "run.log"
    log.write_text(
        "The run began at \x1b[32m09:15\x1b[0m.\n"
        "The \x1b[1mback\x1b[0mup \x1b[31mfailed\x1b[0m at 09:40.\n",
        encoding="utf-8",
    )
    answer = Engine.open(log, reader="off").ask("when did the backup fail")
    assert (answer.text, answer.source and answer.source.line) == ("09:40", 2)
    assert answer.sentence == "The backup failed at 09:40."
