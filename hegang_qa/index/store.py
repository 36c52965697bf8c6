"""All sentences of a collection, held in memory."""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.sentences.model import Sentence

__all__ = ["MemoryStore"]


class MemoryStore:
    """A `hegang_qa.sentences.model.SentenceStore` over a list of sentences; never changes."""

    def __init__(self, sentences: Sequence[Sentence], paths: Sequence[str]) -> None:
        self._paths = list(paths)
        self._list = list(sentences)
        self._first: dict[int, int] | None = None
        # Ids usually run from 0 without a gap; then the list itself is the look-up.
        dense = all(sentence.id == at for at, sentence in enumerate(self._list))
        self._by_id: dict[int, Sentence] | None = (
            None if dense else {sentence.id: sentence for sentence in self._list}
        )

    def __len__(self) -> int:
        return len(self._list)

    def get(self, ids: Sequence[int]) -> list[Sentence]:
        """Return the sentences with these ids, in the order asked for; unknown ids are left out."""
        if self._by_id is None:
            held, size = self._list, len(self._list)
            return [held[at] for at in ids if 0 <= at < size]
        get = self._by_id.get
        return [found for found in map(get, ids) if found is not None]

    def ids(self) -> list[int]:
        """Return the ids of all sentences, in reading order."""
        return [sentence.id for sentence in self._list]

    def beginnings(self, documents: Sequence[int]) -> list[int]:
        """Return the id of the first sentence of each document, in the order asked for; without
        those that have none."""
        if self._first is None:
            first: dict[int, int] = {}
            for sentence in self._list:
                first.setdefault(sentence.document, sentence.id)
            self._first = first
        return [self._first[number] for number in documents if number in self._first]

    def paths(self) -> list[str]:
        """Return the path of each document, by document number."""
        return list(self._paths)
