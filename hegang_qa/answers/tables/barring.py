"""Cells that bar the thing of their row: "Asbestos | *not accepted*"."""

from __future__ import annotations

from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence

__all__ = ["barring_cell"]

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
