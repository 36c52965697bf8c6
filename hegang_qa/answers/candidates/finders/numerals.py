"""Read numbers: digits, words, and both with a magnitude ("1.3 million", "two hundred", "half")."""

from __future__ import annotations

from hegang_qa.answers.candidates.finders.base import Tagged
from hegang_qa.answers.candidates.finders.money import money_before
from hegang_qa.text.numbers import digits_value
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["FRACTIONS", "number_at", "plain"]

_MAGNITUDES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "hundred": 1e2,
    "k": 1e3,
    "m": 1e6,
    "bn": 1e9,
    "mn": 1e6,
    "mln": 1e6,
    "crore": 1e7,
    "lakh": 1e5,
    "dozen": 12.0,
    "b": 1e9,
}
FRACTIONS = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifth": 0.2,
    "fifths": 0.2,
    "tenth": 0.1,
    "tenths": 0.1,
}
"""What the words for parts are worth."""


def number_at(sentence: Tagged, i: int) -> tuple[int, float | None]:
    """Return the end and the value of the number that begins at `i`."""
    norms, tags = sentence.norms, sentence.tags
    count = len(norms)
    if norms[i][0].isdigit():
        value = digits_value(norms[i])
        end = i + 1
        if (
            end + 1 < count
            and norms[end] == "/"
            and sentence.glued(end)
            and norms[end + 1].isdigit()
            and value is not None
            and int(norms[end + 1])
        ):
            return end + 2, value / int(norms[end + 1])
    else:
        value, end = _words_at(sentence, i)
    while (
        end < count
        and norms[end] in _MAGNITUDES
        and (
            len(norms[end]) > 2
            or (sentence.glued(end) and norms[end] in ("k", "m", "bn", "b", "mn"))
        )
    ):
        if norms[end] == "m" and end == i + 1 and tags[i] == "#" and not money_before(sentence, i):
            break
        if value is not None:
            value *= _MAGNITUDES[norms[end]]
        end += 1
    part = (
        FRACTIONS.get(norms[end + 2])
        if norms[end : end + 2] == ("and", "a") and end + 2 < count
        else None
    )
    if value is not None and part is not None:
        return end + 3, value + part  # "three and a quarter hours"
    return end, value


def _words_at(sentence: Tagged, i: int) -> tuple[float | None, int]:
    """Return value and end of a number in words: "two hundred and fifty-six"."""
    norms = sentence.norms
    total, current, end = 0.0, 0.0, i
    while end < len(norms):
        norm = norms[end]
        value = NUMBER_WORDS.get(norm)
        if value is None:
            joins = norm in ("-", "and") and end > i and end + 1 < len(norms)
            if (
                joins
                and norms[end + 1] in NUMBER_WORDS
                and (norm == "-" or norms[end - 1] in ("hundred", "thousand", "million"))
            ):
                end += 1
                continue
            break
        if value == 100 or (value == 12 and norm == "dozen"):
            current = max(current, 1) * value
        elif value >= 1000:
            total += max(current, 1) * value
            current = 0.0
        else:
            current += value
        end += 1
    if end < len(norms) - 1 and norms[end] == "-" and norms[end + 1] in FRACTIONS:
        return (total + current) * FRACTIONS[norms[end + 1]], end + 2
    if end < len(norms) and norms[end] in FRACTIONS and norms[end] != "half":
        return (total + current) * FRACTIONS[norms[end]], end + 1
    return total + current, end


def plain(value: float) -> str:
    """Return a number as answers that are compared have it."""
    return f"{value:.10g}" if value < 1e15 else f"{value:.3e}"
