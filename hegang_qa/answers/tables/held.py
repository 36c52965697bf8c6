"""What the cells of a table row hold: figures beside words of the question, days with hours,
remarks, paths; and what their places say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.candidates.analysis import Analysis
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import BY_FORM, RankedSentence

__all__ = [
    "Cell",
    "Cells",
    "as_remark",
    "asks_for_option",
    "asks_which",
    "begins_named",
    "days_alone",
    "figures_beside",
    "heads_between",
    "tokens_of",
    "without_marks",
]

Cell = tuple[int, int, int, str]
"""A cell of a row: its number, tokens (end excluded) and head."""
Cells = Sequence[Cell]

_CODE_MARKS = frozenset("`*_")
_DAYS = frozenset("day weekday evening morning afternoon night".split())
_TYPED = frozenset(
    "flag option switch setting parameter command variable argument key shortcut".split()
)
_LEAST_WORDS = 3
_LEAST_SHARE = 0.15


def asks_which(question: Question) -> bool:
    """Return whether a question asks which of a kind ("on which host"), not for one of somebody."""
    return question.asks.rpartition(" ")[2] in ("which", "what")


def figures_beside(
    question: Question,
    ranked: RankedSentence,
    analysis: Analysis,
    cells: Cells,
) -> set[tuple[int, int]]:
    """Return the figures of the wanted kind that stand in a cell beside a word of the question ("4
    g *yeast*", "*concert* 20:30, San Biagio"), where no other figure of the kind is there."""
    wanted = question.answer_type
    if not (is_numeric(wanted) or wanted == "person") or (question.focus or "") in _DAYS:
        return set()
    own = {
        match.token
        for match in ranked.matches
        if match.how in BY_FORM and not question.terms[match.term].light
    }
    found = set()
    for _, start, end, _ in cells:
        inside = [at for at in own if start <= at < end]
        if not inside:
            continue
        figures = {
            (one.start, one.end)
            for one in analysis.typed
            if start <= one.start and one.end <= end and is_a(one.type, wanted)
            if not any(one.start <= at < one.end for at in inside)
        }
        if len(figures) == 1:
            found |= figures
    return found


def days_alone(question: Question, analysis: Analysis, cells: Cells) -> set[tuple[int, int]]:
    """Return the weekdays of cells that hold a day and an hour, where the day is asked for."""
    if (question.focus or "") not in _DAYS or not asks_which(question):
        return set()
    hours = {one.start for one in analysis.typed if one.type in ("time", "hours")}
    return {
        (one.start, one.end)
        for one in analysis.typed
        if one.type == "weekday" and one.end in hours
        if any(one.start == start and one.end < end for _, start, end, _ in cells)
    }


def heads_between(cells: Cells, last: int, number: int) -> int:
    """Return how many cells between two stand under the head of the second."""
    head = cells[number][3]
    return sum(bool(head) and other == head for *_, other in cells[last + 1 : number])


def without_marks(ranked: RankedSentence, start: int, end: int) -> tuple[int, int]:
    """Return the tokens of a cell without the marks of code around them."""
    while start < end and ranked.tokens[start].text in _CODE_MARKS:
        start += 1
    while start < end and ranked.tokens[end - 1].text in _CODE_MARKS:
        end -= 1
    return start, end


def asks_for_option(question: Question, ranked: RankedSentence, cells: Cells) -> bool:
    """Return whether the first cell of a row is an option or a command as it is typed ("--limit
    RATE"), and a question asks for such a one, or how something is done."""
    if question.focus not in _TYPED and question.answer_type != "manner":
        return False
    _, start, end, _ = cells[0]
    first, _ = without_marks(ranked, start, end)
    return start < end and (first > start or ranked.tokens[start].norm == "-")


def begins_named(ranked: RankedSentence, start: int, end: int) -> bool:
    """Return whether the first word of a cell is one of the question's own."""
    first = next(
        (
            at
            for at in range(start, end)
            if ranked.tokens[at].kind != "mark" and ranked.tokens[at].norm not in FUNCTION_WORDS
        ),
        -1,
    )
    return any(match.token == first and match.how in BY_FORM for match in ranked.matches)


def as_remark(question: Question, ranked: RankedSentence, start: int, end: int) -> float:
    """Return how much of the question a cell has that is a text of its own and speaks of what is
    asked: of several words, which answer by those beside them; 0 for other cells."""
    words = [
        token
        for token in ranked.tokens[start:end]
        if token.kind != "mark" and token.norm not in FUNCTION_WORDS
    ]
    if len(words) < _LEAST_WORDS:
        return 0.0
    here = {match.term for match in ranked.matches if start <= match.token < end}
    share = sum(question.terms[term].share for term in here if not question.terms[term].light)
    return share if share >= _LEAST_SHARE else 0.0


def tokens_of(ranked: RankedSentence, start: int, end: int) -> tuple[int, int]:
    """Return the tokens (numbers, end excluded) of a cell."""
    first = bisect_left(ranked.tokens, start, key=attrgetter("start"))
    last = bisect_right(ranked.tokens, end, key=attrgetter("end"))
    return (first, last) if first < last else (0, 0)
