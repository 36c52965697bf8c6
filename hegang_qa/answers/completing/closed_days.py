"""That it is closed then: "when is it open on Sunday" by "It is *closed on Sundays*"."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.completing.asking import Asking, lacking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import stem, tokenize
from hegang_qa.text.words import WEEKDAYS

__all__ = ["with_closed_day"]

_CLOSED = frozenset(("closed", "shut"))
_OF_HOURS = frozenset(map(stem, "open opening close closing hours hour time times".split()))
_IT = frozenset(("it", "we", "they"))
_DAYS = frozenset(map(stem, WEEKDAYS)) | {stem("holiday"), stem("christmas")}
_TIMES = ("hours", "time", "date")
_SURE = 0.7
_LOOKED_AT = 8
_ENDING = frozenset((".", ";", ","))
_FAR = 8  # tokens from "closed" to the day


def with_closed_day(asking: Asking, answer: Answer) -> Answer:
    """Return that it is closed on the day for whose hours a question asks, where one of the
    sentences found, or the next of its paragraph, says so; elsewhere the answer as it is."""
    question = asking.question
    days = {token.stem for token in question.tokens} & _DAYS
    hours = {token.stem for token in question.tokens} & _OF_HOURS
    timed = any(is_a(question.answer_type, kind) for kind in _TIMES)
    if not days or not hours or not timed or asking.least > _SURE:
        return answer
    if answer.kind == "answer" and not _is_of_other_days(answer, days):
        return answer
    for one in asking.ranked[:_LOOKED_AT]:
        if one.sentence.cells or not _is_about(question, one):
            continue
        for sentence in (one.sentence, *asking.behind(one.sentence, 2)):
            place = _closed(sentence, days, goes_on=sentence is not one.sentence)
            if place is not None:
                return told_by(answer, sentence, sentence.text[slice(*place)], _SURE, place)
    return answer


def _is_of_other_days(answer: Answer, days: set[str]) -> bool:
    """Return whether an answer is from a sentence that does not have the days, or names others."""
    said = {token.stem for token in tokenize(answer.sentence or "")}
    told = {token.stem for token in tokenize(answer.text or "")}
    return not days <= said or bool(told & (_DAYS - days))


def _is_about(question: Question, one: RankedSentence) -> bool:
    """Return whether a sentence and what stands around it have all but days and words for hours."""
    terms = question.terms
    return all(terms[n].stem in _DAYS | _OF_HOURS for n in lacking(question, one))


def _closed(sentence: Sentence, days: set[str], *, goes_on: bool) -> tuple[int, int] | None:
    """Return where a sentence says that it is closed on all of some days; with `goes_on` only of
    what was spoken of before ("*It* is closed")."""
    tokens = tokenize(sentence.text)
    if goes_on and (not tokens or tokens[0].norm not in _IT | _CLOSED):
        return None
    for at, token in enumerate(tokens):
        if token.norm not in _CLOSED:
            continue
        end = next((n for n in range(at, len(tokens)) if tokens[n].text in _ENDING), len(tokens))
        spots = [n for n in range(at, min(end, at + _FAR)) if tokens[n].stem in days]
        if len({tokens[n].stem for n in spots}) == len(days):
            return token.start, tokens[max(spots)].end
    return None
