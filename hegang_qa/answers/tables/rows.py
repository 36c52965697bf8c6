"""Rows of one table held against each other: what one of them says of a column, another denies."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.accounts import Account
from hegang_qa.documents.model import Cell
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import BY_FORM, RankedSentence

__all__ = ["of_another_row"]

# A cell of more words is a remark rather than one of a kind.
_MOST_WORDS = 3


def of_another_row(ranked: RankedSentence, told: Account, others: Sequence[RankedSentence]) -> str:
    """Return in words what a row has in the column in which another row of its table has a word of
    the question that this one lacks ("spinning", where this is the row of yoga), "" for nothing."""
    if not told.missing or not ranked.sentence.cells:
        return ""
    for row in others:
        same = row.sentence.path == ranked.sentence.path and row is not ranked
        if not same or not row.sentence.cells:
            continue
        for match in row.matches:
            if match.term not in told.missing or match.how not in BY_FORM:
                continue
            there = _cell_at(row, row.tokens[match.token].start)
            own = _under(ranked, there.head) if there is not None else None
            if own is not None and _is_one_of_kind(row, there) and _is_one_of_kind(ranked, own):
                text = ranked.sentence.text[own.start : own.end]
                return f'its {own.head} is "{text}"'
    return ""


def _cell_at(row: RankedSentence, at: int) -> Cell | None:
    return next((cell for cell in row.sentence.cells if cell.start <= at < cell.end), None)


def _under(row: RankedSentence, head: str) -> Cell | None:
    return next((cell for cell in row.sentence.cells if head and cell.head == head), None)


def _is_one_of_kind(row: RankedSentence, cell: Cell | None) -> bool:
    if cell is None:
        return False
    words = [
        token
        for token in row.tokens
        if cell.start <= token.start < cell.end
        and token.kind != "mark"
        and token.norm not in FUNCTION_WORDS
    ]
    return 0 < len(words) <= _MOST_WORDS
