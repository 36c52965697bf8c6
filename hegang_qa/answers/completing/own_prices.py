"""What those named in the question pay, where the sentence with the price does not name them, and
the one right behind it tells it in a word: "The workshop costs 60 euros. Members get it *free*."
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_a
from hegang_qa.answers.completing.told import sentence_behind, told_by
from hegang_qa.answers.confidence import DEFAULT_THRESHOLD
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import SentenceStore

__all__ = ["with_own_price"]

_SURE = 0.6
_CONSIDERED = 5
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


def with_own_price(
    question: Question,
    answer: Answer,
    ranked: Sequence[RankedSentence],
    store: SentenceStore,
    min_confidence: float | None = None,
) -> Answer:
    """Return what the sentence behind a price tells for those whom the question names and the
    price does not; elsewhere the answer as it is."""
    least = DEFAULT_THRESHOLD if min_confidence is None else min_confidence
    price = next((r for r in ranked[:_CONSIDERED] if r.sentence.text == answer.sentence), None)
    if price is None or least > _SURE or not is_a(question.answer_type, "money"):
        return answer
    sentence = price.sentence
    text = answer.text or ""
    if sentence.cells or answer.kind != "answer" or not any(c.isdigit() for c in text):
        return answer
    behind = sentence_behind(store, sentence)
    told = next((r for r in ranked if behind and r.sentence.id == behind.id), None)
    if behind is None or told is None or not _names_another(question, price, told):
        return answer
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
