from __future__ import annotations

from collections.abc import Mapping

import pytest

from hegang_qa.index import word_blocks
from hegang_qa.index.vocabulary import Vocabulary
from hegang_qa.index.word_blocks import Blocks, by_frequency, frequent_beginnings, pack_words

WORDS = {
    "government": 4,
    "governor": 2,
    "phantom": 1,
    "knife": 2,
    "école": 1,
    "ecology": 1,
    "tea": 9,
    "team": 3,
    "x1914": 1,
}


def whole(counts: Mapping[str, int]) -> Vocabulary:
    return Vocabulary(Blocks.of(by_frequency(counts.items())))


def parted(counts: Mapping[str, int]) -> Vocabulary:
    """A vocabulary in blocks by beginning and end, as large ones are."""
    kept = {
        (each.key, each.length): (each.plain, each.words, each.counts)
        for each in pack_words(by_frequency(counts.items()), whole=False)
    }
    return Vocabulary(Blocks(lambda key, length: kept.get((key, length)), whole=False))


@pytest.mark.parametrize(
    "asked",
    ["goverment", "governer", "ogvernment", "ecole", "tema", "temm", "taem", "x1915", "tae", ""],
)
def test_one_block_for_each_length_and_many_agree(asked: str) -> None:
    assert whole(WORDS).similar(asked) == parted(WORDS).similar(asked)


@pytest.mark.parametrize(
    ("asked", "meant"), [("fantom", "phantom"), ("nife", "knife"), ("knive", "knife")]
)
def test_a_beginning_that_sounds_alike(asked: str, meant: str) -> None:
    assert parted(WORDS).similar(asked)[0][0] == meant


@pytest.mark.parametrize("place", range(10))
@pytest.mark.parametrize("error", ["left out", "put in", "swapped", "another"])
def test_one_error_is_found_wherever_it_is(place: int, error: str) -> None:
    word = "government"
    rest = word[place + 1 :]
    typed = {
        "left out": word[:place] + rest,
        "put in": word[:place] + "x" + word[place:],
        "swapped": word[:place] + rest[:1] + word[place] + rest[1:],
        "another": word[:place] + "x" + rest,
    }[error]
    if typed != word:
        assert parted(WORDS).similar(typed, limit=1)[0][0] == word


def test_a_large_block_is_searched_the_same() -> None:
    letters = [chr(97 + at) for at in range(26)]
    counts = {a + b + c + "tionness": 1 for a in letters for b in letters for c in letters[:6]}
    assert whole(counts | WORDS).similar("goverment", limit=1)[0][0] == "government"


def test_of_many_words_as_near_the_frequent_ones_are_looked_at() -> None:
    letters = [chr(97 + at) for at in range(26)]
    counts = {f"ca{a}{b}ing": 1 for a in letters for b in letters} | {"calling": 90}
    assert parted(counts).similar("caxxing", limit=20)[0] != ("calling", 0)
    assert "calling" in [word for word, _ in parted(counts).similar("xalling", limit=20)]
    assert parted(counts).similar("caliing", limit=1)[0][0] == "calling"


def test_accents_are_no_errors() -> None:
    assert whole(WORDS).similar("ecole")[0] == ("école", 0.98)
    assert parted(WORDS).similar("ecole")[0] == ("école", 0.98)


def test_words_in_several_sets_of_blocks() -> None:
    fresh = Blocks.of(by_frequency({"governess": 1}.items()))
    several = Vocabulary(Blocks.of(by_frequency(WORDS.items())), fresh)
    assert several.similar("governes")[0][0] == "governess"
    assert several.similar("goverment")[0][0] == "government"


def test_beginnings_that_many_share_list_the_most_frequent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(word_blocks, "_MANY", 2)
    monkeypatch.setattr(word_blocks, "MOST_LISTED", 2)
    counts = {"tea": 1, "team": 5, "tear": 3, "tent": 9, "toad": 2, "a": 1}
    assert frequent_beginnings(by_frequency(counts.items())) == {
        "t": ["tent", "team"],
        "te": ["tent", "team"],
        "tea": ["team", "tear"],
    }


@pytest.mark.parametrize(
    "asked", ["goverment", "governer", "ogvernment", "tema", "nkife", "phanton"]
)
def test_the_first_words_asked_for_find_the_same_as_later_ones(
    asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first are looked for in plain Python, later ones by a library."""
    known = whole(WORDS)
    first = known.similar(asked)
    later = whole(WORDS)
    monkeypatch.setattr("hegang_qa.index.vocabulary._WORTH_IMPORTING", len(WORDS))
    for other in ("governmetn", "ecologi", "teem", asked):
        assert later.similar(other) or other != asked
    assert first
    assert later.similar(asked) == first
