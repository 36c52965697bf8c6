"""The words of a collection, found again by spelling or by beginning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain
from math import log2
from typing import NamedTuple

from hegang_qa.text.spelling import allowed_edits, edits, similarity
from hegang_qa.text.tokens import fold, fold_accents

__all__ = ["ListedWords", "Vocabulary", "most_frequent"]

# Up to this many words are held in one bucket; beyond, in one for each first letter.
_ONE_BUCKET = 50_000
# Fewer words than this are compared in plain Python: rapidfuzz takes 18 ms to import.
_WORTH_IMPORTING = 3_000
# The most that a word's frequency adds to its similarity, for the order.
_FREQUENT = 0.08
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
    words: dict[int, list[tuple[str, int]]]
    size: int


class Vocabulary:
    """Finds words by spelling; many threads may ask.

    `source` gives the words that begin with a text, with their counts, in any order; `size` is
    about how many words there are in all.
    """

    def __init__(self, source: Callable[[str], Iterable[tuple[str, int]]], size: int) -> None:
        self._source = source
        self._one = size <= _ONE_BUCKET
        # A bucket of a vocabulary of a million words takes some 10 MB.
        self._bucket = lru_cache(maxsize=1 if self._one else 8)(self._read_bucket)
        self._known = lru_cache(maxsize=1024)(self._similar)

    def similar(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words spelled like `term` with similarity 0..1, best first; not `term` itself."""
        wanted = fold(term)
        return list(self._known(wanted)[:limit]) if allowed_edits(wanted) else []

    def _similar(self, wanted: str) -> tuple[tuple[str, float], ...]:
        plain = fold_accents(wanted)
        most = allowed_edits(plain)
        scored: list[tuple[float, float, str]] = []
        keys = [""] if self._one else _first_letters(plain)
        for rank, key in enumerate(keys):
            if rank > 1 and scored and min(scored)[0] < -0.85:
                break  # near enough already; the other letters are a last resort
            for word, count in self._near(plain, most, self._bucket(key)):
                if word != wanted:
                    value = similarity(wanted, word)
                    if value > 0.0:
                        # Of two near words the frequent one is likelier to be meant.
                        scored.append((-value - min(_FREQUENT, 0.015 * log2(count)), value, word))
        scored.sort()
        return tuple((word, value) for _, value, word in scored[:20])

    def _near(self, plain: str, most: int, bucket: _Bucket) -> Iterable[tuple[str, int]]:
        lengths = range(max(1, len(plain) - most), len(plain) + most + 1)
        if bucket.size < _WORTH_IMPORTING:
            pairs = _pairs_of(plain)
            # Each error costs at most two pairs (a swap three) of the size + 1 there are
            # (Ukkonen, "Approximate string-matching with q-grams and maximal matches", 1992).
            need = max(1, len(pairs) - 3 * most)
            for length in lengths:
                for at, other in enumerate(bucket.plain.get(length, ())):
                    if len(pairs & _pairs_of(other)) >= need and edits(plain, other, most) <= most:
                        yield bucket.words[length][at]
            return
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract_iter

        for length in lengths:
            words = bucket.words.get(length, ())
            for _, _, at in extract_iter(
                plain, bucket.plain.get(length, ()), scorer=OSA.distance, score_cutoff=most
            ):
                yield words[at]

    def _read_bucket(self, key: str) -> _Bucket:
        plain: dict[int, list[str]] = {}
        words: dict[int, list[tuple[str, int]]] = {}
        size = 0
        sources = [self._source(letter) for letter in (key, *_ACCENTED.get(key, ()))]
        for word, count in chain.from_iterable(sources):
            if len(word) < 4 or not allowed_edits(word):
                continue
            folded = fold_accents(word)
            plain.setdefault(len(folded), []).append(folded)
            words.setdefault(len(folded), []).append((word, count))
            size += 1
        return _Bucket(plain, words, size)


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


def most_frequent(words: Iterable[tuple[str, int]], limit: int) -> list[str]:
    """Return the words with the highest counts, ties by spelling."""
    return [word for word, _ in sorted(words, key=lambda item: (-item[1], item[0]))[:limit]]


def _first_letters(word: str) -> list[str]:
    """Return first letters to look under: the word's own, its second (a swap, a letter lost at
    the front), and those that sound alike."""
    letters = [word[0], word[1]]
    for alike in _SOUND_ALIKE:
        if word[0] in alike:
            letters.extend(alike)
    return list(dict.fromkeys(letters))


@lru_cache(maxsize=8192)
def _pairs_of(word: str) -> frozenset[str]:
    framed = f"^{word}$"
    return frozenset([framed[at : at + 2] for at in range(len(framed) - 1)])
