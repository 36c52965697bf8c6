"""Records ("Name: Ann Lee", "Role: Treasurer", ...) as the rows of a table: a row for each record,
a column for each label.

The fields of a record are sentences of their own, under the name of the record. So a row is made
here of what stands in the file from its first field to its last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from weakref import WeakKeyDictionary

from hegang_qa.documents.model import Cell
from hegang_qa.documents.patterns import lazy
from hegang_qa.ranking.nearest import MOST
from hegang_qa.sentences.kept import kept_with
from hegang_qa.sentences.model import Sentence, SentenceStore

__all__ = ["field_of", "record_of", "record_tables"]

_FIELD = lazy(r"([A-Z][\w.'/&-]*(?: [\w.'/&-]+){0,3}):[ \t]+(?=\S)")
_FEWEST = 2  # records of a table, fields of a record
_FAR = 3  # code points between the fields of a record: the end of a line, and what sets it in


def record_tables(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the records of each document as the rows of a table, in reading order, each with a cell
    for every label of the table (empty where it has none)."""
    for _, own in groupby(sentences, key=lambda one: one.document):
        records = list(_records(list(own)))
        first_labels = {labels[0] for _, labels in records}
        for label in sorted(first_labels):
            rows = [fields for fields, labels in records if labels[0] == label]
            if len(rows) >= _FEWEST:
                labels = (_label(one) for fields in rows for one in fields)
                heads = list(dict.fromkeys(filter(None, labels)))
                yield [_row(fields, heads) for fields in rows]


def record_of(field: Sentence, store: SentenceStore) -> tuple[Sentence, list[Sentence]] | None:
    """Return the record that a sentence is a field of, as a row, and all rows of its table; None
    where it is none, or the collection is large."""
    if field.cells or len(store) > MOST or not _FIELD.match(field.text):
        return None
    return kept_with(_records_of, store, lambda: _by_field(store)).get(field.id)


_Places = dict[int, tuple[Sentence, list[Sentence]]]
_records_of: WeakKeyDictionary[SentenceStore, _Places] = WeakKeyDictionary()


def _by_field(store: SentenceStore) -> _Places:
    every = store.get(store.ids())
    return {
        one.id: (row, rows)
        for rows in record_tables(every)
        for row in rows
        for one in every
        if one.document == row.document and row.start <= one.start < row.end
    }


def field_of(row: Sentence, at: int) -> Sentence:
    """Return the field of a record that stands at a code point of its row; any other row as it
    is."""
    if row.kind != "record":
        return row
    cell = next((one for one in row.cells if one.start <= at < max(one.end, one.start + 1)), None)
    if cell is None:
        return row
    start = row.text.rfind("\n", 0, cell.start) + 1
    down = row.text.count("\n", 0, start)
    return row._replace(
        text=row.text[start : cell.end],
        start=row.start + start,
        end=row.start + cell.end,
        line=row.line + down,
        column=1 if down else row.column,
        cells=(Cell(cell.start - start, cell.end - start, cell.head),),
    )


def _records(sentences: list[Sentence]) -> Iterator[tuple[list[Sentence], list[str]]]:
    """Yield the fields of each record with their labels: the first names it, and the others stand
    under that name."""
    at = 0
    while at < len(sentences):
        first = sentences[at]
        found = _FIELD.match(first.text)
        end = at + 1
        if found and not first.cells:
            name = first.text[found.end() :].strip()
            while end < len(sentences) and _goes_on(sentences[end - 1], sentences[end], name):
                end += 1
        fields = sentences[at:end]
        if len(fields) >= _FEWEST:
            yield fields, [_label(one) for one in fields if _FIELD.match(one.text)]
        at = end


def _goes_on(one: Sentence, other: Sentence, name: str) -> bool:
    under = other.heading.rpartition(" > ")[2]
    return under.startswith(name) and not other.cells and other.start - one.end <= _FAR


def _label(field: Sentence) -> str:
    found = _FIELD.match(field.text)
    return found.group(1) if found else ""


def _row(fields: list[Sentence], heads: list[str]) -> Sentence:
    first = fields[0]
    spans: dict[str, list[int]] = {}
    label = ""
    for one in fields:
        found = _FIELD.match(one.text)
        label = found.group(1) if found else label  # "Note: brings cake. *Sings alto*"
        start = one.start - first.start + (found.end() if found else 0)
        span = spans.setdefault(label, [start, start])
        span[1] = one.end - first.start
    size = fields[-1].end - first.start
    text = first.text
    for before, one in pairwise(fields):
        ends = one.line > before.line
        text += "\n" * ends + " " * (one.start - before.end - ends) + one.text
    cells = []
    for head in heads:
        start, end = spans.get(head, (size, size))
        cells.append(Cell(start, end, head))
    return first._replace(text=text, end=fields[-1].end, kind="record", cells=tuple(cells))
