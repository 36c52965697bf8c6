"""Read the value of a number in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hegang_qa.text.words import NUMBER_WORDS, ORDINAL_ENDINGS, ORDINAL_WORDS

__all__ = ["digits_value", "is_year", "ordinal_place", "words_value"]

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")


def digits_value(text: str) -> float | None:
    """Return the value of "1,200", "25.1" or "1914"; None for anything else ("1.2.3", "3rd").

    Commas that part groups of three digits are thousands; a single comma otherwise is a decimal
    comma.
    """
    if _GROUPED.match(text):
        text = text.replace(",", "")
    elif text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        return float(text) if text[:1].isdigit() and text[-1:].isdigit() else None
    except ValueError:
        return None


def is_year(norm: str) -> bool:
    """Return whether a folded word is a year as texts write them, 1000 to 2199."""
    return len(norm) == 4 and norm.isdigit() and "1000" <= norm < "2200"


def ordinal_place(norm: str) -> int | None:
    """Return the place among several that a folded word names, from 1 ("third", "3rd"), 0 for the
    last; None for any other word."""
    if norm in ("last", "final"):
        return 0
    if norm in ORDINAL_WORDS:
        return ORDINAL_WORDS[norm]
    figure = norm[:-2]
    return int(figure) if norm[-2:] in ORDINAL_ENDINGS and figure.isdecimal() else None


def words_value(words: Sequence[str]) -> float | None:
    """Return the value of folded number words, hyphens as words of their own or left out.

    ``["two", "hundred", "and", "five"]`` is 205, ``["3.5", "million"]`` 3,500,000,
    ``["twenty", "first"]`` 21; None when a word is not a number word.
    """
    total = group = 0.0
    seen = False
    for word in words:
        if word in ("and", "-") and seen:
            continue
        if word in ("a", "an") and not seen:
            group = 1.0
            seen = True
            continue
        value: float | None = NUMBER_WORDS.get(word)
        if value is None:
            value = ORDINAL_WORDS.get(word)
        if value is None:
            value = digits_value(word)
        if value is None:
            return None
        if value == 100 or (word in ("dozen", "score") and seen):
            group = (group or 1.0) * value
        elif value >= 1000 and word.isalpha():
            total += (group or 1.0) * value
            group = 0.0
        else:
            group += value
        seen = True
    return total + group if seen else None
