"""The least or greatest of an answer that is a range: the minimum of "1-64" is 1."""

from __future__ import annotations

from dataclasses import replace

from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import LEAST, MOST
from hegang_qa.results import Answer

__all__ = ["with_its_end"]

_RANGE = lazy(
    r"(?:from |between )?(?P<low>\d[\d.,]*)(?P<unit>\s?[^\d\s–-]{1,6})?\s?(?:-|–|to|and|\.\.)\s?"
    r"(?P<high>\d[\d.,]*)(?P<last>\s?[^\d\s]{1,12})?"
)


def with_its_end(question: Question, answer: Answer) -> Answer:
    """Return the end of a range that a question asks for, with its unit; elsewhere the answer."""
    norms = {token.norm for token in question.tokens}
    least, most = not LEAST.isdisjoint(norms), not MOST.isdisjoint(norms)
    if answer.kind != "answer" or answer.text is None or least is most:
        return answer
    told = _RANGE.fullmatch(answer.text.strip("` "))
    if told is None:
        return answer
    unit = told.group("unit") if least and told.group("unit") else told.group("last") or ""
    text = f"{told.group('low' if least else 'high')}{unit}"
    span = answer.answer_span
    if span is not None and answer.sentence is not None:
        said = told.group("low") if least else told.group("high")
        at = answer.sentence.find(said, span[0], span[1])
        span = (at, at + len(said)) if at >= 0 else span
    return replace(answer, text=text, answer_span=span)
