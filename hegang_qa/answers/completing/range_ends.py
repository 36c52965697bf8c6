"""The end of an answer that is a range which is asked for: the minimum of "1-64" is 1, and what is
on "9:00–11:00" ends at 11:00."""

from __future__ import annotations

from dataclasses import replace

from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import LEAST, MOST
from hegang_qa.results import Answer

__all__ = ["BEGINNING", "ENDING", "with_its_end"]

BEGINNING = frozenset("start starts begin begins".split())
ENDING = frozenset("end ends finish finishes close closes shut shuts".split())
"""Verbs by which one asks for one end of a time."""

_OPENING = frozenset(("open", "opens"))
# "*How late* are you open", "*till when*".
_LAST = (("how", "late"), ("until", "when"), ("till", "when"), ("until", "what"), ("till", "what"))
_FIRST = (("how", "early"), ("from", "when"), ("from", "what"))
_TO = frozenset(("to", "until", "till"))
_DOING = frozenset("do does did will".split())
_TIME = r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?"
_HOURS = lazy(rf"(?i)(?:from )?(?P<first>{_TIME}) ?(?:-|–|to|until) ?(?P<second>{_TIME})")

_RANGE = lazy(
    r"(?:from |between )?(?P<low>\d[\d.,]*)(?P<unit>\s?[^\d\s–-]{1,6})?\s?(?:-|–|to|and|\.\.)\s?"
    r"(?P<high>\d[\d.,]*)(?P<last>\s?[^\d\s]{1,12})?"
)


def with_its_end(question: Question, answer: Answer) -> Answer:
    """Return the end of a range that a question asks for, with its unit; elsewhere the answer."""
    norms = {token.norm for token in question.tokens}
    least, most = not LEAST.isdisjoint(norms), not MOST.isdisjoint(norms)
    if answer.kind != "answer" or answer.text is None:
        return answer
    asks = question.asks.endswith(("when", "time")) or question.focus == "time"
    asks = asks and not _DOING.isdisjoint(norms)
    timed = _HOURS.fullmatch(answer.text.strip()) if least is most and asks else None
    begins, ends = not BEGINNING.isdisjoint(norms), not ENDING.isdisjoint(norms)
    opening = tuple(token.norm for token in question.tokens[:2])
    if opening in _FIRST and not _TO.isdisjoint(norms):
        opening = ()  # "from when to when"
    told_hours = [*_HOURS.finditer(answer.text)] if opening in _FIRST + _LAST else []
    if len(told_hours) == 1:
        return _one_end(answer, told_hours[0].group("first" if opening in _FIRST else "second"))
    if timed is not None and begins is not ends:
        return _one_end(answer, timed.group("first" if begins else "second"))
    begins = begins or not _OPENING.isdisjoint(norms)
    if asks and timed is None and begins is not ends:
        return _other_end(answer, "first" if begins else "second")
    if least is most:
        return answer
    told = _RANGE.fullmatch(answer.text.strip("` "))
    if told is None:
        return answer
    unit = told.group("unit") if least and told.group("unit") else told.group("last") or ""
    text = f"{told.group('low' if least else 'high')}{unit}"
    return _one_end(answer, text, told.group("low") if least else told.group("high"))


def _other_end(answer: Answer, wanted: str) -> Answer:
    """Return the answer with the end of its hours that is `wanted` ("first" or "second"), where its
    text is the other ("open from 8:00 to *17:00*")."""
    span, sentence = answer.answer_span, answer.sentence
    if span is None or sentence is None:
        return answer
    other = "second" if wanted == "first" else "first"
    for hours in _HOURS.finditer(sentence):
        if hours.span(other) == span:
            return replace(answer, text=hours.group(wanted), answer_span=hours.span(wanted))
    return answer


def _one_end(answer: Answer, text: str, said: str = "") -> Answer:
    """Return the answer with one end of its range as its text, which begins with what is `said`."""
    span, said = answer.answer_span, said or text
    if span is not None and answer.sentence is not None:
        at = answer.sentence.find(said, span[0], span[1])
        span = (at, at + len(said)) if at >= 0 else span
    return replace(answer, text=text, answer_span=span)
