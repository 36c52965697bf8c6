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
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["with_extreme"]

_PRICE = "price cost fee rent charge rate fare tariff"
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
}
# Words before a noun that a head has ("the *highest* deposit"), or before "expensive".
_MOST = frozenset("highest largest biggest greatest most longest".split())
_LEAST = frozenset("lowest smallest fewest least shortest".split())
# What these speak of where the question names no column.
_BY_ITSELF = {
    **dict.fromkeys(("highest", "lowest"), "height elevation altitude"),
    **dict.fromkeys(("largest", "biggest", "smallest"), "area size population capacity"),
}
_NUMBER = lazy(r"[-−]?\d+(?:[ ,’']\d{3})*(?:[.,]\d+)?")
_GROUPING = lazy(r"[ ,’'](?=\d{3}(?!\d))")
_CURRENCY = lazy(r"[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b")
_ASKING = frozenset("what which how when".split())
_TIMES = frozenset(map(stem, "year month day date season week".split()))
_REACH = 80  # sentences on either side
_LOOKED_AT = 8
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


def with_extreme(asking: Asking, answer: Answer) -> Answer:
    """Return the name of the row whose cell is the greatest or smallest of its column, where one
    asks for it and nothing says it outright; elsewhere the answer as it is."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    asked = _asked(question)
    if asked is None or asking.least > _SURE:
        return answer
    if answer.kind == "answer":
        told = asking.found(answer)
        if told is None or not told.sentence.cells:
            return answer  # a sentence says so
    for one in ranked[:_LOOKED_AT]:
        row = one.sentence
        if len(row.cells) < 2:
            continue
        if _is_named(one):
            return answer
        rows = _table(row, store)
        column = _column(question, asked, rows)
        if column < 0:
            continue
        values = [(value, each) for each in rows if (value := _value(each, column)) is not None]
        if len(values) < _ROWS or len(values) < len(rows) - 1:
            continue
        best = (max if asked.most else min)(value for value, _ in values)
        found = [each for value, each in values if value == best]
        if len(found) != 1:
            continue
        return _told(question, answer, found[0], column)
    return answer


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


def _is_last(question: Question, head: set[str]) -> bool:
    """Return whether it is the very figure that is asked for ("what is the lowest *price*")."""
    words = [token for token in question.tokens if token.kind != "mark"]
    return question.asks == "what" and bool(words) and words[-1].stem in head


def _asked(question: Question) -> _Asked | None:
    norms = [token.norm for token in question.tokens]
    if not norms or (question.asks and _ASKING.isdisjoint(question.asks.split())):
        return None
    for at, norm in enumerate(norms):
        after = norms[at + 1] if at + 1 < len(norms) else ""
        if norm in _SPEAK_OF:
            heads, most = _SPEAK_OF[norm]
            return _Asked(_stems(heads), most, named=heads != _PRICE, money=heads == _PRICE)
        if norm in ("most", "least") and after in ("expensive", "costly"):
            return _Asked(_stems(_PRICE), norm == "most", money=True)
        if norm in _MOST or norm in _LEAST:
            return _Asked(_stems(_BY_ITSELF.get(norm, "")), norm in _MOST, named=True)
    return None


def _is_named(one: RankedSentence) -> bool:
    """Return whether the question names a row ("the longest trip *of the punt*")."""
    cell = one.sentence.cells[0]
    inside = {n for n, token in enumerate(one.tokens) if cell.start <= token.start < cell.end}
    return any(match.token in inside and match.how in BY_FORM for match in one.matches)


def _table(row: Sentence, store: SentenceStore) -> list[Sentence]:
    heads = [cell.head for cell in row.cells]
    near = store.get(range(max(0, row.id - _REACH), row.id + _REACH + 1))
    return [
        one
        for one in near
        if (one.document, one.heading) == (row.document, row.heading)
        and [cell.head for cell in one.cells] == heads
    ]


def _column(question: Question, asked: _Asked, rows: Sequence[Sentence]) -> int:
    """Return the column that is meant, -1 for none or several."""
    worths: dict[int, float] = {}
    for number, cell in enumerate(rows[0].cells):
        if number == 0:
            continue
        named = terms_in_head(question, cell.head)
        said = sum(question.terms[n].share * worth for n, worth in named.items())
        stems = {token.stem for token in tokenize(cell.head)}
        priced = asked.money and all(
            _CURRENCY.search(_text(row, number)) for row in rows if _value(row, number) is not None
        )
        fits = bool(stems & asked.heads) or priced
        if fits or (asked.named and said > 0):
            worths[number] = said + _FITS * fits
    if not worths:
        return -1
    best = max(worths.values())
    meant = [number for number, worth in worths.items() if worth == best]
    return meant[0] if len(meant) == 1 or asked.money else -1


def _text(row: Sentence, number: int) -> str:
    cell = row.cells[number]
    return row.text[cell.start : cell.end].strip()


def _value(row: Sentence, number: int) -> float | None:
    """Return the first figure of a cell ("6,214 m", "€12,50", "1 200"); None where it has none."""
    found = _NUMBER.search(_text(row, number))
    if found is None:
        return None
    figure = _GROUPING.sub("", found.group().replace("−", "-"))
    return float(figure.replace(",", "."))


def _told(question: Question, answer: Answer, row: Sentence, column: int) -> Answer:
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
    named = max(0, named)
    cell = row.cells[column if figure else named]
    text = row.text[cell.start : cell.end].strip()
    return told_by(answer, row, text, _SURE, (cell.start, cell.end))
