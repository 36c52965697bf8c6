"""How much it is a year, where the documents tell how much it is a month: another figure."""

from __future__ import annotations

from hegang_qa.answers.model import ScoredSpan
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question

__all__ = ["is_per_other_time"]

_UNIT = "(second|minute|hour|day|night|week|month|quarter|year)s?"
_ASKED = lazy(rf"\bper {_UNIT}\b|\b(?:an?|each|every) {_UNIT}\W*$")
_TOLD = lazy(rf"(?:\bper |/ ?|\b(?:an?|each|every) ){_UNIT}\b")
_ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year",
}  # fmt: skip


def is_per_other_time(question: Question, span: ScoredSpan) -> bool:
    """Return whether a figure is told for another time than the one asked for, and nothing is told
    for that ("per year?": "Price per month")."""
    asked = _ASKED.search(question.text.lower())
    if asked is None:
        return False
    wanted = asked[1] or asked[2]
    sentence = span.ranked.sentence
    heads = (one.head for one in sentence.cells if one.start <= span.span.start < one.end)
    text = " ; ".join((*heads, sentence.text)).lower()
    told = {found[1] for found in _TOLD.finditer(text)}
    told.update(unit for word, unit in _ADVERBS.items() if word in text)
    return bool(told) and wanted not in told and wanted not in text
