"""How near in meaning a sentence is to a question, whatever words each of them has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hegang_qa.question.model import Question
from hegang_qa.ranking.views import SentenceView
from hegang_qa.text.tokens import tokenize
from hegang_qa.text.word_vectors import Meaning, WordVectors, cosine

__all__ = ["Asked", "placed", "stems_of", "vectors"]

_KEPT = 4096
"""How many texts' meanings are kept: half a kilobyte each."""


def vectors() -> WordVectors:
    """Return the word vectors that ship with the program."""
    return WordVectors.read()


@lru_cache(maxsize=_KEPT)
def _meaning(words: WordVectors, stems: tuple[str, ...], over: tuple[str, ...]) -> Meaning:
    return words.meaning(placed(words, stems, over))


def placed(words: WordVectors, stems: Sequence[str], over: Sequence[str]) -> int:
    """Return the sum of the vectors of a sentence; what stands over it counts half."""
    return 2 * words.sum_of(stems) + words.sum_of(over)


class Asked:
    """A question, to be held against sentences."""

    __slots__ = ("_meaning", "_words")

    def __init__(self, question: Question) -> None:
        self._words = vectors()
        self._meaning = self._words.meaning(self._words.sum_of(stems_of(question)))

    def nearness(self, sentence: SentenceView, over: SentenceView) -> tuple[float, float]:
        """Return the cosine (-1..1) of the angle between the question and a sentence, with what
        stands over it, which counts half, and by itself."""
        alone = _meaning(self._words, sentence.stems, ())
        whole = _meaning(self._words, sentence.stems, over.stems) if over.stems else alone
        return cosine(self._meaning, whole), cosine(self._meaning, alone)


def stems_of(question: Question) -> list[str]:
    """Return the stems of a question's words, with the spelling mended."""
    mended = question.corrected != question.text
    tokens = tokenize(question.corrected) if mended else question.tokens
    return [token.stem for token in tokens if token.kind != "mark"]
