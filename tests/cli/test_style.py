"""Which stream gets colours."""

from __future__ import annotations

from io import StringIO

import pytest

from hegang_qa.cli.layout import Line
from hegang_qa.cli.style import background, knows_links, style_for
from tests.cli.stub import Terminal

LINE = [Line((("answer", "x"), ("matched", "y"), ("", "z")), 1)]
COLOURED = " \x1b[1;32mx\x1b[0m\x1b[33my\x1b[0mz\n"
MONOCHROME = " \x1b[1mx\x1b[0m\x1b[4my\x1b[0mz\n"
PLAIN = " xyz\n"


@pytest.mark.parametrize(
    ("terminal", "environ", "choice", "expected"),
    [
        (True, {}, "auto", COLOURED),
        (False, {}, "auto", PLAIN),
        (True, {"NO_COLOR": "1"}, "auto", MONOCHROME),
        (True, {"NO_COLOR": ""}, "auto", COLOURED),
        (True, {"TERM": "dumb"}, "auto", PLAIN),
        (True, {"TERM": "dumb", "NO_COLOR": "1"}, "auto", PLAIN),
        (False, {"NO_COLOR": "1"}, "always", COLOURED),
        (False, {"TERM": "dumb"}, "always", COLOURED),
        (True, {}, "never", PLAIN),
    ],
)
def test_choice(terminal: bool, environ: dict[str, str], choice: str, expected: str) -> None:
    stream = Terminal() if terminal else StringIO()
    assert style_for(stream, environ, choice).paint(LINE) == expected


def test_light_ground_has_no_yellow_and_no_cyan() -> None:
    codes = style_for(Terminal(), {}, theme="light").codes
    assert set(codes) == set(style_for(Terminal(), {}, theme="dark").codes)
    assert not any(
        part in ("33", "36", "93", "96") for c in codes.values() for part in c.split(";")
    )


@pytest.mark.parametrize(
    ("value", "ground"), [("0;15", "light"), ("15;0", "dark"), ("0;7", "light"), ("", "dark")]
)
def test_ground_is_read_from_the_terminal(value: str, ground: str) -> None:
    assert background({"COLORFGBG": value}) == ground


@pytest.mark.parametrize(
    ("environ", "knows"),
    [
        ({}, False),
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"VTE_VERSION": "6800"}, True),
        ({"VTE_VERSION": "4500"}, False),
        ({"VTE_VERSION": "6800", "FORCE_HYPERLINK": "0"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_links(environ: dict[str, str], knows: bool) -> None:
    assert knows_links(environ) is knows
    shown = style_for(Terminal(), environ).piece("path file:///a.txt", "a.txt:1")
    assert ("\x1b]8;;file:///a.txt\x1b\\" in shown) is knows
    assert "a.txt:1" in shown
