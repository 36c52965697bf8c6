"""Mends slips of the keyboard in the small words that make a follow-up."""

from __future__ import annotations

from collections.abc import Callable

from hegang_qa.conversation.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FOLLOW_UP_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    WordBook,
)
from hegang_qa.text.tokens import tokenize

__all__ = ["mend", "one_slip_apart"]

# Only short questions are mended: in a long one a strange word is more likely a name.
_LONGEST = 6


def one_slip_apart(left: str, right: str) -> bool:
    """Return whether two words differ by one letter put in, left out, changed or swapped."""
    if left == right:
        return False
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    at = 0
    while at < len(left) and left[at] == right[at]:
        at += 1
    if len(left) < len(right):
        return left[at:] == right[at + 1 :]
    if left[at + 1 :] == right[at + 1 :]:
        return True
    return (
        left[at] == right[at + 1]
        and right[at] == left[at + 1]
        and left[at + 2 :] == right[at + 2 :]
    )


def mend(text: str, *, lexicon: WordBook, is_known: Callable[[str], bool]) -> str:
    """Return `text` with misspelt question words and pronouns mended ("wher" -> "where").

    A word that the lexicon or the documents know is left alone, and so is a long question.
    """
    tokens = list(tokenize(text))
    words = [t for t in tokens if t.kind == "word"]
    if not words or len(words) > _LONGEST:
        return text
    out, at = [], 0
    for token in words:
        norm = token.norm
        if len(norm) < 3 or _is_small(norm) or lexicon.parts_of_speech(norm) or is_known(norm):
            continue
        near = sorted(w for w in FOLLOW_UP_WORDS if len(w) > 2 and one_slip_apart(norm, w))
        if not near:
            continue
        # The same letters in another order are the likeliest slip, then the same first letter.
        near.sort(key=lambda w: (sorted(w) != sorted(norm), w[0] != norm[0], -len(w)))
        put = near[0].capitalize() if token.text[:1].isupper() else near[0]
        out.append(text[at : token.start] + put)
        at = token.end
    return "".join(out) + text[at:]


def _is_small(norm: str) -> bool:
    return (
        norm in FOLLOW_UP_WORDS
        or norm in PREPOSITIONS
        or norm in AUXILIARIES
        or norm in CONJUNCTIONS
        or norm in DETERMINERS
        or norm in PRONOUNS
        or norm in ADVERBS
    )
