"""What is told of a sentence without looking at it closely is what a close look tells."""

from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.ranking.kinds import KINDS, TELLING, fit, fits_plainly
from hegang_qa.ranking.views import sentence_view

WORDS = "The March McAdam O'Brien U.S. 's - ( ) 5th 12 1954 2101 , ,300 .5 five Rome rome $ because"
PIECES = st.sampled_from([*WORDS.split(), " ", " ", " ", ". ", " of ", "é"])


@given(st.lists(PIECES, max_size=14).map("".join), st.sets(st.sampled_from(["rome", "1954", "12"])))
def test_what_fits_plainly_fits(text: str, asked: set[str]) -> None:
    for kind in KINDS:
        if fits_plainly(kind, text, frozenset(asked)):
            assert fit(kind, sentence_view(text), frozenset(asked)) == 1.0


@given(st.lists(PIECES, max_size=14).map("".join))
def test_kinds_that_tell_nothing(text: str) -> None:
    for kind in set(KINDS) - TELLING:
        assert fit(kind, sentence_view(text), frozenset()) == 0.0


def test_most_that_fits_is_told_plainly() -> None:
    assert fits_plainly("named", "It was built by Ada Stone.", frozenset())
    assert not fits_plainly("named", "Stone built it.", frozenset())
    assert fits_plainly("date", "It was built in 1894.", frozenset())
    assert not fits_plainly("date", "It was built in 1894.", frozenset(["1894"]))
    assert fits_plainly("number", "It has 12 rooms.", frozenset())


def test_prices_without_a_currency_may_be_money() -> None:
    asked = frozenset(["2"])
    assert fit("money", sentence_view("A permit costs 9 crowns."), asked) == 1.0
    assert fit("money", sentence_view("Youth  3.60  4.10"), asked) == 0.0
    assert fit("money", sentence_view("It has 12 rooms."), asked) == -1.0
