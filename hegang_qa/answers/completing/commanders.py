"""Who led something, where a sentence tells it by "under": "an army *under Nils Berg* and a Saxon
force led by Count Trautson" has one commander for each.
"""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.posts import name_at
from hegang_qa.answers.completing.told import told_by
from hegang_qa.question.model import Question
from hegang_qa.results import Answer
from hegang_qa.text.tokens import Token
from hegang_qa.text.words import PREPOSITIONS

__all__ = ["with_commander"]

_SURE = 0.6
_CONSIDERED = 5
_PARTING = frozenset((",", ";", "and", "but", "or")) | PREPOSITIONS
_LEAST = 0.2
"""The share of a question that stands before "under", at least."""
_TROOPS = 6  # words before "under"


def with_commander(asking: Asking, answer: Answer) -> Answer:
    """Return the name behind "under" that goes with what a question asks the leader of; elsewhere
    the answer as it is."""
    question = asking.question
    if asking.least > _SURE:
        return answer
    for one in asking.ranked[:_CONSIDERED]:
        text, tokens = one.sentence.text, one.tokens
        places = [n for n, token in enumerate(tokens) if token.norm == "under"]
        if not places:
            continue
        named = [name_at(text, tokens[n].end + 1) for n in places]
        held = [_share(question, tokens, n) for n in places]
        best = max(held)
        if best < _LEAST or held.count(best) > 1:
            continue
        span = named[held.index(best)]
        if span is not None:
            sure = max(_SURE, answer.confidence)
            return told_by(answer, one.sentence, text[slice(*span)], sure, span)
    return answer


def _share(question: Question, tokens: tuple[Token, ...], under: int) -> float:
    """Return the share of a question that stands right before an "under", in one phrase."""
    first = under
    while first and under - first < _TROOPS and tokens[first - 1].norm not in _PARTING:
        first -= 1
    said = {token.stem for token in tokens[first:under]}
    return sum(term.share for term in question.terms if term.stem in said)
