"""The door to the optional reader: finds it, asks it where asked for, goes on without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from hegang_qa.errors import UsageError
from hegang_qa.results import Answer

if TYPE_CHECKING:
    from hegang_qa.answers.model import Reader, ScoredSpan
    from hegang_qa.question.model import Question
    from hegang_qa.ranking.model import RankedSentence
    from hegang_qa.sentences.model import SentenceStore
    from hegang_qa.text.lexicon import Lexicon

__all__ = ["SURE", "ReaderChoice", "SecondOpinion", "second_opinion", "with_hint"]

ReaderChoice: TypeAlias = Union[Literal["auto", "on", "off"], "Reader"]

SURE = 0.9
"""Where the engine is at least this sure by itself, it does not ask the reader in "auto"."""

_INSTALL = "pip install 'hegang-qa[reader]'"


class SecondOpinion:
    """A reader, and when to ask it. Safe to use from many threads.

    A reader that fails is not asked again: one line in the log (by default on standard error)
    tells why.
    """

    def __init__(self, reader: Reader, *, always: bool) -> None:
        self._reader: Reader | None = reader
        self._always = always

    def revise(
        self,
        answer: Answer,
        question: Question,
        ranked: Sequence[RankedSentence],
        spans: Sequence[ScoredSpan],
        *,
        store: SentenceStore,
        lexicon: Lexicon,
        top: int,
        min_confidence: float | None,
        explain: bool,
    ) -> Answer:
        """Return the answer with the reader heard, or as it is where there is nothing to ask."""
        reader = self._reader
        if reader is None or answer.kind == "chat" or not ranked:
            return answer
        if question.answer_type == "yes-no":
            # It was taught to point at words, not to judge.
            return answer
        if not self._always and answer.kind == "answer" and answer.confidence >= SURE:
            return answer
        from hegang_qa.answers.decide import decide
        from hegang_qa.answers.reading import join

        try:
            joined = join(question, ranked, spans, reader, store=store, lexicon=lexicon)
        except Exception as error:  # another's code: whatever it raises, the engine goes on
            self._reader = None
            _tell(error)
            return answer
        return decide(
            question,
            joined.ranked,
            joined.spans,
            lexicon=lexicon,
            top=top,
            min_confidence=min_confidence,
            explain=explain,
            judge=joined.confidence,
        )


def second_opinion(choice: ReaderChoice) -> SecondOpinion | None:
    """Return the second opinion that was chosen, None without one.

    "auto" takes the reader where it is installed and works. Raises `UsageError` for "on" where it
    is not installed or its weights are not there, and for a word that is none of the three.
    """
    if not isinstance(choice, str):
        return SecondOpinion(choice, always=True)
    if choice == "off":
        return None
    if choice not in ("auto", "on"):
        raise UsageError(f'reader must be "auto", "on" or "off", not {choice!r}')
    try:
        package = import_module("hegang_qa_reader")
    except ImportError:
        if choice == "on":
            raise UsageError("the reader is not installed", hint=_INSTALL) from None
        return None
    try:
        reader: Reader = package.load_reader()
    except Exception as error:
        if choice == "on":
            raise UsageError(str(error).splitlines()[0], hint=_INSTALL) from None
        _tell(error)
        return None
    return SecondOpinion(reader, always=choice == "on")


def with_hint(answer: Answer) -> Answer:
    """Return an explained answer with a word on the reader, for who has none installed."""
    if answer.explanation is None:
        return answer
    notes = (*answer.explanation.notes, f"no reader is installed, which could help: {_INSTALL}")
    return replace(answer, explanation=replace(answer.explanation, notes=notes))


def _tell(error: Exception) -> None:
    import logging

    line = (str(error) or type(error).__name__).splitlines()[0]
    logging.getLogger("hegang_qa").warning("%s; going on without the reader", line)
