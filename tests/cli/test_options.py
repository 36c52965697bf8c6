"""The parser of the command line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.cli.options import ASK_OPTIONS, first_word, parse
from hegang_qa.errors import UsageError


@pytest.mark.parametrize(
    ("line", "values", "words"),
    [
        ("when was it built", {}, "when was it built"),
        ("--json when", {"json": True}, "when"),
        ("when --json was", {"json": True}, "when was"),
        ("-d a -d b when", {"docs": ["a", "b"]}, "when"),
        ("--docs=a when", {"docs": ["a"]}, "when"),
        ("-da when", {"docs": ["a"]}, "when"),
        ("-n3 when", {"top": 3}, "when"),
        ("-n 3 when", {"top": 3}, "when"),
        ("--min-confidence 0.5", {"min_confidence": 0.5}, ""),
        ("--color never", {"color": "never"}, ""),
        ("--within *.md --within b.txt", {"within": ["*.md", "b.txt"]}, ""),
        ("-- --json", {}, "--json"),
        ("-", {}, "-"),
        ("--docs -x when", {"docs": ["-x"]}, "when"),
    ],
)
def test_values_and_words(line: str, values: dict[str, Any], words: str) -> None:
    parsed = parse(ASK_OPTIONS, line.split())
    assert parsed.values == values
    assert " ".join(parsed.words) == words


@pytest.mark.parametrize(
    ("line", "message", "hint"),  # the hint holds this
    [
        ("--jsn", "no such option: --jsn", "did you mean --json?"),
        ("--minimum-confidnce", "no such option: --minimum-confidnce", "see hegang-qa --help"),
        ("--min-confidnce=1", "no such option: --min-confidnce", "did you mean --min-confidence?"),
        ("--min-conf", "no such option: --min-conf", "did you mean --min-confidence?"),
        ("--colour", "no such option: --colour", "did you mean --color?"),
        ("--bogus", "no such option: --bogus", "see hegang-qa --help"),
        ("--verbose", "no such option: --verbose", "see hegang-qa --help"),
        ("-x", "no such option: -x", "after --"),
        ("-5", "no such option: -5", "after --"),
        ("--docs", "--docs needs a value: --docs PATH", None),
        ("--json=yes", "--json takes no value", None),
        ("-n 0", "-n needs a whole number from 1, not '0'", None),
        ("-n many", "-n needs a whole number from 1, not 'many'", None),
        ("-n 9999999999", "-n needs a whole number from 1, not '9999999999'", None),
        ("--min-confidence 2", "--min-confidence needs a number from 0 to 1, not '2'", None),
        ("--min-confidence nan", "--min-confidence needs a number from 0 to 1, not 'nan'", None),
        ("--color blue", "--color is one of auto, always, never, not 'blue'", None),
    ],
)
def test_mistakes(line: str, message: str, hint: str | None) -> None:
    with pytest.raises(UsageError) as caught:
        parse(ASK_OPTIONS, line.split())
    assert caught.value.message == message
    assert (hint or "") in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("line", "position"),
    [
        ("eval x", 0),
        ("--json eval x", 1),
        ("-d docs eval", 2),
        ("-ddocs eval", 1),
        ("--docs=docs eval", 1),
        ("-- eval", None),
        ("--json", None),
        ("", None),
    ],
)
def test_first_bare_word(line: str, position: int | None) -> None:
    assert first_word(ASK_OPTIONS, line.split()) == position


@given(st.lists(st.text()))
def test_any_command_line_is_read_or_refused(arguments: list[str]) -> None:
    try:
        parsed = parse(ASK_OPTIONS, arguments)
    except UsageError:
        return
    assert set(parsed.words) <= set(arguments)


def test_every_option_says_what_it_does() -> None:
    assert all(option.help for option in ASK_OPTIONS)
    assert len({option.key for option in ASK_OPTIONS}) == len(ASK_OPTIONS)
