"""What those named in the question pay, where the sentence with the price does not name them, and
the one right behind it tells it in a word: "The workshop costs 60 euros. Members get it *free*."
"""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.finders.money import PAYING
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.verdicts.thresholds import value_of
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence, TermMatch
from hegang_qa.results import Answer

__all__ = ["with_own_price"]

_SURE = 0.6
_NAMING = frozenset(("noun", "focus", "other", "name"))
_FREE = lazy(
    r"\b(?P<words>free of charge|(?:for )?free|for nothing|half(?: of (?:it|that))?|double|nothing)"
    r"\.?$"
)
_FREELY = lazy(
    r"\b(?:is|are|go|goes|get in|enter|admitted|come in|travel|ride)\s+(?P<words>free)\b"
)
_BARE = lazy(r"\bpays?\s+(?:only\s+)?(?P<words>\d[\d.,]*\d|\d)\.?$")
_NOT_PAID = lazy(
    r"\b(?:(?:do|does|need|have to) not (?:have to |need to )?pay|don't (?:have to )?pay"
    r"|no charge for|(?:is|are) exempt)\b"
)


def with_own_price(asking: Asking, answer: Answer) -> Answer:
    """Return what the sentence behind a price tells for those whom the question names and the
    price does not; elsewhere the answer as it is."""
    question, ranked = asking.question, asking.ranked
    price = asking.found(answer)
    if price is None or asking.least > _SURE or not is_a(question.answer_type, "money"):
        return answer
    sentence = price.sentence
    text = answer.text or ""
    if (free := _free_in_own_clause(question, price, answer)) is not None:
        return told_by(answer, sentence, "free", max(_SURE, answer.confidence), free)
    if sentence.cells or answer.kind != "answer" or not any(c.isdigit() for c in text):
        return answer
    after = {one.id for one in asking.behind(sentence)}
    told = next((one for one in ranked if one.sentence.id in after), None)
    if told is None or not _names_another(question, price, told):
        return answer
    behind = told.sentence
    found = _FREE.search(behind.text) or _BARE.search(behind.text)
    if found is not None:
        return told_by(answer, behind, found["words"], _SURE, found.span("words"))
    if _NOT_PAID.search(behind.text) and not any(c.isdigit() for c in behind.text):
        return told_by(answer, behind, behind.text, _SURE, None)
    return answer


def _free_in_own_clause(
    question: Question, price: RankedSentence, answer: Answer
) -> tuple[int, int] | None:
    """Return where a sentence says "free" of those whom a question names, in another part of it
    than the price ("adults pay £8; *children* are admitted *free*")."""
    text, span = price.sentence.text, answer.answer_span
    if any(value_of(token) is not None for token in question.tokens):
        return None  # an age or amount tells which of several it is
    if span is None or price.sentence.cells or ";" not in text:
        return None
    bounds = [0, *(at + 1 for at, sign in enumerate(text) if sign == ";"), len(text)]
    own = next((low, high) for low, high in pairwise(bounds) if low <= span[0] < high)
    if any(own[0] <= price.tokens[m.token].start < own[1] for m in _naming(question, price)):
        return None
    for low, high in pairwise(bounds):
        found = _FREELY.search(text, low, high)
        if found is None or low <= span[0] < high:
            continue
        if any(low <= price.tokens[m.token].start < high for m in _naming(question, price)):
            return found.span("words")
    return None


def _naming(question: Question, price: RankedSentence) -> list[TermMatch]:
    """Return the matches of those whom a question names, or of what it names."""
    return [
        match
        for match in price.matches
        if question.terms[match.term].role in _NAMING
        and question.terms[match.term].word not in PAYING
        and match.how in (*BY_FORM, "synonym", "related")
    ]


def _names_another(question: Question, price: RankedSentence, told: RankedSentence) -> bool:
    """Return whether a sentence has a noun of the question that the one with the price lacks."""
    had = {match.term for match in price.matches}
    return any(
        match.how in BY_FORM
        and match.term not in had
        and question.terms[match.term].role in _NAMING
        for match in told.matches
    )
