"""A table as a whole: its rows, what its figures and dates amount to, which column names its rows,
and which of its rows a question is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from hegang_qa.answers.tables.cells import NO, YES
from hegang_qa.answers.tables.heads import terms_in_head
from hegang_qa.answers.tables.records import record_of
from hegang_qa.documents.model import Cell
from hegang_qa.documents.patterns import lazy
from hegang_qa.documents.tables import plain_cell
from hegang_qa.question.model import Question, QuestionTerm
from hegang_qa.question.phrasings import asks_for_free
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import stem, tokenize
from hegang_qa.text.words import MONTHS

__all__ = [
    "LACKING",
    "about",
    "asks_for_lack",
    "cell_text",
    "column_headed",
    "each_table",
    "figure",
    "moment",
    "name_column",
    "name_span",
    "names_of",
    "names_people",
    "row_name",
    "table_of",
    "tables_of",
    "told_yes_or_no",
]

_REACH = 300  # sentences on either side
_COLUMNS = 2  # of a table, at least
_NUMBER = lazy(r"[-−]?\d+(?:[ ,’']\d{3})*(?:[.,]\d+)?")
_GROUPING = lazy(r"[ ,’'](?=\d{3}(?!\d))")
_CODE = lazy(r"(?=[^\s]*\d)[\w./#-]+$")
_UPPER = lazy(r"[A-Z\d][A-Z\d./#_-]*$")
_OF_CODES = frozenset("sku id code no nr ref reference key number article part stock".split())
_OF_PEOPLE = frozenset(
    map(
        stem,
        "who name person employee staff member contact player assignee owner responsible "
        "participant student pupil runner rider driver author artist winner".split(),
    )
)
_GIVEN_NAME = frozenset(("first name", "given name", "forename", "firstname", "first", "given"))
_FAMILY_NAME = frozenset(
    ("surname", "last name", "family name", "lastname", "last", "family", "second name")
)
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
_ARTICLES = frozenset("the a an our your my".split())
_WHERE = frozenset("in at on of from".split())
# What a question may have that is no matter of rows.
_OF_ROWS = ("noun", "name", "focus", "other", "verb")


def table_of(row: Sentence, store: SentenceStore) -> list[Sentence]:
    """Return all rows of the table that a row is of; none where it is longer than can be seen.

    All have the same columns: where a row has nothing in one, it is given an empty cell.
    """
    near = store.get(range(max(0, row.id - _REACH), row.id + _REACH + 1))
    around = [
        one
        for one in near
        if one.cells and (one.document, one.heading) == (row.document, row.heading)
    ]
    heads = [cell.head for cell in row.cells]
    columns = max(
        (own for one in around if _within(heads, own := [cell.head for cell in one.cells])), key=len
    )
    at = next(n for n, one in enumerate(around) if one.id == row.id)
    first = last = at
    while first and _joins(around[first - 1], around[first], columns):
        first -= 1
    while last + 1 < len(around) and _joins(around[last + 1], around[last], columns):
        last += 1
    rows = [_in_columns(one, columns) for one in around[first : last + 1]]
    return rows if rows[-1].id - rows[0].id < _REACH else []


def _joins(row: Sentence, other: Sentence, columns: Sequence[str]) -> bool:
    """Return whether a row goes on the table that another is of: it has those columns, or it stands
    right beside it and has some of them."""
    heads = [cell.head for cell in row.cells]
    if heads == columns:
        return True
    bare = not any(heads) and not any(columns)  # with no heads, and a remark behind some rows
    return abs(row.id - other.id) == 1 and (bool(heads[0]) or bare) and _within(heads, columns)


def _within(heads: Sequence[str], columns: Sequence[str]) -> bool:
    """Return whether heads are some of the columns, in their order."""
    left = iter(columns)
    return all(head in left for head in heads)


def _in_columns(row: Sentence, columns: Sequence[str]) -> Sentence:
    """Return a row with a cell for each column, empty where it has none."""
    if len(row.cells) == len(columns):
        return row
    cells: list[Cell] = []
    own = list(row.cells)
    for head in columns:
        end = cells[-1].end if cells else row.cells[0].start
        cells.append(own.pop(0) if own and own[0].head == head else Cell(end, end, head))
    return row._replace(cells=tuple(cells))


def tables_of(
    ranked: Sequence[RankedSentence], store: SentenceStore
) -> Iterator[tuple[RankedSentence, list[Sentence]]]:
    """Yield the rows among some sentences, each with all rows of its table, which are looked up
    once. Two tables under one heading may have the same columns: a row is in the one it stands
    in."""
    known: dict[tuple[int, str, tuple[str, ...]], dict[int, tuple[Sentence, list[Sentence]]]] = {}
    for one in ranked:
        row = one.sentence
        if len(row.cells) < _COLUMNS:
            if (record := record_of(row, store)) is not None:
                yield one._replace(sentence=record[0]), record[1]
            continue
        key = row.document, row.heading, tuple(cell.head for cell in row.cells)
        placed = known.get(key)
        if placed is None or (placed and row.id not in placed):  # empty: longer than can be seen
            rows = table_of(row, store)
            placed = known.setdefault(key, {})
            placed.update((each.id, (each, rows)) for each in rows)
        if row.id in placed:
            own, rows = placed[row.id]
            yield (one if own is row else one._replace(sentence=own)), rows


def each_table(ranked: Sequence[RankedSentence], store: SentenceStore) -> Iterator[list[Sentence]]:
    """Yield all rows of each table that some sentences are rows of, once."""
    seen: set[int] = set()
    for _, rows in tables_of(ranked, store):
        if rows[0].id not in seen:
            seen.add(rows[0].id)
            yield rows


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


def column_headed(row: Sentence, word: str) -> int:
    """Return the first column whose head has a word (its stem), one that has no other rather than
    one that has ("item", not "item no"), -1 where none has it."""
    heads = [{token.stem for token in tokenize(cell.head.replace("_", " "))} for cell in row.cells]
    having = [number for number, head in enumerate(heads) if word in head]
    return min(having, key=lambda number: len(heads[number]), default=-1)


def name_column(rows: Sequence[Sentence]) -> int:
    """Return the column that names the rows: the first, but where that has only codes ("BR-201"),
    places in a list or dates the first after it that tells them apart in words."""
    ordered = all(_CODE.match(cell_text(row, 0)) or _is_day(row) for row in rows)
    if not ordered and not _is_identifier(rows):
        return 0
    for number in range(1, len(rows[0].cells)):
        said = [cell_text(row, number) for row in rows]
        named = [text for text in said if _WORDS.search(text)]
        if len(set(named)) >= _TOLD_APART * len(rows):
            return number
    return 0


def names_of(rows: Sequence[Sentence]) -> tuple[int, ...]:
    """Return the columns that name the rows together: first names before family names where people
    are told in two columns, else the one of `name_column`."""
    heads = [cell.head.lower().replace("_", " ").strip() for cell in rows[0].cells]
    given = next((n for n, head in enumerate(heads) if head in _GIVEN_NAME), -1)
    family = next((n for n, head in enumerate(heads) if head in _FAMILY_NAME), -1)
    return (given, family) if min(given, family) >= 0 else (name_column(rows),)


def names_people(rows: Sequence[Sentence], columns: Sequence[int]) -> bool:
    """Return whether the columns that name the rows are headed as people are."""
    head = rows[0].cells[columns[0]].head.lower().replace("_", " ")
    return len(columns) > 1 or not _OF_PEOPLE.isdisjoint(token.stem for token in tokenize(head))


def row_name(row: Sentence, columns: Sequence[int]) -> str:
    """Return what a row is called by the columns that name it."""
    return " ".join(filter(None, (plain_cell(cell_text(row, number)) for number in columns)))


def name_span(row: Sentence, columns: Sequence[int]) -> tuple[int, int]:
    """Return from where to where (code points of its text) a row's name stands."""
    cells = [row.cells[number] for number in columns]
    return min(cell.start for cell in cells), max(cell.end for cell in cells)


def _is_identifier(rows: Sequence[Sentence]) -> bool:
    """Return whether the first column is headed as one of codes, and has only such ("CS-CHILD")."""
    words = {token.norm for token in tokenize(rows[0].cells[0].head)}
    return not words.isdisjoint(_OF_CODES) and all(_UPPER.match(cell_text(row, 0)) for row in rows)


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
    kinds = set(terms_in_head(question, rows[0].cells[name_column(rows)].head))
    # "With a *balcony*", or without.
    wanted = NO if asks_for_lack(question) else YES
    columns = told_yes_or_no(question, rows)
    left = [row for row in rows if all(cell_text(row, n).lower() in wanted for n in columns)]
    for number, term in enumerate(question.terms):
        if number in aside or term.role not in _OF_ROWS or term.light:
            continue
        if term.role == "focus" and number in kinds:
            continue  # "which *room*" where the rows are headed so, and some called so
        having = [row for row in left if term.stem in held[row.id]]
        if term.role == "verb" or _is_behind(question, term):
            # "Who *works* most" has little to do with "Works from home", "at the *practice*" with
            # its director.
            having = [row for row in having if _is_of_a_kind(row, term, question)]
        left = having or left
    return left


def _is_behind(question: Question, term: QuestionTerm) -> bool:
    """Return whether a term stands right behind "in the", "at" and the like."""
    before = [token.norm for token in question.tokens[: term.token]]
    while before and before[-1] in _ARTICLES:
        before.pop()
    return bool(before) and before[-1] in _WHERE


def _is_of_a_kind(row: Sentence, term: QuestionTerm, question: Question) -> bool:
    """Return whether a term stands in a cell of which the question has every word."""
    asked = {token.stem for token in question.tokens}
    cells = (
        {token.stem for token in tokenize(cell_text(row, n)) if token.kind != "mark"}
        for n in range(len(row.cells))
    )
    return any(term.stem in words and words <= asked for words in cells)


def asks_for_lack(question: Question) -> bool:
    """Return whether a question asks for what lacks something ("which rooms have *no* sofa")."""
    norms = (token.norm for token in question.tokens)
    return not LACKING.isdisjoint(norms) and not asks_for_free(question.tokens)


def told_yes_or_no(question: Question, rows: Sequence[Sentence]) -> list[int]:
    """Return the columns that the question names in which all cells say yes or no."""
    return [
        number
        for number, cell in enumerate(rows[0].cells)
        if number
        and terms_in_head(question, cell.head, outright=True)
        and all(cell_text(row, number).lower() in YES | NO for row in rows)
    ]
