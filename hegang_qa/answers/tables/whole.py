"""A table as a whole: its rows, what its figures and dates amount to, which column names its rows,
and which of its rows a question is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from hegang_qa.answers.tables.cells import NO, YES
from hegang_qa.answers.tables.heads import terms_in_head
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.words import MONTHS

__all__ = [
    "LACKING",
    "about",
    "asks_for_lack",
    "cell_text",
    "figure",
    "moment",
    "name_column",
    "table_of",
    "tables_of",
    "told_yes_or_no",
]

_REACH = 300  # sentences on either side
_COLUMNS = 2  # of a table, at least
_NUMBER = lazy(r"[-−]?\d+(?:[ ,’']\d{3})*(?:[.,]\d+)?")
_GROUPING = lazy(r"[ ,’'](?=\d{3}(?!\d))")
_CODE = lazy(r"(?=[^\s]*\d)[\w./#-]+$")
_WORDS = lazy(r"[^\W\d_]{2}")
_DATE = lazy(r"(\d{4})-(\d\d?)(?:-(\d\d?))?$")
_DAY_FIRST = lazy(r"(?:(\d\d?)(?:st|nd|rd|th)?\.? )?([A-Za-z]{3,9})\.?,? (\d{4})$")
_YEAR = lazy(r"(?:1\d|20)\d\d$")
_CLOCK = lazy(r"(\d\d?):(\d\d)(?: ?([ap])\.?m\.?)?$")
LACKING = frozenset("without no not lack lacks lacking don't doesn't dont doesnt".split())
_MONTHS_OF_YEAR, _DAYS_OF_MONTH, _HOURS = 12, 31, 24
_DATE_WORDS = 4
_TOLD_APART = 0.8
"""The share of a column's cells that differ, where it tells rows apart."""
# What a question may have that is no matter of rows.
_OF_ROWS = ("noun", "name", "focus", "other", "verb")


def table_of(row: Sentence, store: SentenceStore) -> list[Sentence]:
    """Return all rows of the table that a row is of; none where it is longer than can be seen."""
    heads = [cell.head for cell in row.cells]
    near = store.get(range(max(0, row.id - _REACH), row.id + _REACH + 1))
    rows = [
        one
        for one in near
        if (one.document, one.heading) == (row.document, row.heading)
        and [cell.head for cell in one.cells] == heads
    ]
    return rows if rows[-1].id - rows[0].id < _REACH else []


def tables_of(
    ranked: Sequence[RankedSentence], store: SentenceStore
) -> Iterator[tuple[RankedSentence, list[Sentence]]]:
    """Yield the rows among some sentences, each with all rows of its table, which are looked up
    once."""
    known: dict[tuple[int, str, tuple[str, ...]], list[Sentence]] = {}
    for one in ranked:
        row = one.sentence
        if len(row.cells) < _COLUMNS:
            continue
        key = row.document, row.heading, tuple(cell.head for cell in row.cells)
        rows = known.get(key)
        if rows is None:
            rows = known[key] = table_of(row, store)
        if rows:
            yield one, rows


def cell_text(row: Sentence, number: int) -> str:
    """Return what a cell says."""
    cell = row.cells[number]
    return row.text[cell.start : cell.end].strip()


def figure(row: Sentence, number: int) -> float | None:
    """Return the first figure of a cell ("6,214 m", "€12,50", "1 200"); None where it has none."""
    found = _NUMBER.search(cell_text(row, number))
    if found is None:
        return None
    return float(_GROUPING.sub("", found.group().replace("−", "-")).replace(",", "."))


def moment(row: Sentence, number: int) -> float | None:
    """Return the date of a cell in years, days and months being parts of one ("2012-10-01", "3 May
    2021", "1978"), or the time of day in parts of a day ("09:20"); None for anything else."""
    text = cell_text(row, number)
    if (found := _DATE.match(text)) is not None:
        year, month, day = found.groups()
        return _years(int(year), int(month), int(day or 1))
    if (found := _DAY_FIRST.match(text)) is not None:
        day, name, year = found.groups()
        month_number = MONTHS.get(name.lower())
        if month_number is None:
            return None
        return _years(int(year), month_number, int(day or 1))
    if _YEAR.match(text):
        return float(text)
    if (found := _CLOCK.match(text)) is not None:
        hour = int(found[1]) % _HOURS
        if found[3]:  # by a clock of twelve hours
            hour = hour % 12 + 12 * (found[3] == "p")
        return (hour + int(found[2]) / 60) / _HOURS
    return None


def _years(year: int, month: int, day: int) -> float:
    return year + ((month - 1) + (day - 1) / _DAYS_OF_MONTH) / _MONTHS_OF_YEAR


def name_column(rows: Sequence[Sentence]) -> int:
    """Return the column that names the rows: the first, but where that has only codes ("BR-201"),
    places in a list or dates the first after it that tells them apart in words."""
    if not all(_CODE.match(cell_text(row, 0)) or _is_day(row) for row in rows):
        return 0
    for number in range(1, len(rows[0].cells)):
        said = [cell_text(row, number) for row in rows]
        named = [text for text in said if _WORDS.search(text)]
        if len(set(named)) >= _TOLD_APART * len(rows):
            return number
    return 0


def _is_day(row: Sentence) -> bool:
    """Return whether the first cell of a row is a date or a day of a month ("27 April")."""
    words = cell_text(row, 0).lower().replace(".", " ").split()
    return moment(row, 0) is not None or (
        len(words) > 1 and any(word in MONTHS for word in words) and len(words) <= _DATE_WORDS
    )


def about(
    question: Question, rows: Sequence[Sentence], *, aside: Collection[int] = ()
) -> list[Sentence]:
    """Return those of the rows that have the words of a question which some rows have and others
    have not (the cheapest *paint*), all of them where it has none; of a column that says yes or
    no, and that it names, those that say what it asks for. `aside` are terms (their numbers) that
    are no matter of it."""
    held = {row.id: {token.stem for token in tokenize(row.text)} for row in rows}
    # "With a *balcony*", or without.
    wanted = NO if asks_for_lack(question) else YES
    columns = told_yes_or_no(question, rows)
    left = [row for row in rows if all(cell_text(row, n).lower() in wanted for n in columns)]
    for number, term in enumerate(question.terms):
        if number in aside or term.role not in _OF_ROWS or term.light:
            continue
        having = [row for row in left if term.stem in held[row.id]]
        left = having or left
    return left


def asks_for_lack(question: Question) -> bool:
    """Return whether a question asks for what lacks something ("which rooms have *no* sofa")."""
    return not LACKING.isdisjoint(token.norm for token in question.tokens)


def told_yes_or_no(question: Question, rows: Sequence[Sentence]) -> list[int]:
    """Return the columns that the question names in which all cells say yes or no."""
    return [
        number
        for number, cell in enumerate(rows[0].cells)
        if number
        and terms_in_head(question, cell.head)
        and all(cell_text(row, number).lower() in YES | NO for row in rows)
    ]
