"""The words of a collection, found again by spelling or by beginning."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, product
from math import log2
from typing import NamedTuple

from hegang_qa.text.spelling import allowed_edits, edits, may_be_near, similarity
from hegang_qa.text.tokens import fold, fold_accents

__all__ = ["ListedWords", "Vocabulary", "most_frequent"]

# Up to this many words are held in one bucket; beyond, in one for each first letter.
_ONE_BUCKET = 50_000
# Fewer words than this are compared in plain Python: rapidfuzz takes 18 ms to import.
_WORTH_IMPORTING = 3_000
# The most that a word's frequency adds to its similarity, for the order.
_FREQUENT = 0.08
# A word this near makes looking further needless; so many of each length are judged closely.
_NEAR_ENOUGH = 0.7
_JUDGED = 25
# First letters that sound alike, or that fingers take for each other's.
_SOUND_ALIKE = ("ckqs", "fpv", "gj", "eiay", "hw", "sxz", "kn", "ou")
# Accented letters stand in the bucket of their plain one.
_ACCENTED = {
    "a": "áàâäãåā",
    "c": "çćč",
    "d": "ďđ",
    "e": "éèêëēęě",
    "g": "ğ",
    "i": "íìîïī",
    "l": "łľ",
    "n": "ñńň",
    "o": "óòôöõøōő",
    "r": "ř",
    "s": "śšş",
    "t": "ťţ",
    "u": "úùûüūůű",
    "y": "ýÿ",
    "z": "źżž",
}


class _Bucket(NamedTuple):
    """Words by their length without accents: the plain forms and, in step, words and counts."""

    plain: dict[int, list[str]]
    words: dict[int, list[str]]
    counts: dict[int, array[int]]
    size: int


class Vocabulary:
    """Finds words by spelling; many threads may ask.

    `source` gives the words that begin with a text, with their counts, in any order; `size` is
    about how many words there are in all.
    """

    def __init__(self, source: Callable[[str], Iterable[tuple[str, int]]], size: int) -> None:
        self._source = source
        self._one = size <= _ONE_BUCKET
        # All of a vocabulary of a million words takes some 100 MB; most questions need little.
        self._bucket = lru_cache(maxsize=1 if self._one else 64)(self._read_bucket)
        self._known = lru_cache(maxsize=1024)(self._similar)

    def similar(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words spelled like `term` with similarity 0..1, best first; not `term` itself."""
        wanted = fold(term)
        return list(self._known(wanted)[:limit]) if allowed_edits(wanted) and limit > 0 else []

    def _similar(self, wanted: str) -> tuple[tuple[str, float], ...]:
        plain = fold_accents(wanted)
        most = allowed_edits(plain)
        # One error before two: in a large vocabulary every word has many neighbours at two.
        for edit_count in (most,) if self._one else range(1, most + 1):
            for key in [""] if self._one else _first_letters(plain):
                near = _judged(wanted, _near(plain, edit_count, self._bucket(key)))
                if near and (near[0][1] >= _NEAR_ENOUGH or edit_count == most):
                    return near
        return ()

    def _read_bucket(self, key: str) -> _Bucket:
        plain: dict[int, list[str]] = {}
        words: dict[int, list[str]] = {}
        counts: dict[int, array[int]] = {}
        size = 0
        beginnings = ["".join(each) for each in product(*map(_with_accents, key))]
        for word, count in chain.from_iterable(map(self._source, beginnings)):
            if len(word) < 4 or not allowed_edits(word):
                continue
            folded = fold_accents(word)
            length = len(folded)
            if length not in words:
                plain[length], words[length], counts[length] = [], [], array("L")
            plain[length].append(folded)
            words[length].append(word)
            counts[length].append(count)
            size += 1
        return _Bucket(plain, words, counts, size)


def _with_accents(letter: str) -> str:
    return letter + _ACCENTED.get(letter, "")


class ListedWords:
    """Words with their counts in a sorted list, found by their beginning."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._count = counts
        self._sorted = sorted(counts)

    def __len__(self) -> int:
        return len(self._sorted)

    def beginning(self, prefix: str) -> list[tuple[str, int]]:
        """Return the words that begin with `prefix`, in order, with their counts."""
        low = bisect_left(self._sorted, prefix)
        high = bisect_left(self._sorted, prefix + "\U0010ffff", low) if prefix else len(self)
        return [(word, self._count[word]) for word in self._sorted[low:high]]


def _near(plain: str, most: int, bucket: _Bucket) -> Iterator[tuple[str, int]]:
    """Yield words of the bucket within `most` errors of `plain`, with their counts."""
    lengths = range(max(1, len(plain) - most), len(plain) + most + 1)
    if bucket.size < _WORTH_IMPORTING:
        for length in lengths:
            for at, other in enumerate(bucket.plain.get(length, ())):
                if may_be_near(plain, other, most) and edits(plain, other, most) <= most:
                    yield bucket.words[length][at], bucket.counts[length][at]
        return
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    for length in lengths:
        words = bucket.words.get(length, ())
        for _, _, at in extract(
            plain,
            bucket.plain.get(length, ()),
            scorer=OSA.distance,
            score_cutoff=most,
            limit=_JUDGED,
        ):
            yield words[at], bucket.counts[length][at]


def _judged(wanted: str, near: Iterable[tuple[str, int]]) -> tuple[tuple[str, float], ...]:
    """Return the words with their similarity to `wanted`, the likeliest meant first."""
    scored: list[tuple[float, float, str]] = []
    for word, count in near:
        value = similarity(wanted, word) if word != wanted else 0.0
        if value > 0.0:
            # Of two near words the frequent one is likelier to be meant.
            scored.append((-value - min(_FREQUENT, 0.015 * log2(count)), value, word))
    scored.sort()
    return tuple([(word, value) for _, value, word in scored[:20]])


def most_frequent(words: Iterable[tuple[str, int]], limit: int) -> list[str]:
    """Return the words with the highest counts, ties by spelling."""
    return [word for word, _ in sorted(words, key=lambda item: (-item[1], item[0]))[:limit]]


def _first_letters(word: str) -> list[str]:
    """Return beginnings to look under: the word's own two letters, its first, its second (a swap,
    a letter lost at the front), and those that sound alike."""
    letters = [word[:2], word[0], word[1]]
    for alike in _SOUND_ALIKE:
        if word[0] in alike:
            letters.extend(alike)
    return list(dict.fromkeys(letters))
