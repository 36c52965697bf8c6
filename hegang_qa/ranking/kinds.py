"""Whether a sentence could hold an answer of the wanted kind, told at a glance.

A cheap test for ranking. The span finders of the answers look properly, at the best sentences.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hegang_qa.answer_types import ancestors
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.views import SentenceView
from hegang_qa.text.tokens import stem

__all__ = ["KINDS", "TELLING", "fit", "fits_plainly", "kind_of"]

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

TELLING = frozenset(("date", "number", "money", "percentage", "ordinal", "named", "reason"))
"""Kinds of which `fit` tells something."""

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


# Stems by which one asks how often, and which tell it without a figure ("every week").
_OFTEN = frozenset(stem(word) for word in ("often", "frequently"))
_TURNS = frozenset(
    stem(word)
    for word in (
        "each every daily nightly weekly fortnightly monthly quarterly yearly annually hourly once"
        " twice always never mondays tuesdays wednesdays thursdays fridays saturdays sundays"
    ).split()
)


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
        if not sentence.figures <= asked or (
            not _OFTEN.isdisjoint(asked) and not _TURNS.isdisjoint(sentence.places)
        ):
            return 1.0
        return -1.0
    if kind == "money":
        if signals.money and not sentence.figures <= asked:
            return 1.0
        # A list of prices leaves the currency out: "Adult  4.50".
        return 0.0 if any(figure[-3:-2] == "." for figure in sentence.figures - asked) else -1.0
    if kind == "percentage":
        return 1.0 if signals.percents and not sentence.figures <= asked else -1.0
    if kind == "ordinal":
        return 1.0 if not sentence.figures <= asked else -1.0
    if kind == "named":
        return 1.0 if not sentence.capitals <= asked else -1.0
    if kind == "reason":
        return 1.0 if signals.causes else 0.0
    return 0.0


# Whole tokens, whatever stands around them: not parts of "O'Brien", "U.S.", "1,954" or "2.5".
_NAME = lazy(r"(?<![\w'’.-])[A-Z][a-z]{2,}(?![\w'’])", re.ASCII)
_FIGURE = lazy(r"(?<![\w.,'’-])\d+(?!\w|[.,]\d)", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def fits_plainly(kind: str, text: str, asked: frozenset[str]) -> bool:
    """Return True for most of the texts for whose view `fit` returns 1, without making one."""
    if not text.isascii():
        return False
    if kind == "named":
        # The word that begins the sentence has its capital for that.
        for match in _NAME.finditer(text, 1) if text[:1].isalnum() else ():
            norm = match.group().lower()
            if norm not in FUNCTION_WORDS and stem(norm) not in asked:
                return True
    elif kind in ("number", "ordinal"):
        return any(match.group() not in asked for match in _FIGURE.finditer(text))
    elif kind == "date":
        return any(
            len(figure) == 4 and _FIRST_YEAR <= int(figure) <= _LAST_YEAR and figure not in asked
            for figure in _FIGURE.findall(text)
        )
    return False
