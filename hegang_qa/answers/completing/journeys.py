"""The first or last journey of a timetable, and whether one calls somewhere: "when is the *last*
boat from Kelsay on Sundays", "does the *18:25* stop at Inish Rua". No row says it; the table does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.hours_rows import days_named
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.at_large import every_table
from hegang_qa.answers.tables.timetable import Call, Journey, journeys_of, minutes
from hegang_qa.answers.tables.whole import cell_text
from hegang_qa.question.model import Question
from hegang_qa.results import Answer
from hegang_qa.text.tokens import tokenize

__all__ = ["with_journey"]

_LAST = frozenset(("last", "latest"))
_FIRST = frozenset(("first", "earliest"))
_STOPPING = frozenset("stop stops call calls".split())
_FROM = frozenset("from leave leaves leaving depart departs departing".split())
_TO = frozenset("to reach reaches towards at into for arrive arrives in".split())
_ARRIVING = frozenset("arrive arrives reach reaches get gets arriving".split())
_GOING = frozenset(
    "boat boats bus buses train trains tram ferry ferries sailing sailings coach crossing flight "
    "journey service departure departures connection ship".split()
)
_LEAST = 1
_SURE = 0.6

_Table = tuple[str, list[Journey]]


def with_journey(asking: Asking, answer: Answer) -> Answer:
    """Return the time of the first or last journey of a timetable that goes where and when a
    question says, or whether a journey calls somewhere; elsewhere the answer as it is."""
    question = asking.question
    norms = [token.norm for token in question.tokens]
    if asking.least > _SURE or asking.is_told(answer):
        return answer
    edge = not (_LAST | _FIRST).isdisjoint(norms) and not _GOING.isdisjoint(norms)
    clock = next((time for word in question.text.split() if (time := minutes(word))), None)
    stopping = norms[0] in ("does", "do", "is") and not _STOPPING.isdisjoint(norms)
    if not (edge and _asks_when(question)) and not stopping:
        return answer
    tables = [
        (f"{rows[0].heading} {rows[0].lead or ''}", journeys)
        for rows in every_table(asking.store, asking.documents)
        if (journeys := journeys_of(rows))
    ]
    days = days_named(norms)
    tables = [table for table in tables if not days or days <= days_named(_norms(table[0]))]
    if stopping:
        return _called_at(question, answer, tables, clock)
    return _edge(question, answer, tables, last=not _LAST.isdisjoint(norms))


def _asks_when(question: Question) -> bool:
    norms = {token.norm for token in question.tokens}
    return question.asks in ("when", "") or "time" in norms


def _edge(question: Question, answer: Answer, tables: Sequence[_Table], *, last: bool) -> Answer:
    """Return when the first or last journey leaves where one starts, or arrives where that is asked
    for."""
    arriving = any(token.norm in _ARRIVING for token in question.tokens)
    found: list[tuple[int, Call, str]] = []
    ends = [_ends(question, journeys) for _, journeys in tables]
    most = max((sum(map(bool, pair)) for pair in ends), default=0)
    for (over, journeys), (start, end) in zip(tables, ends, strict=True):
        if bool(start) + bool(end) < most:
            continue
        for journey in journeys:
            leaves = journey.at(start) if start else _first(journey)
            arrives = journey.at(end) if end else None
            if leaves is None or leaves.time is None or not _goes_on(journey, leaves):
                continue
            if end and (arrives is None or arrives.time is None or arrives.time <= leaves.time):
                continue
            told = arrives if arriving and arrives else leaves
            found.append((leaves.time, told, over))
    if not found:
        return answer
    _, call, over = (max if last else min)(found, key=lambda one: one[0])
    # With neither a stop nor a day several tables may be meant.
    if len({each for _, _, each in found}) > 1 and not any(
        _ends(question, t[1])[0] for t in tables
    ):
        return answer
    return _told(answer, call)


def _first(journey: Journey) -> Call | None:
    return next((call for call in journey.calls if call.time is not None), None)


def _goes_on(journey: Journey, call: Call) -> bool:
    """Return whether a journey calls anywhere after a call."""
    behind = journey.calls[journey.calls.index(call) + 1 :]
    return any(after.time is not None for after in behind)


def _called_at(
    question: Question, answer: Answer, tables: Sequence[_Table], clock: int | None
) -> Answer:
    """Return whether the journey that is named, or leaves at a time, calls at a stop."""
    asked = {token.stem for token in question.tokens}
    for _, journeys in tables:
        stop = _stop(question, journeys, asked)
        for journey in journeys:
            is_meant = any(call.time == clock for call in journey.calls) if clock else False
            named = any(char.isdigit() for stem in journey.name & asked for char in stem)
            call = journey.at(stop) if stop else None
            if call is not None and (is_meant or (clock is None and named)):
                said = "No" if call.time is None else "Yes"
                return told_by(answer, call.row, said, _SURE, None)
    return answer


def _ends(question: Question, journeys: Sequence[Journey]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stops (stems) that a question says one starts from and goes to, empty where it
    names none of the table."""
    start: frozenset[str] = frozenset()
    end: frozenset[str] = frozenset()
    for names, before in _stops_named(question, journeys):
        if before in _TO:
            end = names
        else:
            start = names
    return start, end


def _stop(
    question: Question, journeys: Sequence[Journey], asked: set[str]
) -> frozenset[str] | None:
    named = [names for names, _ in _stops_named(question, journeys)]
    return max(named, key=len, default=None) if asked else None


def _stops_named(
    question: Question, journeys: Sequence[Journey]
) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the stops of a table that a question names, in its order, each with the word before."""
    tokens = [token for token in question.tokens if token.kind != "mark"]
    stops = {call.stop for call in journeys[0].calls} if journeys else set()
    words = frozenset().union(*stops)
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].stem in words:
            end += 1
        names = frozenset(token.stem for token in tokens[at:end])
        if names and any(names <= stop for stop in stops):
            yield names, tokens[at - 1].norm if at else ""
        at = max(end, at + 1)


def _told(answer: Answer, call: Call) -> Answer:
    cell = call.row.cells[call.cell]
    text = cell_text(call.row, call.cell)
    return told_by(answer, call.row, text, _SURE, (cell.start, cell.end))


def _norms(text: str) -> list[str]:
    return [token.norm for token in tokenize(text)]
