"""The row of a table with the most or the least of something: "what is the cheapest product",
"which service has the highest price per hour". No sentence says it; the column does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answer_types import is_numeric
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.heads import terms_in_head
from hegang_qa.answers.tables.whole import about, cell_text, figure, moment, name_column, table_of
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["with_extreme"]

_PRICE = "price cost fee rent charge rate fare tariff"
_BEGINNING = (
    "start started since joined founded established built opened released launched made born birth "
    "year date"
)
# Adjectives with the heads of the columns that they speak of, and whether the most is meant.
_SPEAK_OF: dict[str, tuple[str, bool]] = {
    "cheapest": (_PRICE, False),
    "dearest": (_PRICE, True),
    "heaviest": ("weight mass", True),
    "lightest": ("weight mass", False),
    "longest": ("length distance duration", True),
    "shortest": ("length distance duration", False),
    "tallest": ("height", True),
    "fastest": ("speed", True),
    "slowest": ("speed", False),
    "widest": ("width", True),
    "narrowest": ("width", False),
    "deepest": ("depth", True),
    "warmest": ("temperature temp", True),
    "hottest": ("temperature temp", True),
    "coldest": ("temperature temp", False),
    "coolest": ("temperature temp", False),
    "oldest": ("age", True),
    "youngest": ("age", False),
    "newest": (_BEGINNING, True),
    "latest": (f"{_BEGINNING} time end", True),
    "earliest": (f"{_BEGINNING} time", False),
}
# The same, where no column is of the first kind: "the *oldest* bridge", "who is with us *longest*".
_ALSO_SPEAK_OF: dict[str, tuple[str, bool]] = {
    "oldest": (_BEGINNING, False),
    "youngest": (_BEGINNING, True),
    "longest": (_BEGINNING, False),
}
_DATED = stem("start")  # stands among the heads of dates alone
# Words before a noun that a head has ("the *highest* deposit"), or before "expensive".
_MOST = frozenset("highest largest biggest greatest most longest".split())
_LEAST = frozenset("lowest smallest fewest least shortest".split())
# Those that speak of nothing else, whatever column the question names besides.
_ONE_MATTER = frozenset(
    "cheapest dearest heaviest lightest warmest hottest coldest coolest oldest youngest newest "
    "latest earliest".split()
)
# Verbs before "the most" with the heads that they speak of.
_AMOUNT_TO = {
    **dict.fromkeys(("cost", "costs"), _PRICE),
    **dict.fromkeys(("weigh", "weighs"), "weight mass"),
    **dict.fromkeys(("seat", "seats", "hold", "holds"), "seats capacity"),
}
# What these speak of where the question names no column.
_BY_ITSELF = {
    **dict.fromkeys(("highest", "lowest"), "height elevation altitude"),
    **dict.fromkeys(("largest", "biggest", "smallest"), "area size population capacity"),
}
_CURRENCY = lazy(r"[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b")
_ASKING = frozenset("what which how when who whose where".split())
_TIMES = frozenset(map(stem, "year month day date season week".split()))
_LOOKED_AT = 8
_COLUMNS = 3  # of a table that is read across, at least
_SURE = 0.5
# What a head counts that a superlative speaks of, beside the share of the words that it has.
_FITS = 0.05
_ROWS = 2
"""Rows that have a figure, at least."""


class _Asked(NamedTuple):
    """The heads (stems) of which the most or least is asked for. `named` tells that a word of the
    question may name another, `money` that any column of prices will do."""

    heads: frozenset[str]
    most: bool
    named: bool = False
    money: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether it is a column of dates or times."""
        return _DATED in self.heads


def with_extreme(asking: Asking, answer: Answer) -> Answer:
    """Return the name of the row whose cell is the greatest or smallest of its column, where one
    asks for it and nothing says it outright; elsewhere the answer as it is."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    wanted = _asked(question)
    if not wanted or asking.least > _SURE:
        return answer
    if answer.kind == "answer":
        told = asking.found(answer)
        if told is None or not told.sentence.cells:
            return answer  # a sentence says so
    across = _told_across(asking, wanted, answer)
    if across is not None:
        return across
    for one in ranked[:_LOOKED_AT]:
        row = one.sentence
        if len(row.cells) < 2:
            continue
        rows = table_of(row, store)
        if not rows:
            continue
        names = name_column(rows)
        if _is_named(one, rows, names):
            return answer
        columns = ((asked, _column(question, asked, rows)) for asked in wanted)
        asked, column = next((pair for pair in columns if pair[1] >= 0), (wanted[0], -1))
        if column < 0:
            continue
        rows = about(question, rows, aside=_of_column(question, asked, rows[0], column))
        values = [(value, each) for each in rows if (value := _amount(each, column)) is not None]
        if len(values) < _ROWS or len(values) < len(rows) - 1:
            continue
        best = (max if asked.most else min)(value for value, _ in values)
        found = [each for value, each in values if value == best]
        if len(found) != 1:
            continue
        return _told(question, answer, found[0], column, names)
    return answer


def _told_across(asking: Asking, wanted: Sequence[_Asked], answer: Answer) -> Answer | None:
    """Return the head of the column whose cell has the most or least in a row for that ("Price | €8
    | €12"), where what stands over the table is what one asks for ("which *plan*"); None where
    there is no such table."""
    question = asking.question
    nouns = {term.stem for term in question.terms if term.role != "other" and not term.light}
    nouns.add(stem((question.focus or "").rpartition(" ")[2].lower()))
    for one in asking.ranked:
        above = {token.stem for token in tokenize(one.sentence.heading.rpartition(" > ")[2])}
        if len(one.sentence.cells) < _COLUMNS or not nouns & above:
            continue
        for row in table_of(one.sentence, asking.store):
            number = _across(row, wanted)
            if number > 0:
                cell = row.cells[number]
                figured = question.asks.startswith("how") or is_numeric(question.answer_type)
                text = cell_text(row, number) if figured else cell.head
                span = (cell.start, cell.end) if figured else None
                return told_by(answer, row, text, _SURE, span)
    return None


def _across(row: Sentence, wanted: Sequence[_Asked]) -> int:
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


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


def _is_last(question: Question, head: set[str]) -> bool:
    """Return whether it is the very figure that is asked for ("what is the lowest *price*")."""
    words = [token for token in question.tokens if token.kind != "mark"]
    return question.asks == "what" and bool(words) and words[-1].stem in head


def _asked(question: Question) -> list[_Asked]:
    """Return what is asked for the most or least of, the likelier reading first."""
    norms = [token.norm for token in question.tokens]
    if not norms or (question.asks and _ASKING.isdisjoint(question.asks.split())):
        return []
    for at, norm in enumerate(norms):
        after = norms[at + 1] if at + 1 < len(norms) else ""
        if norms[at - 1 : at] == ["at"]:
            continue  # "at least 5"
        if norm in _SPEAK_OF:
            spoken = [table[norm] for table in (_SPEAK_OF, _ALSO_SPEAK_OF) if norm in table]
            return [
                _Asked(_stems(heads), most, named=norm not in _ONE_MATTER, money=heads == _PRICE)
                for heads, most in spoken
            ]
        last = norm in ("first", "last") and at > 1 and not after.isalpha()
        if last or (norm in ("most", "least") and after in ("recent", "recently")):
            # "Who joined *first*": by the column of beginnings.
            return [_Asked(_stems(_BEGINNING), norm in ("last", "most"))]
        if norm in ("most", "least") and after in ("expensive", "costly"):
            return [_Asked(_stems(_PRICE), norm == "most", money=True)]
        verb = next((_AMOUNT_TO[n] for n in norms[max(0, at - 2) : at] if n in _AMOUNT_TO), "")
        if norm in ("most", "least") and verb:
            return [_Asked(_stems(verb), norm == "most", money=verb == _PRICE)]
        if norm in _MOST or norm in _LEAST:
            return [_Asked(_stems(_BY_ITSELF.get(norm, "")), norm in _MOST, named=True)]
    return []


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


def _column(question: Question, asked: _Asked, rows: Sequence[Sentence]) -> int:
    """Return the column that is meant, -1 for none or several."""
    worths: dict[int, float] = {}
    for number, cell in enumerate(rows[0].cells):
        if number == 0:
            continue
        named = terms_in_head(question, cell.head)
        said = sum(question.terms[n].share * worth for n, worth in named.items())
        stems = {token.stem for token in tokenize(cell.head)}
        counted = [cell_text(row, number) for row in rows if _amount(row, number) is not None]
        priced = asked.money and bool(counted) and all(map(_CURRENCY.search, counted))
        fits = bool(stems & asked.heads) or priced
        if asked.is_dated and any(moment(row, number) is None for row in rows):
            continue  # "rain per year" is no date
        if fits or (asked.named and said > 0):
            worths[number] = said + _FITS * fits
    if not worths:
        return -1
    best = max(worths.values())
    meant = [number for number, worth in worths.items() if worth == best]
    return meant[0] if len(meant) == 1 or asked.money else -1


def _amount(row: Sentence, number: int) -> float | None:
    """Return what a cell amounts to: a date or time, else its first figure."""
    at = moment(row, number)
    return figure(row, number) if at is None else at


def _of_column(question: Question, asked: _Asked, row: Sentence, column: int) -> set[int]:
    """Return the terms of a question that name the column, or ask for its most or least."""
    named = set(terms_in_head(question, row.cells[column].head))
    words = _SPEAK_OF.keys() | _MOST | _LEAST | _AMOUNT_TO.keys() | {"recent", "recently"}
    return named | {n for n, term in enumerate(question.terms) if term.word in words}


def _told(question: Question, answer: Answer, row: Sentence, column: int, names: int) -> Answer:
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
    named = names if named < 0 else named
    cell = row.cells[column if figure else named]
    text = row.text[cell.start : cell.end].strip()
    return told_by(answer, row, text, _SURE, (cell.start, cell.end))
