"""The tables of a collection that a question may be about, though none of their rows has words of
it: "which is the dearest visa" is answered by a table under "Visas", not by a row of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from hegang_qa.answers.tables.heads import OUTRIGHT
from hegang_qa.answers.tables.records import record_tables
from hegang_qa.answers.tables.whole import table_of
from hegang_qa.question.model import Question, QuestionTerm
from hegang_qa.ranking.nearest import MOST
from hegang_qa.sentences.kept import kept_with
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import tokenize

__all__ = ["every_table", "tables_at_large"]

_ROWS, _COLUMNS = 2, 2  # of a table, at least
_ASKED_FOR = 0.75
"""The share of a question's weight, but for what is aside, that a table and what stands over it
account for, at least."""
_ROOT = 5  # characters, at least, of a word that a name is made from
_ENDING = 3


class _Table(NamedTuple):
    """The ids of the rows of a table, its document, and the words (stems) over it and in it;
    `records` are its rows where these are no sentences."""

    ids: Sequence[int]
    document: int
    words: frozenset[str]
    records: Sequence[Sentence] = ()


_tables_of: WeakKeyDictionary[SentenceStore, list[_Table]] = WeakKeyDictionary()


def tables_at_large(
    question: Question,
    store: SentenceStore,
    *,
    aside: Collection[int],
    documents: Collection[int] | None = None,
) -> Iterator[list[Sentence]]:
    """Yield the rows of each table that has, with what stands over it, most of what a question is
    about, the best first; none of a large collection.

    A name or number that it does not have is one of another. `aside` are terms (their numbers) that
    need not stand there; `documents` those (numbers) to look in, None for all.
    """
    if len(store) > MOST:
        return
    wanted = [
        (term, {form.term for form in term.expansions if form.how in OUTRIGHT})
        for number, term in enumerate(question.terms)
        if number not in aside and not term.light and not term.background
    ]
    whole = sum(term.share for term, _ in wanted)
    found: list[tuple[float, int]] = []
    tables = kept_with(_tables_of, store, lambda: _newly(store))
    for number, table in enumerate(tables):
        if documents is not None and table.document not in documents:
            continue
        had = [
            (term, not forms.isdisjoint(table.words) or _is_called_after(term, table.words))
            for term, forms in wanted
        ]
        if any(not has and term.role in ("name", "number") for term, has in had):
            continue
        share = sum(term.share for term, has in had if has)
        if share and share >= _ASKED_FOR * whole:
            found.append((-share, number))
    seen: set[int] = set()
    for _, number in sorted(found):
        rows = _rows_of(tables[number], store)
        if rows and rows[0].id not in seen:
            seen.add(rows[0].id)
            yield rows


def every_table(
    store: SentenceStore, documents: Collection[int] | None = None
) -> Iterator[list[Sentence]]:
    """Yield the rows of each table and of all records in some documents (their numbers; None: all),
    in reading order; none of a large collection."""
    if len(store) > MOST:
        return
    seen: set[int] = set()
    for table in kept_with(_tables_of, store, lambda: _newly(store)):
        if documents is not None and table.document not in documents:
            continue
        rows = _rows_of(table, store)
        if rows and rows[0].id not in seen:
            seen.add(rows[0].id)
            yield rows


def _rows_of(table: _Table, store: SentenceStore) -> list[Sentence]:
    return list(table.records) or table_of(store.get(table.ids[:1])[0], store)


def _is_called_after(term: QuestionTerm, words: frozenset[str]) -> bool:
    """Return whether a word is made from one of some words ("Norwegian" from "Norwegia")."""
    stem = term.stem
    shorter = range(max(_ROOT, len(stem) - _ENDING), len(stem))
    return any(stem[:length] in words for length in shorter)


def _newly(store: SentenceStore) -> list[_Table]:
    rows: dict[tuple[int, str, tuple[str, ...]], list[Sentence]] = {}
    every = store.get(store.ids())
    for one in every:
        if len(one.cells) >= _COLUMNS and any(cell.head for cell in one.cells):
            key = one.document, one.heading, tuple(cell.head for cell in one.cells)
            rows.setdefault(key, []).append(one)
    tables = [
        _Table(tuple(row.id for row in own), key[0], _words(own))
        for key, own in rows.items()
        if len(own) >= _ROWS
    ]
    for own in record_tables(every):
        tables.append(_Table(tuple(row.id for row in own), own[0].document, _words(own), own))
    return tables


def _words(rows: Sequence[Sentence]) -> frozenset[str]:
    first = rows[0]
    heads = (cell.head for cell in first.cells)
    said = (first.title, first.heading, first.lead or "", *heads, *(row.text for row in rows))
    return frozenset(token.stem for text in said for token in tokenize(text))
