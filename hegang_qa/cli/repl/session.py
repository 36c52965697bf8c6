"""What a conversation in the terminal knows: documents, limits, the last answer, the turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from hegang_qa.cli.settings import Settings
from hegang_qa.errors import SourceError

if TYPE_CHECKING:
    from hegang_qa.conversation import Chat
    from hegang_qa.engine import Engine
    from hegang_qa.results import Answer, Source

__all__ = ["Place", "Session", "Turn"]

_LIKELY = 0.05
"""Confidence from which a runner-up is more than noise."""

RUNNERS_UP = 10
"""How many answers are sought for `/more`, however few are shown at first."""


class Turn(NamedTuple):
    """A question as typed and its answer."""

    question: str
    answer: Answer

    @property
    def rewritten(self) -> bool:
        """Whether the conversation asked another question than was typed."""
        return self.answer.kind != "chat" and _folded(self.answer.asked) != _folded(self.question)


def _likely(answers: Sequence[Answer]) -> Sequence[Answer]:
    return [answer for answer in answers if answer.confidence >= _LIKELY]


def _folded(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip("?!. ")


class Place(NamedTuple):
    """A sentence that was shown or that supports what was shown."""

    sentence: str
    source: Source
    answer: str | None = None
    answer_span: tuple[int, int] | None = None
    matched: tuple[tuple[int, int], ...] = ()


class Session:
    """A conversation: asks the engine, and remembers what the commands need."""

    def __init__(self, settings: Settings, open_engine: Callable[[Settings], Engine]) -> None:
        """Opens the documents; raises `SourceError` or `RuleError` as `Engine.open` does."""
        self.settings = settings
        self.turns: list[Turn] = []
        self.shown = 0
        self.seconds: float | None = None
        self.saved: set[str] = set()
        self._open_engine = open_engine
        self.engine = open_engine(settings)
        self.chat: Chat = self.engine.chat()

    @property
    def last(self) -> Answer | None:
        """The last answer or refusal; small talk is neither. None at the start."""
        for turn in reversed(self.turns):
            if turn.answer.kind != "chat":
                return turn.answer
        return None

    def ask(self, question: str) -> Answer:
        """Return the answer to a question asked in the thread, and remember it."""
        begun = time.perf_counter()
        answer = self.chat.ask(
            question,
            within=self.settings.within or None,
            top=max(self.settings.top, RUNNERS_UP),
            min_confidence=self.settings.min_confidence,
            explain=self.settings.explain,
        )
        self.seconds = time.perf_counter() - begun
        self.turns.append(Turn(question, answer))
        if answer.kind != "chat":
            self.shown = self.settings.top
        return answer

    def explained(self) -> Answer | None:
        """Return the last answer with its explanation; None when there is nothing to explain."""
        last = self.last
        if last is None:
            return None
        if last.explanation is not None:
            return last
        return self.engine.ask(
            last.asked,
            within=self.settings.within or None,
            min_confidence=self.settings.min_confidence,
            explain=True,
        )

    def more(self) -> Sequence[Answer]:
        """Return the runners-up that come after those shown, and count them as shown."""
        if self.last is None:
            return ()
        step = max(self.settings.top, 3)
        begin = max(self.shown - 1, 0)
        following = _likely(self.last.alternatives)[begin : begin + step]
        self.shown += len(following)
        return following

    def places(self) -> list[Place]:
        """Return the sentences behind the last answer: its own first, then those that support
        or contradict it, then the runners-up; each place once."""
        last = self.last
        if last is None:
            return []
        found: list[Place] = []
        if last.sentence is not None and last.source is not None:
            found.append(
                Place(last.sentence, last.source, last.text, last.answer_span, last.matched)
            )
        found.extend(
            Place(item.sentence, item.source, item.answer, item.answer_span, item.matched)
            for item in (*last.support, *last.conflicts)
        )
        found.extend(
            Place(item.sentence, item.source, item.text, item.answer_span, item.matched)
            for item in _likely(last.alternatives)
            if item.sentence is not None and item.source is not None
        )
        seen: set[tuple[str, int]] = set()
        places = []
        for place in found:
            key = (place.source.path, place.source.start)
            if key not in seen:
                seen.add(key)
                places.append(place)
        return places

    def change(self, **values: Any) -> None:
        """Put settings in force. New documents or rules are read at once, and when that fails
        everything stays as it was and the error is raised."""
        settings = self.settings._replace(**values)
        before = self.settings
        if (settings.docs, settings.collection, settings.intents) != (
            before.docs,
            before.collection,
            before.intents,
        ):
            self._use(self._open_engine(settings))
        self.settings = settings

    def reload(self) -> None:
        """Read documents and rules again; the thread goes on. Where one that was named is gone the
        others are read, and a warning tells."""
        try:
            self._use(self._open_engine(self.settings))
        except SourceError:
            self.engine.refresh()

    def forget(self) -> None:
        """Start a new thread; the turns stay for `/save`."""
        self.chat.forget()

    def _use(self, engine: Engine) -> None:
        self.engine = engine
        self.chat.go_on_with(engine)
