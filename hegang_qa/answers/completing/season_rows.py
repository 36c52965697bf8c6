"""The row of the season that a question names, where a table tells something for parts of the year:
"| 1 April – 30 September | *9.30 am – 6 pm* |" for July and for the summer."""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.heads import terms_in_head
from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.words import MONTHS, SEASONS

__all__ = ["with_season_row"]

_SURE = 0.7
_CONSIDERED = 5
_REACH = 20  # sentences on either side of a row
_LEAST_ROWS = 2
_HOURS = frozenset("open opens close closes shut shuts hours".split())
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_RANGE = lazy(
    rf"(?i)^\W*(?:[a-z ]{{0,12}}\()?(?:\d{{1,2}}(?:st|nd|rd|th)?\.? )?(?P<first>{_MONTH})\b\.?"
    rf"(?:\s*(?:–|-|to|until|till|through)\s*(?:\d{{1,2}}(?:st|nd|rd|th)?\.? )?"
    rf"(?P<last>{_MONTH})\b)?"
)


def with_season_row(asking: Asking, answer: Answer) -> Answer:
    """Return the cell of the row for the month or season that a question names; elsewhere the
    answer as it is."""
    norms = [token.norm for token in asking.question.tokens]
    asked = {month for norm in norms for month in _months(norm)}
    if not asked or asking.least > _SURE:
        return answer
    found = asking.found(answer)
    if answer.kind == "answer" and (found is None or not found.sentence.cells):
        return answer
    for one in asking.ranked[:_CONSIDERED]:
        rows = _rows(asking, one.sentence) if one.sentence.cells else []
        fitting = [(row, at) for row, at, months in rows if asked <= months]
        if len(rows) < _LEAST_ROWS or len(fitting) != 1:
            continue
        row, at = fitting[0]
        cell = _column(asking, answer, row, at, [other for other, _, _ in rows])
        if cell is None:
            continue
        own = row.cells[cell]
        place = own.start, own.end
        return told_by(answer, row, row.text[slice(*place)].strip(), _SURE, place)
    return answer


def _months(norm: str) -> tuple[int, ...]:
    if norm in SEASONS:
        return SEASONS[norm]
    return (MONTHS[norm],) if norm in MONTHS else ()


def _rows(asking: Asking, row: Sentence) -> list[tuple[Sentence, int, set[int]]]:
    """Return the rows of the table that tell a part of the year, each with the cell that does and
    its months."""
    heads = [cell.head for cell in row.cells]
    found = []
    for one in asking.store.get(range(max(0, row.id - _REACH), row.id + _REACH + 1)):
        if one.document != row.document or [cell.head for cell in one.cells] != heads:
            continue
        for number, cell in enumerate(one.cells):
            told = _RANGE.match(one.text[cell.start : cell.end])
            if told is not None:
                first = MONTHS[told["first"].lower()]
                last = MONTHS[(told["last"] or told["first"]).lower()]
                months = {(first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1)}
                found.append((one, number, months))
                break
    return found


def _column(
    asking: Asking, answer: Answer, row: Sentence, season: int, rows: list[Sentence]
) -> int | None:
    """Return the cell that answers: under the head that the question names, else where the answer
    stands in another row, else the only other one."""
    named = [
        (len(terms), -number)
        for number, cell in enumerate(row.cells)
        if number != season and (terms := terms_in_head(asking.question, cell.head))
    ]
    if named:
        return -max(named)[1]
    if answer.kind == "answer" and answer.answer_span is not None:
        start = answer.answer_span[0]
        same = next((one for one in rows if one.text == answer.sentence), None)
        if same is not None:
            return next(
                (n for n, c in enumerate(same.cells) if n != season and c.start <= start < c.end),
                None,
            )
    others = [number for number in range(len(row.cells)) if number != season]
    hours = not _HOURS.isdisjoint(token.norm for token in asking.question.tokens)
    return others[0] if len(others) == 1 or (others and hours) else None
