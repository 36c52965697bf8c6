"""The door to the optional reader: finds it, asks it where asked for, goes on without it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from hegang_qa.errors import UsageError

if TYPE_CHECKING:
    from hegang_qa.answers.model import Finder, Passage, Reader, ReadSpan, ScoredSpan, Verdict
    from hegang_qa.answers.reading.by_meaning import Meanings, Near
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


class _ReaderError(Exception):
    """A reader has failed; `cause` is what it raised."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


class _Guarded:
    """A reader, another's code, for one question: whatever it raises comes out as one kind of
    error, and what it has said of a passage is kept."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.finder: Finder | None = getattr(reader, "finder", None)
        self._said: dict[Passage, list[ReadSpan]] = {}
        self._judged: dict[Passage, Verdict] = {}

    def load(self) -> None:
        load = getattr(self._reader, "load", None)
        try:
            if load is not None:
                load()
        except Exception as error:
            raise _ReaderError(error) from error

    def read(self, question: str, passages: Sequence[Passage]) -> list[list[ReadSpan]]:
        from hegang_qa.answers.model import ReadSpan

        new = [passage for passage in passages if passage not in self._said]
        try:
            found = self._reader.read(question, new) if new else ()
            if len(found) != len(new):
                raise ValueError(f"{len(found)} lists of spans for {len(new)} passages")
            for passage, spans in zip(new, found, strict=True):
                self._said[passage] = [ReadSpan(*span) for span in spans]
        except Exception as error:
            raise _ReaderError(error) from error
        return [self._said[passage] for passage in passages]

    def judge(self, question: str, passages: Sequence[Passage]) -> list[Verdict]:
        from hegang_qa.answers.model import Verdict

        new = [passage for passage in passages if passage not in self._judged]
        try:
            found = self._reader.judge(question, new) if new else ()  # type: ignore[attr-defined]
            if len(found) != len(new):
                raise ValueError(f"{len(found)} verdicts for {len(new)} passages")
            for passage, said in zip(new, found, strict=True):
                self._judged[passage] = Verdict(*said)
        except Exception as error:
            raise _ReaderError(error) from error
        return [self._judged[passage] for passage in passages]


class SecondOpinion:
    """A reader, and when to ask it. Safe to use from many threads.

    Nothing is imported before the first question that needs it. A reader that is not there or
    fails is not asked again; of a failure one line in the log (by default on standard error) tells.
    """

    def __init__(self, reader: Reader | None = None, *, always: bool) -> None:
        self._reader = reader
        self._always = always
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
        from hegang_qa.answers.reading.hearing import Matter, verdict_heard, words_heard

        reader = _Guarded(found)
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
        except _ReaderError as error:  # the engine goes on
            self._reader = None
            _tell(error.cause)
            return answer
        return _noted(revised, note) if explain else revised

    def _near(
        self,
        reader: _Guarded,
        question: Question,
        store: SentenceStore,
        documents: Collection[int] | None,
        most: int,
    ) -> Near | None:
        """Return how near in meaning sentences are to a question, None where nothing tells."""
        if reader.finder is None or not self._finds:
            return None
        reader.load()  # what is wrong with it is told once, before its finder is asked
        if self._found is None:
            from hegang_qa.answers.reading.by_meaning import Meanings

            self._found = Meanings(reader.finder)
        try:
            return self._found.near(question, store, documents, most)
        except Exception as error:
            self._finds = False
            _tell(error, "finding by meaning")
            return None

    def prepare(self) -> None:
        """Let the reader load beside what is to be done before its first question, if it can.

        What goes wrong is told at that question.
        """
        load = getattr(self._reader, "load", None)
        if load is None:
            return
        from threading import Thread

        def quietly() -> None:
            with suppress(Exception):
                load()

        Thread(target=quietly, daemon=True).start()

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


def second_opinion(choice: ReaderChoice) -> SecondOpinion | None:
    """Return the second opinion that was chosen, None for "off".

    "auto" takes the reader where it is installed. Raises `UsageError` for "on" where it is not,
    and for a word that is none of the three. One that is installed but does not work is told of
    by one line in the log, and done without.
    """
    if not isinstance(choice, str):
        return SecondOpinion(choice, always=True)
    if choice == "off":
        return None
    if choice == "auto":
        return SecondOpinion(always=False)
    if choice != "on":
        raise UsageError(f'reader must be "auto", "on" or "off", not {choice!r}')
    opinion = SecondOpinion(always=True)
    opinion._open()
    if not opinion.installed:
        raise UsageError("the reader is not installed", hint=_INSTALL)
    opinion.prepare()
    return opinion


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
