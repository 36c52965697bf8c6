"""Whether a sentence could hold an answer of the wanted kind, told at a glance.

A cheap test for ranking. The span finders of the answers look properly, at the best sentences.
"""

from __future__ import annotations

from functools import lru_cache

from hegang_qa.answer_types import ancestors
from hegang_qa.ranking.views import SentenceView

__all__ = ["KINDS", "fit", "kind_of"]

KINDS = (
    "date",
    "number",
    "money",
    "percentage",
    "ordinal",
    "named",
    "thing",
    "reason",
    "described",
    "yes-no",
    "phrase",
)
"""Coarse kinds of answer; each is tested in its own way."""

# The first of these found on the way from a type to the root of the tree gives its kind.
_KIND_OF = {
    "date": "date",
    "time": "number",
    "hours": "number",
    "percentage": "percentage",
    "money": "money",
    "ordinal": "ordinal",
    "number": "number",
    "code": "number",
    "coordinates": "number",
    "person": "named",
    "organisation": "named",
    "country": "named",
    "state": "named",
    "city": "named",
    "mountain": "named",
    "river": "named",
    "lake": "named",
    "island": "named",
    "continent": "named",
    "street": "named",
    "place": "named",
    "nationality": "named",
    "work": "named",
    "name": "named",
    "event": "thing",
    "entity": "thing",
    "reason": "reason",
    "description": "described",
    "yes-no": "yes-no",
}
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


@lru_cache(maxsize=512)
def kind_of(answer_type: str) -> str:
    """Return the coarse kind of an answer type; "phrase" when it has none of its own."""
    for name in (answer_type, *ancestors(answer_type)):
        kind = _KIND_OF.get(name)
        if kind is not None:
            return kind
    return "phrase"


def fit(kind: str, sentence: SentenceView, asked: frozenset[str]) -> float:
    """Return 1 when the sentence holds something of the kind that the question (its stems, `asked`)
    does not say itself, -1 when it does not, 0 when the kind cannot be told at a glance."""
    signals = sentence.signals
    if kind == "date":
        if signals.years or signals.months:
            return 1.0 if not sentence.figures <= asked or signals.months else -0.5
        return 0.0 if not sentence.figures <= asked else -1.0
    if kind == "number":
        return 1.0 if not sentence.figures <= asked else -1.0
    if kind == "money":
        return 1.0 if signals.money and not sentence.figures <= asked else -1.0
    if kind == "percentage":
        return 1.0 if signals.percents and not sentence.figures <= asked else -1.0
    if kind == "ordinal":
        return 1.0 if not sentence.figures <= asked else -1.0
    if kind == "named":
        return 1.0 if not sentence.capitals <= asked else -1.0
    if kind == "reason":
        return 1.0 if signals.causes else 0.0
    return 0.0
