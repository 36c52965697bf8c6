"""The value of a row of settings whose remark the question repeats: "how long does a locked account
stay locked" by "lock_minutes | *15* | How long a locked account stays locked"."""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.model import Cell
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer

__all__ = ["with_described_value"]

_SURE = 0.6
_MOST = 0.8
"""Of the question's weight, what the remark must hold."""
_CONSIDERED = 3
_LEAST_WORDS = 4
_VALUES = frozenset("default value standard preset initial".split())


def with_described_value(asking: Asking, answer: Answer) -> Answer:
    """Return what a row has under "Default" or "Value", where one asks how long or how many and a
    remark in the row has nearly all of the question; elsewhere the answer as it is."""
    question, ranked = asking.question, asking.ranked
    if not question.asks.startswith("how") or asking.least > _SURE:
        return answer
    for row in ranked[:_CONSIDERED]:
        value = next((c for c in row.sentence.cells[1:] if _is_value(c)), None)
        if value is None or value.start >= value.end:
            continue
        for cell in row.sentence.cells:
            inside = [m for m in row.matches if _stands_in(row, m.token, cell)]
            held = sum(question.terms[m.term].share for m in inside if m.how in BY_FORM)
            words = row.sentence.text[cell.start : cell.end].split()
            if cell is not value and held >= _MOST and len(words) >= _LEAST_WORDS:
                place = (value.start, value.end)
                text = row.sentence.text[slice(*place)].strip("` ")
                return told_by(answer, row.sentence, text, _SURE, place)
    return answer


def _is_value(cell: Cell) -> bool:
    return not _VALUES.isdisjoint(cell.head.casefold().split())


def _stands_in(row: RankedSentence, at: int, cell: Cell) -> bool:
    return cell.start <= row.tokens[at].start < cell.end
