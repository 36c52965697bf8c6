"""A list that is asked for by what introduces it: "what are the subspecies of the heron" by "Three
subspecies are recognised:" and the items below, which no other sentence answers.
"""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking, lacking
from hegang_qa.answers.completing.bullets import items_under, said_by_items
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.enumeration import has_plural_focus
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer

__all__ = ["with_named_list"]

_LOOKED_AT = 12
_REACH = 40  # sentences behind the one that introduces the list
_ITEMS = 2
_SURE = 0.5
_ENDS = (":", "：", ":**", ":*")
_ASKING = ("what", "which", "who", "")


def with_named_list(asking: Asking, answer: Answer) -> Answer:
    """Return all items of a list whose introduction has the kind of thing that is asked for, where
    nothing was found that answers; elsewhere the answer as it is."""
    question = asking.question
    asks = question.asks.split()[:1]
    if answer.kind == "answer" or asking.least > _SURE or not has_plural_focus(question):
        return answer
    if (asks[0] if asks else "") not in _ASKING:
        return answer
    for one in asking.ranked[:_LOOKED_AT]:
        lead = one.sentence
        if not lead.text.rstrip().endswith(_ENDS) or not _has_kind(question, one):
            continue
        if lacking(question, one):
            continue
        behind = asking.store.get(range(lead.id + 1, lead.id + 1 + _REACH))
        items = items_under([s for s in behind if s.document == lead.document], lead)
        if len(items) >= _ITEMS:
            text = "; ".join(said_by_items(question, items))
            return told_by(answer, lead, text, _SURE, None)
    return answer


def _has_kind(question: Question, one: RankedSentence) -> bool:
    """Return whether a sentence has the noun of which all are asked for."""
    return any(
        question.terms[match.term].role == "focus" and match.how in BY_FORM for match in one.matches
    )
