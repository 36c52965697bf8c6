"""What a conversation asks of the engine beneath it, so that it need not know which one that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hegang_qa.conversation.words import WordBook
from hegang_qa.results import Answer
from hegang_qa.within import Within

__all__ = ["Answering", "Frequencies", "Reply", "Rules"]


class Frequencies(Protocol):
    """What the conversation asks of an index."""

    def document_frequencies(self, terms: Sequence[str]) -> list[int]:
        """Return in how many sentences each term (a stem) stands."""
        ...


class Reply(Protocol):
    """What the conversation asks of a rule that reads a question."""

    @property
    def how(self) -> str:
        """ "strict" or "loose"."""
        ...

    @property
    def reply(self) -> str | None:
        """The fixed reply of a rule for small talk; None for a rule that reads questions."""
        ...


class Rules(Protocol):
    """What the conversation asks of a set of intent rules."""

    def match(self, question: str) -> Reply | None:
        """Return the rule that reads the question, or None."""
        ...


class Answering(Protocol):
    """Whatever answers questions that stand alone (`hegang_qa.Engine` does)."""

    @property
    def lexicon(self) -> WordBook:
        """The lexicon of the language."""
        ...

    @property
    def index(self) -> Frequencies:
        """The index of the documents as they are now."""
        ...

    @property
    def rules(self) -> Rules:
        """The intent rules."""
        ...

    def ask(
        self,
        question: str,
        *,
        within: Within = None,
        top: int = 3,
        min_confidence: float | None = None,
        explain: bool = False,
    ) -> Answer:
        """Return the answer to one question; the parameters are those of `hegang_qa.Engine.ask`."""
        ...
