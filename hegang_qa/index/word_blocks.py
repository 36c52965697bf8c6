"""The words of a vocabulary put down so that those spelled like another are soon found.

Words of one length that share their first two letters are a block, and so are those that share
their last two; in a small vocabulary all of one length are. A word of n letters with k errors keeps
one of k + 1 parts whole (Wu and Manber, "Fast text searching allowing errors", 1992), so that with
one error it stands in a block of its own beginning or of its own end; with more, it nearly always
does. A block is plain text, most frequent words first, which is read as fast as it is looked at.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hegang_qa.text.spelling import allowed_edits
from hegang_qa.text.tokens import fold_accents

__all__ = [
    "MOST_LISTED",
    "Block",
    "Blocks",
    "Packed",
    "by_frequency",
    "frequent_beginnings",
    "pack_words",
    "tail_key",
    "unpack_block",
]

ONE_BLOCK = 50_000
"""Up to this many words, all of one length are one block."""

MOST_LISTED = 320
"""Words listed of a beginning that many share."""

_MANY = 1_500
_LONGEST_BEGINNING = 6
_SHORTEST = 4
_MOST_COUNTED = 255


class Block(NamedTuple):
    """Words, most frequent first: without accents, as they stand, and how often (up to 255)."""

    plain: list[str]
    words: list[str]
    counts: bytes

    def count(self, at: int) -> int:
        """Return how often a word stands in the collection; those of the rear stand once."""
        return self.counts[at] if at < len(self.counts) else 1


class Packed(NamedTuple):
    """A block to be kept: words parted by line ends; `words` is "" where all are plain."""

    key: str
    length: int
    plain: str
    words: str
    counts: bytes


_EMPTY = Block([], [], b"")


def by_frequency(words: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return words with their counts, most frequent first, ties by spelling."""
    return sorted(words, key=lambda item: (-item[1], item[0]))


def frequent_beginnings(words: Sequence[tuple[str, int]]) -> dict[str, list[str]]:
    """Return the most frequent words of each beginning that very many share (the words of others
    are soon looked through). `words` come most frequent first."""
    many: dict[str, list[str]] = {}
    sharing = [word for word, _ in words]
    for length in range(1, _LONGEST_BEGINNING + 1):
        shared = Counter([word[:length] for word in sharing if len(word) >= length])
        listed: dict[str, list[str]] = {
            beginning: [] for beginning, count in shared.items() if count > _MANY
        }
        sharing = [word for word in sharing if word[:length] in listed]
        full = 0
        for word in sharing:
            held = listed[word[:length]]
            if len(held) < MOST_LISTED:
                held.append(word)
                full += len(held) == MOST_LISTED
                if full == len(listed):
                    break
        many.update(listed)
    return many


def pack_words(words: Iterable[tuple[str, int]], *, whole: bool) -> Iterator[Packed]:
    """Yield the blocks of a vocabulary of words with their counts, most frequent first; with
    `whole`, one for each length. Words that no typing error is looked for in are left out."""
    blocks: dict[tuple[str, int], tuple[list[str], list[str], list[int]]] = {}
    for word, count in words:
        if len(word) < _SHORTEST:
            continue
        if word.isascii() and word.isalpha():
            folded = word
        elif allowed_edits(word):
            folded = fold_accents(word)
        else:
            continue
        size = len(folded)
        for key in ("",) if whole else (folded[:2], tail_key(folded)):
            held = blocks.get((key, size))
            if held is None:
                held = blocks[key, size] = ([], [], [])
            held[0].append(folded)
            held[1].append(word)
            if count > 1:
                held[2].append(min(count, _MOST_COUNTED))
    for (key, size), (plain, own, counts) in blocks.items():
        listed = "" if plain == own else "\n".join(own)
        yield Packed(key, size, "\n".join(plain), listed, bytes(counts))


def tail_key(plain: str) -> str:
    """Return the key of the words that end as this one does."""
    return "*" + plain[-2:]


def unpack_block(plain: str, words: str, counts: bytes, most: int) -> Block:
    """Return the `most` frequent words of a block that was kept."""
    folded = plain.split("\n", most)[:most]
    return Block(folded, words.split("\n", most)[:most] if words else folded, counts)


class Blocks:
    """Gives blocks, and remembers those that were last looked at.

    `read` returns what is kept under a key and a length, None where there is no such word.
    """

    def __init__(
        self, read: Callable[[str, int], tuple[str, str, bytes] | None], *, whole: bool
    ) -> None:
        self.whole = whole
        # The words of a key and a length, the most frequent ones of them if so many are named. All
        # blocks of a million words take some 100 MB, a look-up a hundredth of that.
        self.block = lru_cache(maxsize=128)(self._block)
        self._read = read

    @classmethod
    def of(cls, words: Sequence[tuple[str, int]]) -> "Blocks":
        """Return the blocks of words with their counts, most frequent first, held in memory."""
        whole = len(words) <= ONE_BLOCK
        kept = {
            (each.key, each.length): (each.plain, each.words, each.counts)
            for each in pack_words(words, whole=whole)
        }
        return cls(lambda key, length: kept.get((key, length)), whole=whole)

    def _block(self, key: str, length: int, most: int = ONE_BLOCK) -> Block:
        kept = self._read(key, length)
        return unpack_block(*kept, most) if kept is not None else _EMPTY
