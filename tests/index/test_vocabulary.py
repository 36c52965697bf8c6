from __future__ import annotations

from hegang_qa.index.vocabulary import ListedWords, Vocabulary

WORDS = {
    "government": 4,
    "governor": 2,
    "phantom": 1,
    "école": 1,
    "ecology": 1,
    "tea": 9,
    "x1914": 1,
}


def test_one_bucket_and_many_agree() -> None:
    listed = ListedWords(WORDS)
    one = Vocabulary(listed.beginning, 10)
    many = Vocabulary(listed.beginning, 10**6)
    for asked in ("goverment", "governer", "ogvernment", "ecole", "tae", "x1915", ""):
        assert one.similar(asked) == many.similar(asked)


def test_a_first_letter_that_sounds_alike() -> None:
    many = Vocabulary(ListedWords(WORDS).beginning, 10**6)
    assert many.similar("fantom")[0][0] == "phantom"


def test_a_large_bucket_is_searched_the_same() -> None:
    counts = {
        f"word{'abcdefghij'[at % 10]}{'klmnopqrst'[at // 10 % 10]}" * 2: 1 for at in range(100)
    }
    counts |= {
        chr(97 + a) + chr(97 + b) + chr(97 + c) + "tion": 1
        for a in range(26)
        for b in range(26)
        for c in range(6)
    }
    listed = ListedWords(counts | WORDS)
    vocabulary = Vocabulary(listed.beginning, len(listed))
    assert vocabulary.similar("goverment", limit=1)[0][0] == "government"


def test_accents_are_no_errors() -> None:
    vocabulary = Vocabulary(ListedWords(WORDS).beginning, 10)
    assert vocabulary.similar("ecole")[0] == ("école", 0.98)
