"""What those named in the question pay, where the sentence with the price does not name them, and
the one right behind it tells it in a word: "The workshop costs 60 euros. Members get it *free*."
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer

__all__ = ["with_own_price"]

_SURE = 0.6
_NAMING = frozenset(("noun", "focus", "other", "name"))
_FREE = lazy(
    r"\b(?P<words>free of charge|(?:for )?free|for nothing|half(?: of (?:it|that))?|double|nothing)"
    r"\.?$"
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


def _names_another(question: Question, price: RankedSentence, told: RankedSentence) -> bool:
    """Return whether a sentence has a noun of the question that the one with the price lacks."""
    had = {match.term for match in price.matches}
    return any(
        match.how in BY_FORM
        and match.term not in had
        and question.terms[match.term].role in _NAMING
        for match in told.matches
    )
