"""The door to the optional reader: finds it, asks it where asked for, goes on without it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from hegang_qa.errors import UsageError

if TYPE_CHECKING:
    from hegang_qa.answers.model import Finder, Reader, ScoredSpan
    from hegang_qa.answers.reading.guarded import Guarded
    from hegang_qa.answers.reading.meanings import Meanings
    from hegang_qa.answers.reading.nearness import Near
    from hegang_qa.collections.results import Progress
    from hegang_qa.index.protocol import SentenceIndex
    from hegang_qa.question.model import Question
    from hegang_qa.ranking.model import RankedSentence
    from hegang_qa.results import Answer
    from hegang_qa.sentences.model import SentenceStore
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["INTERFACE", "SURE", "ReaderChoice", "SecondOpinion", "second_opinion"]

ReaderChoice: TypeAlias = Union[Literal["auto", "on", "off"], "Reader"]

INTERFACE = 1
"""The version of the `Reader` protocol; a package of another version is not used."""

SURE = 0.65
"""Where the engine is at least this sure by itself, it does not ask the reader in "auto":
a fifth of the questions are spared so, and most of the gain is kept (docs/benchmarks.md)."""

_PACKAGE = "hegang_qa_reader"
_INSTALL = "from a clone: pip install ./reader '.[reader]' (docs/reader.md)"


class SecondOpinion:
    """A reader, and when to ask it. Safe to use from many threads.

    Nothing is imported before the first question that needs it. A reader that is not there or
    fails is not asked again; of a failure one line in the log (by default on standard error) tells.
    """

    def __init__(
        self, reader: Reader | None = None, *, always: bool, cache: str | None = None
    ) -> None:
        self._reader = reader
        self._always = always
        self._cache = cache
        self._sought = reader is not None
        self.installed = True
        self._found: Meanings | None = None
        self._finds = True

    def revise(
        self,
        answer: Answer,
        question: Question,
        ranked: Sequence[RankedSentence],
        spans: Sequence[ScoredSpan],
        *,
        index: SentenceIndex,
        store: SentenceStore,
        lexicon: Lexicon,
        documents: Collection[int] | None,
        top: int,
        min_confidence: float | None,
        explain: bool,
    ) -> Answer:
        """Return the answer with the reader heard, or as it is where there is nothing to ask.

        It is heard on the sentences that the words of the question have found and, if it can tell
        which they are, on those whose meaning is near; where it finds nothing in the first of them,
        on further ones.
        """
        if answer.kind == "chat" or not question.terms:
            return answer
        # It was taught English.
        said = answer.text or ""
        known = _is_latin(question.text) and (_is_latin(said) or not any(map(str.isalpha, said)))
        judged = question.answer_type == "yes-no"
        sure = answer.kind == "answer" and answer.confidence >= (_firm() if judged else SURE)
        found = self._open() if known and (self._always or not sure) else None
        if found is None or (judged and not _judges(found)):
            asked = known and found is None
            return _noted(answer, self._why_not(asked)) if explain else answer
        from hegang_qa.answers.reading.guarded import Guarded, ReaderError
        from hegang_qa.answers.reading.hearing import Matter, verdict_heard, words_heard

        reader = Guarded(found)
        matter = Matter(
            question,
            ranked,
            spans,
            index=index,
            store=store,
            lexicon=lexicon,
            documents=documents,
            top=top,
            min_confidence=min_confidence,
            explain=explain,
        )

        def near_of(most: int) -> Near | None:
            return self._near(reader, question, store, documents, most)

        try:
            if judged:
                revised, note = verdict_heard(matter, answer, reader.judge, near_of)
            else:
                revised, note = words_heard(matter, answer, reader, near_of)
        except ReaderError as error:  # the engine goes on
            self._reader = None
            _tell(error.cause)
            return answer
        return _noted(revised, note) if explain else revised

    def _near(
        self,
        reader: Guarded,
        question: Question,
        store: SentenceStore,
        documents: Collection[int] | None,
        most: int,
    ) -> Near | None:
        """Return how near in meaning sentences are to a question, None where nothing tells."""
        if reader.finder is None or not self._finds:
            return None
        reader.load()  # what is wrong with it is told once, before its finder is asked
        try:
            return self._meanings(reader.finder).near(question, store, documents, most)
        except Exception as error:
            self._finds = False
            _tell(error, "finding by meaning")
            return None

    def _meanings(self, finder: Finder) -> Meanings:
        # Two threads may both make it: one is kept, and the other has only cost some time.
        if self._found is None:
            from hegang_qa.answers.reading.meanings import Meanings

            self._found = Meanings(finder, self._cache)
        return self._found

    def place(self, store: SentenceStore, progress: Progress | None = None) -> int:
        """Place the sentences of a store by their meaning before they are asked for; a collection
        keeps their places. Returns how many were placed that were not.

        0 where no reader is installed, or it cannot find. Raises what `Collection.add` does.
        """
        from hegang_qa.answers.reading.meanings import MOST_KEPT, MOST_PLACED

        reader = self._open()
        finder: Finder | None = getattr(reader, "finder", None)
        if finder is None or not self._finds:
            return 0
        meanings = self._meanings(finder)
        from hegang_qa.collections.meanings import keep_meanings
        from hegang_qa.collections.store import CollectionStore

        if not isinstance(store, CollectionStore):
            return meanings.place(store).count if len(store) <= MOST_PLACED else 0
        name = getattr(finder, "name", None)
        if name is None or store.has_places(name):
            return 0
        placed = keep_meanings(
            store.folder, name, meanings.records, most=MOST_KEPT, progress=progress
        )
        meanings.forget(store)
        return placed

    def place_cached(self, store: SentenceStore, progress: Progress | None) -> None:
        """Place the sentences of documents that are kept in the cache, if they are many: fewer are
        placed when a question needs it."""
        from hegang_qa.answers.reading.meanings import MOST_KEPT, MOST_PLACED
        from hegang_qa.errors import HegangQAError

        folder: str = getattr(store, "folder", "")
        cached = bool(self._cache) and folder.startswith(str(self._cache))
        if cached and MOST_PLACED < len(store) <= MOST_KEPT:
            with suppress(HegangQAError):  # another process writes it, or the disk is full
                self.place(store, progress)

    def prepare(self) -> None:
        """Let the reader load beside what is to be done before its first question, if it can.

        What goes wrong is told at that question.
        """
        begin = getattr(self._reader, "prepare", None)
        load = getattr(self._reader, "load", None)
        if begin is not None:
            with suppress(Exception):
                begin()
        elif load is not None:
            _beside(load)

    def place_beside(self, store: SentenceStore) -> None:
        """Let the sentences of a store be placed, if they are few, beside what is done next."""
        load = getattr(self._reader, "load", None)
        finder: Finder | None = getattr(self._reader, "finder", None)
        if load is None or finder is None:
            return

        def place() -> None:
            load()
            self._meanings(finder).prepare(store)

        _beside(place)

    def _open(self) -> Reader | None:
        # Two threads may both seek it, and find the same: the package keeps one.
        if not self._sought:
            self._reader = self._find()
            self._sought = True
        return self._reader

    def _find(self) -> Reader | None:
        try:
            return _load()
        except ModuleNotFoundError as error:
            if error.name != _PACKAGE:
                _tell(error)
            self.installed = error.name != _PACKAGE
        except Exception as error:
            _tell(error)
        return None

    def _why_not(self, asked: bool) -> str:
        if not asked:
            return "the reader is not asked such questions"
        if self._sought and self._reader is None:
            return "no reader" if self.installed else f"a reader could help here: {_INSTALL}"
        from importlib.util import find_spec

        if self._reader is None and find_spec(_PACKAGE) is None:
            return ""  # the answer is sure: nothing to say of what is not there
        return "the reader is only asked where the answer is less sure"


def second_opinion(choice: ReaderChoice, cache: str | None = None) -> SecondOpinion | None:
    """Return the second opinion that was chosen, None for "off"; `cache` is a folder in which may
    be kept what it makes of documents.

    "auto" takes the reader where it is installed. Raises `UsageError` for "on" where it is not,
    and for a word that is none of the three. One that is installed but does not work is told of
    by one line in the log, and done without.
    """
    if not isinstance(choice, str):
        return SecondOpinion(choice, always=True, cache=cache)
    if choice == "off":
        return None
    if choice == "auto":
        return SecondOpinion(always=False, cache=cache)
    if choice != "on":
        raise UsageError(f'reader must be "auto", "on" or "off", not {choice!r}')
    opinion = SecondOpinion(always=True, cache=cache)
    opinion._open()
    if not opinion.installed:
        raise UsageError("the reader is not installed", hint=_INSTALL)
    opinion.prepare()
    return opinion


def _beside(do: Callable[[], None]) -> None:
    """Do something in a thread; what goes wrong is told where it is needed."""
    from threading import Thread

    def quietly() -> None:
        with suppress(Exception):
            do()

    # The process waits for it: what runs in native code must not outlive the interpreter.
    Thread(target=quietly).start()


def _load() -> Reader:
    from importlib import import_module

    package = import_module(_PACKAGE)
    interface = getattr(package, "INTERFACE", None)
    if interface != INTERFACE:
        version = getattr(package, "__version__", "of unknown version")
        raise RuntimeError(
            f"hegang-qa-reader {version} does not fit this version of hegang-qa "
            f"(interface {interface}, wanted {INTERFACE})"
        )
    reader: Reader = package.load_reader()
    return reader


def _firm() -> float:
    from hegang_qa.answers.verdicts.sureness import FIRM

    return FIRM


def _judges(reader: Reader) -> bool:
    """Return whether a reader answers yes-or-no questions."""
    return getattr(reader, "judge", None) is not None


def _is_latin(text: str) -> bool:
    """Return whether most letters of a text are Latin: the reader knows no other script."""
    letters = [character for character in text if character.isalpha()]
    return 2 * sum(character < "\u0250" for character in letters) > len(letters)


def _noted(answer: Answer, note: str) -> Answer:
    """Return an explained answer with a word on the reader, if there is one to say."""
    if answer.explanation is None or not note:
        return answer
    from dataclasses import replace

    notes = (*answer.explanation.notes, note)
    return replace(answer, explanation=replace(answer.explanation, notes=notes))


def _tell(error: Exception, without: str = "the reader") -> None:
    import logging

    line = (str(error) or type(error).__name__).splitlines()[0]
    logging.getLogger("hegang_qa").warning("%s; going on without %s", line, without)
