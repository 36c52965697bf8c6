"""Of several sentences that give a figure, each of its year, the newest, where one asks how it is
and names no year."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.choices import Choice
from hegang_qa.question.model import Question
from hegang_qa.question.wording import asks_of_now
from hegang_qa.text.numbers import is_year
from hegang_qa.text.words import NOWADAYS

__all__ = ["greatest_first", "newest_first"]

# As likely as this, beside the best, a newer figure is of the same thing.
_LIKELY = 0.25
_SIZES = frozenset(("how deep", "how wide", "how high", "how long", "how tall", "how thick"))
_LESS = frozenset("average mean minimum min".split())
_MOST = frozenset("maximum max greatest total".split())
_GRADED = _LESS | _MOST
_TODAY = 9999
_NEAR = 7  # tokens between a figure and its year


def newest_first(question: Question, choices: Sequence[Choice]) -> list[Choice]:
    """Return choices with the figure of the latest year first, where the best one is of a year and
    another nearly as good of a later one; as they are where the question names a year or asks of
    the past."""
    norms = [token.norm for token in question.tokens]
    kept = list(choices)
    wanted = question.answer_type
    if not kept or not is_numeric(wanted) or is_a(wanted, "date"):
        return kept
    if not asks_of_now(norms) or any(map(is_year, norms)):
        return kept
    best = kept[0]
    year = _year(best)
    if year <= 0:
        return kept
    newer = [
        (own, -at, one)
        for at, one in enumerate(kept[1:], 1)
        if (own := _year(one)) > year
        and one.confidence >= _LIKELY * best.confidence
        and not (one.told.names or one.told.numbers or one.told.other)
        and one.span is not None
        and best.span is not None
        and one.span.span.type == best.span.span.type
    ]
    if not newer:
        return kept
    first = max(newer)[2]
    others = [one for one in kept if one is not first]
    return [first._replace(confidence=max(first.confidence, best.confidence)), *others]


def greatest_first(question: Question, choices: Sequence[Choice]) -> list[Choice]:
    """Return choices with the greatest depth, width, height or length first, where the best one
    tells the average or least and the question asks for neither."""
    kept = list(choices)
    asked = {token.norm for token in question.tokens}
    if not kept or question.asks not in _SIZES or not _GRADED.isdisjoint(asked):
        return kept
    best = kept[0]
    if best.span is None or not _says(best, _LESS):
        return kept
    for one in kept[1:]:
        same = one.span is not None and one.span.span.type == best.span.span.type
        if (
            same
            and _says(one, _MOST)
            and one.ranked.sentence.document == best.ranked.sentence.document
        ):
            first = one._replace(confidence=max(one.confidence, best.confidence))
            return [first, *(other for other in kept if other is not one)]
    return kept


def _says(choice: Choice, words: frozenset[str]) -> bool:
    return any(token.norm in words for token in choice.ranked.tokens)


def _year(choice: Choice) -> int:
    """Return the year that stands nearest the figure of a choice, 0 for none."""
    if choice.span is None or choice.ranked.sentence.cells:
        return 0
    start, end = choice.span.span.start, choice.span.span.end
    tokens = choice.ranked.tokens
    inside = [n for n, token in enumerate(tokens) if start <= token.start and token.end <= end]
    if not inside:
        return 0
    if tokens[0].norm in NOWADAYS:
        return _TODAY
    near = [
        (min(abs(n - inside[0]), abs(n - inside[-1])), int(token.norm))
        for n, token in enumerate(tokens)
        if is_year(token.norm) and n not in inside
    ]
    return min((one for one in near if one[0] <= _NEAR), default=(0, 0))[1]
