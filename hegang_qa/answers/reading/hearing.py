"""A question with a reader heard: on its words, or on yes and no."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from hegang_qa.answers.decide import decide, settle
from hegang_qa.answers.model import Judge, Reader, ScoredSpan
from hegang_qa.answers.reading.by_meaning import with_nearest
from hegang_qa.answers.reading.joining import Joined, join, read_on
from hegang_qa.answers.reading.meanings import MOST_PLACED, PLACED_AT_ONCE
from hegang_qa.answers.reading.nearness import Near
from hegang_qa.answers.reading.sureness import READ_THRESHOLD
from hegang_qa.answers.reading.verdicts import Said, hear, heard, vote
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import SentenceStore

if TYPE_CHECKING:
    from hegang_qa.index.protocol import SentenceIndex
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["UNSURE", "Matter", "verdict_heard", "words_heard"]

UNSURE = 0.25
"""Where neither the engine nor the reader is at least this sure, so that nothing would be answered,
further sentences are read. Of 6,000 training questions as many are right as with .4, and a quarter
fewer need it."""

_SURER = 0.3
"""By how much the engine's own answer must be surer than the joined one to stand against it. Of
answers nearly as sure, those in which the reader was heard are right more often; against a refusal
it does not stand: of 110 that did, 7 were right."""

_AGREED = 0.32
"""Where both give the same words, these stand from this mean of how sure the two are, so that the
reader seldom takes back what the words alone answer. It costs little: of 5,091 questions 5 fewer
are right and some 15 more wrong."""

_VERDICTS = ("Yes", "No")

_STANDS, _SOMETHING = 0.6, 0.2
"""A verdict of the rules that is so sure stands where the reader gives none, and yet holds it for
so likely that something is said: of 1,769 questions that were set aside, 26 more are right and 18
more wrong; of 114 that someone put to documents of their own, 10 and 2."""

NearOf: TypeAlias = "Callable[[int], Near | None]"
"""Tells how near in meaning the sentences of a collection are to the question, None of one that has
more than so many."""


@dataclass(frozen=True)
class Matter:
    """A question with all that the engine knows of it: sentences and spans are best first, the rest
    as `Engine.ask` has it."""

    question: Question
    ranked: Sequence[RankedSentence]
    spans: Sequence[ScoredSpan]
    index: SentenceIndex
    store: SentenceStore
    lexicon: Lexicon
    documents: Collection[int] | None
    top: int
    min_confidence: float | None
    explain: bool

    @property
    def least(self) -> float:
        """Below this confidence nothing is answered."""
        return READ_THRESHOLD if self.min_confidence is None else self.min_confidence

    def with_nearest(self, near: Near | None) -> Sequence[RankedSentence]:
        """Return the sentences with those that are near in meaning."""
        if near is None:
            return self.ranked
        return with_nearest(
            self.question,
            self.ranked,
            near,
            index=self.index,
            store=self.store,
            documents=self.documents,
        )


def words_heard(
    matter: Matter, answer: Answer, reader: Reader, near_of: NearOf
) -> tuple[Answer, str]:
    """Return the answer to a question for words with a reader heard, and its vote in words.

    It is heard on the sentences that the words of the question have found and on those whose
    meaning is near; where it finds nothing in the first of them, on further ones.
    """
    question = matter.question

    def decided(joined: Joined, least: float = matter.least) -> Answer:
        if not joined.weighed:
            return answer
        return decide(
            question,
            joined.ranked,
            joined.spans,
            lexicon=matter.lexicon,
            top=matter.top,
            min_confidence=least,
            explain=matter.explain,
            judge=joined.confidence,
            in_order=True,
        )

    def joined_with(near: Near | None) -> Joined:
        return join(
            question,
            matter.with_nearest(near),
            matter.spans,
            reader,
            store=matter.store,
            lexicon=matter.lexicon,
            near=near,
        )

    near = near_of(PLACED_AT_ONCE)
    joined = joined_with(near)
    revised = decided(joined)
    if near is None and _is_unsure(answer, revised):
        near = near_of(MOST_PLACED)
        if near is not None:
            joined = joined_with(near)
            revised = decided(joined)
    if near is not None and _is_unsure(answer, revised):
        joined = read_on(question, joined, reader, store=matter.store, near=near)
        revised = decided(joined)
    if not joined.weighed:
        return answer, ""
    if _is_surer(answer, revised):
        revised = answer
    elif answer.kind == "answer" and revised.kind == "no-answer" and matter.min_confidence is None:
        # What was refused is only asked for its words where these could stand.
        sure = (answer.confidence + revised.confidence) / 2
        if sure >= _AGREED and _has_same_words(answer, decided(joined, 0.0)):
            revised = replace(answer, confidence=sure)
    return revised, joined.vote(answer.text)


def verdict_heard(
    matter: Matter, answer: Answer, judge: Judge, near_of: NearOf
) -> tuple[Answer, str]:
    """Return the answer to a yes-or-no question with a reader heard, and its vote in words."""
    question = matter.question

    def heard_with(near: Near | None) -> list[Said]:
        return hear(
            question,
            matter.with_nearest(near),
            judge,
            store=matter.store,
            lexicon=matter.lexicon,
            near=near,
        )

    near = near_of(PLACED_AT_ONCE)
    found = heard_with(near)
    if near is None and all(one.likely < UNSURE for one in found):
        near = near_of(MOST_PLACED)
        found = heard_with(near) if near is not None else found
    if not found:
        return answer, ""
    revised = settle(
        question,
        heard(found),
        matter.spans,
        top=matter.top,
        min_confidence=matter.least,
        explain=matter.explain,
    )
    if revised.text not in _VERDICTS and _stands(answer, found):
        revised = answer
    return revised, vote(found, answer.text)


def _stands(answer: Answer, found: Sequence[Said]) -> bool:
    """Return whether the rules' verdict stands beside a reader that gives none."""
    given = answer.kind == "answer" and answer.text in _VERDICTS and answer.confidence >= _STANDS
    return given and any(one.likely >= _SOMETHING for one in found)


def _is_unsure(answer: Answer, revised: Answer) -> bool:
    """Return whether neither the engine nor the reader has found much."""
    return max(answer.confidence, revised.confidence) < UNSURE


def _is_surer(answer: Answer, other: Answer) -> bool:
    """Return whether an answer stands against another: both are given, and it is in quite other
    words and surer by a good deal."""
    if answer.kind != "answer" or other.kind != "answer":
        return False
    return not _has_same_words(answer, other) and answer.confidence > other.confidence + _SURER


def _has_same_words(answer: Answer, other: Answer) -> bool:
    """Return whether one of two answers is a part of the other, or both are the same."""
    one, two = answer.text or "", other.text
    return two is not None and (one in two or two in one)
