"""Terms and words of many texts: the same as by tokens, in a fraction of the time.

A collection reads millions of sentences and keeps no spans, so most of what `tokenize` does is
done for nothing there. Here a text is cut into pieces by one call, and each piece is looked up in
a table of the terms it yields. What needs a closer look (combining marks, Chinese characters,
hyphens beside full stops) goes the long way.
"""

from __future__ import annotations

import re
from collections import Counter

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
_KEPT_PIECES = 200_000

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


class _Terms(dict[str, str]):
    """Piece to its terms joined by a space, filled as pieces are met."""

    def __missing__(self, piece: str) -> str:
        if piece in _DASHES:
            terms = ""
        elif piece[0].isdecimal() or piece[0] == ".":
            terms = forms(piece, "number")[1]
        else:
            norm, root = forms(piece, "word")
            terms = f"{root} {norm}" if not norm.isascii() and root.isascii() else root
        self[piece] = terms
        return terms


class _Norms(dict[str, str]):
    """Piece to its folded form; "" for numbers and dashes."""

    def __missing__(self, piece: str) -> str:
        number = piece in _DASHES or piece[0] == "." or piece[0].isdecimal()
        norm = self[piece] = "" if number else forms(piece, "word")[0]
        return norm


class Extractor:
    """Gives the terms of texts and counts their words. Not for several threads at once."""

    def __init__(self) -> None:
        self._terms = _Terms()
        self._norms = _Norms()
        self._pieces: list[str] = []
        self._words: dict[str, int] = {}
        self._plain: set[str] = set(map(chr, range(128)))
        self._odd: set[str] = set(_ODD_AT_FIRST)
        self._dashes = frozenset(_DASHES)

    def terms(self, text: str) -> str:
        """Return the terms of a text, separated by spaces: those of
        `hegang_qa.index.analysis.text_terms`."""
        pieces: list[str]
        if text.isascii():
            pieces = _ASCII_PIECE.findall(text)
        elif self._plain.issuperset(text) or self._is_plain(text):
            pieces = _PIECE.findall(text)
        else:
            return self._the_long_way(text)
        dashed = not self._dashes.isdisjoint(pieces)
        if (dashed and _ODD_DASH.search(text)) or (
            len(text) > _LONGEST_PIECE and len(max(pieces, key=len, default="")) > _LONGEST_PIECE
        ):
            return self._the_long_way(text)
        self._pieces += pieces
        if dashed:
            return " ".join(self._joined(pieces))
        return " ".join(map(self._terms.__getitem__, pieces))

    def forget_words(self) -> None:
        """Count no words of the texts since the last call."""
        self._words.clear()
        self._pieces.clear()
        self._bound()

    def take_words(self) -> dict[str, int]:
        """Return how often each word (folded) stood in the texts since the last call."""
        words, self._words = self._words, {}
        norms = self._norms
        for piece, count in Counter(self._pieces).items():
            norm = norms[piece]
            if norm:
                words[norm] = words.get(norm, 0) + count
        self._pieces.clear()
        self._bound()
        return words

    def _bound(self) -> None:
        if len(self._terms) > _KEPT_PIECES:
            self._terms.clear()
            self._norms.clear()

    def _joined(self, pieces: list[str]) -> list[str]:
        """Return the terms of pieces with dashes between some of them."""
        norms, dashes = self._norms, self._dashes
        found = list(map(self._terms.__getitem__, pieces))
        for at, piece in enumerate(pieces):
            if piece in dashes:
                # The letter before may be the end of a number: "1970s-".
                stump = norms[pieces[at - 1]]
                if stump:
                    found[at + 1] += " " + stem(stump + norms[pieces[at + 1]])
        return [terms for terms in found if terms]

    def _is_plain(self, text: str) -> bool:
        """Tell whether pieces are tokens in this text; learns characters it meets."""
        for char in set(text) - self._plain - self._odd:
            (self._odd if joins_words(char) or is_han(char) else self._plain).add(char)
        return self._odd.isdisjoint(text)

    def _the_long_way(self, text: str) -> str:
        tokens = tokenize(text)
        for token in tokens:
            if token.kind == "word":
                self._words[token.norm] = self._words.get(token.norm, 0) + 1
        return " ".join([term for term in terms_of(tokens) if len(term) <= LONGEST_TERM])
