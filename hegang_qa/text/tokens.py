"""Cut text into tokens with spans, and give each the form it is compared by.

The same analyser serves documents and questions, so that what is equal here is equal everywhere.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

import Stemmer

__all__ = [
    "NUMBER_PATTERN",
    "WORD_PATTERN",
    "Token",
    "TokenKind",
    "fold",
    "fold_accents",
    "forms",
    "is_han",
    "joins_words",
    "stem",
    "stem_once",
    "tokenize",
]

TokenKind = Literal["word", "number", "han", "mark"]


class Token(NamedTuple):
    """A token and where it stands.

    `text` is verbatim; `start` and `end` are code points of the analysed string, end excluded.
    `norm` is NFKC, case-folded, accents kept, typographic apostrophes and dashes made plain.
    `stem` is `norm` without accents, stemmed (Snowball English): the form that is indexed and
    compared. Han characters are one token each, their `stem` is the simplified form. Numbers keep
    their separators in `norm` ("25.1", "1,200") and lose those of thousands in `stem` ("1200");
    ordinals and decades in digits ("5th", "1970s") are numbers as a whole. "U.S." and "US" are
    both "u.s.", to be told from "us".
    """

    text: str
    start: int
    end: int
    norm: str
    stem: str
    kind: TokenKind


# Kept free of character ranges: compiling a class of far-flung ranges takes milliseconds. What
# needs them (Chinese characters, combining marks) is mended in `_mend`, for the few that have it.
_LETTERS = r"[^\W\d_]+"
WORD_PATTERN = rf"""
    (?:[A-Za-z]\.){{2,}}(?![^\W\d_])              # letters with full stops: U.S., p.m.
  | (?:[A-Z]\.)+[A-Z]\b
  | {_LETTERS}(?:['’](?![sS]\b){_LETTERS})*
  | ['’][sS]\b                                  # the possessive is a token of its own
"""
NUMBER_PATTERN = r"""
    \d+(?:[sS]|[sS][tT]|[nNrR][dD]|[tT][hH])\b  # decades and ordinals: 1970s, 5th
  | (?<!,)\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\S)  # no cells of a row: "9,1,112,restricted"
  | \d+(?:\.\d+)*
  | (?<![\w.])\.\d+(?!\d|\.\d)                 # .25
"""
_TOKEN = re.compile(
    rf"(?P<word>{WORD_PATTERN}) | (?P<number>{NUMBER_PATTERN}) | (?P<mark>\S)", re.VERBOSE
)

# What makes words bold says nothing: "**12th**" is "12th". Not the power of "2**3".
_BOLD = re.compile(r"(?<![\w*])\*\*(?!\*)|(?<!\*)\*\*(?![\w*])")
# Nor do the mark at the beginning of a quoted line, and a break.
_LAID_OUT = re.compile(r"\n>+(?![^\w\s])|<br/?>", re.IGNORECASE)

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)

# One stemmer a process, guarded by the interpreter's lock. Its own cache costs more than it saves
# beside that of `stem`.
_snowball = Stemmer.Stemmer("english", 0)


def fold(text: str) -> str:
    """Return `text` in NFKC, case-folded, with plain apostrophes and dashes; accents stay."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text.translate(_PLAIN)).casefold()


def fold_accents(text: str) -> str:
    """Return `text` without combining marks ("Zürich" -> "Zurich")."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    # Classes 7 to 9 (nukta, voicing marks, virama) are letters in their scripts, not accents.
    return unicodedata.normalize(
        "NFC",
        "".join(
            c
            for c in decomposed
            if not unicodedata.combining(c) or 7 <= unicodedata.combining(c) <= 9
        ),
    )


_VOWELS = frozenset("aeiouy0123456789")


# "Sued" and "suing" are of "sue", which is too short to be stemmed.
_SHORT_STEMS = {"su": "sue", "cu": "cue", "ru": "rue", "du": "due", "dy": "dye", "sho": "shoe"}


def stem_once(norm: str) -> str:
    """Return the Snowball stem of a folded word, accents removed; short words stay as they are, but
    for the plural of initials ("CDs")."""
    plain = fold_accents(norm)
    if plain[-1:] == "s" and len(plain) > 2 and _VOWELS.isdisjoint(plain) and plain != "mrs":
        plain = plain[:-1]
    if len(plain) < 4:
        return plain
    found = str(_snowball.stemWord(plain))
    return _SHORT_STEMS.get(found, found) if len(found) < 4 else found


stem = lru_cache(maxsize=65536)(stem_once)
"""The same for words that are met again."""


@lru_cache(maxsize=65536)
def forms(text: str, kind: TokenKind) -> tuple[str, str]:
    """Return `norm` and `stem` of a token with this text and kind."""
    norm = fold(text)
    if kind == "word":
        if "." in norm:
            norm = norm.replace(".", "")
        if " " in norm:
            norm = norm.replace(" ", "")  # some ligatures unfold to several words
        if norm == "us" and text.isupper():
            norm = "u.s."  # to be told from the pronoun
        return norm, stem(norm)
    if kind == "han":
        from hegang_qa.text.han import simplify  # a table of characters, for those who need it

        return norm, simplify(norm)
    if kind == "number":
        root = norm.replace(",", "")
        return norm, "0" + root if root[0] == "." else root
    return norm, norm


# Longer texts are no sentences, and not worth keeping; longer words are compared by this much.
_KEPT = 1000
_KEPT_CHUNKS = 60_000
_LONGEST = 200


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text` in order; their spans never overlap and skip only white space,
    the stars of bold words, the marks of quoted lines and the breaks of lines in HTML."""
    return _tokenize_kept(text) if len(text) <= _KEPT else _tokenize(text)


_Parts = tuple[tuple[str, int, int, str, str, TokenKind], ...]


class _Chunks(dict[str, _Parts]):
    """What stands between two spaces to its tokens, with spans of its own: no token reaches across
    white space, and most words are met again."""

    def __missing__(self, chunk: str) -> _Parts:
        found: list[Token] = []
        is_bold = "**" in chunk and "/" not in chunk and "`" not in chunk
        bold = {at for match in _BOLD.finditer(chunk) for at in match.span()} if is_bold else ()
        laid_out = (
            {at for match in _LAID_OUT.finditer(chunk) for at in range(*match.span())}
            if ">" in chunk
            else ()
        )
        for match in _TOKEN.finditer(chunk):
            if laid_out and match.start() in laid_out:
                continue
            if bold and (match.start() in bold or match.end() in bold) and match.group() == "*":
                continue
            # What `_TOKEN` calls its groups are kinds, and one of them has matched.
            kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # a str to its type
            piece = match.group()
            norm, root = forms(piece if len(piece) <= _LONGEST else piece[:_LONGEST], kind)
            found.append(Token(piece, *match.span(), norm, root, kind))
        # Plain tuples: the interpreter's collector of garbage leaves those of strings alone.
        parts: _Parts = tuple(
            [
                (piece, start, end, norm, root, kind)
                for piece, start, end, norm, root, kind in (
                    found if chunk.isascii() else _mend(chunk, found)
                )
            ]
        )
        if len(self) >= _KEPT_CHUNKS:
            self.clear()
        self[chunk] = parts
        return parts


_chunks = _Chunks()


def _tokenize(text: str) -> tuple[Token, ...]:
    new, parts_of = tuple.__new__, _chunks
    found: list[Token] = []
    add = found.append
    at = 0
    for chunk in text.split(" "):
        if chunk:
            for piece, start, end, norm, root, kind in parts_of[chunk]:
                add(new(Token, (piece, at + start, at + end, norm, root, kind)))
        at += len(chunk) + 1
    return tuple(found)


# The sentences met last: they are indexed first, and read again as candidates.
_tokenize_kept = lru_cache(maxsize=2048)(_tokenize)


def _mend(text: str, tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens with Chinese characters parted and words joined across combining marks."""
    held: list[Token] = []  # pieces of one word
    for token in tokens:
        if token.text.isascii():
            inside = bool(held) and token.kind == "word" and held[-1].kind == "mark"
        else:
            after_mark = bool(held) and held[-1].kind == "mark"
            inside = joins_words(token.text) or (token.kind == "word" and after_mark)
        if held and inside and held[-1].end == token.start:
            held.append(token)
            continue
        yield from _joined(text, held)
        held = [token] if token.kind == "word" else []
        if not held:
            yield token
    yield from _joined(text, held)


def joins_words(text: str) -> bool:
    """Tell whether a character stands inside words without being a letter: combining marks,
    joiners, the soft hyphen."""
    return len(text) == 1 and unicodedata.category(text) in ("Mn", "Mc", "Cf")


def _joined(text: str, pieces: list[Token]) -> Iterator[Token]:
    if not pieces:
        return
    start, end = pieces[0].start, pieces[-1].end
    if len(pieces) == 1 and (pieces[0].text.isascii() or not any(map(is_han, pieces[0].text))):
        yield pieces[0]
        return
    at = start
    while at < end:
        han = is_han(text[at])
        stop = at + 1
        while not han and stop < end and not is_han(text[stop]):
            stop += 1
        piece = text[at:stop]
        kind: TokenKind = "han" if han else "word"
        norm, root = forms(piece, kind)
        # An accent or a soft hyphen behind a Chinese character is no word.
        yield Token(piece, at, stop, norm, root, kind if root else "mark")
        at = stop


def is_han(char: str) -> bool:
    """Tell whether a character is a Chinese one: the unified ideographs and their extensions."""
    return (
        "\u3400" <= char <= "\u4dbf"
        or "\u4e00" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )
