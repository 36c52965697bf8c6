"""A clause that is asked for by its number: "what does clause 2.2 say", "what is rule 3.4"."""

from __future__ import annotations

import re
from dataclasses import replace

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.model import in_one_line
from hegang_qa.answers.support import place_of
from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer

__all__ = ["with_numbered_clause"]

_ASKED = lazy(
    r"what(?:'s|\s+(?:is|does|do|says))?\s+(?:in\s+)?"
    r"(?:clause|rule|section|paragraph|article|item|point|regulation|§)\s*"
    r"(\d+(?:\.\d+)*[a-z]?)(?:\s+(?:say|says|about|state|mean))?\s*\??$",
    re.IGNORECASE,
)
_SURE = 0.9


def with_numbered_clause(asking: Asking, answer: Answer) -> Answer:
    """Return the sentence that begins with the number of the clause that is asked for, as it
    stands; the answer as it is, where none is asked for or found."""
    question, ranked = asking.question, asking.ranked
    asked = _ASKED.match(question.text.strip())
    if asked is None or asking.least > _SURE:
        return answer
    number = asked.group(1)
    begin = re.compile(rf"§?\s*{re.escape(number)}[.)]?\s+(?=\S)")
    for one in ranked:
        sentence = one.sentence
        head = begin.match(sentence.text)
        if head is None or sentence.kind == "heading" or sentence.cells:
            continue
        return replace(
            answer,
            kind="answer",
            text=in_one_line(sentence.text[head.end() :]),
            sentence=sentence.text,
            source=place_of(sentence),
            confidence=max(answer.confidence, _SURE),
            reason=None,
            answer_span=(head.end(), len(sentence.text)),
            heading=sentence.heading or None,
            missing=(),
            support=(),
            conflicts=(),
        )
    return answer
