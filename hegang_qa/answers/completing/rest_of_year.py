"""What holds in a month or season, where a sentence tells it for some and for the rest: "twice a
day from May to September and *once a day* the rest of the year"."""

from __future__ import annotations

from hegang_qa.answer_types import agrees
from hegang_qa.answers.candidates.analysis import Analysis, analyse_text
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.text.words import MONTHS, SEASONS

__all__ = ["with_rest_of_year"]

_SURE = 0.65
_CONSIDERED = 5
_NAME = "|".join(sorted((*MONTHS, *SEASONS), key=len, reverse=True))
_RANGE = lazy(rf"(?i)\b({_NAME})\b(?:\s*(?:to|until|till|through|-|–|and)\s*({_NAME})\b)?")
_REST = lazy(
    r"(?i)\b(?:(?:for |during |in )?the (?:rest|remainder) of the year"
    r"|(?:in )?(?:all )?(?:the )?other months|(?:at )?(?:all )?other times|otherwise)\b"
)


def with_rest_of_year(asking: Asking, answer: Answer) -> Answer:
    """Return what holds in the month or season that a question names, where a sentence tells it for
    a part of the year and for the rest; elsewhere the answer as it is."""
    question = asking.question
    asked = {month for token in question.tokens for month in _months(token.norm)}
    if not asked or asking.least > _SURE:
        return answer
    for one in asking.ranked[:_CONSIDERED]:
        rest = None if one.sentence.cells else _REST.search(one.sentence.text)
        if rest is None or not _is_about(asking, one):
            continue
        place = _value(one.sentence.text, rest.span(), asked, question.answer_type)
        if place is not None:
            return told_by(answer, one.sentence, one.sentence.text[slice(*place)], _SURE, place)
    return answer


def _months(name: str) -> tuple[int, ...]:
    if name in SEASONS:
        return SEASONS[name]
    return (MONTHS[name],) if name in MONTHS else ()


def _is_about(asking: Asking, ranked: RankedSentence) -> bool:
    """Return whether a sentence has a word of the question besides its months."""
    terms = asking.question.terms
    return any(not _months(terms[match.term].word) for match in ranked.matches)


def _value(
    text: str, rest: tuple[int, int], asked: set[int], wanted: str
) -> tuple[int, int] | None:
    """Return where the value of the asked months stands: that of the months that are named, or that
    beside "the rest of the year"; None where neither can be told."""
    named: set[int] = set()
    last = 0
    for found in _RANGE.finditer(text, 0):
        if rest[0] <= found.start() < rest[1]:
            continue
        first, second = _months(found[1].lower()), _months((found[2] or found[1]).lower())
        named |= {(first[0] - 1 + n) % 12 + 1 for n in range((second[-1] - first[0]) % 12 + 1)}
        last = found.end()
    analysis = analyse_text(text)
    values = [place for place, kind in _typed(analysis) if agrees(kind, wanted)]
    if not named or last > rest[0] or len(values) != 2:
        return None
    if asked <= named:
        return values[0]
    return values[1] if not asked & named else None


def _typed(analysis: Analysis) -> list[tuple[tuple[int, int], str]]:
    """Return the places and types of what is told in a text, none within another."""
    tokens = analysis.tagged.tokens
    found = []
    end = 0
    for one in sorted(analysis.typed, key=lambda o: (o.start, -o.end)):
        if one.start >= end:
            found.append(((tokens[one.start].start, tokens[one.end - 1].end), one.type))
            end = one.end
    return found
