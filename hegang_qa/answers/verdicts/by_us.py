"""Whether the asker has to do what the sentence says its writer does: "*we* pay the postage" tells
that one need not pay it oneself.
"""

from __future__ import annotations

from hegang_qa.answers.verdicts.bearing import main_verb
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence

__all__ = ["done_by_us"]

_DUTIES = (("have", "to"), ("need", "to"), ("got", "to"), ("be", "charged"))
_MUST = frozenset(("must", "should", "shall"))
_TO_US = frozenset("you your customer customers guest guests unless only if not".split())
_ADVERBS = frozenset("always then also will gladly happily shall".split())


def done_by_us(question: Question, ranked: RankedSentence) -> str:
    """Return "we ..." where one asks whether one has to do something ("do *I* have to pay ..."),
    and the sentence begins with "we" and that verb, and binds nobody else; "" elsewhere."""
    norms = [token.norm for token in question.tokens]
    if norms[1:2] != ["i"] or not (norms[0] in _MUST or tuple(norms[2:4]) in _DUTIES):
        return ""
    said = [token.norm for token in ranked.tokens if token.kind != "mark"]
    if said[:1] != ["we"] or not _TO_US.isdisjoint(said):
        return ""
    at = next((n for n, norm in enumerate(said[1:4], 1) if norm not in _ADVERBS), 0)
    deed = main_verb(question)
    match = next((one for one in ranked.matches if one.term == deed), None)
    if deed < 0 or match is None or match.how not in BY_FORM:
        return ""
    return f"we {said[at]}" if at and ranked.tokens[match.token].norm == said[at] else ""
