"""Sentences in a form that can be read by themselves, and spans in a form that can be said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answers.model import Passage
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.numbers import is_year
from hegang_qa.text.short_heads import in_full
from hegang_qa.text.tokens import Token

__all__ = ["Laid", "as_found", "clean", "in_paragraph", "lay_out"]

# Letters of a neighbour that are read. Of 1,798 questions to documents of our own two fewer are
# right than with 240, and reading the longest sentences takes an eighth less time.
_LONGEST_BEFORE = 140
_LONGEST_AFTER = 140
_LONGEST_SUBJECT = 60
_LONGEST_FOUND = 400
_STOPS = frozenset(".!?")
_POINTING = frozenset(
    "he she it they his her its their this these those that such the there both another other "
    "others".split()
)


class Laid(NamedTuple):
    """A sentence as a reader gets it.

    `pieces` are (begin in the text, begin in the sentence, length) of the cells of a table row;
    none where the text is the sentence itself.
    """

    passage: Passage
    pieces: tuple[tuple[int, int, int], ...]

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the sentence that a span of the passage's text stands for.

        None for a span that is not within one cell: what joins the cells is no answer.
        """
        if not self.pieces:
            return start, end
        for begin, own, length in self.pieces:
            if begin <= start and end <= begin + length:
                return own + start - begin, own + end - begin
        return None

    def forth(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where in the passage's text a span of the sentence stands (first)."""
        if not self.pieces:
            return start, end
        for begin, own, length in self.pieces:
            if own <= start and end <= own + length:
                return begin + start - own, begin + end - own
        return None

    def propose(self, spans: Sequence[tuple[int, int]]) -> Passage:
        """Return the passage with spans of the sentence proposed, and with all its cells."""
        places = [place for span in spans if (place := self.forth(*span)) is not None]
        places += [(begin, begin + length) for begin, _, length in self.pieces]
        return self.passage._replace(proposed=tuple(dict.fromkeys(places)))


def lay_out(sentence: Sentence, before: str = "") -> Laid:
    """Return a sentence in a form that can be read by itself.

    A table row is put into words: ``The ticket is Adult. The price of Adult is 4.50. ...``. The
    context is what introduces a list item, or the heading over one that is no sentence of its own,
    else the sentence `before` where this one begins with a word that points back: elsewhere it
    costs a third more time and gains next to nothing.
    """
    if sentence.cells:
        return _row_in_words(sentence)
    if sentence.lead:
        return Laid(Passage(sentence.text, f"{sentence.lead} "), ())
    heading = _heading(sentence)
    if sentence.kind == "item" and heading and sentence.text[-1] not in _STOPS:
        return Laid(Passage(sentence.text, f"{heading}: "), ())
    first = sentence.text.split(maxsplit=1)[:1]
    points_back = first and first[0].strip("\"'“‘(*_,").lower() in _POINTING
    return Laid(Passage(sentence.text, before[-_LONGEST_BEFORE:] if points_back else ""), ())


def as_found(sentence: Sentence) -> str:
    """Return a sentence in the form in which it is held against questions by its meaning: under the
    last of its headings, and behind what introduces it."""
    passage = lay_out(sentence).passage
    heading = sentence.heading.rpartition(" > ")[2]
    if not heading or heading == sentence.text or passage.context.startswith(_heading(sentence)):
        above = ""
    else:
        above = f"{heading}: "
    return " ".join(f"{above}{passage.context}{passage.text}".split())[:_LONGEST_FOUND]


def _heading(sentence: Sentence) -> str:
    """Return the heading right over a sentence, without the colon that it may end in."""
    return sentence.heading.rpartition(" > ")[2].rstrip(": ")


def in_paragraph(
    sentence: Sentence, before: Sentence | None, after: Sentence | None
) -> Passage | None:
    """Return a sentence between its neighbours in the paragraph; None where it has none.

    The text begins with the sentence, so that spans of it stay where they are.
    """
    if sentence.cells or (before is None and after is None):
        return None
    text = sentence.text + (f" {after.text[:_LONGEST_AFTER]}" if after is not None else "")
    return Passage(text, f"{before.text[-_LONGEST_BEFORE:]} " if before is not None else "")


def _row_in_words(sentence: Sentence) -> Laid:
    """Return a table row as sentences about what its first cell names.

    Readers are taught on prose: the price of a row in words is found, and that of another row
    refused, with far more certainty than in ``Ticket: Adult; Price: 4.50``.
    """
    text, pieces, subject = "", [], None
    heads = in_full([cell.head for cell in sentence.cells])
    for cell, head in zip(sentence.cells, heads, strict=True):
        content = sentence.text[cell.start : cell.end]
        begin = cell.start + len(content) - len(content.lstrip())
        content = content.strip()
        if not content:
            continue
        head = head[:1].lower() + head[1:] if head[1:2].islower() else head
        if subject is not None:
            name, at = subject
            text += f"The {head} of " if head else ""
            pieces.append((len(text), at, len(name)))
            text += f"{name} is " if head else f"{name}: "
        elif head:
            text += f"The {head} is "
        pieces.append((len(text), begin, len(content)))
        text += f"{content}. "
        is_name = not _PLACE.fullmatch(content) or is_year(content) or len(sentence.cells) < _MANY
        if subject is None and len(content) <= _LONGEST_SUBJECT and is_name:
            subject = content, begin
    return Laid(Passage(text.rstrip()), tuple(pieces))


# A number that only tells a row's place, where others tell more.
_PLACE = lazy(r"\d{1,6}\.?")
_MANY = 3
_OPENING, _CLOSING = "([{", ")]}"
_OPTION = lazy(r"(?<![^\s`\"'(\[|,])--?[A-Za-z]")
_DASHES = lazy(r"--?\Z")
_LOOSE = " \t\n,;:.–—-!?\"'“”‘’«»*_`|"


def clean(text: str, tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return a span of a sentence as a person would say it: whole words, no loose marks at its
    ends, brackets in pairs; None when nothing is left."""
    touched = [token for token in tokens if token.start < end and token.end > start]
    if touched:
        start, end = min(start, touched[0].start), max(end, touched[-1].end)
    while start < end and text[start] in _LOOSE + _CLOSING:
        # A minus or a decimal point belongs to its figure, dashes to their option.
        if text[start] in "-.–" and text[start + 1 : start + 2].isdigit():
            break
        if text[start] == "-" and _OPTION.match(text, start):
            break
        start += 1
    dashes = _DASHES.search(text, 0, start)
    if dashes is not None and _OPTION.match(text, dashes.start()):
        start = dashes.start()
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
