"""The sentences of a store, placed by their meaning: once, and kept where that can be done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast
from weakref import WeakKeyDictionary

from hegang_qa.answers.model import Finder, KeepingFinder
from hegang_qa.answers.reading.kept import place_of, read_kept, write_kept
from hegang_qa.answers.reading.nearness import Near, Placed
from hegang_qa.answers.reading.passages import as_found
from hegang_qa.question.model import Question
from hegang_qa.sentences.kept import kept_with
from hegang_qa.sentences.model import Sentence, SentenceStore

if TYPE_CHECKING:
    from hegang_qa.collections.meanings import KeptMeanings

__all__ = ["MOST_KEPT", "MOST_PLACED", "PLACED_AT_ONCE", "Meanings"]

MOST_PLACED = 4000
"""In a larger collection in which no places are kept nothing is found by its meaning: placing its
sentences takes too long. Where a question is limited to some documents, their sentences count."""

PLACED_AT_ONCE = 1500
"""In a collection larger than this, sentences are only placed for questions that the words lead to
nothing sure: most of a second would be spent before the first answer."""

MOST_KEPT = 50_000
"""In a larger collection no places are kept: comparing all with a question takes too long."""

# Documents of a larger collection that a question may be limited to, limits that are kept placed,
# and sentences that are fetched at once.
_MOST_DOCUMENTS = 50
_LIMITS = 16
_AT_ONCE = 200

_Made = TypeVar("_Made")
_ByLimit: TypeAlias = dict[frozenset[int], Placed]


class Meanings:
    """Finds sentences by their meaning; those of a store are placed once. Safe to use from many
    threads."""

    def __init__(self, finder: Finder, folder: str | None = None) -> None:
        """Place by a finder; `folder` is where what it makes of a few documents may be kept."""
        self._finder = finder
        self._keeper = cast("KeepingFinder", finder) if hasattr(finder, "restore") else None
        self._folder = folder
        self._stores: WeakKeyDictionary[SentenceStore, Placed] = WeakKeyDictionary()
        self._kept: WeakKeyDictionary[SentenceStore, Placed | None] = WeakKeyDictionary()
        self._limited: WeakKeyDictionary[SentenceStore, _ByLimit] = WeakKeyDictionary()
        self._lock = threading.Lock()

    def near(
        self,
        question: Question,
        store: SentenceStore,
        documents: Collection[int] | None,
        most: int = MOST_PLACED,
    ) -> Near | None:
        """Return how near in meaning sentences are to a question; None where none is placed.

        Those of a collection that keeps their places are; else those of a store, or of the
        documents of one that the question is limited to, that has no more than `most`.
        """
        placed = self._held(store)
        if placed is None and len(store) <= most:
            placed = self.place(store)
        elif placed is None:
            placed = self._of_documents(store, documents, most)
        return None if placed is None else placed.near(question.corrected, documents)

    def prepare(self, store: SentenceStore) -> None:
        """Place what the first question would otherwise have to wait for."""
        if self._held(store) is None and len(store) <= PLACED_AT_ONCE:
            self.place(store)

    def place(self, store: SentenceStore) -> Placed:
        """Return all sentences of a store placed; at the first call they are."""
        with self._lock:
            return kept_with(
                self._stores, store, lambda: self._placed(store.get(store.ids()), keep=True)
            )

    def records(self, sentences: Sequence[Sentence]) -> tuple[list[int], list[bytes]]:
        """Return the ids of the sentences that have a place, and what is to be kept of each.

        Raises `TypeError` where the finder's work cannot be kept.
        """
        if self._keeper is None:
            raise TypeError("what this finder makes cannot be kept")
        kept = _with_place(sentences)
        content = self._keeper.keep(self._keeper.place([as_found(one) for one in kept]))
        size = self._keeper.record
        records = [content[at : at + size] for at in range(0, len(content), size)]
        return [one.id for one in kept], records

    def forget(self, store: SentenceStore) -> None:
        """Look anew what a collection keeps when it is asked next."""
        with self._lock:
            self._kept.pop(store, None)

    def _placed(self, sentences: Sequence[Sentence], *, keep: bool = False) -> Placed:
        kept = _with_place(sentences)
        texts = [as_found(one) for one in kept]
        made = self._kept_in_folder(texts) if keep and kept else self._finder.place(texts)
        return Placed(self._finder, [one.id for one in kept], [one.document for one in kept], made)

    def _kept_in_folder(self, texts: Sequence[str]) -> object:
        """Return the texts placed, from the folder if they were before."""
        if self._keeper is None or self._folder is None:
            return self._finder.place(texts)
        file = place_of(self._folder, self._keeper.name, texts)
        content = read_kept(file, len(texts) * self._keeper.record)
        if content is not None:
            return self._keeper.restore(content)
        placed = self._keeper.place(texts)
        write_kept(file, self._keeper.keep(placed))
        return placed

    def _held(self, store: SentenceStore) -> Placed | None:
        """Return the sentences in the places that the collection keeps, None where it keeps none;
        what it does not keep of documents that came since is placed now, if that is not much."""
        keeper = self._keeper
        read: Callable[[str], list[KeptMeanings]] | None = getattr(store, "meanings", None)
        if keeper is None or read is None:
            return None

        def restored() -> Placed | None:
            rows = [r for r in read(keeper.name) if len(r.records) == len(r.ids) * keeper.record]
            if not rows:
                return None
            known = {row.document for row in rows}
            new = [at for at, path in enumerate(store.paths()) if path and at not in known]
            sentences = _sentences_of(store, new, PLACED_AT_ONCE)
            if not sentences and store.beginnings(new):
                return None  # too much has come: what has no place would always stand behind
            document_of = {one.id: one.document for one in sentences}
            parts = [(row.document, row.ids, row.records) for row in rows if row.ids]
            if sentences:
                for number, record in zip(*self.records(sentences), strict=True):
                    parts.append((document_of[number], [number], record))
            parts.sort(key=lambda part: part[1][0])
            return Placed(
                self._finder,
                [number for _, ids, _ in parts for number in ids],
                [document for document, ids, _ in parts for _ in ids],
                keeper.restore(b"".join(content for _, _, content in parts)),
            )

        with self._lock:
            return kept_with(self._kept, store, restored)

    def _of_documents(
        self, store: SentenceStore, documents: Collection[int] | None, most: int
    ) -> Placed | None:
        """Return the sentences of some documents of a large collection, placed; those of the last
        few limits are kept."""
        if documents is None or len(documents) > _MOST_DOCUMENTS:
            return None
        limit = frozenset(documents)
        with self._lock:
            kept = kept_with(self._limited, store, dict)
            if limit not in kept:
                sentences = _sentences_of(store, sorted(limit), most)
                if not sentences:
                    return None
                while len(kept) >= _LIMITS:
                    del kept[next(iter(kept))]
                kept[limit] = self._placed(sentences)
            return kept[limit]


def _with_place(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences that may answer something."""
    return [one for one in sentences if one.kind != "heading" and one.text[-1:] != "?"]


def _sentences_of(store: SentenceStore, documents: Sequence[int], most: int) -> list[Sentence]:
    """Return the sentences of some documents; none where they are more than `most`."""
    found: list[Sentence] = []
    for begin in store.beginnings(documents):
        at, number = begin, None
        while beside := store.get(range(at, at + _AT_ONCE)):
            number = beside[0].document if number is None else number
            own = [one for one in beside if one.document == number]
            found += own
            if len(found) > most:
                return []
            if len(own) < _AT_ONCE:
                break
            at += _AT_ONCE
    return found
