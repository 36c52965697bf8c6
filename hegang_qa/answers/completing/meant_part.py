"""The part of a sentence that a small word of the question points to: "where did it move *from*",
"*until* when", "how far *from Brandt*"; and answers without what runs on behind them."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import overlap, told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.ranking.model import BY_FORM
from hegang_qa.results import Answer

__all__ = ["with_meant_part", "without_what_runs_on"]

_NAME = r"(?:the )?[A-Z][\w'-]*(?: (?:of |the )?[A-Z][\w'-]*)*"
_FROM = lazy(rf"\bfrom (?P<told>{_NAME})")
_TO = lazy(rf"\bto (?P<told>{_NAME})")
_UNTIL = lazy(r"(?i)\b(?:until|till) (?P<told>[^,.;()]*\d{4})\b")
_DISTANCE = lazy(
    r"(?:some |about |around )?(?P<told>\d[\d.,]*(?:\s?(?:km|mi|m)\b| (?:kilomet|met|mile)\w*))"
)
_AND_DOING = lazy(r"(?P<told>[A-Z][^,;]*?) and [a-z]+ing\b.*")
_BESIDE = frozenset(("beside", "alongside"))
_IN = lazy(r"\s(?P<told>(?:in|at|on) (?:the )?.+)$")
_AWAY = ("later", "earlier", "before", "after", "ago")
_LATER = lazy(rf"(?P<told>.+?) (?:\d+|[a-z]+) (?:year|month|week|day)s? (?:{'|'.join(_AWAY)})$")


def with_meant_part(asking: Asking, answer: Answer) -> Answer:
    """Return what a sentence tells behind the word that a question ends or begins with ("from",
    "to", "until"), or as the distance from the place that it names, where the answer is what is
    told beside that; elsewhere the answer as it is."""
    found = asking.found(answer) if answer.kind == "answer" else None
    span = answer.answer_span
    if found is None or span is None or found.sentence.cells:
        return answer
    question, text = asking.question, found.sentence.text
    words = [token.norm for token in question.tokens if token.kind != "mark"]
    told = None
    if "where" in question.asks and words[-1:] in (["from"], ["to"]):
        told = (_FROM if words[-1] == "from" else _TO).search(text)
    elif "until" in words[:2] or "till" in words[:2]:
        told = _UNTIL.search(text)
    elif is_a(question.answer_type, "distance") and "from" in words:
        names = [
            found.tokens[match.token].start
            for match in found.matches
            if match.how in BY_FORM
            and question.tokens[question.terms[match.term].token - 1].norm == "from"
        ]
        if len(names) == 1:
            before = [one for one in _DISTANCE.finditer(text) if one.end() < names[0]]
            told = before[-1] if before else None
    if told is None or overlap(span, told.span("told")):
        return answer
    return told_by(answer, found.sentence, told["told"], answer.confidence, told.span("told"))


def without_what_runs_on(asking: Asking, answer: Answer) -> Answer:
    """Return who or where alone, without what else is said behind ("Lars Ek *and starring* ...",
    "Ohio *two years later*") or before it ("beside *Brems in* the cemetery")."""
    found = asking.found(answer) if answer.kind == "answer" else None
    span, asks = answer.answer_span, asking.question.asks
    if found is None or span is None or answer.text is None:
        return answer
    text = found.sentence.text
    own = text[slice(*span)]
    told = None
    if "who" in asks and " and " in own:
        told = _AND_DOING.fullmatch(own)
    elif "where" in asks:
        before = text[: span[0]].split()[-1:]
        told = _LATER.fullmatch(own) if own.endswith(_AWAY) else None
        if told is None and before and before[0] in _BESIDE:
            told = _IN.search(own)
    if told is None:
        return answer
    start = span[0] + told.start("told")
    words = told["told"]
    return told_by(answer, found.sentence, words, answer.confidence, (start, start + len(words)))
