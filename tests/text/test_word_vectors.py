"""Sums of word vectors: arithmetic, files, and what the shipped ones tell."""

from __future__ import annotations

from array import array
from math import isclose, sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.errors import SourceError
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.word_vectors import HEADER, MAGIC, Meaning, WordVectors, cosine

_ROW = st.lists(st.integers(-8, 7), min_size=6, max_size=6)


def _vectors(rows: list[list[int]]) -> WordVectors:
    packed = bytes(
        low & 15 | (high & 15) << 4
        for row in rows
        for low, high in zip(row[::2], row[1::2], strict=True)
    )
    return WordVectors([f"w{n}" for n in range(len(rows))], packed, 6)


@given(st.lists(_ROW, min_size=1, max_size=40))
def test_the_meaning_of_a_text_is_the_sum_of_its_words(rows: list[list[int]]) -> None:
    vectors = _vectors(rows)
    words = [f"w{n}" for n in range(len(rows))]
    meaning = vectors.meaning(vectors.sum_of(words))
    summed = [sum(column) for column in zip(*rows, strict=True)]
    assert list(meaning.numbers) == summed
    assert isclose(meaning.length, sqrt(sum(n * n for n in summed)))
    doubled = vectors.meaning(2 * vectors.sum_of(words) + vectors.sum_of(words[:1]))
    assert list(doubled.numbers) == [2 * n + m for n, m in zip(summed, rows[0], strict=True)]


@given(st.lists(_ROW, min_size=2, max_size=12))
def test_the_cosine_is_symmetric_and_within_its_range(rows: list[list[int]]) -> None:
    vectors = _vectors(rows)
    one = vectors.meaning(vectors.sum_of(["w0"]))
    other = vectors.meaning(vectors.sum_of([f"w{n}" for n in range(1, len(rows))]))
    assert cosine(one, other) == cosine(other, one)
    assert -1.0000001 <= cosine(one, other) <= 1.0000001
    assert isclose(cosine(one, one), 1.0 if one.length else 0.0)


def test_a_text_of_very_many_words_does_not_overflow() -> None:
    vectors = _vectors([[7, -8, 7, -8, 7, -8]])
    meaning = vectors.meaning(3 * vectors.sum_of(["w0"] * 100_000))
    assert cosine(meaning, vectors.meaning(vectors.sum_of(["w0"]))) == pytest.approx(1.0)


def test_unknown_words_say_nothing() -> None:
    vectors = _vectors([[1, 2, 3, 4, 5, -6]])
    nothing = vectors.meaning(vectors.sum_of(["strange", "words"]))
    assert nothing == Meaning(array("h", [0] * 6), 0.0)
    assert cosine(nothing, vectors.meaning(vectors.sum_of(["w0"]))) == 0.0
    assert vectors.sum_of(["w0", "strange"]) == vectors.sum_of(["w0"])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"HQWV",
        HEADER.pack(b"HQWV9999", 1, 2, 1) + b"a" + b"\x01",
        HEADER.pack(MAGIC, 1, 2, 1) + b"a",
        HEADER.pack(MAGIC, 2, 2, 1) + b"a" + b"\x01\x02",
    ],
)
def test_a_damaged_file_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "meaning.bin"
    file.write_bytes(content)
    with pytest.raises(SourceError) as told:
        WordVectors.read(str(file))
    assert str(file) in str(told.value)
    assert told.value.hint


def test_a_missing_file_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        WordVectors.read(str(tmp_path / "none.bin"))


def _meaning(text: str) -> Meaning:
    vectors = WordVectors.read()
    return vectors.meaning(vectors.sum_of([token.stem for token in tokenize(text)]))


@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        (
            "What must I pay when I bring a book back too late?",
            "Overdue fee: 20 pence a day",
            "The reading room opens at nine.",
        ),
        (
            "Who is the boss of the firm?",
            "The company is led by its director, Ann Lee.",
            "The company makes shoes and bags.",
        ),
        (
            "How do I switch it off?",
            "Hold the power button for three seconds to shut the device down.",
            "The battery lasts for ten hours.",
        ),
    ],
)
def test_what_answers_in_other_words_is_nearer(question: str, near: str, far: str) -> None:
    asked = _meaning(question)
    assert cosine(asked, _meaning(near)) > cosine(asked, _meaning(far))
