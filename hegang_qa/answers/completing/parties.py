"""Who a party of an agreement is, where a bracket behind the name says how it is called from there
on: "between *Mrs Ann Kerr* of 4 Chapel Row (the “Landlord”) and ...".
"""

from __future__ import annotations

import re

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer
from hegang_qa.text.tokens import tokenize

__all__ = ["with_party"]

_SURE = 0.85
_CONSIDERED = 5
_CALLED = lazy(
    r"\s*\((?:(?:hereinafter|hereafter|together|jointly|each|referred to as|called|known as|as|"
    r"an?|the)[\s,]+)*[\"“”'‘](?:the\s+)?(\w[\w -]{1,30})[\"“”'’]\)",
    re.IGNORECASE,
)
_BEFORE = lazy(r"\bbetween\b\s*|\bby and\b\s*|\)[\s,;]*(?:and\b)?\s*|;\s*(?:and\b)?\s*|^")
_NUMBERED = lazy(r"\(?\d+[.)]\s*")
_WHERE = lazy(r",|\s+of\s+(?=\d|[A-Z])|\s+(?:whose|residing|living|with its|having)\b")
_NAMED = lazy(r"[A-Z]")


def with_party(asking: Asking, answer: Answer) -> Answer:
    """Return the name of the party that a question names by what it is called ("who is the
    landlord?"); elsewhere the answer as it is."""
    if asking.question.asks != "who" or asking.least > _SURE:
        return answer
    tokens = [token for token in asking.question.tokens if token.kind != "mark"]
    if [token.norm for token in tokens[1:3]] not in (["is", "the"], ["are", "the"]):
        return answer
    asked = {token.stem for token in tokens[3:]}
    for one in asking.ranked[:_CONSIDERED]:
        text = one.sentence.text
        for called in _CALLED.finditer(text):
            if {token.stem for token in tokenize(called.group(1))} != asked:
                continue
            place = _name_before(text, called.start())
            if place is not None:
                return told_by(answer, one.sentence, text[slice(*place)], _SURE, place)
    return answer


def _name_before(text: str, end: int) -> tuple[int, int] | None:
    """Return the place of the name that ends, perhaps with an address, before a bracket."""
    start = max(found.end() for found in _BEFORE.finditer(text, 0, end))
    numbered = _NUMBERED.match(text, start, end)
    start = numbered.end() if numbered is not None else start
    stop = _WHERE.search(text, start, end)
    end = stop.start() if stop is not None else end
    return (start, end) if _NAMED.match(text, start, end) is not None else None
