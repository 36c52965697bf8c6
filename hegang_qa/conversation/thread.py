"""What a conversation remembers: its turns, and what a rewriting found."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

__all__ = ["LONGEST_QUESTION", "SURE", "Choice", "Rewrite", "Thread", "Turn"]

# How many turns are remembered. What lies further back is hardly ever meant by "it".
MEMORY = 8

# An answer less sure than this is not put into the next question.
SURE = 0.3

# A question longer than so many code points is no follow-up, and stands alone.
LONGEST_QUESTION = 500
# Of an answer and of its sentence so many code points are remembered.
_LONGEST_TEXT = 600


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of the user and what was answered.

    `question` is as typed, `asked` as rewritten to stand alone. `answer` is the short answer
    (None: none) of type `answer_type` (an id of `hegang_qa.answer_types`), taken from `sentence`;
    `confidence` is 0..1.
    `slots` are the words that filled the slots of the intent rule. `excluded` are the answers
    that the question had asked to leave out ("who else"), `meant` what its pronouns stood for,
    `people` the persons among them, each after its pronoun ("she", "Ann Lee"). `open` is the
    question without the earlier answer that `asked` holds, "" where it holds none.
    """

    question: str
    asked: str
    answer: str | None = None
    answer_type: str = "phrase"
    sentence: str | None = None
    slots: dict[str, str] = field(default_factory=dict)
    excluded: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    confidence: float = 1.0
    people: tuple[tuple[str, str], ...] = ()
    open: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several readings of a follow-up: `label` to show, `text` the question it means."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A follow-up made to stand alone.

    `text` is the question to show; `query` the one to search for (without what only steers the
    choice of answers, such as "other than ..."). `how` tells in words what was put in for what.
    `choices` are filled, best first, where two readings are close; `text` is then the first.
    `exclude` are answers already given. `optional` is True where the question could also stand
    alone: then it is asked as typed first. `request` names what is wanted of the last answer
    instead of a new question: "more", "why" or "again"; "" for a question. `unit` is the unit of
    measure asked for ("in miles?"). `meant` is what its pronouns stood for, `people` the
    persons among them, each after its pronoun. `fallback` is the question
    without the last answer, which may have been wrong, or without the last question, which was
    refused; "" where there is no such. `open` is the question without the last answer, where that
    was put in.
    """

    text: str
    query: str
    changed: bool = False
    how: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    exclude: tuple[str, ...] = ()
    optional: bool = False
    request: str = ""
    unit: str = ""
    meant: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    fallback: str = ""
    open: str = ""


def _one_line(text: str) -> str:
    """The text, which may come from a file with short lines, as it would be typed."""
    return " ".join(text.split())[:_LONGEST_TEXT]


class Thread:
    """The last turns of a conversation, oldest first, and its topic where one was named.

    `topic` is what the whole conversation is about (the title of an article, say), `section` a
    narrower topic within it. What is remembered is bounded in turns and in length. Not safe to
    share between threads of execution.
    """

    def __init__(
        self, turns: Iterable[Turn] = (), *, topic: str | None = None, section: str | None = None
    ) -> None:
        self._turns: deque[Turn] = deque(maxlen=MEMORY)
        for turn in turns:
            self.add(turn)
        self.topic = topic
        self.section = section

    def __len__(self) -> int:
        return len(self._turns)

    def __iter__(self) -> Iterator[Turn]:
        return iter(self._turns)

    def __bool__(self) -> bool:
        return bool(self._turns) or self.topic is not None

    @property
    def last(self) -> Turn | None:
        """The latest turn, None at the start."""
        return self._turns[-1] if self._turns else None

    def add(self, turn: Turn) -> None:
        """Remember a turn, cut to a bounded length; of too many the oldest is forgotten."""
        self._turns.append(
            replace(
                turn,
                question=turn.question[:LONGEST_QUESTION],
                asked=turn.asked[:LONGEST_QUESTION],
                answer=turn.answer and _one_line(turn.answer),
                sentence=turn.sentence and _one_line(turn.sentence),
            )
        )

    def clear(self) -> None:
        """Forget all turns; a named topic stays."""
        self._turns.clear()
