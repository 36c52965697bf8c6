"""Cut text into tokens with spans, and give each the form it is compared by.

The same analyser serves documents and questions, so that what is equal here is equal everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

import Stemmer

__all__ = ["Token", "TokenKind", "fold", "fold_accents", "stem", "tokenize"]

TokenKind = Literal["word", "number", "han", "mark"]


class Token(NamedTuple):
    """A token and where it stands.

    `text` is verbatim; `start` and `end` are code points of the analysed string, end excluded.
    `norm` is NFKC, case-folded, accents kept, typographic apostrophes and dashes made plain.
    `stem` is `norm` without accents, stemmed (Snowball English): the form that is indexed and
    compared. Han characters are one token each; numbers keep their separators ("25.1", "1,200").
    """

    text: str
    start: int
    end: int
    norm: str
    stem: str
    kind: TokenKind


_HAN = "㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_TOKEN = re.compile(
    rf"""
    (?P<han>[{_HAN}])
  | (?P<number>\d+(?:[.,]\d+)*)
  | (?P<word>(?:[A-Z]\.){{2,}}                 # abbreviations of capitals: U.S.
      | ['’](?:s|S)\b(?=[\s\W]|$)              # the possessive is a token of its own
      | [^\W\d_{_HAN}]+(?:['’](?![sS]\b)[^\W\d_{_HAN}]+)*
    )
  | (?P<mark>[^\s])
    """,
    re.VERBOSE,
)

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"}
)

# One stemmer a process: PyStemmer keeps a cache and is guarded by the interpreter's lock.
_snowball = Stemmer.Stemmer("english")


def fold(text: str) -> str:
    """Return `text` in NFKC, case-folded, with plain apostrophes and dashes; accents stay."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text.translate(_PLAIN)).casefold()


def fold_accents(text: str) -> str:
    """Return `text` without combining marks ("Hègǎng" -> "Hegang")."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", "".join(c for c in decomposed if not unicodedata.combining(c))
    )


@lru_cache(maxsize=65536)
def stem(norm: str) -> str:
    """Return the Snowball stem of a folded word, accents removed; short words stay as they are."""
    plain = fold_accents(norm)
    return plain if len(plain) < 4 else str(_snowball.stemWord(plain))


@lru_cache(maxsize=65536)
def _forms(text: str) -> tuple[str, str]:
    norm = fold(text)
    if len(norm) > 3 and norm.endswith(".") and norm[0].isalpha():  # U.S. -> us
        norm = norm.replace(".", "")
    return norm, stem(norm)


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        piece = match.group()
        if kind == "word":
            norm, root = _forms(piece)
        else:
            norm = root = fold(piece)
            if kind == "number":
                root = norm.replace(",", "")
        yield Token(piece, match.start(), match.end(), norm, root, kind)


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text` in order; their spans never overlap and skip only white space."""
    return tuple(_tokens(text))
