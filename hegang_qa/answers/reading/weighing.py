"""How a candidate of the reader is weighed: a sum of learned weights over what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from hegang_qa.answer_types import agreement
from hegang_qa.answers.mismatch import KINDS_OF_PLACES
from hegang_qa.answers.model import ScoredSpan, TypedSpan
from hegang_qa.answers.reading.nearness import Near
from hegang_qa.answers.reading.not_meant import (
    is_name_of_today,
    is_only_the_change,
    is_unfit,
    leads_back,
)
from hegang_qa.answers.reading.spans import Candidate
from hegang_qa.answers.reading.weights import CHOICE, CHOICE_BY_MEANING
from hegang_qa.question.model import Question
from hegang_qa.question.words import FUNCTION_WORDS
from hegang_qa.ranking.model import BY_MEANING

__all__ = ["CHOSEN_BY", "NEARNESS", "Weighed", "Weighing"]

# With such a margin, and so far before all others in the sum, the best needs no second view: of
# 4,500 training questions with an answer two in five are spared it, and four fare less well.
_PLAIN_MARGIN = 3.0
_PLAIN_LEAD = 0.5
# A match worth less than this is another word.
_SAME_WORD = 0.3
_OTHER_WORDS = BY_MEANING - {"synonym"}
# For what cannot be meant: words of the question and no others, where it offers none ("a or b").
_NOBODY_MEANS = (
    leads_back,
    is_only_the_change,
    is_name_of_today,
    is_unfit,
)
_NOT_MEANT = -4.0

CHOSEN_BY = ("sentence", "reader", "words", "kind", "echo")
"""What a span is chosen by; see `_amounts`."""

NEARNESS = ("near", "behind")
"""What is known beside these where sentences were found by their meaning: how near (-1..1) the
sentence is to the question, and how much less (..0) than the nearest."""


class Weighed(NamedTuple):
    """A span with the amounts (by the names of `CHOSEN_BY`) that its score is made of; `own` is
    the engine's span at this place, else its best in the sentence."""

    span: ScoredSpan
    amounts: dict[str, float]
    own: ScoredSpan | None


class Weighing(NamedTuple):
    """How the candidates of a question are weighed; `near` is how near in meaning sentences are to
    it, None where that is not known."""

    question: Question
    near: Near | None

    def weighed(self, one: Candidate) -> Weighed:
        """Return a candidate with its score."""
        question = self.question
        amounts = _amounts(question, one)
        weights = CHOICE
        if self.near is not None:
            here = self.near.of(one.ranked.sentence.id)
            amounts |= dict(zip(NEARNESS, (here, here - self.near.most), strict=True))
            weights = CHOICE_BY_MEANING
        parts = {name: weights[name] * amount for name, amount in amounts.items()}
        if amounts["echo"] == 1.0 and all(token.norm != "or" for token in question.tokens):
            parts["echo"] += _NOT_MEANT
        if any(
            meant(question, one) for meant in (leads_back, is_only_the_change, is_name_of_today)
        ):
            parts["kind"] += _NOT_MEANT
        span = TypedSpan(one.start, one.end, one.type, one.value)
        return Weighed(ScoredSpan(one.ranked, span, sum(parts.values()), parts), amounts, one.own)

    def best(self, candidates: Sequence[Candidate]) -> float:
        """Return the score of the best of some candidates."""
        return max(self.weighed(one).span.score for one in candidates)

    def is_plain(self, candidates: Sequence[Candidate]) -> bool:
        """Return whether the best of all candidates is so sure that no second view changes it."""
        scores = [self.weighed(one).span.score for one in candidates]
        if not scores:
            return False
        best = max(range(len(scores)), key=scores.__getitem__)
        rival = max((score for at, score in enumerate(scores) if at != best), default=-inf)
        return candidates[best].margin >= _PLAIN_MARGIN and scores[best] - rival >= _PLAIN_LEAD


def _amounts(question: Question, one: Candidate) -> dict[str, float]:
    """Return what speaks for a candidate, by the names of `CHOSEN_BY`.

    "sentence" is the log-odds of the ranking, "reader" the margin against no answer, "words" the
    engine's own score of the span, "kind" how its type agrees (-1..1), "echo" the share (0..1) of
    its words that the question has itself.
    """
    return {
        "sentence": one.ranked.score,
        "reader": one.margin,
        "words": one.words,
        "kind": agreement(question.answer_type, one.type, wider=0.0),
        "echo": _echo(one),
    }


def _echo(one: Candidate) -> float:
    # "kg" is near "weigh" in meaning, and no word of the question for that.
    asked = {
        match.token
        for match in one.ranked.matches
        if match.weight >= _SAME_WORD and match.how not in _OTHER_WORDS
    }
    words = [
        number
        for number, token in enumerate(one.ranked.tokens)
        if one.start <= token.start and token.end <= one.end and token.norm not in FUNCTION_WORDS
        if token.norm.isalnum()
    ]
    if len(words) > 1 and one.ranked.tokens[words[-1]].norm in KINDS_OF_PLACES:
        words.pop()
    return sum(number in asked for number in words) / len(words) if words else 0.0
