"""All rows of a table that answer alike: "which plants need full sun" has as many answers as the
table has rows with full sun.
"""

from __future__ import annotations

from dataclasses import replace

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by_row
from hegang_qa.answers.enumeration import has_plural_focus
from hegang_qa.answers.support import source_of
from hegang_qa.answers.tables.cells import NO, YES
from hegang_qa.answers.tables.heads import terms_in_head
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import stem, tokenize

__all__ = ["with_all_rows"]

_REACH = 80  # sentences on either side
_MOST_ROWS = 20
_MOST_WORDS = 6  # of a cell that is one of a kind; more are a remark


def with_all_rows(asking: Asking, answer: Answer) -> Answer:
    """Return the first cells of all rows that answer like the row that was found, where a question
    asks for several ("which plants ...") and names a cell of another column; elsewhere the answer
    as it is.

    `text` joins them by "; " in the order of the table, and `support` has a row for each.
    """
    question, ranked, store = asking.question, asking.ranked, asking.store
    if answer.kind != "answer" or answer.answer_span is None or not _asks_for_rows(question):
        return answer
    best = next((one for one in ranked if source_of(one) == answer.source), None)
    if best is None or len(best.sentence.cells) < 2:
        return answer
    cells, text = best.sentence.cells, best.sentence.text
    own_cell = _named(question, best.sentence, answer.answer_span)
    if own_cell < 0:
        return answer
    wanted = _wanted(question, best, own_cell)
    answers = {} if wanted else _answered(question, best.sentence, own_cell)
    if not wanted and not answers:
        return answer
    row = best.sentence
    near = store.get(range(max(0, row.id - _REACH), row.id + _REACH + 1))
    heads = [cell.head for cell in cells]
    alike = [
        one
        for one in near
        if one.document == row.document
        and [cell.head for cell in one.cells] == heads
        and all(_is_alike(row, one, number, stems) for number, stems in wanted.items())
        and all(_cell_text(one, number).lower() in said for number, said in answers.items())
    ][:_MOST_ROWS]
    if len(alike) < 2 or row not in alike:
        return answer
    own = [row, *(one for one in alike if one.id != row.id)]
    return replace(
        answer,
        text="; ".join(_cell_text(one, own_cell) for one in alike),
        sentence=text,
        answer_span=None,
        support=tuple(told_by_row(one, own_cell, best.score) for one in own),
        conflicts=(),
    )


def _asks_for_rows(question: Question) -> bool:
    """Return whether a question asks for things of a kind by their plural ("which plants"), or who
    is or does something."""
    words = question.asks.split()
    if words == ["who"]:
        return True
    return words[-1:] in (["which"], ["what"]) and has_plural_focus(question)


def _named(question: Question, row: Sentence, span: tuple[int, int]) -> int:
    """Return the cell of a row that is the answer, if it is the first or under the head that names
    what is asked for ("which *products*"); else -1."""
    at = next((n for n, cell in enumerate(row.cells) if span == (cell.start, cell.end)), -1)
    focus = stem((question.focus or "").rpartition(" ")[2].lower())
    return at if at <= 0 or focus in {token.stem for token in tokenize(row.cells[at].head)} else -1


def _cell_text(row: Sentence, number: int) -> str:
    cell = row.cells[number]
    return row.text[cell.start : cell.end].strip()


def _wanted(question: Question, best: RankedSentence, named: int) -> dict[int, frozenset[str]]:
    """Return the words of the question (stems) that stand in each cell of a row but the one that
    names it."""
    wanted: dict[int, set[str]] = {}
    for match in best.matches:
        token, term = best.tokens[match.token], question.terms[match.term]
        as_said = match.how in BY_FORM or (token.kind == "number" and match.how == "synonym")
        if not as_said or term.role == "focus":  # "five" is 5
            continue
        for number, cell in enumerate(best.sentence.cells):
            if cell.start <= token.start < cell.end:
                wanted.setdefault(number, set()).add(token.stem)
    return {} if named in wanted else {n: frozenset(stems) for n, stems in wanted.items()}


def _answered(question: Question, row: Sentence, named: int) -> dict[int, frozenset[str]]:
    """Return the cell whose head the question names, with the words for what it says, yes or no, if
    it says that ("which categories get a *locker*"); none where several heads are named."""
    found = {}
    for number, cell in enumerate(row.cells):
        said = next((w for w in (YES, NO) if _cell_text(row, number).lower() in w), None)
        if number != named and said is not None and terms_in_head(question, cell.head):
            found[number] = said
    return found if len(found) == 1 else {}


def _is_alike(row: Sentence, other: Sentence, number: int, wanted: frozenset[str]) -> bool:
    """Return whether a cell of another row has the words that are wanted, and no others where the
    row that was found has none ("half shade" is not shade)."""
    there = _stems(other, number)
    whole = _stems(row, number) == wanted
    return there == wanted if whole else wanted <= there and len(there) <= _MOST_WORDS


def _stems(row: Sentence, number: int) -> frozenset[str]:
    cell = row.cells[number]
    return frozenset(token.stem for token in tokenize(row.text[cell.start : cell.end]))
