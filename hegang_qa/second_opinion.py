"""The door to the optional reader: finds it, asks it where asked for, goes on without it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from hegang_qa.errors import UsageError

if TYPE_CHECKING:
    from hegang_qa.answers.model import Finder, Passage, Reader, ReadSpan, ScoredSpan
    from hegang_qa.answers.reading.by_meaning import Meanings, Near
    from hegang_qa.answers.reading.joining import Joined
    from hegang_qa.index.protocol import SentenceIndex
    from hegang_qa.question.model import Question
    from hegang_qa.ranking.model import RankedSentence
    from hegang_qa.results import Answer
    from hegang_qa.sentences.model import SentenceStore
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["INTERFACE", "SURE", "UNSURE", "ReaderChoice", "SecondOpinion", "second_opinion"]

ReaderChoice: TypeAlias = Union[Literal["auto", "on", "off"], "Reader"]

INTERFACE = 1
"""The version of the `Reader` protocol; a package of another version is not used."""

SURE = 0.65
"""Where the engine is at least this sure by itself, it does not ask the reader in "auto":
a fifth of the questions are spared so, and most of the gain is kept (docs/benchmarks.md)."""

UNSURE = 0.25
"""Where neither the engine nor the reader is at least this sure, so that nothing would be answered,
further sentences are read. Of 6,000 training questions as many are right as with .4, and a quarter
fewer need it."""

_SURER = 0.3
"""By how much the engine's own answer must be surer than the joined one to stand against it. Of
answers nearly as sure, those in which the reader was heard are right more often."""

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
        # It was taught to point at words of English, not to judge.
        said = answer.text or ""
        known = _is_latin(question.text) and (_is_latin(said) or not any(map(str.isalpha, said)))
        asked = question.answer_type != "yes-no" and known
        sure = answer.kind == "answer" and answer.confidence >= SURE
        found = self._open() if asked and (self._always or not sure) else None
        if found is None:
            return _noted(answer, self._why_not(asked)) if explain else answer
        from hegang_qa.answers.decide import decide
        from hegang_qa.answers.reading.by_meaning import MOST_PLACED, PLACED_AT_ONCE, with_nearest
        from hegang_qa.answers.reading.joining import join, read_on
        from hegang_qa.answers.reading.sureness import READ_THRESHOLD

        least = READ_THRESHOLD if min_confidence is None else min_confidence
        reader = _Guarded(found)

        def decided(joined: Joined) -> Answer:
            if not joined.weighed:
                return answer
            return decide(
                question,
                joined.ranked,
                joined.spans,
                lexicon=lexicon,
                top=top,
                min_confidence=least,
                explain=explain,
                judge=joined.confidence,
                in_order=True,
            )

        def joined_with(near: Near | None) -> Joined:
            items = ranked
            if near is not None:
                items = with_nearest(
                    question, ranked, near, index=index, store=store, documents=documents
                )
            return join(question, items, spans, reader, store=store, lexicon=lexicon, near=near)

        try:
            near = self._near(reader, question, store, documents, PLACED_AT_ONCE)
            joined = joined_with(near)
            revised = decided(joined)
            if near is None and _is_unsure(answer, revised):
                near = self._near(reader, question, store, documents, MOST_PLACED)
                if near is not None:
                    joined = joined_with(near)
                    revised = decided(joined)
            if near is not None and _is_unsure(answer, revised):
                joined = read_on(question, joined, reader, store=store, near=near)
                revised = decided(joined)
        except _ReaderError as error:  # the engine goes on
            self._reader = None
            _tell(error.cause)
            return answer
        if not joined.weighed:
            return answer
        same = joined.spans[0].text == answer.text
        refused = revised.kind == "no-answer" and same
        if refused or _is_surer(answer, revised):
            # Of the same words two opinions are not worth less than one.
            revised = answer
        return _noted(revised, joined.vote(answer.text)) if explain else revised

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


def _is_latin(text: str) -> bool:
    """Return whether most letters of a text are Latin: the reader knows no other script."""
    letters = [character for character in text if character.isalpha()]
    return 2 * sum(character < "\u0250" for character in letters) > len(letters)


def _is_unsure(answer: Answer, revised: Answer) -> bool:
    """Return whether neither the engine nor the reader has found much."""
    return max(answer.confidence, revised.confidence) < UNSURE


def _is_surer(answer: Answer, other: Answer) -> bool:
    """Return whether an answer stands against another, or against a refusal: it is given, in quite
    other words, and surer by a good deal."""
    if answer.kind != "answer" or other.kind not in ("answer", "no-answer"):
        return False
    one, two = answer.text or "", other.text
    same = two is not None and (one in two or two in one)
    return not same and answer.confidence > other.confidence + _SURER


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
