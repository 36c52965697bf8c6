"""A limit as it is asked for: "the most I may take" is "1,200 mg", not "*more than* 1,200 mg",
where the sentence forbids what is beyond.
"""

from __future__ import annotations

import re
from dataclasses import replace

from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import LEAST, MOST
from hegang_qa.results import Answer

__all__ = ["with_bare_limit"]

_MAY = frozenset(("can", "may", "could"))
_ABOVE = lazy(r"(?:more|greater|larger|longer|higher|heavier|bigger) than\s+|over\s+|above\s+")
_BELOW = lazy(r"(?:less|fewer|smaller|shorter|lower|lighter) than\s+|under\s+|below\s+")
_FIGURE = lazy(r"\W{0,2}\d|\w+\b")


def with_bare_limit(question: Question, answer: Answer) -> Answer:
    """Return the figure alone of an answer that tells what is beyond it, where one asks for the
    most or the least; elsewhere the answer as it is."""
    text = answer.text or ""
    beyond = _beyond(question)
    found = beyond.match(text) if beyond is not None and answer.kind == "answer" else None
    if found is None or _FIGURE.match(text, found.end()) is None:
        return answer
    span = answer.answer_span
    if span is not None and (answer.sentence or "")[slice(*span)] == text:
        span = (span[0] + found.end(), span[1])
    return replace(answer, text=text[found.end() :], answer_span=span)


def _beyond(question: Question) -> re.Pattern[str] | None:
    """Return what stands before a figure that is not itself the one asked for, None for nothing."""
    norms = [token.norm for token in question.tokens]
    if not LEAST.isdisjoint(norms):
        return _BELOW
    how = norms[:1] == ["how"] and not _MAY.isdisjoint(norms[2:4])
    return _ABOVE if how or not MOST.isdisjoint(norms) else None
