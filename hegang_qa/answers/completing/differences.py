"""What tells two things apart: the list under "The differences between A and B are:", what stands
under a heading that names both, or a sentence that sets one against the other.
"""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.bullets import items_under
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.model import in_one_line
from hegang_qa.answers.told_apart import (
    Sides,
    is_contrast,
    names_both_above,
    sides_of,
    tells_apart,
)
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence
from hegang_qa.text.tokens import tokenize

__all__ = ["with_difference"]

_SURE = 0.8
_BY_SENTENCE = 0.7
_REACH = 40  # sentences
_FEW = 4  # tokens


def with_difference(asking: Asking, answer: Answer) -> Answer:
    """Return what tells the two things apart that a question asks the difference of, where the
    documents tell it in such a form; elsewhere the answer as it is."""
    sides = sides_of(asking.question)
    if sides is None or asking.least > _SURE or answer.kind == "chat":
        return answer
    for one in asking.ranked:
        lead = one.sentence
        if not lead.text.endswith(":") or not names_both_above(sides, lead.text):
            continue
        items = _listed(asking, lead)
        if items:
            text = "; ".join(in_one_line(item.text).rstrip(" ,;.") for item in items)
            return told_by(answer, lead, text, _SURE, None)
    under = _under_heading(asking, sides)
    if under is not None:
        return told_by(answer, under, under.text, _SURE, (0, len(under.text)))
    if asking.least > _BY_SENTENCE:
        return answer
    telling = [one for one in asking.ranked if tells_apart(sides, one.sentence, one.tokens)]
    best = next((one for one in telling if is_contrast(one.sentence.text)), None)
    best = best or next(iter(telling), None)
    return answer if best is None else _by_sentence(answer, best)


def _by_sentence(answer: Answer, ranked: RankedSentence) -> Answer:
    text = ranked.sentence.text
    return told_by(answer, ranked.sentence, text, _BY_SENTENCE, (0, len(text)))


def _listed(asking: Asking, lead: Sentence) -> list[Sentence]:
    around = asking.store.get(range(lead.id, lead.id + _REACH))
    return items_under([s for s in around if s.document == lead.document], lead)


def _under_heading(asking: Asking, sides: Sides) -> Sentence | None:
    """Return the first sentence under a heading that names both things and their difference."""
    for one in asking.ranked:
        heading = one.sentence
        if heading.kind != "heading" or not names_both_above(sides, heading.text):
            continue
        below = asking.store.get([heading.id + 1])
        if below and below[0].kind == "paragraph" and below[0].document == heading.document:
            text = below[0].text
            if not text.endswith((":", "?")) and len(tokenize(text)) > _FEW:
                return below[0]
    return None
