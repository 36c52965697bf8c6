"""Read a line, obey or ask, print; whatever goes wrong, go on."""

from __future__ import annotations

from typing import Protocol

from hegang_qa.cli.layout import Line
from hegang_qa.cli.render import asked, render_answer
from hegang_qa.cli.repl.registry import Leave, Registry
from hegang_qa.cli.repl.screen import Screen
from hegang_qa.cli.repl.session import Session
from hegang_qa.cli.safe_text import visible
from hegang_qa.errors import HegangQAError

__all__ = ["Loop", "Reader", "questions_of"]


_HELPING = frozenset(("help", "help me", "commands"))
_LEAVING = frozenset(("exit", "quit", "q", ":q"))
"""What other programs are left by: nobody means it for a question."""


class Reader(Protocol):
    """Reads what the user types."""

    def read(self) -> str:
        """Return what was typed, one line or several.

        Raises `EOFError` when the user leaves, `KeyboardInterrupt` when the line is dropped.
        """
        ...


class Loop:
    """The conversation: `reader` in, `screen` out, `session` and `registry` between."""

    def __init__(
        self, session: Session, reader: Reader, screen: Screen, registry: Registry
    ) -> None:
        self.session = session
        self.reader = reader
        self.screen = screen
        self.registry = registry

    def run(self) -> None:
        """Converse until the user leaves."""
        while True:
            try:
                text = self.reader.read()
            except EOFError:
                return
            except KeyboardInterrupt:
                continue
            try:
                self.handle(text)
            except Leave:
                return

    def handle(self, text: str) -> None:
        """Obey a command or answer questions; errors become one line, `Leave` is raised on."""
        try:
            stripped = text.strip()
            if stripped.lower() in _LEAVING:
                raise Leave
            if stripped.startswith("/") and "\n" not in stripped:
                name, _, argument = stripped[1:].partition(" ")
                self.registry.find(name).handler(self.session, self.screen, argument.strip())
            else:
                questions = questions_of(text)
                for question in questions:
                    self._answer(question, told=len(questions) > 1)
        except Leave:
            raise
        except BrokenPipeError:
            raise
        except KeyboardInterrupt:
            self.screen.problem("stopped")
        except HegangQAError as error:
            self.screen.problem(visible(str(error)), error.hint and visible(error.hint))
        except Exception as error:
            if self.session.settings.debug:
                raise
            self.screen.problem(visible(f"this is a defect: {type(error).__name__}: {error}"))

    def _answer(self, question: str, *, told: bool) -> None:
        """Answer a question; with `told`, it is said which one that is."""
        answer = self.session.ask(question)
        lines: list[Line] = []
        if told or self.session.turns[-1].rewritten:
            lines.append(asked(answer))
        lines.extend(render_answer(answer, top=self.session.settings.top))
        # "Why do you say that?" is answered in words, and the explanation comes with it.
        for one in (answer, *answer.rest):
            if one.explanation is not None:
                from hegang_qa.cli.explain import render_explanation

                lines.extend(render_explanation(one))
        if question.strip(" ?!.").lower() in _HELPING:
            lines.append(Line((("label", "/help lists the commands."),), 2))
        lines.append(Line(()))
        self.screen.show(lines)


def questions_of(text: str) -> list[str]:
    """Return the questions of what was typed or pasted.

    Lines that all end in a question mark are a question each; anything else is one question that
    was wrapped.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if all(line.endswith(("?", "？")) for line in lines):
        return lines
    return [" ".join(lines)]
