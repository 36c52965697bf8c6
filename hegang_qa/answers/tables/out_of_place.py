"""Answers in columns of something else: the number of a plot for how many there are, a room for
who."""

from __future__ import annotations

from hegang_qa.answers.model import ScoredSpan
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import tokenize

__all__ = ["is_out_of_place"]

_NO_ONE = frozenset(
    "room location address venue building floor hall day date time hour start end until from price "
    "cost fee age year weight height length size".split()
)


def is_out_of_place(question: Question, ranked: RankedSentence, span: ScoredSpan) -> bool:
    """Return whether an answer stands in a column that has none to such a question."""
    return _is_number_of_one(question, ranked, span) or (
        question.asks == "who" and _is_headed_as_no_one(ranked, span)
    )


def _is_number_of_one(question: Question, ranked: RankedSentence, span: ScoredSpan) -> bool:
    """Return whether the number that is found tells one thing from others ("Plot | 4"), where one
    asks how many there are: its head is the one of what is counted."""
    cells = ranked.sentence.cells
    if question.asks != "how many" or not cells or span.span.start >= cells[0].end:
        return False
    head = [token for token in tokenize(cells[0].head) if token.kind == "word"]
    counted = {token.stem: token.norm for token in question.tokens}
    return len(head) == 1 and counted.get(head[0].stem, "").removesuffix("s") == head[0].norm


def _is_headed_as_no_one(ranked: RankedSentence, span: ScoredSpan) -> bool:
    """Return whether an answer stands under a head of rooms, days or figures, where nobody does."""
    head = next((c.head for c in ranked.sentence.cells if c.start <= span.span.start < c.end), "")
    words = {token.norm.removesuffix("s") for token in tokenize(head) if token.kind == "word"}
    return bool(words) and words <= _NO_ONE
