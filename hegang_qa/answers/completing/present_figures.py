"""The figure of today, where the sentence with what is asked about tells that of another time, and
the one right behind it goes on with "it": "The firm had 90 staff in 2001. Today it has *210*."
"""

from __future__ import annotations

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.wording import asks_of_now
from hegang_qa.results import Answer
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import NOWADAYS

__all__ = ["with_present_figure"]

_SURE = 0.7
_THEN = frozenset("had was were stood began started counted numbered".split())
_FIGURE = r"(?P<figure>\d[\d.,]*\d|\d)(?: (?:thousand|million|billion))?"
_IS = r"(?:has|have|is|are|stands? at|counts?|numbers?)"
_NOW = "|".join(sorted(NOWADAYS))
_TOLD = lazy(
    "(?i)"
    rf"^(?:(?:{_NOW}),? (?:it|they|there) {_IS}|(?:it|they|there) (?:{_NOW}) {_IS}"
    rf"|(?:it|they|there) {_IS} (?:{_NOW})) (?P<words>{_FIGURE})[^\d,;]{{0,30}}\.?$"
)


def with_present_figure(asking: Asking, answer: Answer) -> Answer:
    """Return the figure of today that the sentence behind the answer's tells, where one asks how
    many there are now; elsewhere the answer as it is."""
    question = asking.question
    norms = [token.norm for token in question.tokens]
    wanted = question.answer_type
    counted = is_numeric(wanted) and not is_a(wanted, "date")
    if not counted or asking.least > _SURE or not asks_of_now(norms) or any(map(is_year, norms)):
        return answer
    then = asking.found(answer)
    if then is None or then.sentence.cells or not any(c.isdigit() for c in answer.text or ""):
        return answer
    if _THEN.isdisjoint(token.norm for token in then.tokens):
        return answer
    for behind in asking.behind(then.sentence):
        found = _TOLD.search(behind.text)
        if found is not None and not is_year(found["figure"]):
            return told_by(answer, behind, found["words"], _SURE, found.span("words"))
    return answer
