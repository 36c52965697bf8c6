"""The row of a table with the most or the least of something: "what is the cheapest product",
"which service has the highest price per hour". No sentence says it; the column does.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_numeric
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.at_large import tables_at_large
from hegang_qa.answers.tables.graded import (
    SUPERLATIVES,
    Graded,
    amount_in,
    column_of,
    graded,
    terms_of_column,
)
from hegang_qa.answers.tables.turned import column_turned, turned
from hegang_qa.answers.tables.whole import (
    about,
    cell_text,
    column_headed,
    each_table,
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
_FIRST = 4  # words of a question among which the kind of row stands that is asked for
_ALIKE = BY_FORM | {"synonym"}
_SURE = 0.5
_SURE_OF_PROSE = 0.6
"""How sure a sentence is, at least, that answers without the word that asks for the most."""
_ROWS = 2
"""Rows that have a figure, at least."""


def with_extreme(asking: Asking, answer: Answer) -> Answer:
    """Return the name of the row whose cell is the greatest or smallest of its column, where one
    asks for it and nothing says it outright; elsewhere the answer as it is."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    wanted = graded(question)
    if not wanted or asking.least > _SURE:
        return answer
    if asking.is_told(answer) and not _says_nothing_of_it(asking, answer):
        return answer
    for rows in each_table(ranked[:_LOOKED_AT], store):
        across = _told_across(question, wanted, rows, answer, outright=True)
        if across is not None:
            return across
    tables = list(tables_of(ranked[:_LOOKED_AT], store))
    if question.asks == "who":  # the table of players before that of teams
        tables.sort(key=lambda table: not names_people(table[1], names_of(table[1])))
    for one, rows in tables:
        names = names_of(rows)
        if _is_named(question, one, rows, names[-1]):
            return _told_across(question, wanted, rows, answer) or answer
        told = _told_down(question, wanted, rows, answer) or _told_across(
            question, wanted, rows, answer
        )
        if told is not None:
            return told
    return answer if answer.kind == "answer" and not tables else _at_large(asking, wanted, answer)


def _says_nothing_of_it(asking: Asking, answer: Answer) -> bool:
    """Return whether a sentence that is none too sure has not the word that asks for the most."""
    found = asking.found(answer)
    if found is None or answer.confidence >= _SURE_OF_PROSE:
        return False
    asked = {n for n, t in enumerate(asking.question.terms) if t.word in SUPERLATIVES}
    return bool(asked) and asked.isdisjoint(m.term for m in found.matches if m.how in BY_FORM)


def _at_large(asking: Asking, wanted: Sequence[Graded], answer: Answer) -> Answer:
    """Return what the table tells that the question is about, where no row was found for it."""
    question = asking.question
    norms = [token.norm for token in question.tokens]
    heads = frozenset().union(*(asked.heads for asked in wanted))
    aside = {
        n
        for n, term in enumerate(question.terms)
        if term.word in SUPERLATIVES or term.stem in heads or norms[term.token] in SUPERLATIVES
    }
    for rows in tables_at_large(question, asking.store, aside=aside, documents=asking.documents):
        told = _told_across(question, wanted, rows, answer, outright=True)
        if told is None and not _names_one(question, rows):
            told = _told_down(question, wanted, rows, answer) or _told_across(
                question, wanted, rows, answer
            )
        if told is not None:
            return told
    return answer


def _told_down(
    question: Question, wanted: Sequence[Graded], rows: Sequence[Sentence], answer: Answer
) -> Answer | None:
    """Return what the row with the most or least in its column is called, None where the table has
    no such column or no such row."""
    columns = ((asked, column_of(question, asked, rows)) for asked in wanted)
    asked, column = next((pair for pair in columns if pair[1] >= 0), (wanted[0], -1))
    if column < 0 or (not rows[0].cells[column].head and not _is_of_the_kind(question, rows)):
        return None
    meant = about(question, rows, aside=terms_of_column(question, rows[0].cells[column].head))
    best = _furthest(meant, column, most=asked.most)
    return _told(question, answer, best, column, names_of(rows), asked) if best else None


def _furthest(rows: Sequence[Sentence], column: int, *, most: bool) -> Sentence | None:
    """Return the row with the most (or least) in a column; None where several have as much, or
    more than one has nothing."""
    values = [(value, each) for each in rows if (value := amount_in(each, column)) is not None]
    if len(values) < _ROWS or len(values) < len(rows) - 1:
        return None
    best = (max if most else min)(value for value, _ in values)
    found = [each for value, each in values if value == best]
    return found[0] if len(found) == 1 else None


def _told_across(
    question: Question,
    wanted: Sequence[Graded],
    rows: Sequence[Sentence],
    answer: Answer,
    *,
    outright: bool = False,
) -> Answer | None:
    """Return the head of the column whose cell has the most or least in a row for that ("Price | €8
    | €12"), where what stands over the table is what one asks for ("which *plan*"); with `outright`
    only by a row that is called so. None where there is no such table."""
    things = turned(rows)
    if not things or not _is_of_the_kind(question, rows):
        return None
    asked_for = {token.stem for token in question.tokens}
    names = [{t.stem for t in tokenize(cell_text(thing, 0))} for thing in things]
    if any(name <= asked_for for name in names if name):
        return None
    for asked in wanted:
        if outright:
            labels = [{t.stem for t in tokenize(cell.head)} for cell in things[0].cells]
            column = next((n for n, own in enumerate(labels) if n and own & asked.heads), -1)
        else:
            column = column_of(question, asked, things)
        if column < 0 or not _are_alike([cell_text(thing, column) for thing in things]):
            continue
        best = _furthest(things, column, most=asked.most)
        if best is None:
            continue
        row, number = column_turned(rows, best, column)
        cell = row.cells[number]
        over = {t.stem for t in tokenize(things[0].cells[0].head)} | _TIMES
        figured = _asks_for_figure(question, over)
        text = cell_text(row, number) if figured else cell.head
        return told_by(answer, row, text, _SURE, (cell.start, cell.end) if figured else None)
    return None


def _are_alike(texts: Sequence[str]) -> bool:
    """Return whether what is said side by side is figures of one unit ("2 years | 18 months" is
    not)."""
    words = [{token.stem for token in tokenize(text) if token.kind == "word"} for text in texts]
    figures = all(any(char.isdigit() for char in text) for text in texts)
    return figures and (not any(words) or bool(set.intersection(*words)))


def _is_of_the_kind(question: Question, rows: Sequence[Sentence]) -> bool:
    """Return whether what stands over a table, or heads it, is what a question asks for."""
    terms = [
        term
        for term in question.terms
        if not term.light and (term.role != "other" or term.token == 1)  # "which *main* is ..."
    ]
    nouns = {form.term for term in terms for form in term.expansions if form.how in _ALIKE}
    nouns.add(stem((question.focus or "").rpartition(" ")[2].lower()))
    first = rows[0]
    over = (first.heading, first.title, first.lead or "", *(cell.head for cell in first.cells))
    return any(token.stem in nouns for text in over for token in tokenize(text))


def _names_one(question: Question, rows: Sequence[Sentence]) -> bool:
    """Return whether a question has the whole name of a row."""
    asked = {token.stem for token in question.tokens}
    names = names_of(rows)
    said = ({token.stem for token in tokenize(row_name(row, names))} for row in rows)
    return any(words and words <= asked for words in said)


def _asks_for_figure(question: Question, name: set[str]) -> bool:
    """Return whether it is the figure that one asks for, not the row: "which *year* has the fewest"
    asks for a row, where that is how rows are called (`name`, stems), though years are figures."""
    if question.asks.startswith("how"):
        return True
    return is_numeric(question.answer_type) and name.isdisjoint(_first_words(question))


def _first_words(question: Question) -> set[str]:
    """Return the nouns (stems) among the first words of a question."""
    nouns = (t for t in question.terms if t.role in ("noun", "focus") and t.token < _FIRST)
    return {term.stem for term in nouns}


def _is_last(question: Question, head: set[str]) -> bool:
    """Return whether it is the very figure that is asked for ("what is the lowest *price*")."""
    words = [token for token in question.tokens if token.kind != "mark"]
    return question.asks == "what" and bool(words) and words[-1].stem in head


def _is_named(
    question: Question, one: RankedSentence, rows: Sequence[Sentence], names: int
) -> bool:
    """Return whether the question names this row alone ("the longest trip *of the punt*")."""
    cell = one.sentence.cells[names]
    inside = {n for n, token in enumerate(one.tokens) if cell.start <= token.start < cell.end}
    stems = {
        one.tokens[match.token].stem
        for match in one.matches
        if match.token in inside
        and match.how in BY_FORM
        and question.terms[match.term].word not in SUPERLATIVES
    }
    alike = (frozenset(t.stem for t in tokenize(cell_text(row, names))) for row in rows)
    return bool(stems) and sum(stems <= words for words in alike) == 1


def _told(
    question: Question,
    answer: Answer,
    row: Sentence,
    column: int,
    names: Sequence[int],
    asked: Graded,
) -> Answer:
    """Return the row's name, or its figure where that is asked for ("how much is the cheapest")."""
    focus = stem((question.focus or "").rpartition(" ")[2].lower())
    heads = [{t.stem for t in tokenize(cell.head.replace("_", " "))} for cell in row.cells]
    named = column_headed(row, focus)
    if named < 0 and (words := _first_words(question)):  # "which *year* group"
        meant = [n for n, head in enumerate(heads) if n != column and head & words]
        named = min(meant, key=lambda number: len(heads[number]), default=-1)
    if named < 0 and question.asks == "when":
        named = next((number for number, head in enumerate(heads) if head & _TIMES), -1)
    # "Which *month* has the most rain": its name, though a month is told by figures as well.
    other = named not in (-1, column) and not question.asks.startswith("how")
    figure = _asks_for_figure(question, heads[names[0]])
    # "The cheapest wine by the *glass*" is a wine.
    head = heads[column] & asked.heads if asked.money else heads[column]
    figure = (figure or _is_last(question, head)) and not other
    if named < 0 and not figure:
        return told_by(answer, row, row_name(row, names), _SURE, name_span(row, names))
    cell = row.cells[column if figure else named]
    text = row.text[cell.start : cell.end].strip()
    return told_by(answer, row, text, _SURE, (cell.start, cell.end))
