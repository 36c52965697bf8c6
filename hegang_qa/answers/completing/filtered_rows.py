"""All rows of a table whose figure or date keeps within a limit: "which phones cost *under 400*",
"who started *before 2012*". No sentence says it; the column does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by_rows
from hegang_qa.answers.tables.graded import AMOUNT_TO, PRICE, compared
from hegang_qa.answers.tables.heads import bought, terms_in_head
from hegang_qa.answers.tables.whole import (
    LACKING,
    about,
    asks_for_lack,
    cell_text,
    figure,
    moment,
    names_of,
    tables_of,
    told_yes_or_no,
)
from hegang_qa.answers.verdicts.thresholds import SIGNS, Side, keeps_within, side_of, value_of
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.numbers import is_year
from hegang_qa.text.tokens import stem, tokenize
from hegang_qa.text.units import currency, unit

__all__ = ["with_filtered_rows", "with_lacking_rows"]

_PRICES = frozenset(map(stem, PRICE.split()))
_COSTING = frozenset(
    "cost costs costing cheaper price priced spend euro euros pounds dollars".split()
)
_BEFORE: dict[str, Side] = {"before": "<", "until": "<=", "after": ">", "since": ">="}
_ASKING = frozenset("which what who whose list show name whats".split())
_SUM = lazy(r"\d+[.,]\d\d$|[^\d]+$")
_LOOKED_AT = 8
_SURE = 0.6
_MOST_ROWS = 50
_MOST_OF = 0.6
_ROWS = 2
"""Rows that a table has, at least."""
_NO_ROW = "no row of the table does"


class _Limit(NamedTuple):
    """A limit that a question sets: the token of its number, its side, and whether it is a year."""

    at: int
    value: float
    side: Side
    is_year: bool


def with_filtered_rows(asking: Asking, answer: Answer) -> Answer:
    """Return the names of all rows whose figure keeps within the limit of a question ("which cost
    *under 20*"), in the order of the table, or that none does; elsewhere the answer as it is."""
    question = asking.question
    limit = _limit(question)
    if limit is None or not _may_be_asked(asking, answer):
        return answer
    for one, rows in tables_of(asking.ranked[:_LOOKED_AT], asking.store):
        column = _column(question, limit, rows) if len(rows) >= _ROWS else -1
        if column < 0:
            continue
        read = _years if limit.is_year else figure
        limit = limit._replace(value=limit.value * _scale(question, limit, rows, column))
        aside = {n for n, term in enumerate(question.terms) if term.token >= limit.at - 1}
        aside |= set(terms_in_head(question, rows[0].cells[column].head))
        if _leaves_out(question, rows, one.sentence, aside):
            continue
        meant = about(question, rows, aside=aside)
        kept = [row for row in meant if _keeps(read(row, column), limit)]
        return _told(answer, kept, names_of(rows))
    return answer


def with_lacking_rows(asking: Asking, answer: Answer) -> Answer:
    """Return the names of all rows that say no to what a question asks to be without ("which plans
    have *no* roaming"), in the order of the table; elsewhere the answer as it is."""
    question = asking.question
    if not asks_for_lack(question) or not _may_be_asked(asking, answer):
        return answer
    for _, rows in tables_of(asking.ranked[:_LOOKED_AT], asking.store):
        columns = told_yes_or_no(question, rows) if len(rows) >= _ROWS else []
        if len(columns) == 1 and _names_what_lacks(question, rows[0].cells[columns[0]].head):
            return _told(answer, about(question, rows), names_of(rows))
    return answer


def _names_what_lacks(question: Question, head: str) -> bool:
    """Return whether a head has most of what stands behind "without" and the like."""
    norms = [token.norm for token in question.tokens]
    at = next(n for n, norm in enumerate(norms) if norm in LACKING)
    behind = [n for n, term in enumerate(question.terms) if term.token > at and not term.light]
    held = terms_in_head(question, head)
    whole = sum(question.terms[n].share for n in behind)
    return sum(question.terms[n].share * held.get(n, 0.0) for n in behind) >= _MOST_OF * whole


def _leaves_out(
    question: Question, rows: Sequence[Sentence], row: Sentence, aside: set[int]
) -> bool:
    """Return whether a noun or name of a question stands nowhere in a table or over it: then it is
    about another."""
    said = [row.heading, row.title, row.lead or "", *(cell.head for cell in rows[0].cells)]
    held = {
        token.stem for text in (*said, *(each.text for each in rows)) for token in tokenize(text)
    }
    first = next((n for n, t in enumerate(question.terms) if not t.light), -1)  # "*tools* under 20"
    return any(
        term.role in ("noun", "name")
        and n != first
        and n not in aside
        and not term.light
        and not any(f.term in held for f in term.expansions if f.how in ("same", "stem", "synonym"))
        and currency(term.word) is None
        for n, term in enumerate(question.terms)
    )


def _may_be_asked(asking: Asking, answer: Answer) -> bool:
    """Return whether rows may be asked for, which no sentence tells."""
    words = asking.question.asks.split()
    rows = not words or not _ASKING.isdisjoint(words)
    return rows and asking.least <= _SURE and not asking.is_told(answer)


def _limit(question: Question) -> _Limit | None:
    """Return the only limit that a question sets, None where it sets none or several."""
    norms = [token.norm for token in question.tokens]
    found = []
    for at, token in enumerate(question.tokens):
        value = value_of(token)
        if value is None or token.kind != "number":
            continue
        year = is_year(token.norm) and norms[at - 1] in _BEFORE
        side = _BEFORE[norms[at - 1]] if year else _side(question, norms, at)
        if side:
            found.append(_Limit(at, value, side, year))
    return found[0] if len(found) == 1 else None


def _side(question: Question, norms: list[str], at: int) -> Side:
    """Return on which side of a number lies what is asked for, by the words before it."""
    before = [norm for norm in norms[max(0, at - 2) : at] if norm not in SIGNS]
    graded = compared(question) if before[-1:] == ["than"] else []
    if graded and not side_of(norms, at):
        return ">" if graded[0].most else "<"
    return side_of(norms, at)


def _column(question: Question, limit: _Limit, rows: Sequence[Sentence]) -> int:
    """Return the column that a limit is set to, -1 for none or several."""
    if limit.is_year:
        dated = [n for n in _columns(rows) if _all(rows, n, _years)]
        return dated[0] if len(dated) == 1 else _named(question, rows, dated)
    norms = {token.norm for token in question.tokens}
    money = not norms.isdisjoint(SIGNS | _COSTING) or _is_money(question, limit)
    counted = [n for n in _columns(rows) if _all(rows, n, figure)]
    if money:
        priced = [n for n in counted if _heads(rows, n) & _PRICES or _has_sign(rows, n)]
        sold = bought(question, [cell.head for cell in rows[0].cells]).values()
        priced = [n for n in counted if n in sold] or priced or _figures(rows, counted)
        return priced[0] if len(priced) == 1 else _named(question, rows, priced)
    spoken = {stem(head) for word in norms for head in AMOUNT_TO.get(word, "").split()}
    spoken |= {head for graded in compared(question) for head in graded.heads}
    fits = [n for n in counted if _heads(rows, n) & spoken]
    if len(fits) == 1:
        return fits[0]
    named = _named(question, rows, counted)
    return named if named >= 0 else _in_its_unit(question, limit, rows, counted)


def _figures(rows: Sequence[Sentence], among: Sequence[int]) -> list[int]:
    """Return the columns with sums of money as they are written without a sign ("9.50")."""
    return [n for n in among if all(_SUM.match(t) for row in rows if (t := cell_text(row, n)))]


def _columns(rows: Sequence[Sentence]) -> range:
    return range(1, len(rows[0].cells))


def _heads(rows: Sequence[Sentence], number: int) -> set[str]:
    return {token.stem for token in tokenize(rows[0].cells[number].head.replace("_", " "))}


def _all(
    rows: Sequence[Sentence], number: int, read: Callable[[Sentence, int], float | None]
) -> bool:
    """Return whether nearly all cells of a column can be read so."""
    read_well = sum(read(row, number) is not None for row in rows)
    return read_well >= _ROWS and read_well >= len(rows) - 1


def _years(row: Sentence, number: int) -> float | None:
    """Return the date of a cell in years; None for a time of day and all else."""
    at = moment(row, number)
    return at if at is not None and at >= 1 else None


def _has_sign(rows: Sequence[Sentence], number: int) -> bool:
    counted = [row for row in rows if figure(row, number) is not None]
    said = ([token.norm for token in tokenize(cell_text(row, number))] for row in counted)
    return all(any(currency(norm) or norm in SIGNS for norm in norms) for norms in said)


def _is_money(question: Question, limit: _Limit) -> bool:
    behind = question.tokens[limit.at + 1 : limit.at + 2]
    return bool(behind) and currency(behind[0].norm) is not None


def _named(question: Question, rows: Sequence[Sentence], among: Sequence[int]) -> int:
    """Return which of some columns the question names best, -1 for none or several alike."""
    worths = {}
    for number in among:
        held = terms_in_head(question, rows[0].cells[number].head)
        worth = sum(question.terms[n].share * part for n, part in held.items())
        if worth:
            worths[number] = worth
    best = max(worths.values(), default=0.0)
    meant = [number for number, worth in worths.items() if worth == best]
    return meant[0] if len(meant) == 1 else -1


def _in_its_unit(
    question: Question, limit: _Limit, rows: Sequence[Sentence], among: Sequence[int]
) -> int:
    """Return the only column whose head or cells have the unit of a limit, else -1."""
    behind = [token.norm for token in question.tokens[limit.at + 1 : limit.at + 2]]
    held = [
        number
        for number in among
        if behind
        and behind[0].isalpha()
        and behind[0] in {token.norm for token in tokenize(_with_head(rows, number))}
    ]
    return held[0] if len(held) == 1 else -1


def _with_head(rows: Sequence[Sentence], number: int) -> str:
    return f"{rows[0].cells[number].head.replace('_', ' ')} {cell_text(rows[0], number)}"


def _scale(question: Question, limit: _Limit, rows: Sequence[Sentence], column: int) -> float:
    """Return by what the value of a limit is told in the unit of its column ("0.2 kg" in grams)."""
    behind = question.tokens[limit.at + 1 : limit.at + 2]
    asked = unit(behind[0].norm) if behind else None
    if asked is None or limit.is_year:
        return 1.0
    held = (unit(token.norm) for token in tokenize(_with_head(rows, column)))
    told = next((one for one in held if one is not None and one.dimension == asked.dimension), None)
    return asked.factor / told.factor if told is not None else 1.0


def _keeps(value: float | None, limit: _Limit) -> bool:
    """Return whether a figure keeps within a limit: what is "after 2020" begins with 2021."""
    if value is None:
        return False
    if limit.is_year and limit.side in (">", "<="):
        return (value >= limit.value + 1) is (limit.side == ">")
    return keeps_within(value, limit.side, limit.value)


def _told(answer: Answer, rows: Sequence[Sentence], names: Sequence[int]) -> Answer:
    """Return the names of rows as the answer, with a piece of evidence for each; of more than
    anybody would read nothing."""
    if len(rows) > _MOST_ROWS:
        return answer
    if not rows:
        return replace(
            answer, kind="no-answer", text=None, answer_span=None, support=(), reason=_NO_ROW
        )
    return told_by_rows(answer, rows, names, _SURE)
