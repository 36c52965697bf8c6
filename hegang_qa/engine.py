"""The engine: opens documents, and takes a question through the rooms of the house."""

from __future__ import annotations

import operator
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hegang_qa.errors import UsageError
from hegang_qa.opening import Documents, View, open_documents
from hegang_qa.results import Answer, Evidence
from hegang_qa.text.escapes import without_escapes
from hegang_qa.uncollected import uncollected
from hegang_qa.within import Within, documents_within

if TYPE_CHECKING:
    from hegang_qa.answers.model import ScoredSpan
    from hegang_qa.collections import Changes
    from hegang_qa.collections.results import Progress
    from hegang_qa.conversation import Chat
    from hegang_qa.index.protocol import SentenceIndex
    from hegang_qa.intents.rules import RuleSet
    from hegang_qa.ranking.model import RankedSentence
    from hegang_qa.second_opinion import ReaderChoice, SecondOpinion
    from hegang_qa.sentences.model import SentenceStore
    from hegang_qa.text.lexicon import Lexicon

    Looked = tuple[list[RankedSentence], list[ScoredSpan], Answer]

__all__ = ["Engine"]

Folders = str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | None

# How many sentences a search weighs at least: the best of few may not be the best of more.
_SEARCHED = 40

# How many sentences near in meaning are looked at where the words have found no answer.
# How sure an answer is, at least, for which the name of the house was left out of the question.
_OF_HOUSE = 0.4
_NEAR = 4

# A question longer than this is cut: nobody asks so much, and a pasted book must not stall.
MAX_QUESTION = 2000
_CUT = f"the question was cut after {MAX_QUESTION:,} characters"


class Engine:
    """Answers questions from documents.

    Open one with `Engine.open`. An engine is safe to ask from many threads: all it holds is
    written once, and documents that change are seen in one state by each question.
    """

    def __init__(
        self,
        *,
        documents: Documents,
        rules: RuleSet,
        lexicon: Lexicon,
        reader: SecondOpinion | None = None,
    ) -> None:
        self._held = documents
        self.rules = rules
        self.lexicon = lexicon
        self.reader = reader

    @classmethod
    def open(
        cls,
        *paths: str | os.PathLike[str],
        intents: Folders = None,
        reader: ReaderChoice = "auto",
        cache: str | os.PathLike[str] | None = None,
        progress: Progress | None = None,
    ) -> Engine:
        """Return an engine over files, folders and globs; over the bundled documents for none.

        A single path that is a collection (see `hegang_qa.collections`) is opened as it stands.
        `intents` is a folder (or several) of further rule files. What could be read but not used
        is told in `Engine.warnings`.

        `reader` is "auto" (the optional reader, where it is installed and the engine is not sure
        by itself), "on" (always), "off", or a `Reader` of the caller's own.

        `cache` is a folder in which what was read of many documents may be kept, so that opening
        them again reads only what has changed; `progress` is told how many files are read, of how
        many, and the path of the last.

        Raises `SourceError` when no document can be read, `RuleError` when a rule file is wrong,
        `IndexFormatError` for a collection that is damaged or of another format version,
        `StorageError` for one that cannot be read now, and `UsageError` for a collection named
        beside other paths, a path that is none (a list of them), a `reader` that is none of these,
        and "on" where none is installed.
        """
        from hegang_qa.intents import load_rules
        from hegang_qa.second_opinion import second_opinion
        from hegang_qa.text.lexicon import Lexicon

        rules = load_rules(*_folders(intents))
        opinion = second_opinion(reader, os.fspath(cache) if cache is not None else None)
        documents = open_documents(
            _named(paths),
            cache=os.fspath(cache) if cache is not None else None,
            progress=progress,
        )
        if opinion is not None and cache is not None:
            opinion.place_cached(documents.view().store, progress)
        if opinion is not None and reader == "on":
            opinion.place_beside(documents.view().store)
        return cls(documents=documents, rules=rules, lexicon=Lexicon.open(), reader=opinion)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What could be read but not used, a line each."""
        return self._held.warnings

    def view(self) -> View:
        """Return index and sentences as they are now."""
        return self._held.view()

    @property
    def index(self) -> SentenceIndex:
        """The index of the documents as they are now."""
        return self.view().index

    @property
    def store(self) -> SentenceStore:
        """The sentences of the documents as they are now."""
        return self.view().store

    def add(self, *paths: str | os.PathLike[str]) -> Changes:
        """Add files, folders and globs, and return what changed.

        A collection keeps them; documents that were opened by name are held in memory, and their
        files are left alone either way. Raises `SourceError` when something cannot be read, and for
        a collection `StorageError` when it cannot be written now (another process does, no room)
        and `IndexFormatError` when it is damaged or gone. Documents in memory then stay as they
        were, as does a collection but for the batches that were complete.
        """
        return self._held.add(_named(paths))

    def remove(self, *paths: str | os.PathLike[str]) -> Changes:
        """Take documents (paths, folders, globs) out; their files stay.

        Raises `UsageError` when no document is named so or none would be left, and what `add` does.
        """
        return self._held.remove(_named(paths))

    def refresh(self) -> Changes:
        """Read what has changed in the files, and return what that was. Raises what `add` does."""
        return self._held.refresh()

    def place(self, *, progress: Progress | None = None) -> int:
        """Place the sentences by their meaning now, and return how many were not placed before.

        With the reader installed, no later question waits for it: a collection keeps the places
        (of up to 50,000 sentences), other documents have them in memory (up to 4,000). Without one
        nothing is done. `progress` is as in `open`. Raises what `add` does.
        """
        if self.reader is None:
            return 0
        return self.reader.place(self.view().store, progress)

    def close(self) -> None:
        """Close the files that are open (of a collection, of a cache), once nobody asks any more;
        a later question opens them again. ``with Engine.open(...) as engine:`` does so, too."""
        self._held.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __len__(self) -> int:
        """Return how many sentences the engine knows."""
        return len(self.index)

    def paths(self) -> list[str]:
        """Return the paths of the documents, as they were given."""
        return [path for path in self.store.paths() if path]

    @uncollected()
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
        below which the engine refuses. `explain` fills `Answer.explanation`. A question that asks
        several things ("who built it, and when?") is answered one by one, `Answer.rest` has what
        it asks besides the first. A question is cut after 2,000 characters, which
        `Answer.warnings` tells. Raises `UsageError` for a question that is no str, a `top` that is
        no whole number from 1, a `min_confidence` that is no number from 0 to 1, and a `within`
        that is no text; of a collection that is found to be damaged `IndexFormatError`, of one that
        cannot be read now `StorageError`.
        """
        from hegang_qa.answers import completed, decide, score_spans
        from hegang_qa.index.witness import Witness
        from hegang_qa.question import understand
        from hegang_qa.question.several import several
        from hegang_qa.ranking import rank
        from hegang_qa.text.words import HE_OR_SHE

        _check_count("top", top)
        _check_share("min_confidence", min_confidence)
        readable = _readable(question)
        if len(question) > MAX_QUESTION:
            answer = self.ask(
                readable,
                within=within,
                top=top,
                min_confidence=min_confidence,
                explain=explain,
            )
            return replace(answer, warnings=(*answer.warnings, _CUT))
        question = readable
        if several(question, self.rules):
            chat = self.chat()
            return chat.ask(
                question, within=within, top=top, min_confidence=min_confidence, explain=explain
            )
        view = self.view()
        index, store = Witness(view.index), view.store
        documents = _documents(store, within)
        if not HE_OR_SHE.isdisjoint(re.findall("[a-z]+", question.lower())):
            # Who that is the only document may tell.
            from hegang_qa.conversation.subject import about_its_subject

            question = about_its_subject(question, store, documents, self.lexicon)
        understood = understand(
            question, rules=self.rules, index=index, lexicon=self.lexicon, store=store
        )

        def look(also: Sequence[int] = ()) -> Looked:
            ranked = rank(understood, index=index, store=store, documents=documents, also=also)
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
            return ranked, spans, answer

        ranked, spans, answer = look()
        if documents is not None and not documents and answer.kind == "no-answer":
            return replace(answer, reason="no document fits the limits")
        if answer.kind == "no-answer" and understood.terms and understood.answer_type != "yes-no":
            from hegang_qa.ranking.nearest import LEAST, nearest

            # Who does not know the words of a document asks in others. What is less near than the
            # best of those that the words have found is not looked at.
            least = max(LEAST, ranked[0].features["nearness"]) if ranked else LEAST
            near = nearest(understood, store, limit=_NEAR, least=least, documents=documents)
            if not {one.sentence.id for one in ranked}.issuperset(near):
                further = look(near)
                if _is_better(further[2], answer):
                    ranked, spans, answer = further
        if self.reader is not None:
            answer = self.reader.revise(
                answer,
                understood,
                ranked,
                spans,
                index=index,
                store=store,
                lexicon=self.lexicon,
                documents=documents,
                top=top,
                min_confidence=min_confidence,
                explain=explain,
            )
        answer = completed(
            understood,
            answer,
            ranked,
            store,
            lexicon=self.lexicon,
            min_confidence=min_confidence,
            documents=documents,
        )
        if answer.kind == "no-answer" and understood.terms:
            from hegang_qa.conversation.house import of_its_house

            to_house = of_its_house(question, store, documents, self.lexicon)
            if to_house is not None:
                text, path = to_house
                told = self.ask(
                    text, within=path, top=top, min_confidence=min_confidence, explain=explain
                )
                if told.kind == "answer" and told.confidence >= _OF_HOUSE:
                    answer = replace(told, asked=answer.asked)
        if not index.complete:
            return replace(answer, complete=False, warnings=index.warnings)
        return answer

    def search(self, text: str, *, limit: int = 10, within: Within = None) -> list[Evidence]:
        """Return the sentences that fit the words of `text`, best first; no answer is sought.

        `limit` is how many at most, `within` as in `ask`. Raises `UsageError` for a `text` that is
        no str, a `limit` that is no whole number from 1, and a `within` that is no text, and for a
        collection what `ask` does.
        """
        from hegang_qa.answers.support import evidence
        from hegang_qa.question import understand
        from hegang_qa.ranking import rank

        _check_count("limit", limit)
        view = self.view()
        index, store = view.index, view.store
        ranked = rank(
            understand(_readable(text), rules=self.rules, index=index, lexicon=self.lexicon),
            index=index,
            store=store,
            documents=_documents(store, within),
            limit=max(limit, _SEARCHED),
        )
        return [evidence(item, None) for item in ranked[:limit]]

    def chat(self, *, topic: str | None = None) -> Chat:
        """Return a conversation that keeps its thread, so that follow-up questions work.

        `topic` says what all of it is about, where that is known (the title of a page, say).
        """
        from hegang_qa.conversation import Chat

        return Chat(self, topic=topic)


def _is_better(answer: Answer, other: Answer) -> bool:
    """Return whether an answer is given and the other is not, or is less unsure."""
    return (answer.kind == "answer", answer.confidence) > (other.kind == "answer", other.confidence)


def _named(paths: Sequence[str | os.PathLike[str]]) -> list[str]:
    """Return the paths as text; a list of them where each belongs by itself is a common slip."""
    for path in paths:
        if not isinstance(path, (str, os.PathLike)):
            raise UsageError(
                f"a path is a str or path object, not {type(path).__name__}; "
                "give several one by one: Engine.open(*paths)"
            )
    return [os.fspath(path) for path in paths]


def _check_count(name: str, value: Any) -> None:
    """Raise `UsageError` for what is no whole number from 1."""
    try:
        fits = operator.index(value) >= 1
    except TypeError:
        fits = False
    if not fits:
        raise UsageError(f"{name} is a whole number from 1, not {value!r}")


def _check_share(name: str, value: Any) -> None:
    """Raise `UsageError` for what is neither None nor a number from 0 to 1."""
    if value is None:
        return
    try:
        fits = bool(0 <= value <= 1)
    except TypeError:
        fits = False
    if not fits:
        raise UsageError(f"{name} is a number from 0 to 1, not {value!r}")


def _readable(question: str) -> str:
    """Return the question cut to a sane length, without commands to a terminal, and halves of
    broken characters made "?"."""
    if not isinstance(question, str):
        raise UsageError(f"a question is a str, not {type(question).__name__}")
    question = without_escapes(question[:MAX_QUESTION])
    return question.encode("utf-8", "replace").decode("utf-8")


def _documents(store: SentenceStore, within: Within) -> frozenset[int] | None:
    # A collection has its paths on disk: they are read only when they are asked for.
    return None if within is None else documents_within(store.paths(), within)


def _folders(intents: Folders) -> list[str]:
    if intents is None:
        return []
    if isinstance(intents, (str, os.PathLike)):
        return [os.fspath(intents)]
    return [os.fspath(folder) for folder in intents]
