from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.text.tokens import fold, fold_accents, stem, tokenize

# Letters of several scripts, marks, digits and signs that meet at token borders.
TEXT = st.text(
    st.one_of(
        st.sampled_from("aZ.é'’-–5,10 *\u0301\u00ad\n鹤한がक्.sSthUS_@/"),
        st.characters(exclude_categories=["Cs"]),
    )
)


@given(TEXT)
def test_spans_slice_back_in_order_and_skip_only_white_space_and_stars(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= at
        assert token.end > token.start
        assert not text[at : token.start].replace("**", "").strip()
        at = token.end
    assert not text[at:].replace("**", "").strip()


@given(TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_accents(fold_accents(text)) == fold_accents(text)
    for token in tokenize(text):
        if token.text.isascii():
            assert fold(token.norm) == token.norm


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's here", ["It", "'s", "here"]),
        ("the teacher’s desk", ["the", "teacher", "’s", "desk"]),
        ("dogs' bowls", ["dogs", "'", "bowls"]),
        ("don't", ["don't"]),
        ("O’Brien’s", ["O’Brien", "’s"]),
        ("U.S. and U.S.A.", ["U.S.", "and", "U.S.A."]),
        ("in the U.S", ["in", "the", "U.S"]),
        ("at 5 p.m. sharp", ["at", "5", "p.m.", "sharp"]),
        ("the end.Then", ["the", "end", ".", "Then"]),
        ("1,200,000 at 25.1", ["1,200,000", "at", "25.1"]),
        ("ash,9,1,112,oak", ["ash", ",", "9", ",", "1", ",", "112", ",", "oak"]),
        ("it is .25, or $.5.", ["it", "is", ".25", ",", "or", "$", ".5", "."]),
        ("...5 and .1.2", [".", ".", ".", "5", "and", ".", "1.2"]),
        ("1,2,3", ["1", ",", "2", ",", "3"]),
        ("192.168.0.1.", ["192.168.0.1", "."]),
        ("5th of the 1970s", ["5th", "of", "the", "1970s"]),
        ("21st 2ND", ["21st", "2ND"]),
        ("3-D", ["3", "-", "D"]),
        ("12km", ["12", "km"]),
        ("e-mail: a.b@c.org", ["e", "-", "mail", ":", "a", ".", "b", "@", "c", ".", "org"]),
        ("snake_case", ["snake", "_", "case"]),
        ("鹤岗市 city中", ["鹤", "岗", "市", "city", "中"]),
        ("한국어", ["한국어"]),
        ("हिन्दी", ["हिन्दी"]),
        ("in\u00adter", ["in\u00adter"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("", []),
        (" \t\n", []),
    ],
)
def test_text_is_cut_into(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "norm", "root", "kind"),
    [
        ("Running", "running", "run", "word"),
        ("Été", "été", "ete", "word"),
        ("e\u0301te\u0301", "été", "ete", "word"),
        ("in\u00adter", "inter", "inter", "word"),
        ("’s", "'s", "'s", "word"),
        ("1,200", "1,200", "1200", "number"),
        (".25", ".25", "0.25", "number"),
        ("5TH", "5th", "5th", "number"),
        ("U.S.", "u.s.", "u.s.", "word"),
        ("US", "u.s.", "u.s.", "word"),
        ("us", "us", "us", "word"),
        ("U.K.", "uk", "uk", "word"),
        ("p.m.", "pm", "pm", "word"),
        ("–", "-", "-", "mark"),
        ("中", "中", "中", "han"),
        ("km²", "km2", "km2", "word"),
        ("が", "が", "が", "word"),
    ],
)
def test_a_token_has_the_forms(text: str, norm: str, root: str, kind: str) -> None:
    (token,) = tokenize(text)
    assert (token.norm, token.stem, token.kind) == (norm, root, kind)


def test_inflections_share_a_stem() -> None:
    assert stem("discovered") == stem("discovers") == stem("discovering")
    assert stem("cities") == stem("city")


def test_a_very_long_line_is_cut_as_well() -> None:
    text = "word " * 1000
    assert len(tokenize(text)) == 1000


@given(st.lists(st.text(st.sampled_from("aA1.'’-,é\u0301中 \n"), max_size=8), max_size=5))
def test_no_token_reaches_across_a_space(texts: list[str]) -> None:
    whole = tokenize(" ".join(texts))
    expected = []
    at = 0
    for text in texts:
        expected += [t._replace(start=t.start + at, end=t.end + at) for t in tokenize(text)]
        at += len(text) + 1
    assert list(whole) == expected
    assert [" ".join(texts)[t.start : t.end] for t in whole] == [t.text for t in whole]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("by **Corvane Care**; ask", ["by", "Corvane", "Care", ";", "ask"]),
        ("the **12th** of", ["the", "12th", "of"]),
        ("(**bold**),", ["(", "bold", ")", ","]),
        ("2**3 is 8", ["2", "*", "*", "3", "is", "8"]),
        ("`a**` or src/**/x", ["`", "a", "*", "*", "`", "or", "src", "/", "*", "*", "/", "x"]),
    ],
)
def test_what_makes_words_bold_is_no_token(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens
