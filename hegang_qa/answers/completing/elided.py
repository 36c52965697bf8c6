"""The figure of one of several that a sentence tells in short: of "Laptops are replaced after four
years, tablets after three" that of the tablets is three years; and the one or the other of two that
it tells of one thing: "at least 20 cm, at most 45 cm", "raised from 75 to 85"."""

from __future__ import annotations

import re
from itertools import pairwise

from hegang_qa.answers.completing.asking import Asking, lacking
from hegang_qa.answers.completing.told import overlap, told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.question.words import CHANGES, LEAST, MOST, NEW, OLD
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["with_change", "with_elided_figure", "with_limit"]

_SURE = 0.6
_REACH = 3
_NUMBER = rf"(?:\d+(?:[.,]\d+)*|(?:{'|'.join(NUMBER_WORDS)})\b)"
_LED = r"after|at|for|in|within|every|by|under|over|until|from|to|costs?|pays?|gets?|is|are"
_WHOLE = lazy(rf"(?i)(?P<led>(?:{_LED})\s+)?(?P<figure>{_NUMBER})\s+(?P<unit>[a-z%€]+)")
_PART = lazy(rf"(?i)^(?P<thing>.*?)\s(?P<led>(?:{_LED})\s+)?(?P<figure>{_NUMBER})[.!]?$")
_PARTED = lazy(r"[,;]\s+(?:and\s+)?|\s+and\s+")
_LIMIT = lazy(
    r"(?i)\b(?:at |no |not )?(?P<side>least|less than|minimum|min\.|most|more than|maximum|max\.)"
    r"(?: of)? (?P<told>[£$€]?\d[\d.,]*(?:\s?[^\s\d,;.]{1,12})?)"
)
_AT_LEAST = frozenset(("least", "less than", "minimum", "min."))
_FROM_TO = lazy(
    r"(?i)\b(?:raised|increased|rises?|rose|lowered|reduced|cut|falls?|fell|drops?|dropped|goes"
    r"|went|changed|changes|moved|renamed|switched|grew|grows|up|down)"
    r"\s+from\s+(?P<old>\S+(?: [a-z%]+)??)\s+to\s+"
    r"(?P<new>[£$€]?\d+(?:[.,]\d+)*\s?(?:%|percent|years|days|hours|minutes|euros?|pounds)?"
    r"|[^\s,;]*[^\s,;.])"
)


def with_elided_figure(asking: Asking, answer: Answer) -> Answer:
    """Return the figure of the thing asked about, with the unit of the first, where a sentence
    tells those of several in short; elsewhere the answer as it is."""
    found = asking.found(answer) if answer.kind == "answer" else None
    span = answer.answer_span
    if found is None or span is None or found.sentence.cells:
        return answer
    text = found.sentence.text
    whole = _WHOLE.fullmatch(text[slice(*span)].strip())
    if whole is None:
        return answer
    own = _own_things(asking.question, found)
    bounds = [0, *(part.end() for part in _PARTED.finditer(text)), len(text)]
    begin = next((at for at in reversed(bounds) if at <= span[0]), 0)
    if any(begin <= at < span[0] for at in own):
        return answer
    for low, high in pairwise(bounds):
        piece = text[low:high].rstrip(" ,;")
        piece = piece.removesuffix(" and")
        told = _PART.match(piece) if low > span[1] else None
        if told is None or not any(low <= at < low + told.end("thing") for at in own):
            continue
        led = (told["led"] or "") if whole["led"] else ""
        words = f"{led}{told['figure']} {whole['unit']}"
        at = low + told.start("led" if led else "figure")
        return told_by(
            answer, found.sentence, words, answer.confidence, (at, low + told.end("figure"))
        )
    return answer


def with_limit(asking: Asking, answer: Answer) -> Answer:
    """Return the least or the most that a sentence tells of one thing, as it is asked for, where it
    tells both; elsewhere the answer as it is."""
    norms = {token.norm for token in asking.question.tokens}
    least, most = not LEAST.isdisjoint(norms), not MOST.isdisjoint(norms)
    found = asking.found(answer) if answer.kind == "answer" else None
    span = answer.answer_span
    if found is None or span is None or least is most:
        return answer
    told = list(_LIMIT.finditer(found.sentence.text))
    sides = [one["side"].lower() in _AT_LEAST for one in told]
    if len(told) != 2 or sides[0] is sides[1]:
        return answer
    # "No less than" is at least, "not more than" at most: both have it the same way about.
    wanted = next(one for one, side in zip(told, sides, strict=True) if side is least)
    if not any(overlap(span, one.span()) for one in told):
        return answer
    return told_by(answer, found.sentence, wanted["told"], answer.confidence, wanted.span("told"))


def with_change(asking: Asking, answer: Answer) -> Answer:
    """Return what something was changed to, or from, as it is asked for ("the *new* premium");
    elsewhere the answer as it is."""
    norms = {token.norm for token in asking.question.tokens}
    new, old = not NEW.isdisjoint(norms), not OLD.isdisjoint(norms)
    if new is old:
        return answer
    part = "new" if new else "old"
    if answer.kind == "answer":
        found = asking.found(answer)
        told = _FROM_TO.search(found.sentence.text) if found is not None else None
        span = answer.answer_span
        if found is None or told is None or span is None:
            return answer
        if not overlap(span, told.span()):
            return answer
        return _changed(answer, found, told, part, answer.confidence)
    if answer.kind != "no-answer" or asking.least > _SURE:
        return answer
    tokens = asking.question.tokens
    aside = {n for n, token in enumerate(tokens) if token.norm in CHANGES}
    for one in asking.ranked[:_REACH]:
        told = _FROM_TO.search(one.sentence.text)
        if told is not None and not lacking(asking.question, one, aside):
            return _changed(answer, one, told, part, _SURE)
    return answer


def _changed(
    answer: Answer, one: RankedSentence, told: re.Match[str], part: str, confidence: float
) -> Answer:
    """Return one side of a change as the answer."""
    bare = told[part].strip()
    text = bare.strip("`*_\"'“”")
    start = told.start(part) + bare.find(text)
    return told_by(answer, one.sentence, text, confidence, (start, start + len(text)))


def _own_things(question: Question, found: RankedSentence) -> list[int]:
    """Return where the nouns and names of a question begin in a sentence."""
    return [
        found.tokens[match.token].start
        for match in found.matches
        if match.how in BY_FORM and question.terms[match.term].role in ("noun", "name", "focus")
    ]
