"""What a conversation asks of the engine beneath it, so that it need not know which one that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from hegang_qa.conversation.words import WordBook
from hegang_qa.results import Answer, Evidence
from hegang_qa.within import Within

__all__ = ["Answering", "Filled", "Reading", "Rules", "Vocabulary"]


class Vocabulary(Protocol):
    """What the conversation asks of an index."""

    def document_frequencies(self, terms: Sequence[str]) -> list[int]:
        """Return in how many sentences each term (a stem) stands."""
        ...

    def similar_terms(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """Return words of the documents spelled like `term`, with similarity 0..1, best first."""
        ...


class Filled(Protocol):
    """A slot of a rule: `text` is ``question[start:end]``."""

    @property
    def text(self) -> str:
        """The words that fill it."""
        ...

    @property
    def start(self) -> int:
        """The first code point."""
        ...

    @property
    def end(self) -> int:
        """The code point after the last."""
        ...


class Reading(Protocol):
    """What the conversation asks of the match of a rule with a question."""

    @property
    def answer(self) -> str:
        """The type of the answer, "" where the rule tells none."""
        ...

    @property
    def how(self) -> str:
        """ "strict" or "loose"."""
        ...

    @property
    def language(self) -> str:
        """The language of the rule ("en")."""
        ...

    @property
    def path(self) -> str:
        """The file of the rule; shipped ones lie in ``intents/``."""
        ...

    @property
    def is_own(self) -> bool:
        """Whether a rule of the user's own (one that is not shipped) reads it word for word."""
        ...

    @property
    def reply(self) -> str | None:
        """The fixed reply of a rule for small talk; None for a rule that reads questions."""
        ...

    @property
    def slots(self) -> Mapping[str, Filled]:
        """The slots by name, in the order of the template."""
        ...


class Rules(Protocol):
    """What the conversation asks of a set of intent rules."""

    def match(self, question: str) -> Reading | None:
        """Return how a rule reads the question, or None."""
        ...

    def match_follow_up(self, question: str) -> Reading | None:
        """Return how a follow-up phrasing of a rule reads the question, or None."""
        ...

    def whole_question(self, question: str, other: str = "it") -> str | None:
        """Return the question that a user's follow-up phrasing stands for, with `other` for what
        it does not name, or None."""
        ...


class Answering(Protocol):
    """Whatever answers questions that stand alone (`hegang_qa.Engine` does)."""

    @property
    def lexicon(self) -> WordBook:
        """The lexicon of the language."""
        ...

    @property
    def index(self) -> Vocabulary:
        """The index of the documents as they are now."""
        ...

    @property
    def rules(self) -> Rules:
        """The intent rules."""
        ...

    def paths(self) -> list[str]:
        """Return the paths of the documents."""
        ...

    def search(self, text: str, *, limit: int = 10, within: Within = None) -> list[Evidence]:
        """Return the sentences that fit the words of `text`, best first."""
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
