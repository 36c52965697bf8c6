"""Where something is sent or found, where the sentence ends with a colon and the address stands
below it: "Send it to:", "*Kerr Service, 18 Mill Street, Ludford*".
"""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.model import as_said
from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence

__all__ = ["with_address_below"]

_LEADS = lazy(r"\b(?:to|at|from|in|by|address|office|here)\s*:\Z")
_LINES = 6
_LONGEST = 60
_SURE = 0.6


def with_address_below(asking: Asking, answer: Answer) -> Answer:
    """Return the lines below the sentence that answers, where it ends with "to:" or the like and
    one asks where; elsewhere the answer as it is."""
    if asking.question.asks not in ("where", "to where", "where to") or answer.kind != "answer":
        return answer
    own = next((one for one in asking.ranked if one.sentence.text == answer.sentence), None)
    if own is None or _LEADS.search(own.sentence.text) is None:
        return answer
    first = own.sentence.id + 1
    below = asking.store.get(range(first, first + _LINES))
    lines = [one for one in below if _goes_on(own.sentence, below[0], one)]
    if not lines or lines[0].id != first or not all(map(_is_short, lines)):
        return answer
    text = ", ".join(as_said(line.text).rstrip(" ,;.") for line in lines)
    sure = max(_SURE, answer.confidence)
    return told_by(answer, own.sentence, text, sure, None)


def _goes_on(lead: Sentence, first: Sentence, line: Sentence) -> bool:
    return (line.document, line.block) == (lead.document, first.block)


def _is_short(line: Sentence) -> bool:
    return line.kind != "heading" and not line.cells and len(line.text) <= _LONGEST
