"""Answers cut within a phrase: "*turned* down after a vote", "£925 per calendar *month*"."""

from __future__ import annotations

from dataclasses import replace

from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer

__all__ = ["with_whole_ends"]

_PARTICLE = lazy(r"(?:down|up|off|out|away|back|over|aside)\s+\w")
_DEED = lazy(r"\b[a-z]+(?:ed|ought|aken|oken|iven|rown|orn|id|ept|ent|ut|ft)\s+\Z")
_PER = lazy(r"\bper [a-z]+\Z")
_UNIT = lazy(r"\s+(?:hour|day|night|week|month|year|person|head|child|adult|minute|second)\b")


def with_whole_ends(answer: Answer) -> Answer:
    """Return an answer with the verb that its first word belongs to, and the unit that ends it;
    one that is whole as it is."""
    span, sentence = answer.answer_span, answer.sentence
    if answer.kind != "answer" or span is None or sentence is None:
        return answer
    start, end = span
    if answer.text != sentence[start:end]:
        return answer
    if _PARTICLE.match(sentence, start, end) and (deed := _DEED.search(sentence, 0, start)):
        start = deed.start()
    if _PER.search(sentence, start, end) and (unit := _UNIT.match(sentence, end)):
        end = unit.end()
    if (start, end) == span:
        return answer
    return replace(answer, text=sentence[start:end], answer_span=(start, end))
