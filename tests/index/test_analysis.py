from __future__ import annotations

import pytest

from hegang_qa.index.analysis import query_terms, text_terms
from hegang_qa.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The running dogs.", ["the", "run", "dog"]),
        ("1,200 km", ["1200", "km"]),
        ("an e-mail", ["an", "e", "mail", "email"]),
        ("well - known", ["well", "known"]),
        ("coal mine", ["coal", "mine"]),
        ("Été", ["ete", "été"]),
        ("鹤岗市", ["鹤", "岗", "鹤岗", "市", "岗市"]),
        ("鹤 岗", ["鹤", "岗"]),
        ("!?", []),
    ],
)
def test_a_sentence_yields(text: str, terms: list[str]) -> None:
    assert text_terms(text) == terms


def test_a_question_word_with_accents_prefers_them() -> None:
    (word,) = tokenize("Pécs")
    assert query_terms(word) == (("pécs", 1.0), ("pec", 0.6))
    (plain,) = tokenize("Pecs")
    assert query_terms(plain) == (("pec", 1.0),)
    (mark,) = tokenize("?")
    assert query_terms(mark) == ()
