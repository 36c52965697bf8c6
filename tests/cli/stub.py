"""An engine that knows a handful of sentences by heart, so that the shell is tested alone."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import Any

from hegang_qa.cli.environment import Environment
from hegang_qa.results import (
    Answer,
    Contribution,
    Evidence,
    Explanation,
    Intent,
    Source,
    WordMatch,
)

SENTENCE = "In 1901, a lighthouse was built on the northern rock."
ANSWERED = Answer(
    kind="answer",
    text="1901",
    asked="when was the lighthouse built",
    sentence=SENTENCE,
    source=Source("island.txt", 3, 1, 120, 173),
    confidence=0.924,
    intent=Intent(
        "event-when", "strict", "when was {thing} {verb}", path="rules/en/when.toml", line=12
    ),
    answer_type="date",
    answer_span=(3, 7),
    matched=((11, 21), (26, 31)),
    support=(
        Evidence(SENTENCE, Source("island.txt", 3, 1, 120, 173), 4.2, "1901", (3, 7)),
        Evidence("The light of 1901.", Source("history.md", 8, 1, 0, 18), 2.0, "1901", (13, 17)),
    ),
    alternatives=(
        Answer(
            kind="answer",
            text="1930",
            asked="when was the lighthouse built",
            sentence="It was rebuilt in 1930.",
            source=Source("island.txt", 4, 1, 174, 197),
            confidence=0.21,
            answer_span=(18, 22),
        ),
    ),
)
REFUSED = Answer(
    kind="no-answer",
    text=None,
    asked="who paid for the lighthouse",
    sentence=SENTENCE,
    source=Source("island.txt", 3, 1, 120, 173),
    reason='nothing near it speaks of "paid"',
    missing=("paid",),
    matched=((11, 21),),
)
CHAT = Answer(kind="chat", text="Hello. Ask me about your documents.", asked="hello")
EXPLANATION = Explanation(
    asked="when was the lighthouse built",
    rule="event-when",
    words=(
        WordMatch("lighthouse", "lighthouse", "same", 0.7),
        WordMatch("built", "built", "same", 0.3),
    ),
    contributions=(
        Contribution("coverage", 3.1, "of the sentence, which has 1.00 of it"),
        Contribution("type", 2.0, "of the answer's words"),
        Contribution("missed nouns", -0.6, "of the sentence, which has 0.20 of it"),
        Contribution("length", -0.4, "of the sentence, which has 0.20 of it"),
    ),
    runner_up="1930 stands further from the words of the question",
)


class StubEngine:
    """Answers questions about a lighthouse; greets; refuses the rest."""

    def __init__(self, warnings: Sequence[str] = ()) -> None:
        self.warnings = tuple(warnings)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.index = self
        self.rules: Any = None

    def __len__(self) -> int:
        return 12

    def paths(self) -> list[str]:
        return ["island.txt", "history.md"]

    def has_prefix(self, prefix: str, *, limit: int = 20) -> list[str]:
        words = ["lighthouse", "lightning", "light", "rock", "Åland"]
        return [word for word in words if word.casefold().startswith(prefix.casefold())][:limit]

    def ask(self, question: str, **keywords: Any) -> Answer:
        from dataclasses import replace

        self.calls.append((question, keywords))
        if question == "crash":
            raise ZeroDivisionError("division by zero")
        if question == "interrupt":
            raise KeyboardInterrupt
        if question.startswith("hello"):
            return CHAT
        answer = ANSWERED if "built" in question else REFUSED
        if question == "xyzzy":
            answer = replace(REFUSED, sentence=None, source=None, matched=())
        answer = replace(answer, asked=question)
        if keywords.get("explain"):
            answer = replace(answer, explanation=EXPLANATION)
        return answer

    def chat(self) -> StubChat:
        return StubChat(self)


class StubChat:
    """A conversation that knows what "and when" means."""

    def __init__(self, engine: StubEngine) -> None:
        self.engine = engine

    def go_on_with(self, engine: StubEngine) -> None:
        self.engine = engine

    def forget(self) -> None:
        pass

    def ask(self, question: str, **keywords: Any) -> Answer:
        if question == "and when?":
            question = "when was the lighthouse built"
        return self.engine.ask(question, **keywords)


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def environment(
    *,
    stdin: str = "",
    terminal: bool = False,
    home: str = "/nonexistent",
    **environ: str,
) -> Environment:
    """Return an environment over strings; `terminal` makes all three streams terminals."""
    kind = Terminal if terminal else StringIO
    return Environment(kind(stdin), kind(), kind(), environ, home)


def text_of(stream: Any) -> str:
    """Return what was written to a stream of `environment`."""
    return stream.getvalue()  # type: ignore[no-any-return]
