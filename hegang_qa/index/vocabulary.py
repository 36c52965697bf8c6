"""The words of a collection, found again by spelling or by beginning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import log2

from hegang_qa.index.word_blocks import Block, Blocks, by_frequency, tail_key
from hegang_qa.text.spelling import allowed_edits, edits, may_be_near, similarity
from hegang_qa.text.tokens import fold, fold_accents

__all__ = ["ListedWords", "Vocabulary", "most_frequent"]

# Fewer words than this, all look-ups together, are compared in plain Python: rapidfuzz takes 18 ms
# to import, and then a hundredth of the time.
_WORTH_IMPORTING = 3_000
# The most that a word's frequency adds to its similarity, for the order.
_FREQUENT = 0.08
# A word this near makes looking further needless; so many of each block are judged closely.
_NEAR_ENOUGH = 0.7
_JUDGED = 25
# So many words of a block are looked through where errors at both ends are looked for.
_DEPTH = 1_500
# Beginnings that sound alike: where both ends of a word are misspelled, it is mostly these.
_SOUND_ALIKE = (
    ("f", "ph"),
    ("k", "c"),
    ("k", "ch"),
    ("qu", "kw"),
    ("n", "kn"),
    ("n", "gn"),
    ("n", "pn"),
    ("r", "wr"),
    ("r", "rh"),
    ("s", "c"),
    ("s", "ps"),
    ("s", "sc"),
    ("sk", "sch"),
    ("z", "x"),
    ("j", "g"),
    ("w", "wh"),
    ("h", "wh"),
    ("t", "th"),
    ("t", "pt"),
    ("e", "ae"),
    ("o", "ho"),
)


class Vocabulary:
    """Finds words by spelling, in one set of blocks or several; many threads may ask."""

    def __init__(self, *several: Blocks) -> None:
        self._several = several
        self._known = lru_cache(maxsize=1024)(self._similar)
        self._compared = 0

    def similar(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words spelled like `term` with similarity 0..1, best first; not `term` itself."""
        wanted = fold(term)
        return list(self._known(wanted)[:limit]) if allowed_edits(wanted) and limit > 0 else []

    def _similar(self, wanted: str) -> tuple[tuple[str, float], ...]:
        plain = fold_accents(wanted)
        most = allowed_edits(plain)
        found: dict[str, int] = {}
        # One error before more: in a large vocabulary every word has many neighbours at two.
        large = not all(blocks.whole for blocks in self._several)
        for edit_count in dict.fromkeys((1, most)) if large else (most,):
            for blocks in self._several:
                near = self._near_in_all if blocks.whole else _near
                found.update(near(plain, edit_count, blocks))
            judged = _judged(wanted, found.items())
            if judged and judged[0][1] >= _NEAR_ENOUGH:
                break
        return judged

    def _near_in_all(self, plain: str, most: int, blocks: Blocks) -> Iterator[tuple[str, int]]:
        """Yield words within `most` errors of `plain`, with their counts, of those by length."""
        of_lengths = [blocks.block("", length) for length in _lengths(plain, most)]
        size = sum(len(block.words) for block in of_lengths)
        self._compared += size
        near = _near_in_few if self._compared < _WORTH_IMPORTING else _near_in_some
        for block in of_lengths:
            yield from (near if size < _WORTH_IMPORTING else _near_in_many)(plain, most, block)


def _lengths(plain: str, most: int) -> range:
    return range(max(1, len(plain) - most), len(plain) + most + 1)


def _near(plain: str, most: int, blocks: Blocks) -> Iterator[tuple[str, int]]:
    """Yield words within `most` errors of `plain`, with their counts."""
    errors = min(most, 2)
    lengths = _lengths(plain, errors)  # hardly any word has lost three letters, or got three
    for length in lengths:
        yield from _near_in_many(plain, most, blocks.block(plain[:2], length))
    # With one error all words are looked through that begin or end alike. Two errors in the first
    # letters are rare (Pollock and Zamora 1984): with more, the frequent words will do.
    depth = () if most == 1 else (_DEPTH,)
    for length in lengths:
        for key in (tail_key(plain), *_other_heads(plain)):
            yield from _near_in_many(plain, errors, blocks.block(key, length, *depth))


def _other_heads(plain: str) -> list[str]:
    """Return other first two letters of words that may be meant: with a swap, without a letter too
    many, and those that sound alike."""
    heads = [plain[1] + plain[0], plain[0] + plain[2]]
    for pair in _SOUND_ALIKE:
        for one, other in (pair, pair[::-1]):
            if plain.startswith(one):
                heads.append((other + plain[len(one) :])[:2])
    return [head for head in dict.fromkeys(heads) if head != plain[:2]]


def _near_in_few(plain: str, most: int, block: Block) -> Iterator[tuple[str, int]]:
    for at, other in enumerate(block.plain):
        if may_be_near(plain, other, most) and edits(plain, other, most) <= most:
            yield block.words[at], block.count(at)


def _near_in_some(plain: str, most: int, block: Block) -> Iterator[tuple[str, int]]:
    """Yield the same as `_near_in_few`."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    for other, _, at in extract(
        plain, block.plain, scorer=OSA.distance, score_cutoff=most, limit=None
    ):
        if may_be_near(plain, other, most):
            yield block.words[at], block.count(at)


def _near_in_many(plain: str, most: int, block: Block) -> Iterator[tuple[str, int]]:
    if not block.words:
        return
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    for _, _, at in extract(
        plain, block.plain, scorer=OSA.distance, score_cutoff=most, limit=_JUDGED
    ):
        yield block.words[at], block.count(at)


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
    return [word for word, _ in by_frequency(words)[:limit]]
