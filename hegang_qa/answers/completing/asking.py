"""What everything that makes an answer whole is given: the question and what was found for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegang_qa.answers.support import source_of
from hegang_qa.answers.tables.records import record_of

if TYPE_CHECKING:
    from hegang_qa.question.model import Question
    from hegang_qa.ranking.model import RankedSentence
    from hegang_qa.results import Answer
    from hegang_qa.sentences.model import Sentence, SentenceStore
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Asking", "lacking"]


class Asking(NamedTuple):
    """A question, the sentences that were found for it, best first, and where they are from.

    Nothing is answered that is less sure than `least` (0..1). `documents` are those (their numbers)
    to which the question is limited, None for all.
    """

    question: Question
    ranked: Sequence[RankedSentence]
    store: SentenceStore
    lexicon: Lexicon
    least: float
    documents: frozenset[int] | None = None

    def found(self, answer: Answer) -> RankedSentence | None:
        """Return which of the sentences an answer is from, None for none of them."""
        return next((one for one in self.ranked if source_of(one) == answer.source), None)

    def is_told(self, answer: Answer) -> bool:
        """Return whether an answer is given, and by a sentence that is no row of a table, nor a
        field of a record."""
        if answer.kind != "answer":
            return False
        found = self.found(answer)
        if found is None:
            return True
        return not found.sentence.cells and record_of(found.sentence, self.store) is None

    def behind(self, sentence: Sentence, count: int = 1) -> list[Sentence]:
        """Return so many sentences right behind another, as far as its paragraph goes."""
        after = []
        for one in self.store.get(range(sentence.id + 1, sentence.id + 1 + count)):
            if (one.document, one.block) != (sentence.document, sentence.block):
                break
            after.append(one)
        return after

    def everything(self) -> list[Sentence]:
        """Return all sentences of the documents to which the question is limited."""
        every = self.store.get(self.store.ids())
        return [one for one in every if self.documents is None or one.document in self.documents]


def lacking(
    question: Question, one: RankedSentence, aside: Collection[int] = (), *, around: bool = True
) -> list[int]:
    """Return the terms of a question (their numbers) that neither a sentence nor, with `around`,
    what stands around it accounts for: not the light ones, nor those of the tokens `aside`."""
    had = {match.term for match in one.matches}
    if around:
        had |= set(one.context)
    return [
        n
        for n, term in enumerate(question.terms)
        if n not in had and not (term.light or term.background or term.token in aside)
    ]
