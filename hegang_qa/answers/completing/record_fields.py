"""The field of a record that is asked for by what it is called otherwise: "where does *Ann Lee*
live" is told by "Street: 3 Elm Row" in the record that is hers.
"""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.heads import OUTRIGHT, head_worths
from hegang_qa.answers.tables.records import record_of
from hegang_qa.answers.tables.whole import cell_text, names_of, row_name
from hegang_qa.question.model import Question
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

__all__ = ["with_field"]

_SURE = 0.5
_LOOKED_AT = 8
_LEAST = 0.25  # what a head is worth, at least
_LIVING = frozenset("live lives living located based find found".split())
# In this order the fields that tell where somebody lives.
_PLACES = ("address", "street", "home", "flat", "town", "city", "village", "place", "location")
_LIVINGS = ("job", "occupation", "profession", "trade", "work", "position", "role", "title")


def with_field(asking: Asking, answer: Answer) -> Answer:
    """Return what the record of the one who is asked about has in the field that is asked for,
    where nothing is answered; elsewhere the answer as it is."""
    question = asking.question
    if answer.kind == "answer" or asking.least > _SURE or not question.terms:
        return answer
    seen: set[int] = set()
    for one in asking.ranked[:_LOOKED_AT]:
        record = record_of(one.sentence, asking.store)
        if record is None or record[0].id in seen:
            continue
        row, rows = record
        seen.add(row.id)
        named = _named(question, row, rows)
        if not named:
            continue
        column = _column(question, row, named, names_of(rows)[0])
        if column >= 0:
            cell = row.cells[column]
            return told_by(answer, row, cell_text(row, column), _SURE, (cell.start, cell.end))
    return answer


def _named(question: Question, row: Sentence, rows: list[Sentence]) -> set[int]:
    """Return the terms (their numbers) by which a question names a record; none where another has
    them as well."""
    columns = names_of(rows)
    had = {each.id: _terms_in(question, row_name(each, columns)) for each in rows}
    own = had[row.id]
    return own if all(not own <= other for n, other in had.items() if n != row.id) else set()


def _terms_in(question: Question, text: str) -> set[int]:
    stems = {token.stem for token in tokenize(text)}
    return {
        number
        for number, term in enumerate(question.terms)
        if any(form.how in OUTRIGHT and form.term in stems for form in term.expansions)
    }


def _column(question: Question, row: Sentence, named: set[int], name: int) -> int:
    """Return the column that is asked for, -1 for none, or where words are left that neither its
    head nor the name accounts for."""
    heads = [cell.head for cell in row.cells]
    said = [number for number in range(len(heads)) if cell_text(row, number) and number != name]
    left = [n for n, term in enumerate(question.terms) if n not in named and not term.light]
    labels: tuple[str, ...] = ()
    if question.asks == "where" and all(question.terms[n].word in _LIVING for n in left):
        labels = _PLACES
    elif [token.norm for token in question.tokens if token.kind == "word"][-1:] == ["living"]:
        labels = _LIVINGS  # "what does she do for a living"
    if labels:
        lower = {heads[number].lower(): number for number in said}
        return next((lower[label] for label in labels if label in lower), -1)
    worths = head_worths(question, heads, row=named, above="")
    best = max(said, key=lambda number: worths[number], default=-1)
    told = best >= 0 and set(left) <= _terms_in_head(question, heads[best])
    return best if told and worths[best] >= _LEAST else -1


def _terms_in_head(question: Question, head: str) -> set[int]:
    stems = {token.stem for token in tokenize(head)}
    return {
        number
        for number, term in enumerate(question.terms)
        if any(form.term in stems for form in term.expansions)
    }
