from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.text.spelling import allowed_edits, edits, phonetic_key, similarity

WORD = st.text("abcdeo", min_size=0, max_size=9)


@pytest.mark.parametrize(
    ("word", "most"),
    [("the", 0), ("coat", 1), ("river", 1), ("bridge", 2), ("buildings", 3), ("1914", 0),
     ("5th", 0), ("mp3s", 0), ("a.b.cd", 0), ("o'brien", 2)],
)  # fmt: skip
def test_longer_words_may_hold_more_errors(word: str, most: int) -> None:
    assert allowed_edits(word) == most


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("recieve", "receive"),
        ("goverment", "government"),
        ("boarder", "border"),
        ("wich", "which"),
        ("seperate", "separate"),
        ("adress", "address"),
        ("univercity", "university"),
        ("fotograph", "photograph"),
        ("hte", "hte"),
        ("ecole", "école"),
        ("temperture", "temperature"),
        ("accomodation", "accommodation"),
    ],
)
def test_typing_errors_are_near(typed: str, meant: str) -> None:
    assert similarity(typed, meant) > 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [("cat", "car"), ("1914", "1915"), ("north", "south"), ("5th", "4th"), ("tea", "teas"),
     ("winter", "painter"), ("", "word"), ("mp3s", "mp4s")],
)  # fmt: skip
def test_other_words_are_not(one: str, other: str) -> None:
    assert similarity(one, other) < 0.7


def test_a_slip_to_the_next_key_is_nearer_than_a_far_one() -> None:
    assert similarity("hoyse", "house") > similarity("hopse", "house")


def test_the_likelier_word_is_nearer() -> None:
    assert similarity("presidnt", "president") > similarity("presidnt", "resident")


@given(WORD, WORD)
def test_similarity_is_symmetric_and_bounded(one: str, other: str) -> None:
    value = similarity(one, other)
    assert 0.0 <= value <= 1.0
    assert value == pytest.approx(similarity(other, one))
    assert (value == 1.0) == (one == other)


@given(WORD, WORD, st.integers(0, 4))
def test_edits_agree_with_the_reference(one: str, other: str, most: int) -> None:
    from rapidfuzz.distance import OSA

    assert edits(one, other, most) == min(OSA.distance(one, other), most + 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [("when", "wen"), ("coal", "cole"), ("boarder", "border"), ("phone", "fone"),
     ("night", "nite"), ("knife", "nife"), ("city", "sity")],
)  # fmt: skip
def test_words_of_like_sound_share_a_key(one: str, other: str) -> None:
    assert phonetic_key(one) == phonetic_key(other)
