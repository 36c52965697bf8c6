"""That somebody of an age pays nothing: "Children under 12 get in *free*; adults pay £6" for one of
eight."""

from __future__ import annotations

from hegang_qa.answer_types import is_a
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.verdicts.ages import age_asked
from hegang_qa.documents.patterns import lazy
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["with_free_age"]

_SURE = 0.65
_CONSIDERED = 5
_AGE = rf"(?P<age>\d{{1,2}}|{'|'.join(sorted(NUMBER_WORDS))})"
_UNDER = rf"(?:under|below|younger than|up to)[- ](?:the age of )?{_AGE}"
_FREE = lazy(
    rf"(?i)\b{_UNDER}\b[^.;:]{{0,40}}?\b(?P<free>free(?: of charge)?)\b"
    rf"|\b(?P<first>free(?: of charge)?) (?:for|to) [^.;:]{{0,30}}?{_UNDER.replace('age>', 'top>')}"
)


def with_free_age(asking: Asking, answer: Answer) -> Answer:
    """Return "free" where a sentence lets in free those of the age of whom one asks what they pay;
    elsewhere the answer as it is."""
    age = age_asked(asking.question)
    if not age or asking.least > _SURE or not is_a(asking.question.answer_type, "money"):
        return answer
    for one in asking.ranked[:_CONSIDERED]:
        own = answer.kind != "answer" or asking.found(answer) is one
        place = _free(one, age) if own and not one.sentence.cells else None
        if place is not None:
            return told_by(answer, one.sentence, one.sentence.text[slice(*place)], _SURE, place)
    return answer


def _free(ranked: RankedSentence, age: int) -> tuple[int, int] | None:
    """Return where a sentence says that those of an age pay nothing; None where it does not."""
    found = _FREE.search(ranked.sentence.text.replace("\n", " "))
    if found is None:
        return None
    limit = (found["age"] or found["top"]).lower()
    most = int(limit) if limit.isdigit() else NUMBER_WORDS[limit]
    if age > most or (age == most and "up to" not in found.group().lower()):
        return None
    return found.span("free" if found["free"] else "first")
