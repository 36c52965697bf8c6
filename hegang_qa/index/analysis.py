"""Which terms a sentence yields, and which terms a word of a question looks for.

A *term* is what the index compares: a stem, an accented form, a number, a Chinese character or a
pair of them. Sentences and questions pass through the same functions, so that what is found does
not depend on which index holds the sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.sentences.model import Sentence
from hegang_qa.text.short_heads import written_out_all
from hegang_qa.text.tokens import Token, stem, tokenize

__all__ = [
    "heading_of",
    "query_terms",
    "terms_of",
    "text_terms",
]

# The accented exact form is looked for first; a source that leaves accents out still counts.
_WITHOUT_ACCENTS = 0.6


def terms_of(tokens: Sequence[Token]) -> list[str]:
    """Return the terms of analysed text, in order, repeated as often as they stand there.

    An accented word yields its stem and its exact form, neighbouring Chinese characters yield
    each other's pair, and a hyphenated word yields its parts and the joined word.
    """
    terms: list[str] = []
    add = terms.append
    last: Token | None = None  # the token just before, when nothing stands between
    stump = ""  # the word before a hyphen
    for token in tokens:
        kind = token.kind
        if kind == "mark":
            tie = token.norm == "-" and last is not None and last.end == token.start
            stump = last.norm if tie and last is not None and last.kind == "word" else ""
            last = token if tie else None
            continue
        root = token.stem
        add(root)
        if kind == "word":
            if not token.norm.isascii() and root.isascii():
                add(token.norm)
            if stump and last is not None and last.end == token.start:
                add(stem(stump + token.norm))
        elif kind == "han" and last is not None and last.kind == "han" and last.end == token.start:
            add(last.text + token.text)
        stump = ""
        last = token
    return terms


def text_terms(text: str) -> list[str]:
    """Return the terms of a text; see `terms_of`."""
    return terms_of(tokenize(text))


def heading_of(sentence: Sentence) -> str:
    """Return what stands over a sentence: its headings and, for a row, the heads of its columns."""
    if not sentence.cells:
        return sentence.heading
    heads = written_out_all([cell.head for cell in sentence.cells])
    return " ".join([sentence.heading, *heads])


def query_terms(token: Token) -> tuple[tuple[str, float], ...]:
    """Return the terms under which a word of a question stands in the index, with their worth.

    Accents count only when the question has them: "Pécs" looks for the exact form, and for the
    plain one at a lower worth; "Pecs" finds both at full worth. A mark looks for nothing.
    """
    if token.kind == "mark":
        return ()
    if token.kind == "word" and not token.norm.isascii() and token.stem.isascii():
        return ((token.norm, 1.0), (token.stem, _WITHOUT_ACCENTS))
    return ((token.stem, 1.0),)
