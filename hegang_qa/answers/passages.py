"""Sentences in a form that can be read by themselves, and spans in a form that can be said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answers.model import Passage
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import Token

__all__ = ["Laid", "clean", "lay_out"]

_LONGEST_BEFORE = 240


class Laid(NamedTuple):
    """A sentence as the reader gets it; `pieces` are (begin in the text, begin in the sentence,
    length), where the text is not the sentence itself."""

    passage: Passage
    pieces: tuple[tuple[int, int, int], ...]

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the sentence that a span of the passage's text stands for."""
        if not self.pieces:
            return start, end
        for begin, own, length in self.pieces:
            low, high = max(start, begin), min(end, begin + length)
            if low < high:
                return own + low - begin, own + high - begin
        return None

    def forth(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where in the passage's text a span of the sentence stands."""
        if not self.pieces:
            return start, end
        for begin, own, length in self.pieces:
            if own <= start and end <= own + length:
                return begin + start - own, begin + end - own
        return None


def lay_out(sentence: Sentence, before: str = "") -> Laid:
    """Return a sentence in a form that can be read by itself.

    A table row becomes ``head: cell; head: cell``. The context is what introduces a list item, the
    heading above a row, or the sentence `before`.
    """
    if not sentence.cells:
        context = f"{sentence.lead} " if sentence.lead else before[-_LONGEST_BEFORE:]
        return Laid(Passage(sentence.text, context), ())
    text, pieces = "", []
    for cell in sentence.cells:
        content = sentence.text[cell.start : cell.end]
        lead = len(content) - len(content.lstrip())
        content = content.strip()
        if not content:
            continue
        text += "; " if text else ""
        text += f"{cell.head}: " if cell.head else ""
        pieces.append((len(text), cell.start + lead, len(content)))
        text += content
    heading = sentence.heading.rsplit(" > ", 1)[-1]
    return Laid(Passage(text, f"{heading}: " if heading else ""), tuple(pieces))


_OPENING, _CLOSING = "([{", ")]}"
_LOOSE = " \t\n,;:.–—-!?\"'“”‘’«»*_`|"


def clean(text: str, tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return a span of a sentence as a person would say it: whole words, no loose marks at its
    ends, brackets in pairs; None when nothing is left."""
    touched = [token for token in tokens if token.start < end and token.end > start]
    if touched:
        start, end = min(start, touched[0].start), max(end, touched[-1].end)
    while start < end and text[start] in _LOOSE + _CLOSING:
        # A minus or a decimal point belongs to its figure.
        if text[start] in "-.–" and text[start + 1 : start + 2].isdigit():
            break
        start += 1
    while start < end and text[end - 1] in _LOOSE + _OPENING:
        end -= 1
    if end - start > 2 and text[end - 2 : end].lower() in ("'s", "’s"):
        # The owner is said without it, a house that is called by its owner ("Anne's") with it.
        after = next((token.norm for token in tokens if token.start >= end), ".")
        end -= 2 if after.isalpha() and after not in FUNCTION_WORDS else 0
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        inside = text[start:end]
        if inside.count(opening) > inside.count(closing):
            if text[end : end + 1] == closing:
                end += 1
            elif inside.rfind(opening) > 0 and closing not in inside:
                end = start + len(inside[: inside.rfind(opening)].rstrip())
            elif inside.startswith(opening):
                start += 1
        elif inside.count(closing) > inside.count(opening) and inside.endswith(closing):
            end -= 1
    return (start, end) if start < end else None
