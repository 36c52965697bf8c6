"""What a symbol means: "what does *>=* mean" by "`>=` Greater than or equal to", "what is *^* for".

No index holds marks, as nearly every sentence has some: where a question asks for nothing but a
mark, the sentences of a small collection are looked through for one that begins with it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.symbols import QUOTES, symbol_asked_for
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence

__all__ = ["with_symbol_meaning"]

_SURE = 0.75
_MOST = 5_000
"""Sentences of a collection that is looked through for a symbol."""
_BEHIND = lazy(r"[\s:=–—-]*(?:(?:operator|symbol|sign|character)\b[\s:=–—-]*)?")
_IS = lazy(r"(?:is|are|means?|stands?|denotes?|indicates?|marks|matches)\b", re.IGNORECASE)
_PARTS = " > "


def with_symbol_meaning(asking: Asking, answer: Answer) -> Answer:
    """Return what is told of a symbol behind it, in the cell beside it or under it, where a
    question asks for nothing else; elsewhere the answer as it is."""
    symbol = symbol_asked_for(asking.question.text)
    if not symbol or asking.least > _SURE or len(asking.store) > _MOST:
        return answer
    for sentence in asking.everything():
        place = _told(sentence, symbol)
        if place is not None:
            text = sentence.text[slice(*place)]
            return told_by(answer, sentence, text, _SURE, place)
    return answer


def _told(sentence: Sentence, symbol: str) -> tuple[int, int] | None:
    """Return what a sentence tells of a symbol (code points), None for nothing."""
    text, cells = sentence.text, sentence.cells
    if sentence.kind in ("heading", "code"):
        return None
    if cells:
        first = text[cells[0].start : cells[0].end].strip(QUOTES + " ").replace("\\", "")
        told = next((cell for cell in cells[1:] if cell.start < cell.end), None)
        return (told.start, told.end) if first == symbol and told is not None else None
    if begun := _begins_with(symbol).match(text):
        start = begun.end()
        if _IS.match(text, start):
            start = 0  # "`^` is for ..." is said whole
        return (start, len(text)) if start < len(text) else None
    over = (sentence.lead or "", sentence.heading.rpartition(_PARTS)[2])
    if any(one.strip(QUOTES + " :") == symbol for one in over):
        return 0, len(text)
    return None


@lru_cache(maxsize=16)
def _begins_with(symbol: str) -> re.Pattern[str]:
    """Return a pattern of a sentence's beginning with a symbol in quotes, or before a divider, as
    far as what it tells of that."""
    mark, behind = re.escape(symbol), _BEHIND.pattern
    quoted = rf"[*_]*[{QUOTES}]+{mark}[{QUOTES}]+[*_]*{behind}"
    bare = rf"{mark}(?:\s*:\s+|\s+[–—=-]+\s+|\t\s*|\s{{2,}})"
    return re.compile(rf"(?:the\s+|an?\s+)?(?:{quoted}|{bare})(?=\w|[(\[])", re.IGNORECASE)
