"""The engine: opens documents, and takes a question through the rooms of the house."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hegang_qa.errors import UsageError
from hegang_qa.results import Answer, Evidence, Source
from hegang_qa.within import Within, documents_within

if TYPE_CHECKING:
    from hegang_qa.collections import Changes, Collection
    from hegang_qa.conversation import Chat
    from hegang_qa.index.protocol import SentenceIndex
    from hegang_qa.intents.rules import RuleSet
    from hegang_qa.second_opinion import ReaderChoice, SecondOpinion
    from hegang_qa.sentences.model import SentenceStore
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["Engine"]

Folders = str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | None

# How many sentences are weighed for a question. More hardly ever changes the answer.
CANDIDATES = 40

# A question longer than this is cut: nobody asks so much, and a pasted book must not stall.
MAX_QUESTION = 2000


class View:
    """What one question is answered from: index and sentences that belong together."""

    __slots__ = ("index", "store")

    def __init__(self, index: SentenceIndex, store: SentenceStore) -> None:
        self.index = index
        self.store = store


class Engine:
    """Answers questions from documents.

    Open one with `Engine.open`. An engine is safe to ask from many threads: all it holds is
    written once, when it is opened, and a collection is seen as one state for each question.
    """

    def __init__(
        self,
        *,
        index: SentenceIndex,
        store: SentenceStore,
        rules: RuleSet,
        lexicon: Lexicon,
        warnings: Sequence[str] = (),
        collection: Collection | None = None,
        reader: SecondOpinion | None = None,
    ) -> None:
        self._fixed = View(index, store)
        self._collection = collection
        self.rules = rules
        self.lexicon = lexicon
        self.warnings = tuple(warnings)
        self.reader = reader

    @classmethod
    def open(
        cls,
        *paths: str | os.PathLike[str],
        intents: Folders = None,
        reader: ReaderChoice = "auto",
    ) -> Engine:
        """Return an engine over files, folders and globs; over the bundled documents for none.

        A single path that is a collection (see `hegang_qa.collections`) is opened as it stands.
        `intents` is a folder (or several) of further rule files. What could be read but not used
        is told in `Engine.warnings`. Raises `SourceError` when no document can be read and
        `RuleError` when a rule file is wrong.

        `reader` is "auto" (the optional reader, where it is installed and the engine is not sure
        by itself), "on" (always), "off", or a `Reader` of the caller's own.
        """
        from hegang_qa.documents import read_bundled, read_documents
        from hegang_qa.index import MemoryStore, build_index
        from hegang_qa.intents import load_rules
        from hegang_qa.second_opinion import second_opinion
        from hegang_qa.sentences import Sentence, split_document
        from hegang_qa.text.lexicon import Lexicon

        rules = load_rules(*_folders(intents))
        opinion = second_opinion(reader)
        if (collection := _collection(paths)) is not None:
            snapshot = collection.snapshot()
            return cls(
                index=snapshot.index,
                store=snapshot.store,
                rules=rules,
                lexicon=Lexicon.open(),
                collection=collection,
                reader=opinion,
            )
        read = read_documents([os.fspath(path) for path in paths]) if paths else read_bundled()
        sentences: list[Sentence] = []
        for number, document in enumerate(read.documents):
            sentences += split_document(document, number=number, first_id=len(sentences))
        return cls(
            index=build_index(sentences),
            store=MemoryStore(sentences, [document.path for document in read.documents]),
            rules=rules,
            lexicon=Lexicon.open(),
            warnings=read.warnings,
            reader=opinion,
        )

    def view(self) -> View:
        """Return index and sentences as they are now; of a collection, its newest state."""
        if self._collection is None:
            return self._fixed
        snapshot = self._collection.snapshot()
        return View(snapshot.index, snapshot.store)

    @property
    def index(self) -> SentenceIndex:
        """The index of the documents as they are now."""
        return self.view().index

    @property
    def store(self) -> SentenceStore:
        """The sentences of the documents as they are now."""
        return self.view().store

    def add(self, *paths: str | os.PathLike[str]) -> Changes:
        """Add files, folders and globs to the collection, and return what changed."""
        return self._writable().add([os.fspath(path) for path in paths])

    def remove(self, *paths: str | os.PathLike[str]) -> Changes:
        """Take documents (paths, folders, globs) out of the collection; their files stay."""
        return self._writable().remove([os.fspath(path) for path in paths])

    def refresh(self) -> Changes:
        """Bring the collection up to date with its files, and return what changed."""
        return self._writable().refresh()

    def _writable(self) -> Collection:
        if self._collection is None:
            raise UsageError(
                "these documents are held in memory only",
                hint="build a collection (hegang-qa index DOCUMENTS --into my.hq) and open that",
            )
        return self._collection

    def __len__(self) -> int:
        """Return how many sentences the engine knows."""
        return len(self.index)

    def paths(self) -> list[str]:
        """Return the paths of the documents, as they were given."""
        return [path for path in self.store.paths() if path]

    def ask(
        self,
        question: str,
        *,
        within: Within = None,
        top: int = 3,
        min_confidence: float | None = None,
        explain: bool = False,
    ) -> Answer:
        """Return the best-supported answer, or a result that says that there is none.

        `within` limits the question to documents: a path or pattern, or several. `top` bounds
        `Answer.alternatives` (at most ``top - 1``). `min_confidence` (0..1) moves the threshold
        below which the engine refuses. `explain` fills `Answer.explanation`.
        """
        from hegang_qa.answers import decide, score_spans
        from hegang_qa.question import understand
        from hegang_qa.ranking import rank

        if top < 1:
            raise UsageError(f"top must be at least 1, not {top}")
        if min_confidence is not None and not 0 <= min_confidence <= 1:
            raise UsageError(f"min_confidence must be between 0 and 1, not {min_confidence}")
        view = self.view()
        index, store = view.index, view.store
        understood = understand(
            question[:MAX_QUESTION], rules=self.rules, index=index, lexicon=self.lexicon
        )
        ranked = rank(
            understood,
            index=index,
            store=store,
            lexicon=self.lexicon,
            documents=_documents(store, within),
            limit=CANDIDATES,
        )
        spans = score_spans(understood, ranked, lexicon=self.lexicon)
        answer = decide(
            understood,
            ranked,
            spans,
            lexicon=self.lexicon,
            top=top,
            min_confidence=min_confidence,
            explain=explain,
        )
        if self.reader is None:
            return answer
        return self.reader.revise(
            answer,
            understood,
            ranked,
            spans,
            store=store,
            lexicon=self.lexicon,
            top=top,
            min_confidence=min_confidence,
            explain=explain,
        )

    def search(self, text: str, *, limit: int = 10, within: Within = None) -> list[Evidence]:
        """Return the sentences that fit the words of `text`, best first; no answer is sought."""
        from hegang_qa.question import understand
        from hegang_qa.ranking import rank

        if limit < 1:
            raise UsageError(f"limit must be at least 1, not {limit}")
        view = self.view()
        index, store = view.index, view.store
        ranked = rank(
            understand(text[:MAX_QUESTION], rules=self.rules, index=index, lexicon=self.lexicon),
            index=index,
            store=store,
            lexicon=self.lexicon,
            documents=_documents(store, within),
            limit=max(limit, CANDIDATES),
        )
        return [
            Evidence(
                sentence=item.sentence.text,
                source=Source(
                    item.sentence.path,
                    item.sentence.line,
                    item.sentence.column,
                    item.sentence.start,
                    item.sentence.end,
                ),
                score=item.score,
                matched=tuple(
                    (item.tokens[match.token].start, item.tokens[match.token].end)
                    for match in item.matches
                ),
                heading=item.sentence.heading or None,
            )
            for item in ranked[:limit]
        ]

    def chat(self, *, topic: str | None = None) -> Chat:
        """Return a conversation that keeps its thread, so that follow-up questions work.

        `topic` says what all of it is about, where that is known (the title of a page, say).
        """
        from hegang_qa.conversation import Chat

        return Chat(self, topic=topic)


def _documents(store: SentenceStore, within: Within) -> frozenset[int] | None:
    # A collection has its paths on disk: they are read only when they are asked for.
    return None if within is None else documents_within(store.paths(), within)


def _collection(paths: Sequence[str | os.PathLike[str]]) -> Collection | None:
    """Return the collection that `paths` name, None when they are documents."""
    folders = [path for path in paths if os.path.isdir(path)]
    if not folders:
        return None
    from hegang_qa.collections.layout import is_collection

    if not any(is_collection(path) for path in folders):
        return None
    if len(paths) > 1:
        raise UsageError(
            "a collection is opened by itself",
            hint="add the other documents to it: hegang-qa index DOCUMENTS --into COLLECTION",
        )
    from hegang_qa.collections import Collection

    return Collection(folders[0])


def _folders(intents: Folders) -> list[str]:
    if intents is None:
        return []
    if isinstance(intents, (str, os.PathLike)):
        return [os.fspath(intents)]
    return [os.fspath(folder) for folder in intents]
