"""Mends slips of the keyboard in the small words that make a follow-up."""

from __future__ import annotations

from collections.abc import Callable

from hegang_qa.conversation.words import (
    ADDITIVE,
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FOLLOW_UP_WORDS,
    LEADS,
    PREPOSITIONS,
    PRONOUNS,
    WordBook,
)
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import QUESTION_WORDS

__all__ = ["mend", "one_slip_apart"]

# Only short questions are mended: in a long one a strange word is more likely a name.
_LONGEST = 6

_RUN_TOGETHER = frozenset("whats wheres whos whens hows whys".split())


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
    words = [t for t in tokenize(text) if t.kind == "word"]
    out: list[str] = []
    at = 0
    first = next((i for i, t in enumerate(words) if t.norm not in LEADS), 0)
    opens = len(words) - first == 1 or [t.norm for t in words[first + 1 : first + 2]] == ["about"]
    for n, token in enumerate(words):
        norm = token.norm
        if n == first and norm in _RUN_TOGETHER:
            out.append(f"{text[at : token.end - 1]}'{token.text[-1]}")
            at = token.end
            continue
        if n == 0 and norm in ("ad", "an", "nd") and len(words) < 4:
            out.append(f"{text[at : token.start]}and")
            at = token.end
            continue
        if len(words) > _LONGEST or len(norm) < 3 or is_known(norm):
            continue
        if n and token.text[0].isupper() and not text.isupper():
            continue  # a name: "and Ann's?"
        following = words[n + 1].norm if n + 1 < len(words) else ""
        if norm == "were" and n == first and (opens or following in AUXILIARIES):
            pass  # "were?", "were is it" for "where"
        elif _is_small(norm):
            continue
        elif lexicon.parts_of_speech(norm) and not (n == first and opens and len(norm) < 5):
            continue  # a word of its own, save where nothing but a question word makes sense
        meant = QUESTION_WORDS if lexicon.parts_of_speech(norm) else FOLLOW_UP_WORDS
        near = sorted(w for w in meant if len(w) > 2 and one_slip_apart(norm, w))
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
        or norm in ADDITIVE
        or norm in PREPOSITIONS
        or norm in AUXILIARIES
        or norm in CONJUNCTIONS
        or norm in DETERMINERS
        or norm in PRONOUNS
        or norm in ADVERBS
    )
