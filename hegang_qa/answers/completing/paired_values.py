"""One of the values that a line has beside each other for the things that a line above names in the
same order: of "Fibre: 8.1 g / *3.2 g*" under "(per 100 g / per serving)" that of a serving."""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

__all__ = ["with_paired_value"]

_HEADS = lazy(r"(?i)\bper ([^/|()]+?) / (?:per )?([^/|()]+)")
_VALUES = lazy(r"(?P<key>[^:]{2,60}):\s*(?P<first>\d[^/:]*?) / (?P<second>\d[^/:]*?)\s*$")
_LOOKED_AT = 5
_REACH = 20  # sentences above
_SURE = 0.7
_LITTLE = frozenset("of a the an in per for".split())


def with_paired_value(asking: Asking, answer: Answer) -> Answer:
    """Return the value of the thing that a question names, where a line has two and one above tells
    of what each is; elsewhere the answer as it is."""
    question = asking.question
    if asking.least > _SURE:
        return answer
    asked = {token.stem for token in question.tokens if token.norm not in _LITTLE}
    for one in asking.ranked[:_LOOKED_AT]:
        line = one.sentence
        told = _VALUES.match(line.text)
        if told is None:
            continue
        end = told.end("key")
        if not any(one.tokens[match.token].start < end for match in one.matches):
            continue
        meant = _meant(asking, line, asked)
        if meant:
            place = told.span(meant)
            return told_by(answer, line, line.text[slice(*place)], _SURE, place)
    return answer


def _meant(asking: Asking, line: Sentence, asked: set[str]) -> str:
    """Return which value ("first" or "second") is of what is asked about, by the nearest line above
    that names two things; "" where neither or both are asked about."""
    above = asking.store.get(range(max(0, line.id - _REACH), line.id))
    heads = [line.heading] + [
        each.text for each in reversed(above) if each.document == line.document
    ]
    for text in heads:
        named = _HEADS.search(text)
        if named is None:
            continue
        worth = [
            len(asked & {t.stem for t in tokenize(part) if t.norm not in _LITTLE})
            for part in named.groups()
        ]
        return "" if worth[0] == worth[1] else "first" if worth[0] > worth[1] else "second"
    return ""
