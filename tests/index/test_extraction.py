"""The short way to terms and words gives what the long way gives."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.index.analysis import text_terms
from hegang_qa.index.extraction import LONGEST_TERM, Extractor
from hegang_qa.text.tokens import tokenize


def long_way(text: str) -> tuple[str, Counter[str]]:
    terms = [term for term in text_terms(text) if len(term) <= LONGEST_TERM]
    return " ".join(terms), Counter(t.norm for t in tokenize(text) if t.kind == "word")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "The running dogs, and the dog's well-known owner.",
        "An e-mail from the U.S.-led group of 1970s-style well--known half-a-dozen",
        "rock-'n'-roll, O'Brien-Smith, etc.-like, 3-year-old, mid-1990s, x_-y, a-b_c-d",
        "Été à Pécs – “naïve” café-bar, cafe\u0301-bar, İstanbul-ish, ﬁne-ﬁsh",
        "鹤岗市-north, 中文 word, カタカナ-bar, Привет-мир, ५ apples-५",
        "1,200 km; 5th-grade; 25.1; v2-beta; 10-K, K-10",
        "soft\u00adhyphen and zero\u200bwidth, co\u2010operate, it’s-ok",
        "A" * 250 + "-" + "b" * 600 + " end",
        "U.S.A-wide p.m.-a.m. A.B-c",
        "the U.S.-led group",
        "us, US. (Us) 'us' US's",
        "中\u0301 \u0301\u0301",
        "中\u00ad 中\u200d-a",
        "A\u00ad¨ b¨",
        "\ufdfa one\ufdfatwo",
    ],
)
def test_same_as_by_tokens(text: str) -> None:
    extractor = Extractor()
    terms, words = long_way(text)
    assert extractor.terms(text) == terms
    assert extractor.take_words() == words
    assert extractor.take_words() == {}


ODD = st.text(st.sampled_from("aBé-'’.,_ 1९s中\u0301\u00ad\u200dß‐K·"), max_size=30)


@given(st.lists(st.one_of(ODD, st.text(max_size=30)), max_size=4))
def test_same_as_by_tokens_whatever_the_text(texts: list[str]) -> None:
    extractor = Extractor()
    words: Counter[str] = Counter()
    for text in texts:
        terms, counts = long_way(text)
        assert extractor.terms(text) == terms
        words.update(counts)
    assert extractor.terms_of_each(texts) == [long_way(text)[0] for text in texts]
    words.update(words)
    assert extractor.take_words() == words


@pytest.mark.parametrize("texts", [[], [""], ["", "a\0b", ""], ["One dog.", "", "-", "Two dogs"]])
def test_several_texts_at_once(texts: list[str]) -> None:
    assert Extractor().terms_of_each(texts) == [long_way(text)[0] for text in texts]


def test_forgetting_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hegang_qa.index.extraction._KEPT_CHUNKS", 3)
    extractor = Extractor()
    for text in ("US dogs, us dogs.", "A well-known us: dogs", "dogs (U.S.) and dog's", "us") * 3:
        terms, words = long_way(text)
        assert extractor.terms(text) == terms
        assert extractor.take_words() == words
