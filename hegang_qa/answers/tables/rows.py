"""Rows of one table held against each other: what one of them says of a column, another denies."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answers.accounts import Account
from hegang_qa.answers.tables.heads import terms_in_head
from hegang_qa.documents.model import Cell
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.tokens import tokenize

__all__ = ["of_another_row"]

# A cell of more words is a remark rather than one of a kind.
_MOST_WORDS = 3
_OF = frozenset(("of", "for", "to"))
_DUE = frozenset(("by", "due", "due date", "due by", "deadline", "by when", "until"))
_NOTHING = frozenset(("-", "–", "—", "", "none", "n/a", "vacant"))

_REMARK = 3  # words
_THINGS = frozenset(("noun", "name", "focus"))


def of_another_row(
    question: Question, ranked: RankedSentence, told: Account, others: Sequence[RankedSentence]
) -> str:
    """Return in words what a row has in the column in which another row of its table has a word of
    the question that this one lacks ("spinning", where this is the row of yoga), or has in another
    column than the one that is asked about, "" for nothing."""
    if not ranked.sentence.cells:
        return ""
    if elsewhere := _in_another_column(question, ranked, others):
        return elsewhere
    if other := _is_itself_asked(question, ranked) or _is_deadline(question, ranked):
        return other
    if heading := _below_another(question, ranked, others):
        return heading
    if not told.missing:
        return ""
    for row in others:
        same = row.sentence.path == ranked.sentence.path and row is not ranked
        if not same or not row.sentence.cells:
            continue
        for match in row.matches:
            if match.term not in told.missing or match.how not in BY_FORM:
                continue
            there = _cell_at(row, row.tokens[match.token].start)
            if there is not None and _is_in_remark(question, row, match.term, there):
                continue  # "key *kept* by Ann" is no place where anything else is kept
            own = _under(ranked, there.head) if there is not None else None
            if own is not None and _is_one_of_kind(row, there) and _is_one_of_kind(ranked, own):
                text = ranked.sentence.text[own.start : own.end]
                return f'its {own.head} is "{text}"'
    return ""


def _is_in_remark(question: Question, row: RankedSentence, term: int, cell: Cell) -> bool:
    """Return whether a term is a verb, and stands in a cell of several words."""
    words = row.sentence.text[cell.start : cell.end].split()
    return question.terms[term].role == "verb" and len(words) >= _REMARK


def _below_another(
    question: Question, ranked: RankedSentence, others: Sequence[RankedSentence]
) -> str:
    """Return in words that a row stands below a heading ("Café") that has not what is asked about,
    where a better row stands below one that has it ("Swimming pool"); "" elsewhere."""
    own = ranked.sentence.heading.rpartition(" > ")[2]
    if not own:
        return ""
    things = [term for term in question.terms if not term.light and term.role in _THINGS]
    said = _stems(f"{own} {ranked.sentence.lead or ''} {ranked.sentence.text}")
    lacked = [
        forms
        for term in things
        if said.isdisjoint(forms := {f.term for f in term.expansions if f.how in BY_FORM})
    ]
    for row in others if lacked else ():
        if row.sentence.id == ranked.sentence.id:
            return ""
        heading = row.sentence.heading.rpartition(" > ")[2]
        if row.sentence.cells and row.sentence.document == ranked.sentence.document:
            words = _stems(heading)
            if heading != own and any(not forms.isdisjoint(words) for forms in lacked):
                return f'it stands below "{own}"'
    return ""


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokenize(text)}


def _in_another_column(
    question: Question, ranked: RankedSentence, others: Sequence[RankedSentence]
) -> str:
    """Return in words that a name stands under another head than the question has ("when does Ann
    *cook*", in a row in which she cleans), where another row has it under that; "" elsewhere."""
    for match in ranked.matches:
        if question.terms[match.term].role != "name" or match.how not in BY_FORM:
            continue
        here = _cell_at(ranked, ranked.tokens[match.token].start)
        if here is None or terms_in_head(question, here.head):
            continue
        for row in others:
            same = row.sentence.path == ranked.sentence.path and row is not ranked
            spot = next((m.token for m in row.matches if m.term == match.term), -1)
            there = _cell_at(row, row.tokens[spot].start) if same and spot >= 0 else None
            if there is None or there.head == here.head or not _under(ranked, there.head):
                continue
            asked = terms_in_head(question, there.head)
            of_it = any(_is_asked_of(question, n, match.term) for n in asked)
            if asked and not of_it and _is_one_of_kind(row, there):
                return f'"{ranked.tokens[match.token].text}" is its {here.head}'
    return ""


def _is_itself_asked(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a name of the question is what a row has under the very head that is
    asked for ("who is the *deputy of Ann*", in a row whose deputy Ann is), or that the row has
    nothing under it; "" elsewhere."""
    norms = [token.norm for token in question.tokens]
    if question.asks not in ("who", "whom") or norms[1:2] not in (["is"], ["'s"], ["are"]):
        return ""
    for cell in ranked.sentence.cells[1:]:
        terms = [n for n in terms_in_head(question, cell.head) if question.terms[n].role != "name"]
        if not terms or _asks_head_alone(question, cell.head):
            continue
        if not _NOTHING.isdisjoint((ranked.sentence.text[cell.start : cell.end].strip(),)):
            return f"its {cell.head} is empty"
        for match in ranked.matches:
            here = cell.start <= ranked.tokens[match.token].start < cell.end
            named = question.terms[match.term].role == "name" and match.how in BY_FORM
            if here and named and any(_is_asked_of(question, n, match.term) for n in terms):
                return f'"{ranked.tokens[match.token].text}" is its {cell.head}'
    return ""


def _is_deadline(question: Question, ranked: RankedSentence) -> str:
    """Return in words that a row tells by when somebody has to do something, where one asks when
    something may be done; "" elsewhere."""
    norms = [token.norm for token in question.tokens]
    if norms[:1] != ["when"] or norms[1:2] not in (["can"], ["may"]):
        return ""
    due = (c.head for c in ranked.sentence.cells if c.head.casefold().strip(".: ") in _DUE)
    head = next(due, "")
    return f'its "{head}" tells by when it is to be done' if head else ""


def _is_asked_of(question: Question, head: int, name: int) -> bool:
    """Return whether a question asks for the one of a name ("the *deputy* of *Ann*", "*Ann*'s
    *deputy*"), by the numbers of both terms."""
    norms = [token.norm for token in question.tokens]
    one, other = question.terms[head].token, question.terms[name].token
    if other < one:
        return norms[other + 1 : other + 2] in (["'s"], ["'"], ["s"])
    return not _OF.isdisjoint(norms[one + 1 : other])


def _asks_head_alone(question: Question, head: str) -> bool:
    """Return whether a head is but a word of asking ("Who")."""
    return head.casefold().strip() in ("who", "whom", question.asks)


def _cell_at(row: RankedSentence, at: int) -> Cell | None:
    return next((cell for cell in row.sentence.cells if cell.start <= at < cell.end), None)


def _under(row: RankedSentence, head: str) -> Cell | None:
    return next((cell for cell in row.sentence.cells if head and cell.head == head), None)


def _is_one_of_kind(row: RankedSentence, cell: Cell | None) -> bool:
    if cell is None:
        return False
    words = [
        token
        for token in row.tokens
        if cell.start <= token.start < cell.end
        and token.kind != "mark"
        and token.norm not in FUNCTION_WORDS
    ]
    return 0 < len(words) <= _MOST_WORDS
