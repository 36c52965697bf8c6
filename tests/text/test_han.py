"""Traditional and simplified characters compared as one."""

from __future__ import annotations

import pytest

from hegang_qa.text.han import simplify
from hegang_qa.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("漢語", "汉语"),
        ("圖書館", "图书馆"),
        ("後來", "后来"),
        ("汉语", "汉语"),
        ("abc é 1", "abc é 1"),
        ("", ""),
    ],
)
def test_simplify(text: str, simple: str) -> None:
    assert simplify(text) == simple
    assert simplify(simple) == simple
    assert len(simple) == len(text)


def test_tokens_meet_in_their_stem() -> None:
    one, other = tokenize("圖書館"), tokenize("图书馆")
    assert [token.text for token in one] != [token.text for token in other]
    assert [token.stem for token in one] == [token.stem for token in other]
