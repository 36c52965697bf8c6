"""A span of a sentence, weighed as an answer; and the door for a second opinion."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from hegang_qa.answers.inline import without_marks
from hegang_qa.documents.lines import QUOTED
from hegang_qa.documents.patterns import lazy
from hegang_qa.ranking.model import RankedSentence

__all__ = [
    "CONSIDERED",
    "Finder",
    "Judge",
    "KeepingFinder",
    "Passage",
    "ReadSpan",
    "Reader",
    "ScoredSpan",
    "TypedSpan",
    "Verdict",
    "as_said",
    "in_one_line",
]


_BREAK = lazy(r"[ ]*<br\s*/?>\s*", re.IGNORECASE)
_CLAUSE_NUMBER = lazy(r"^(?:\d+\.)+\d+\.?\s+(?=[A-Z])")

CONSIDERED = 5
"""How many of the best sentences are looked at for an answer."""


class TypedSpan(NamedTuple):
    """A candidate: code points of the sentence's text, and its type (`hegang_qa.answer_types`).

    `value` is the normal form by which equal answers are told (an ISO date, a plain number with
    its unit, a folded name).
    """

    start: int
    end: int
    type: str
    value: str


class ScoredSpan(NamedTuple):
    """A candidate with its score and the named parts that speak for it.

    `score` is the logarithm of the probability that this candidate is the answer, if one of those
    given with it is (0 is certain, -2.3 one in ten): the sum of `features`, less what makes all
    probabilities add up to one. In `features`, "sentence" is what the rank and score of its
    sentence add, the rest what speaks for its words; their sum can be compared between questions.
    """

    ranked: RankedSentence
    span: TypedSpan
    score: float
    features: Mapping[str, float]

    @property
    def text(self) -> str:
        """The words of the answer, verbatim but for breaks of lines, which become spaces."""
        return in_one_line(self.ranked.sentence.text[self.span.start : self.span.end])


def in_one_line(text: str) -> str:
    """Return a text with the breaks of its lines, and what sets them in or marks them (as
    quoted, as a comment), as single spaces."""
    if "<" in text:
        text = _BREAK.sub(" ", text)
    if "\n" in text:
        text = QUOTED.sub(" ", text)
    return " ".join(text.split()) if "\n" in text else text


def as_said(text: str, place: tuple[int, int] | None = None) -> str:
    """Return a whole sentence, or what stands at a place in it, as an answer: in one line, without
    marks of emphasis and the addresses of links; a whole sentence without the number of its clause
    ("4.3 The vehicle ...")."""
    if place is not None:
        return in_one_line(without_marks(text, place))
    return _CLAUSE_NUMBER.sub("", in_one_line(without_marks(text, (0, len(text)))))


class ReadSpan(NamedTuple):
    """A reader's opinion: span in the passage's text, its score, and the score of "not here"."""

    start: int
    end: int
    score: float
    null_score: float


class Passage(NamedTuple):
    """What a reader reads: a sentence, and a heading or table head that it needs to be read.

    `proposed` are spans of `text` whose scores are wanted whether or not they are among the best.
    """

    text: str
    context: str = ""
    proposed: tuple[tuple[int, int], ...] = ()


class Reader(Protocol):
    """A second opinion on spans (an optional part). Safe to call from many threads."""

    def read(
        self, question: str, passages: Sequence[Passage]
    ) -> Sequence[Sequence[tuple[int, int, float, float]]]:
        """Return for each passage its best spans and those proposed, best first.

        A span is a `ReadSpan`, or a tuple of the same four parts. Offsets are code points of the
        passage's text. `score - null_score` is the margin: above 0 the reader holds the span for
        the answer rather than that there is none. An empty list where the passage has no word.
        """
        ...


class Verdict(NamedTuple):
    """What a passage says to a yes-or-no question: log-odds of "yes" and of "no" against neither,
    and the margin of the words that settle it."""

    yes: float
    no: float
    margin: float


class Judge(Protocol):
    """Tells what passages say to a yes-or-no question (an optional attribute `judge` of a reader).
    Safe to call from many threads."""

    def __call__(
        self, question: str, passages: Sequence[Passage], /
    ) -> Sequence[tuple[float, float, float]]:
        """Return a `Verdict`, or a tuple of the same three parts, for each passage."""
        ...


class Finder(Protocol):
    """Tells how near texts are to a question in meaning (an optional attribute `finder` of a
    reader). Safe to call from many threads."""

    def place(self, texts: Sequence[str]) -> object:
        """Return the texts laid out to be compared; only the finder knows how."""
        ...

    def near(self, question: str, placed: Any) -> Sequence[float]:
        """Return for each text that was placed how near it is to the question (-1..1)."""
        ...


class KeepingFinder(Finder, Protocol):
    """A finder whose work can be kept, so that a text is placed once and for all."""

    @property
    def name(self) -> str:
        """What changes whenever texts would be placed otherwise."""
        ...

    @property
    def record(self) -> int:
        """How many bytes are kept of a text."""
        ...

    def keep(self, placed: Any) -> bytes:
        """Return what was placed as bytes, `record` of them for each text in turn."""
        ...

    def restore(self, content: bytes) -> object:
        """Return what was kept, as `place` would have. Raises `ValueError` for anything else."""
        ...
