"""Splits text into the word pieces that the model was trained on.

The uncased BERT scheme (Devlin et al., 2019; greedy longest-match-first after Wu et al., 2016) in
plain Python: clean, split at white space and punctuation, lower-case, strip accents, then cut each
word into the longest pieces of the vocabulary. Ids and offsets equal those of the reference
implementation (see the tests).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

__all__ = ["WordPiece"]

_LONGEST_WORD = 100
"""Characters; a longer word is unknown as a whole."""

_CJK = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
"""Blocks whose characters are words of their own."""

_SPACE, _DROP, _ALONE = "space", "drop", "alone"

Pieces = tuple[tuple[int, int, int], ...]
"""Of a word: id, first and past-the-last character of each piece."""


class WordPiece:
    """Turns text into piece ids with their places. Safe to share between threads."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._ids["[UNK]"]
        self._words: dict[str, Pieces] = {}
        self._characters: dict[str, tuple[str, str]] = {}

    @classmethod
    def from_file(cls, path: Path) -> WordPiece:
        """Return the tokenizer of a vocabulary file, one piece a line."""
        return cls(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))

    def encode(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the ids of the pieces and the code points of `text` that each stands on."""
        ids: list[int] = []
        places: list[tuple[int, int]] = []
        word = ""
        origin: list[int] = []

        def close() -> None:
            nonlocal word, origin
            if word:
                for piece, begin, end in self._pieces(word):
                    ids.append(piece)
                    places.append((origin[begin], origin[end - 1] + 1))
                word, origin = "", []

        kinds = self._characters
        for at, character in enumerate(text):
            known = kinds.get(character)
            if known is None:
                known = kinds[character] = _kind(character)
            kind, folded = known
            if kind == "":
                word += folded
                origin.extend([at] * len(folded))
            elif kind is _SPACE:
                close()
            elif kind is _ALONE:
                close()
                for part in folded:
                    word, origin = part, [at]
                    close()
        close()
        return ids, places

    def _pieces(self, word: str) -> Pieces:
        known = self._words.get(word)
        if known is None:
            if len(self._words) > 50_000:
                self._words.clear()
            known = self._words[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> Pieces:
        size = len(word)
        whole = ((self._unknown, 0, size),)
        if size > _LONGEST_WORD:
            return whole
        pieces: list[tuple[int, int, int]] = []
        begin = 0
        while begin < size:
            prefix = "##" if begin else ""
            for end in range(size, begin, -1):
                number = self._ids.get(prefix + word[begin:end])
                if number is not None:
                    pieces.append((number, begin, end))
                    begin = end
                    break
            else:
                return whole
        return tuple(pieces)


def _kind(character: str) -> tuple[str, str]:
    """Return what becomes of a character: "" (part of a word), space, drop or alone; its form."""
    code = ord(character)
    if character in " \t\n\r":
        return _SPACE, ""
    category = unicodedata.category(character)
    if category == "Zs":
        return _SPACE, ""
    if code in (0, 0xFFFD) or category in ("Cc", "Cf", "Co", "Cs"):
        return _DROP, ""
    if any(low <= code <= high for low, high in _CJK):
        return _ALONE, character
    folded = character.lower()
    if code > 127:
        folded = "".join(
            part
            for part in unicodedata.normalize("NFD", character).lower()
            if unicodedata.category(part) != "Mn"
        )
    if folded and all(map(_is_punctuation, folded)):
        return _ALONE, folded
    return ("", folded) if folded else (_DROP, "")


def _is_punctuation(character: str) -> bool:
    code = ord(character)
    # ASCII symbols such as "$" and "^" count as punctuation in the reference.
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(character).startswith("P")
