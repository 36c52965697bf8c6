"""Terms and words of many texts: the same as by tokens, in a fraction of the time.

A collection reads millions of sentences and keeps no spans, so most of what `tokenize` does is
done for nothing there. No token reaches across white space, so a text is cut there, and each chunk
("dogs,") is looked up in a table of the terms it yields. A chunk that is new is cut into pieces by
one call; what needs a closer look (combining marks, Chinese characters, hyphens beside full stops)
goes the long way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hegang_qa.documents.patterns import lazy
from hegang_qa.index.analysis import terms_of
from hegang_qa.text.tokens import (
    NUMBER_PATTERN,
    WORD_PATTERN,
    forms,
    is_han,
    joins_words,
    stem,
    tokenize,
)

__all__ = ["LONGEST_TERM", "Extractor"]

LONGEST_TERM = 512
"""Longer terms are left out of the text of a sentence: nobody asks for them."""

_LONGEST_PIECE = 200  # longer ones are shortened by `tokenize`
_KEPT_CHUNKS = 150_000
_COUNTED = 2_000

_NOTHING, _BETWEEN = "\1", "\0"
"""Stand for the terms of a chunk that has none, and between texts that are read in one go."""

_OPENING = '(["'
_CLOSING = '.,;:!?)]"'
"""What stands before and after a word without being part of it."""

# A dash counts where it stands between letters: then the joined word is a term as well.
_DASHES = "-‐‑–—−"
_PIECE = lazy(
    rf"{WORD_PATTERN} | {NUMBER_PATTERN} | (?<=[^\W\d_])[{_DASHES}](?=[^\W\d_])",
    re.VERBOSE,
)
# The same for text in ASCII: letters and digits are told by a table, in half the time.
_ASCII_PIECE = lazy(
    rf"{WORD_PATTERN} | {NUMBER_PATTERN} | (?<=[^\W\d_])-(?=[^\W\d_])".replace(
        r"[^\W\d_]", "[A-Za-z]"
    ).replace(r"\d", "[0-9]"),
    re.VERBOSE | re.ASCII,
)
_ODD_DASH = lazy(rf"[.'’][{_DASHES}]|[{_DASHES}]['’]")
_ODD_AT_FIRST = "﹣－"
"""Characters that fold to a dash and are too rare for the short way."""


def _read(piece: str) -> tuple[str, str]:
    """Return the terms of a piece, joined by a space, and its folded form if it is a word."""
    if piece in _DASHES:
        return "", ""
    if piece[0].isdecimal() or piece[0] == ".":
        return forms(piece, "number")[1], ""
    norm, root = forms(piece, "word")
    return f"{root} {norm}" if not norm.isascii() and root.isascii() else root, norm


class _Chunks(dict[str, str]):
    """Chunk to its terms joined by a space, filled as chunks are met; `words` has its words.

    When there are many, those that were not met since there were last as many are forgotten.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self._older: dict[str, str] = {}
        self._older_words: dict[str, str] = {}
        self._roots: dict[str, str] = {}
        self._plain: set[str] = set(map(chr, range(128)))
        self._odd: set[str] = set(_ODD_AT_FIRST)
        self._dashes = frozenset(_DASHES)

    def __missing__(self, chunk: str) -> str:
        terms = self._older.get(chunk)
        if terms is None:
            terms, self.words[chunk] = self._read(chunk)
        else:
            self.words[chunk] = self._older_words[chunk]
        terms = self[chunk] = terms or _NOTHING
        return terms

    def bound(self) -> None:
        """Forget some if there are too many."""
        if len(self) > _KEPT_CHUNKS:
            self._older, self._older_words = dict(self), self.words
            self.clear()
            self.words = {}
            self._roots.clear()

    def _read(self, chunk: str) -> tuple[str, str]:
        """Return the terms of a chunk and its words."""
        if chunk.isascii() and len(chunk) <= _LONGEST_PIECE:
            core = chunk.lstrip(_OPENING).rstrip(_CLOSING)
            if core.isalpha():
                norm = core.lower()
                root = self._roots.get(norm)
                if root is None or norm == "us":  # which is "u.s." in capitals
                    root, norm = _read(core)
                    self._roots[norm] = root
                return root, norm
            pieces: list[str] = _ASCII_PIECE.findall(chunk)
        elif self._plain.issuperset(chunk) or self._is_plain(chunk):
            pieces = _PIECE.findall(chunk)
        else:
            return _the_long_way(chunk)
        dashed = not self._dashes.isdisjoint(pieces)
        if (not self._dashes.isdisjoint(chunk) and _ODD_DASH.search(chunk)) or (
            len(chunk) > _LONGEST_PIECE and len(max(pieces, key=len, default="")) > _LONGEST_PIECE
        ):
            return _the_long_way(chunk)
        found = [_read(piece) for piece in pieces]
        parts = [terms for terms, _ in found]
        if dashed:
            for at, piece in enumerate(pieces):
                # The letter before may be the end of a number: "1970s-".
                if piece in self._dashes and found[at - 1][1]:
                    parts[at + 1] += " " + stem(found[at - 1][1] + found[at + 1][1])
        return " ".join(filter(None, parts)), " ".join([norm for _, norm in found if norm])

    def _is_plain(self, chunk: str) -> bool:
        """Tell whether pieces are tokens in this chunk; learns characters it meets."""
        for char in set(chunk) - self._plain - self._odd:
            (self._odd if joins_words(char) or is_han(char) else self._plain).add(char)
        return self._odd.isdisjoint(chunk)


def _the_long_way(chunk: str) -> tuple[str, str]:
    tokens = tokenize(chunk)
    terms = " ".join([term for term in terms_of(tokens) if len(term) <= LONGEST_TERM])
    return terms, " ".join([token.norm for token in tokens if token.kind == "word"])


class Extractor:
    """Gives the terms of texts and counts their words. Not for several threads at once."""

    def __init__(self) -> None:
        self._chunks = _Chunks()
        self._met: list[str] = []
        self._counts: Counter[str] = Counter()

    def terms(self, text: str) -> str:
        """Return the terms of a text, separated by spaces: those of
        `hegang_qa.index.analysis.text_terms`."""
        chunks = text.split()
        terms = " ".join(map(self._chunks.__getitem__, chunks))
        self._met += chunks
        if len(self._met) > _COUNTED:
            self._count()
        return terms if _NOTHING not in terms else f" {terms}".replace(f" {_NOTHING}", "")[1:]

    def terms_of_each(self, texts: Sequence[str]) -> list[str]:
        """Return the terms of each of some texts."""
        text = f" {_BETWEEN} ".join(texts)
        if text.count(_BETWEEN) >= len(texts):
            return list(map(self.terms, texts))
        self._chunks[_BETWEEN] = _BETWEEN
        self._chunks.words[_BETWEEN] = ""
        return [terms[1:-1] for terms in f" {self.terms(text)} ".split(_BETWEEN)] if texts else []

    def forget_words(self) -> None:
        """Count no words of the texts since the last call."""
        self._met.clear()
        self._counts.clear()
        self._chunks.bound()

    def take_words(self) -> dict[str, int]:
        """Return how often each word (folded) stood in the texts since the last call."""
        self._count()
        words: dict[str, int] = {}
        of, get = self._chunks.words, words.get
        for chunk, count in self._counts.items():
            word = of[chunk]
            words[word] = get(word, 0) + count
        words.pop("", None)
        for several in [each for each in words if " " in each]:
            count = words.pop(several)
            for word in several.split(" "):
                words[word] = get(word, 0) + count
        self.forget_words()
        return words

    def _count(self) -> None:
        self._counts.update(self._met)
        self._met.clear()
