"""Cells that bar the thing of their row: "Asbestos | *not accepted*"."""

from __future__ import annotations

from hegang_qa.answers.tables.heads import terms_in_head
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence

__all__ = ["barring_cell"]

_INCLUDED = frozenset(("included", "free", "inclusive"))
_PRICED = lazy(r"[€$£]|\b(?:EUR|USD|GBP|CHF|euros?|pounds?|dollars?)\b")
_BARRED = frozenset(
    "not accepted|not allowed|not permitted|not taken|not possible|forbidden|prohibited|refused|"
    "not collected|never|banned|excluded".split("|")
)
_LETTING = frozenset("allowed accepted permitted possible welcome can may could taken".split())
_DOING = frozenset(("do", "does"))
_TAKING = frozenset("take accept allow permit collect want".split())


def barring_cell(question: Question, ranked: RankedSentence) -> str:
    """Return what a cell says that bars the thing of its row ("Asbestos | *not accepted*"), where
    one asks whether that is taken or may be brought; "" elsewhere."""
    norms = [token.norm for token in question.tokens]
    leave = not _LETTING.isdisjoint(norms)
    taking = norms[:1] != [] and norms[0] in _DOING and not _TAKING.isdisjoint(norms)
    cells = ranked.sentence.cells
    if cells and not _INCLUDED.isdisjoint(norms):
        return _charged(question, ranked)
    if not cells or not (leave or taking):
        return ""
    first = range(cells[0].start, cells[0].end)
    own = [m for m in ranked.matches if ranked.tokens[m.token].start in first]
    if not any(m.how in BY_FORM and question.terms[m.term].role != "verb" for m in own):
        return ""
    for cell in cells[1:]:
        text = ranked.sentence.text[cell.start : cell.end].strip("*_` ").casefold()
        heads = set(cell.head.casefold().split())
        if text in _BARRED or (text == "no" and heads & _LETTING):
            return text
    return ""


def _charged(question: Question, ranked: RankedSentence) -> str:
    """Return what the cell costs that one asks to be included ("Cabin case: *from 19 EUR*"), ""
    where it is no price, or no one column is asked about."""
    cells = ranked.sentence.cells
    rows = {
        m.term
        for m in ranked.matches
        if m.how in BY_FORM and ranked.tokens[m.token].start < cells[0].end
    }
    if not rows:
        return ""  # another row is asked about
    named = [
        cell
        for cell in cells[1:]
        if any(
            n not in rows and question.terms[n].role in ("noun", "focus", "name")
            for n in terms_in_head(question, cell.head)
        )
    ]
    if not named:
        return ""
    counts = [len(terms_in_head(question, cell.head)) for cell in named]
    best = [cell for cell, count in zip(named, counts, strict=True) if count == max(counts)]
    text = ranked.sentence.text[best[0].start : best[0].end].strip("*_` ")
    priced = any(char.isdigit() for char in text) and _PRICED.search(text) is not None
    return text if len(best) == 1 and priced else ""
