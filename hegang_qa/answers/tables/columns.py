"""Which cell of a table row answers: by the heads of the columns, and by what the cells hold.

The learned weights have seen running text only; a table says by its heads what stands where.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.candidates.finders.codes import WRITTEN
from hegang_qa.answers.tables.heads import head_worths, terms_in_head
from hegang_qa.answers.tables.held import (
    Cell,
    Cells,
    as_remark,
    asks_for_option,
    asks_which,
    begins_named,
    days_alone,
    figures_beside,
    heads_between,
    tokens_of,
    without_marks,
)
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["column_score"]

# In nats, as the learned weights. The head decides; what a cell holds decides between cells
# whose heads say nothing.
_HEAD = 8.0
_ASKED_ABOUT = -8.0
_TYPE = 2.0
_FIGURE = 5.0
_BARE = frozenset(("number", "code", "time"))
_OTHER_TYPE = -1.5
_WHOLE_CELL = 4.0
# For cells under other heads than that which the question names best, and for a cell that only says
# words of the question again.
_OTHER_HEAD = -3.0
_ECHO = -6.0
_LATER = -1.5
_KEY = 0.5
# Parts of speech of a text, which names of things do not have.
_OF_TEXT = frozenset("XMPTBW")
# For what stands in a remark that speaks of what is asked.
_REMARK = 6.0
# More for what is of the kind asked for in one that has most of the question.
_TOLD_THERE = 3.0
_MOST_SHARE = 0.5
# The least worth of a head that is the very noun asked for ("which *host*").
_FOCUS = 0.6
_NO_ROW = -6.0
# What the first cell must hold of the question, where it names the row.
_NAMED = 0.12
# For each cell between one that names the row and the one that is weighed, and each of these that
# stands under the same head ("First", "Mark", "Second", "Mark").
_FARTHER = -0.05
_ALIKE = -2.0
# For a figure of the kind asked for in a cell that also has a word of the question.
_BESIDE = 7.0
# A head of less worth is hardly named.
_HARDLY = 0.1
_OPEN = frozenset(("phrase", "entity", "name", "list", "description", "thing", "number"))


def column_score(
    question: Question, ranked: RankedSentence, analysis: Analysis
) -> Callable[[Candidate], float]:
    """Return the function from a candidate of a table row to what its column speaks for it.

    Anything that is not in one cell gets much less than any cell.
    """
    cells: Cells = [
        (number, *tokens_of(ranked, cell.start, cell.end), cell.head)
        for number, cell in enumerate(ranked.sentence.cells)
    ]
    option = asks_for_option(question, ranked, cells)
    written = _written(ranked, analysis, cells, option=option)
    insides = _insides(question, ranked, cells, written)
    heads, free = _heads(question, ranked, cells)
    heads = [
        0.0 if _tells_row(ranked, analysis, cell, inside) else worth
        for worth, inside, cell in zip(heads, insides, cells, strict=True)
    ]
    best = max(heads, default=0.0)
    remarks = _remarks(question, ranked, analysis, cells) if best < _FOCUS else {}
    scores = _scores(
        question, ranked, cells, heads, insides, written=written, remarks=remarks, option=option
    )
    said = {start: remarks[number] for number, start, _, _ in cells if number in remarks}
    wanted = question.answer_type
    # Where a head is named, only under that head.
    open_cells = [
        cell
        for cell, named in zip(cells[1:], heads[1:], strict=True)
        if named >= best or best < _HARDLY
    ]
    beside = figures_beside(question, ranked, analysis, open_cells)
    days = days_alone(question, analysis, cells)
    figures = {
        start
        for (_, start, _, head), worth in zip(cells, heads, strict=True)
        if worth == free and is_a(wanted, "date") and terms_in_head(question, head)
    }
    choosy = wanted not in _OPEN
    unnamed = _unnamed(ranked)

    def weigh(candidate: Candidate) -> float:
        for start, end, score, is_named in scores:
            if start <= candidate.start and candidate.end <= end:
                if (candidate.start, candidate.end) in beside:
                    return max(score, unnamed) + _BESIDE + _TYPE
                if (candidate.start, candidate.end) in days:
                    return score + _WHOLE_CELL + _TYPE + _FIGURE
                if candidate.start == start and candidate.end == end and start not in said:
                    score += _WHOLE_CELL
                if choosy and candidate.type:
                    # Under the head that is named a figure is a time, however it is written
                    # ("Start": "8.37").
                    whole = candidate.start == start and candidate.end == end
                    figure = whole and start in figures and candidate.type in _BARE
                    if is_a(candidate.type, wanted) or figure:
                        score += _TYPE + (_FIGURE if figure else 0.0)
                        score += _TOLD_THERE if said.get(start, 0.0) >= _MOST_SHARE else 0.0
                    elif not (is_named or start in said):
                        score += _OTHER_TYPE
                return score
        return 2.0 * _ASKED_ABOUT

    return weigh


def _heads(question: Question, ranked: RankedSentence, cells: Cells) -> tuple[list[float], float]:
    """Return the worth of each head, and the best of those whose cells do not name the row."""
    heads = head_worths(
        question,
        [head for *_, head in cells],
        row={match.term for match in ranked.matches},
        above=ranked.sentence.heading.rpartition(" > ")[2],
    )
    focus = stem((question.focus or "").rpartition(" ")[2].lower()) if asks_which(question) else ""
    # The very noun asked for, where no other head of a cell that does not name the row fits better.
    free = max(
        (
            worth
            for worth, (_, start, end, _) in zip(heads, cells, strict=True)
            if not any(start <= match.token < end for match in ranked.matches)
        ),
        default=0.0,
    )
    heads = [
        max(worth, _FOCUS) if focus and worth >= free and focus in _stems(head) else worth
        for worth, (*_, head) in zip(heads, cells, strict=True)
    ]
    return heads, free


def _written(ranked: RankedSentence, analysis: Analysis, cells: Cells, *, option: bool) -> set[int]:
    """Return the cells that are a path or code as it is written; the first where it is an
    `option` that is asked for."""
    places = {(found.start, found.end) for found in analysis.typed if found.type in WRITTEN}
    written = {0} if option else set()
    return written | {
        number
        for number, start, end, _ in cells
        if number and without_marks(ranked, start, end) in places
    }


def _insides(
    question: Question, ranked: RankedSentence, cells: Cells, written: set[int]
) -> list[float]:
    """Return how much of the question each cell has itself."""
    return [
        0.0  # a path may well hold the words that ask for it
        if number in written
        else sum(
            question.terms[match.term].share * match.weight
            for match in ranked.matches
            if start <= match.token < end
            and question.terms[match.term].role != "focus"
            and not question.terms[match.term].light  # "27 days a *year*"
        )
        for number, start, end, _ in cells
    ]


def _tells_row(ranked: RankedSentence, analysis: Analysis, cell: Cell, inside: float) -> bool:
    """Return whether a cell with so much of the question tells which row is asked about.

    "With two *red squares*": the head of a figure that is named tells which row, not which cell; so
    does that of a name in the row ("the Corrie *dam*")."""
    number, start, end, _ = cell
    if inside and end == start + 1 and analysis.tagged.tags[start] == "#":
        return True
    return inside >= _NAMED and (number == 0 or begins_named(ranked, start, end))


def _remarks(
    question: Question, ranked: RankedSentence, analysis: Analysis, cells: Cells
) -> dict[int, float]:
    """Return the cells that are a text which speaks of what is asked, and how much of it."""
    return {
        number: share
        for number, start, end, _ in cells
        if number and not _OF_TEXT.isdisjoint(analysis.tagged.tags[start:end])
        if (share := as_remark(question, ranked, start, end))
    }


def _unnamed(ranked: RankedSentence) -> float:
    """Return what a row loses that the question does not name: a head says what all rows have."""
    return 0.0 if ranked.matches else _NO_ROW


def _scores(
    question: Question,
    ranked: RankedSentence,
    cells: Cells,
    heads: list[float],
    insides: list[float],
    *,
    written: set[int],
    remarks: Mapping[int, float],
    option: bool,
) -> list[tuple[int, int, float, bool]]:
    """Return begin and end (tokens, end excluded) of each cell, what speaks for it, and whether its
    head is the one that is named."""
    asked = {token.stem for token in question.tokens}
    unnamed, best = _unnamed(ranked), max(heads, default=0.0)
    # Of several heads that are named as well as each other the first ("fee").
    first = heads.index(best) if best else -1
    named_at = [number for number, inside in enumerate(insides) if inside >= _NAMED]
    scores: list[tuple[int, int, float, bool]] = []
    for (number, start, end, _), worth, inside in zip(cells, heads, insides, strict=True):
        if number in remarks:
            scores.append((start, end, unnamed + _REMARK, False))
            continue
        named = max(best, _FOCUS) if option and number == 0 else worth
        score = unnamed + _HEAD * named + (_OTHER_HEAD if named < best else 0.0)
        score += _LATER if named == best and 0 <= first < number else 0.0
        last = max((at for at in named_at if at <= number), default=-1)
        away = number - last if last >= 0 else len(cells)
        score += _FARTHER * away + _ALIKE * heads_between(cells, last, number)
        score += (_ASKED_ABOUT if inside else 0.0) * (0.4 + inside)
        own = [token.stem for token in ranked.tokens[start:end] if token.kind != "mark"]
        if own and not inside and number not in written and all(s in asked for s in own):
            score += _ECHO
        elif number == 0 and not inside:
            score += _KEY
        scores.append((start, end, score, bool(best) and named == best))
    return scores


def _stems(head: str) -> set[str]:
    return {token.stem for token in tokenize(head)}
