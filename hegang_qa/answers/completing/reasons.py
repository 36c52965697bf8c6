"""The reason that a sentence gives before what follows from it: "*Corncrakes breed in the meadows*,
which for that reason are not mown before August".
"""

from __future__ import annotations

from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.documents.patterns import lazy
from hegang_qa.results import Answer

__all__ = ["with_reason_before"]

_FOLLOWS = lazy(
    r"[,;]\s+(?:which is why|that is why|which for (?:that|this) reason|(?:and )?for (?:that|this) "
    r"reason|and (?:so|therefore|thus|hence)|therefore|hence|thus|so(?! that))\b"
)
_LED = lazy(r"(?:and |which )?(?:for (?:that|this) reason|is why|so|therefore|hence|thus)\b")
_LEAST = 3  # words of a reason
_CLAUSE = lazy(r"(?:^|[;:]\s+)(?=[^;:]*\Z)")


def with_reason_before(asking: Asking, answer: Answer) -> Answer:
    """Return the clause that a consequence follows from, where one asks why and the answer is the
    consequence; elsewhere the answer as it is."""
    span, sentence = answer.answer_span, answer.sentence
    if asking.question.answer_type != "reason" or answer.kind != "answer" or sentence is None:
        return answer
    own = next((one for one in asking.ranked if one.sentence.text == sentence), None)
    found = _FOLLOWS.search(sentence)
    if own is None or found is None or span is None or span[0] < found.start():
        return answer
    spots = [own.tokens[match.token].start for match in own.matches]
    if not any(spot > found.end() for spot in spots) and _LED.match(sentence, span[0]) is None:
        return answer
    begin = _CLAUSE.search(sentence[: found.start()])
    start = begin.end() if begin is not None else 0
    if len(sentence[start : found.start()].split()) < _LEAST:
        return answer
    place = (start, found.start())
    return told_by(answer, own.sentence, sentence[slice(*place)], answer.confidence, place)
