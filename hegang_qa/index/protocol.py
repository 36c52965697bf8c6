"""The narrow door between the engine and whatever finds candidate sentences.

Terms with weights go in, sentence ids and scores come out. There is no query string and no
callback, so an engine on other machines fits behind it as well.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

__all__ = ["Glance", "GlancingIndex", "Hit", "SearchResult", "SentenceIndex", "WeightedTerm"]


class WeightedTerm(NamedTuple):
    """An analysed term and how much a match of it counts (1 for a plain word of the question)."""

    term: str
    weight: float = 1.0


class Hit(NamedTuple):
    """A sentence id and its score (weighted BM25 over the fields; an absolute quantity, > 0)."""

    id: int
    score: float


class SearchResult(NamedTuple):
    """Hits, best first, ties by id. `complete` is False when a part of the index was out of reach;
    `warnings` then says which."""

    hits: tuple[Hit, ...]
    complete: bool = True
    warnings: tuple[str, ...] = ()


class Glance(NamedTuple):
    """What an index knows of a sentence without its text: its document, the first id of its
    paragraph, and which sets of terms are held (one bit a set) by the sentence itself, by the
    paragraph's sentences before and after it, nearest first, and by what stands over it (heading,
    title, lead)."""

    id: int
    document: int
    paragraph: int
    own: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    above: int


class SentenceIndex(Protocol):
    """Finds sentences. Searches see one immutable snapshot and may run in many threads."""

    def __len__(self) -> int:
        """Return how many sentences are indexed."""
        ...

    def search(
        self,
        terms: Sequence[WeightedTerm],
        *,
        limit: int,
        documents: Collection[int] | None = None,
    ) -> SearchResult:
        """Return at most `limit` sentences that hold any of `terms`, only from `documents`
        (document numbers) when given."""
        ...

    def document_frequencies(self, terms: Sequence[str]) -> list[int]:
        """Return in how many sentences each term stands, in order: 1 for a term that only stands
        around them (in the head of a column, say), 0 for one that stands nowhere."""
        ...

    def similar_terms(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words of the vocabulary spelled like `term` with similarity 0..1, best first.

        Never for numbers; stricter for short words. `term` itself is not returned.
        """
        ...

    def has_prefix(self, prefix: str, *, limit: int = 20) -> list[str]:
        """Return words of the vocabulary that begin with `prefix`, most frequent first."""
        ...


@runtime_checkable
class GlancingIndex(SentenceIndex, Protocol):
    """An index that can tell which of many candidates are worth reading, so that their texts need
    not be fetched: for collections whose sentences lie on a disk or on another machine."""

    def glance(
        self, ids: Sequence[int], sets: Sequence[Sequence[str]], *, reach: int
    ) -> list[Glance]:
        """Return what is known of sentences, in the order of `ids`, unknown ones left out.

        `sets` are terms that count as one; neighbours are looked at up to `reach` sentences away.
        """
        ...
