"""Nothing in a document or a question commands the terminal."""

from __future__ import annotations

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.cli.safe_text import as_utf8, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("鹤岗 Hègǎng", "鹤岗 Hègǎng"),
        ("two\nlines", "two lines"),
        ("two\r\nlines\tand", "two lines and"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "�31m"),
        ("bell\x07 back\x08 del\x7f", "bell␇ back␈ del␡"),
        ("a\u202eb", "ab"),
        ("a\u2066b\u2069", "ab"),
        ("soft\xadhyphen", "softhyphen"),
        ("half \ud83d", "half �"),
        ("line\u2028end", "line end"),
        ("family 👨\u200d👩", "family 👨\u200d👩"),
    ],
)
def test_table(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_no_control_character_remains(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        ("plain", "plain"),
        ("déjà 鹤", "déjà 鹤"),
        ("a\x1b", "a\x1b"),
        ("\udce9\udcb9\udca4", "鹤"),  # in a locale of ASCII
        ("caf\udce9", "caf�"),  # not UTF-8 at all
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="arguments are Unicode there")
def test_arguments_are_read_as_utf8(argument: str, text: str) -> None:
    assert as_utf8(argument) == text
