"""What is only done if one asks for it: "It does *not override* existing values. *Pass `-f` to*
override them."
"""

from __future__ import annotations

from itertools import pairwise

from hegang_qa.answers.verdicts.rulings import asks_leave
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence

__all__ = ["only_on_demand"]

_ORDERS = frozenset(
    "pass use set add specify give enable run supply provide include append choose select".split()
)


def only_on_demand(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a sentence tells what to do to have done what a question asks for ("does it
    override ..."); whether one can have it done, that would tell."""
    tokens = [token for token in ranked.tokens if token.kind != "mark"]
    if asks_leave(question) or not tokens or tokens[0].norm not in _ORDERS:
        return False
    deeds = (term for term in question.terms if term.role == "verb")
    forms = {form.term for term in deeds for form in term.expansions}
    return any(one.norm == "to" and other.stem in forms for one, other in pairwise(tokens))
