"""What something costs that a table has among others side by side: "how much is the Plus" by the
row "Price | 9 | *12*" under "| | Basic | Plus |". Nothing in that row is of the question.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.at_large import tables_at_large
from hegang_qa.answers.tables.graded import PRICE
from hegang_qa.answers.tables.turned import column_turned, turned
from hegang_qa.answers.tables.whole import cell_text
from hegang_qa.question.model import Question
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["with_turned_price"]

_PRICES = frozenset(map(stem, PRICE.split()))
_COSTING = frozenset(map(stem, "cost costs costing price priced charge".split()))
_SURE = 0.6
_SURE_OF_PROSE = 0.7
"""How sure a sentence is, at least, that tells a price better."""
_MOST_WORDS = 3  # of the name of a row of prices


def with_turned_price(asking: Asking, answer: Answer) -> Answer:
    """Return what the row of prices says of what heads a column, where the question asks for no
    more; elsewhere the answer as it is."""
    question = asking.question
    if asking.least > _SURE or not question.asks.startswith(("how much", "what")):
        return answer
    if asking.is_told(answer) and answer.confidence >= _SURE_OF_PROSE:
        return answer
    aside = {n for n, term in enumerate(question.terms) if term.stem in _COSTING}
    for rows in tables_at_large(question, asking.store, aside=aside, documents=asking.documents):
        found = _price_of(question, rows, aside)
        if found is not None:
            row, number = found
            cell = row.cells[number]
            return told_by(answer, row, cell_text(row, number), _SURE, (cell.start, cell.end))
    return answer


def _price_of(
    question: Question, rows: Sequence[Sentence], aside: set[int]
) -> tuple[Sentence, int] | None:
    """Return the row of prices and the cell under the one head that the question names; None where
    there is none, or several, or the question tells of more."""
    things = turned(rows)
    asked = {token.stem for token in question.tokens}
    first = rows[0]
    over = _stems(f"{first.title} {first.heading} {first.lead or ''}")
    named = [thing for thing in things if (own := _stems(cell_text(thing, 0))) and own <= asked]
    if len(named) != 1:
        return None
    labels = [_stems(cell.head) for cell in named[0].cells]
    priced = [n for n, own in enumerate(labels) if n and own & _PRICES and len(own) <= _MOST_WORDS]
    # "*Joining* fee" and "price" are both of money: the one that the question names, or the first
    # that has nothing else.
    priced.sort(key=lambda n: (-len(labels[n] & asked - _PRICES), len(labels[n] - _PRICES)))
    if not priced or not any(char.isdigit() for char in cell_text(named[0], priced[0])):
        return None
    best = priced[0]
    known = over | _stems(cell_text(named[0], 0)) | labels[best]
    for number, term in enumerate(question.terms):
        forms = {form.term for form in term.expansions if form.how != "kindred"}
        if number not in aside and not term.light and not term.background and not forms & known:
            return None
    return column_turned(rows, named[0], best)


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokenize(text) if token.kind != "mark"}
