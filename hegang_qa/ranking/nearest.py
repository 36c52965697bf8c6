"""The sentences of a collection that are nearest to a question in meaning, whether or not they have
a word of it: for questions that the words have found no answer to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from heapq import nsmallest
from typing import NamedTuple
from weakref import WeakKeyDictionary

from hegang_qa.question.model import Question
from hegang_qa.ranking.nearness import placed, stems_of, vectors
from hegang_qa.ranking.surroundings import over
from hegang_qa.ranking.views import sentence_view
from hegang_qa.sentences.kept import kept_with
from hegang_qa.sentences.model import SentenceStore
from hegang_qa.text.word_vectors import cosine

__all__ = ["LEAST", "MOST", "nearest"]

MOST = 4000
"""In a larger collection nothing is found so: placing its sentences takes too long."""

LEAST = 0.3
"""What is less near (a cosine) is only the best of a bad lot."""

# How many, told by the signs of their numbers, are looked at in full.
_GLANCED = 40


class _Placed(NamedTuple):
    """The sentences of a store that could answer: their ids and documents, the sum of the vectors
    of each, and its signs."""

    ids: Sequence[int]
    documents: Sequence[int]
    sums: Sequence[int]
    signs: Sequence[int]


_placed_of: WeakKeyDictionary[SentenceStore, _Placed] = WeakKeyDictionary()


def nearest(
    question: Question,
    store: SentenceStore,
    *,
    limit: int,
    least: float = LEAST,
    documents: Collection[int] | None = None,
) -> list[int]:
    """Return the ids of at most `limit` sentences, nearest first, only from `documents` (numbers)
    when given, and none that is less near than `least` (a cosine, -1..1); none of a collection that
    is too large. Headings and questions are left out."""
    words = vectors()
    asked = words.sum_of(stems_of(question))
    if not asked or len(store) > MOST:
        return []
    known = kept_with(_placed_of, store, lambda: _newly(store))
    signs = words.signs(asked)
    away = [
        ((signs ^ own).bit_count(), at)
        for at, own in enumerate(known.signs)
        if documents is None or known.documents[at] in documents
    ]
    meaning = words.meaning(asked)
    found = [
        (-cosine(meaning, words.meaning(known.sums[at])), known.ids[at])
        for _, at in nsmallest(_GLANCED, away)
    ]
    return [number for less, number in sorted(found)[:limit] if -less >= least]


def _newly(store: SentenceStore) -> _Placed:
    words = vectors()
    kept = [one for one in store.get(store.ids()) if one.kind != "heading" and one.text[-1:] != "?"]
    sums = [
        placed(words, sentence_view(one.text).stems, sentence_view(over(one)).stems) for one in kept
    ]
    return _Placed(
        [one.id for one in kept], [one.document for one in kept], sums, list(map(words.signs, sums))
    )
