"""Sentences that are found by their meaning, beside those that the words of the question find.

Who does not know the words of a document asks in others. Where a reader can tell how near sentences
are to a question in meaning (a `Finder`), the nearest are read as well, in the order of what words
and meaning promise together, and how near each is counts where all is weighed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from hegang_qa.answers.reading.nearness import Near
from hegang_qa.question.model import Question
from hegang_qa.ranking import rank
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.sentences.model import SentenceStore

if TYPE_CHECKING:
    from hegang_qa.index.protocol import SentenceIndex

__all__ = ["FOUND", "promise", "with_nearest"]

FOUND = 8
"""How many of the nearest sentences are added to those that the words have found."""

_NEAR_IN_SCORE = 10.0
"""What a cosine is worth beside the log-odds of the ranking: of 590 questions to handbooks in other
words the sentence that answers is among the first four for 85 % (for 74 % by the ranking alone, for
79 % by the nearness alone), of 1,250 others for 97, 95 and 92 %."""


def promise(one: RankedSentence, near: Near | None) -> float:
    """Return what words and meaning promise together of a sentence, in log-odds: its score, less by
    what it is behind the nearest."""
    if near is None:
        return one.score
    return one.score + _NEAR_IN_SCORE * (near.of(one.sentence.id) - near.most)


def with_nearest(
    question: Question,
    ranked: Sequence[RankedSentence],
    near: Near,
    *,
    index: SentenceIndex,
    store: SentenceStore,
    documents: Collection[int] | None = None,
) -> list[RankedSentence]:
    """Return the sentences with the nearest, in the order of what both promise."""
    known = {item.sentence.id for item in ranked}
    new = {number for number in near.nearest(FOUND) if number not in known}
    every = (
        rank(question, index=index, store=store, documents=documents, also=sorted(new))
        if new
        else ()
    )
    added = [one for one in every if one.sentence.id in new]
    both = [*ranked, *added]
    return sorted(both, key=lambda one: (-promise(one, near), one.sentence.id))
