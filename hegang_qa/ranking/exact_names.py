"""Rows that are named as the question names them: of "Kestrel 3" and "Kestrel 3 Pro" the first is
meant where one asks for the Kestrel 3."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import tokenize

__all__ = ["without_longer_names"]

_MOST_WORDS = 6


def without_longer_names(
    question: Question, ranked: Sequence[RankedSentence]
) -> list[RankedSentence]:
    """Return the sentences without the rows whose name goes on behind that of another row of the
    same table, where the question has that name and not what goes on."""
    asked = {token.stem for token in question.tokens}
    names = {
        number: _name(one)
        for number, one in enumerate(ranked)
        if len(one.sentence.cells) > 1 and one.sentence.cells[0].end > one.sentence.cells[0].start
    }
    held = {
        (_table(ranked[number]), name) for number, name in names.items() if name and name <= asked
    }
    if not held:
        return list(ranked)
    return [
        one
        for number, one in enumerate(ranked)
        if not any(
            name < names.get(number, frozenset())
            and not names[number] <= asked
            and table == _table(one)
            for table, name in held
        )
    ]


def _name(one: RankedSentence) -> frozenset[str]:
    """Return the words (stems) of the first cell of a row; none where it says more than a name."""
    cell = one.sentence.cells[0]
    words = frozenset(
        token.stem
        for token in tokenize(one.sentence.text[cell.start : cell.end])
        if token.kind != "mark"
    )
    return words if len(words) <= _MOST_WORDS else frozenset()


def _table(one: RankedSentence) -> tuple[int, tuple[str, ...]]:
    return one.sentence.document, tuple(cell.head for cell in one.sentence.cells)
