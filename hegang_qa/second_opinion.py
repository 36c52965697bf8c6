"""The door to the optional reader: finds it, asks it where asked for, goes on without it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from hegang_qa.errors import UsageError

if TYPE_CHECKING:
    from hegang_qa.answers.model import Reader, ScoredSpan
    from hegang_qa.answers.reading.by_meaning import Meanings
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
sentences are found by their meaning as well. Of 6,000 training questions as many are right as with
.4, and a quarter fewer need it."""

_SURER = 0.3
"""By how much the engine's own answer must be surer than the joined one to stand against it. Of
answers nearly as sure, those in which the reader was heard are right more often."""

_PACKAGE = "hegang_qa_reader"
_INSTALL = "from a clone: pip install ./reader '.[reader]' (docs/reader.md)"


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

        Where it finds nothing in the sentences that the words of the question have found, it is
        heard on those whose meaning is near, if it can tell which they are.
        """
        if answer.kind == "chat" or not question.terms:
            return answer
        # It was taught to point at words of English, not to judge.
        said = answer.text or ""
        known = _is_latin(question.text) and (_is_latin(said) or not any(map(str.isalpha, said)))
        asked = question.answer_type != "yes-no" and known
        sure = answer.kind == "answer" and answer.confidence >= SURE
        reader = self._open() if asked and (self._always or not sure) else None
        if reader is None:
            return _noted(answer, self._why_not(asked)) if explain else answer
        from hegang_qa.answers.decide import decide
        from hegang_qa.answers.reading.joining import join
        from hegang_qa.answers.reading.sureness import READ_THRESHOLD

        least = READ_THRESHOLD if min_confidence is None else min_confidence

        def decided(joined: Joined) -> Answer:
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

        try:
            joined = join(question, ranked, spans, reader, store=store, lexicon=lexicon)
        except Exception as error:  # another's code: whatever it raises, the engine goes on
            self._reader = None
            _tell(error)
            return answer
        revised = decided(joined) if joined.weighed else answer
        note = ""
        if _is_unsure(answer, revised) and (meanings := self._meanings(reader)) is not None:
            try:
                more = meanings.join(
                    question,
                    joined,
                    reader,
                    index=index,
                    store=store,
                    lexicon=lexicon,
                    documents=documents,
                )
            except Exception as error:
                self._finds = False
                _tell(error, "finding by meaning")
                more = None
            if more is not None:
                joined, revised = more, decided(more)
                note = "; sentences near in meaning were read as well"
        if not joined.weighed:
            return answer
        same = joined.spans[0].text == answer.text
        refused = revised.kind == "no-answer" and same
        if refused or _is_surer(answer, revised):
            # Of the same words two opinions are not worth less than one.
            revised = answer
        return _noted(revised, joined.vote(answer.text) + note) if explain else revised

    def _meanings(self, reader: Reader) -> Meanings | None:
        """Return what finds sentences by their meaning, None where the reader cannot."""
        finder = getattr(reader, "finder", None)
        if finder is None or not self._finds:
            return None
        if self._found is None:
            from hegang_qa.answers.reading.by_meaning import Meanings

            self._found = Meanings(finder)
        return self._found

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
