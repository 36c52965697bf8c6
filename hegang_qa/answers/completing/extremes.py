"""The row of a table with the most or the least of something: "what is the cheapest product",
"which service has the highest price per hour". No sentence says it; the column does.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_numeric
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.graded import Graded, amount_in, column_of, graded, terms_of_column
from hegang_qa.answers.tables.whole import (
    about,
    cell_text,
    figure,
    name_span,
    names_of,
    names_people,
    row_name,
    tables_of,
)
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["with_extreme"]

_TIMES = frozenset(map(stem, "year month day date season week".split()))
_LOOKED_AT = 8
_COLUMNS = 3  # of a table that is read across, at least
_SURE = 0.5
_ROWS = 2
"""Rows that have a figure, at least."""


def with_extreme(asking: Asking, answer: Answer) -> Answer:
    """Return the name of the row whose cell is the greatest or smallest of its column, where one
    asks for it and nothing says it outright; elsewhere the answer as it is."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    wanted = graded(question)
    if not wanted or asking.least > _SURE or asking.is_told(answer):
        return answer
    across = _told_across(asking, wanted, answer)
    if across is not None:
        return across
    tables = list(tables_of(ranked[:_LOOKED_AT], store))
    if question.asks == "who":  # the table of players before that of teams
        tables.sort(key=lambda table: not names_people(table[1], names_of(table[1])))
    for one, rows in tables:
        names = names_of(rows)
        if _is_named(one, rows, names[-1]):
            return answer
        columns = ((asked, column_of(question, asked, rows)) for asked in wanted)
        asked, column = next((pair for pair in columns if pair[1] >= 0), (wanted[0], -1))
        if column < 0:
            continue
        rows = about(question, rows, aside=terms_of_column(question, rows[0].cells[column].head))
        values = [(value, each) for each in rows if (value := amount_in(each, column)) is not None]
        if len(values) < _ROWS or len(values) < len(rows) - 1:
            continue
        best = (max if asked.most else min)(value for value, _ in values)
        found = [each for value, each in values if value == best]
        if len(found) != 1:
            continue
        return _told(question, answer, found[0], column, names)
    return answer


def _told_across(asking: Asking, wanted: Sequence[Graded], answer: Answer) -> Answer | None:
    """Return the head of the column whose cell has the most or least in a row for that ("Price | €8
    | €12"), where what stands over the table is what one asks for ("which *plan*"); None where
    there is no such table."""
    question = asking.question
    nouns = {term.stem for term in question.terms if term.role != "other" and not term.light}
    nouns.add(stem((question.focus or "").rpartition(" ")[2].lower()))
    headed = [
        one
        for one in asking.ranked
        if len(one.sentence.cells) >= _COLUMNS
        and nouns & {t.stem for t in tokenize(one.sentence.heading.rpartition(" > ")[2])}
    ]
    for _, rows in tables_of(headed, asking.store):
        for row in rows:
            number = _across(row, wanted)
            if number > 0:
                cell = row.cells[number]
                figured = question.asks.startswith("how") or is_numeric(question.answer_type)
                text = cell_text(row, number) if figured else cell.head
                span = (cell.start, cell.end) if figured else None
                return told_by(answer, row, text, _SURE, span)
    return None


def _across(row: Sentence, wanted: Sequence[Graded]) -> int:
    """Return the cell with the most or least of a row that is named for what is wanted, -1 for any
    other row."""
    own = {token.stem for token in tokenize(cell_text(row, 0))}
    for asked in wanted:
        values = [(figure(row, n), n) for n in range(1, len(row.cells))]
        told = [(value, n) for value, n in values if value is not None]
        if not own & asked.heads or len(told) < len(values) or not all(c.head for c in row.cells):
            continue
        best = (max if asked.most else min)(value for value, _ in told)
        found = [n for value, n in told if value == best]
        if len(found) == 1:
            return found[0]
    return -1


def _is_last(question: Question, head: set[str]) -> bool:
    """Return whether it is the very figure that is asked for ("what is the lowest *price*")."""
    words = [token for token in question.tokens if token.kind != "mark"]
    return question.asks == "what" and bool(words) and words[-1].stem in head


def _is_named(one: RankedSentence, rows: Sequence[Sentence], names: int) -> bool:
    """Return whether the question names this row alone ("the longest trip *of the punt*")."""
    cell = one.sentence.cells[names]
    inside = {n for n, token in enumerate(one.tokens) if cell.start <= token.start < cell.end}
    stems = {
        one.tokens[match.token].stem
        for match in one.matches
        if match.token in inside and match.how in BY_FORM
    }
    alike = (frozenset(t.stem for t in tokenize(cell_text(row, names))) for row in rows)
    return bool(stems) and sum(stems <= words for words in alike) == 1


def _told(
    question: Question, answer: Answer, row: Sentence, column: int, names: Sequence[int]
) -> Answer:
    """Return the row's name, or its figure where that is asked for ("how much is the cheapest")."""
    focus = stem((question.focus or "").rpartition(" ")[2].lower())
    heads = [{token.stem for token in tokenize(cell.head)} for cell in row.cells]
    named = next((number for number, head in enumerate(heads) if focus in head), -1)
    if named < 0 and question.asks == "when":
        named = next((number for number, head in enumerate(heads) if head & _TIMES), -1)
    # "Which *month* has the most rain": its name, though a month is told by figures as well.
    other = named not in (-1, column) and not question.asks.startswith("how")
    figure = question.asks.startswith("how") or is_numeric(question.answer_type)
    figure = (figure or _is_last(question, heads[column])) and not other
    if named < 0 and not figure:
        return told_by(answer, row, row_name(row, names), _SURE, name_span(row, names))
    cell = row.cells[column if figure else named]
    text = row.text[cell.start : cell.end].strip()
    return told_by(answer, row, text, _SURE, (cell.start, cell.end))
