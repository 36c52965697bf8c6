from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hegang_qa.answer_types import ANSWER_TYPES
from hegang_qa.errors import SourceError
from hegang_qa.resources import data_path
from hegang_qa.text.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


@pytest.mark.parametrize(
    ("word", "other", "kind"),
    [
        ("find", "discover", "synonym"),
        ("discovered", "find", "synonym"),
        ("builds", "construct", "synonym"),
        ("govern", "rule", "synonym"),
        ("colour", "color", "synonym"),
        ("honor", "honour", "synonym"),
        ("discover", "discovery", "derivation"),
        ("discover", "discoverer", "derivation"),
        ("administration", "administer", "derivation"),
        ("builder", "build", "derivation"),
        ("long", "length", "derivation"),
        ("old", "age", "derivation"),
        ("far", "distance", "derivation"),
        ("heavy", "weight", "derivation"),
        ("born", "birth", "derivation"),
        ("big", "size", "derivation"),
        ("die", "death", "derivation"),
        ("sword", "weapon", "hypernym"),
        ("weapon", "sword", "hyponym"),
        ("construct", "make", "hypernym"),
        ("large", "small", "antonym"),
        ("France", "french", "demonym"),
        ("Norwegian", "norway", "demonym"),
        ("Dutch", "netherlands", "demonym"),
    ],
)
def test_words_are_related(lexicon: Lexicon, word: str, other: str, kind: str) -> None:
    found = {(relation.word, relation.kind): relation.weight for relation in lexicon.related(word)}
    assert (other, kind) in found


def test_relatives_are_bounded_best_first_and_weighed(lexicon: Lexicon) -> None:
    for word in ("run", "take", "house", "good", "city", "line"):
        weights = [relation.weight for relation in lexicon.related(word)]
        assert weights == sorted(weights, reverse=True)
        assert 0 < len(weights) < 60
        assert all(0.0 < weight <= 1.0 for weight in weights)


def test_far_senses_are_left_out(lexicon: Lexicon) -> None:
    near = {relation.word for relation in lexicon.related("find")}
    assert "discover" in near
    assert "rule" not in near


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("found", ("find", "found")),
        ("cities", ("city",)),
        ("went", ("go",)),
        ("children", ("child",)),
        ("stopped", ("stop", "stopped")),
        ("making", ("make", "making")),
        ("longest", ("long", "longest")),
        ("Houses", ("house",)),
        ("analysed", ("analyse",)),
        ("building", ("building", "build")),
        ("qwertyuiop", ()),
        ("1914", ()),
        ("", ()),
        ("?!", ()),
    ],
)
def test_base_forms(lexicon: Lexicon, word: str, lemmas: tuple[str, ...]) -> None:
    assert lexicon.lemmas(word) == lemmas


def test_parts_of_speech_add_up_to_one(lexicon: Lexicon) -> None:
    shares = lexicon.parts_of_speech("run")
    assert sum(shares.values()) == pytest.approx(1.0)
    assert shares["verb"] > shares["noun"]
    assert (
        max(lexicon.parts_of_speech("longest").items(), key=lambda item: item[1])[0] == "adjective"
    )
    assert set(lexicon.parts_of_speech("discovered")) <= {"verb", "adjective"}
    assert lexicon.parts_of_speech("qwertyuiop") == {}


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("Paris", "city"),
        ("France", "country"),
        ("Shakespeare", "person"),
        ("New York", "city"),
        ("teacher", "person"),
        ("dog", "animal"),
        ("oak", "plant"),
        ("bread", "food"),
        ("red", "colour"),
        ("football", "sport"),
        ("measles", "disease"),
        ("euro", "currency"),
        ("novel", "work"),
        ("violin", "instrument"),
        ("university", "organisation"),
        ("river", "river"),
        ("mountain", "mountain"),
        ("sword", "weapon"),
        ("Wednesday", "weekday"),
    ],
)
def test_kinds_of_nouns(lexicon: Lexicon, word: str, first: str) -> None:
    assert first in lexicon.classes(word)[:2]


def test_every_kind_is_an_answer_type(lexicon: Lexicon) -> None:
    names = lexicon._class_names()
    assert names
    assert [name for name in names if name not in ANSWER_TYPES] == []


@pytest.mark.parametrize(
    ("word", "ancestor", "expected"),
    [
        ("Thames", "river", True),
        ("swords", "weapon", True),
        ("Paris", "city", True),
        ("dog", "animal", True),
        ("dog", "plant", False),
        ("season", "son", False),
        ("city", "city", True),
        ("qwertyuiop", "city", False),
        ("city", "qwertyuiop", False),
    ],
)
def test_is_a(lexicon: Lexicon, word: str, ancestor: str, expected: bool) -> None:
    assert lexicon.is_a(word, ancestor) is expected


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("riverbeds", ("river", "bed")),
        ("battleship", ("battle", "ship")),
        ("bedroom", ("bed", "room")),
        ("carpet", ()),
        ("season", ()),
        ("leadership", ()),
        ("house", ()),
    ],
)
def test_compounds(lexicon: Lexicon, word: str, parts: tuple[str, ...]) -> None:
    assert lexicon.parts(word) == parts


def test_many_threads_share_one(lexicon: Lexicon) -> None:
    fresh = Lexicon.open()
    words = ["house", "run", "city", "discover", "long", "river", "weapon", "old"] * 25
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(fresh.related, words)) == [lexicon.related(word) for word in words]


def test_a_missing_or_damaged_lexicon_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="missing"):
        Lexicon.open(str(tmp_path / "none.sqlite"))
    damaged = tmp_path / "a#b?c.sqlite"
    damaged.write_bytes(b"not a database at all" * 100)
    with pytest.raises(SourceError, match="damaged"):
        Lexicon.open(str(damaged)).related("house")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("miminum", "minimum"),
        ("telefone", "telephone"),
        ("migratd", "migrate"),
        ("batle", "battle"),
        ("gorwth", "growth"),
        ("tiems", "time"),
    ],
)
def test_misspelled_words(lexicon: Lexicon, word: str, meant: str) -> None:
    found = lexicon.spelled_like(word)
    assert found is not None
    assert found[0] == meant
    assert 0.7 < found[1] < 1.0


@pytest.mark.parametrize("word", ["battle", "battles", "osprey2", "xqzvkw", "", "ab", "-"])
def test_what_is_no_misspelling(lexicon: Lexicon, word: str) -> None:
    assert lexicon.spelled_like(word) is None


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("borrow", "loan"),
        ("spend", "budget"),
        ("spent", "expense"),
        ("telephone", "call"),
        ("retention", "retain"),
        ("trash", "waste"),
    ],
)
def test_kindred_words(lexicon: Lexicon, word: str, other: str) -> None:
    found = dict(lexicon.kindred(word))
    assert other in found
    assert all(0.55 <= cosine <= 1.0 for cosine in found.values())
    assert [*found.values()] == sorted(found.values(), reverse=True)


@pytest.mark.parametrize(
    ("word", "other"),
    [("gold", "silver"), ("cheap", "expensive"), ("army", "navy"), ("coal", "coalesce")],
)
def test_opposites_and_other_kinds_of_a_thing_are_not_kindred(
    lexicon: Lexicon, word: str, other: str
) -> None:
    assert other not in dict(lexicon.kindred(word))
    assert word not in dict(lexicon.kindred(other))


def test_unknown_words_have_no_kindred(lexicon: Lexicon) -> None:
    assert lexicon.kindred("xqzzy") == ()


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("elevator", "lift", True),
        ("elevators", "lift", True),
        ("rent", "hire", True),
        ("dog", "pet", False),
        ("expensive", "price", False),
    ],
)
def test_what_documents_have_in_place_of_a_word(
    lexicon: Lexicon, word: str, other: str, same: bool
) -> None:
    found = dict(lexicon.said_otherwise(word))
    assert found.get(other) is same
    assert [*found.values()] == sorted(found.values(), reverse=True)


@pytest.mark.parametrize(
    ("word", "other"), [("buy", "rent"), ("treasurer", "secretary"), ("cheap", "expensive")]
)
def test_what_would_make_a_wrong_answer_right_is_not_among_it(
    lexicon: Lexicon, word: str, other: str
) -> None:
    assert other not in dict(lexicon.said_otherwise(word))


def test_a_word_with_an_entry_of_its_own_has_no_other(lexicon: Lexicon) -> None:
    assert dict(lexicon.said_otherwise("park"))["reserve"]
    assert "reserve" not in dict(lexicon.said_otherwise("parking"))
    assert "reserve" in dict(lexicon.said_otherwise("parks"))


def test_unknown_words_are_not_said_otherwise(lexicon: Lexicon) -> None:
    assert lexicon.said_otherwise("xqzzy") == ()


def test_engines_that_come_and_go_share_the_lexicon() -> None:
    one = Lexicon.open()
    assert Lexicon.open() is one
    assert Lexicon.open(data_path("lexicon.sqlite")) is not one
