"""One question and its answer; or questions from standard input, one a line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from hegang_qa.cli.environment import Environment, is_terminal
from hegang_qa.cli.opening import open_engine, report_warnings, warn
from hegang_qa.cli.options import ASK_OPTIONS, parse
from hegang_qa.cli.render import render_answer
from hegang_qa.cli.safe_text import as_utf8
from hegang_qa.cli.settings import Settings, load_settings
from hegang_qa.cli.status import ExitStatus
from hegang_qa.cli.style import style_for
from hegang_qa.errors import HegangQAError, UsageError

if TYPE_CHECKING:
    from hegang_qa.engine import Engine
    from hegang_qa.results import Answer

__all__ = ["run"]


def run(arguments: Sequence[str], environment: Environment) -> int:
    """Answer the question on the command line, or those on standard input; or converse."""
    parsed = parse(ASK_OPTIONS, arguments)
    settings = load_settings(environment, parsed.values)
    if parsed.words and parsed.words != ("-",):
        question = as_utf8(" ".join(parsed.words))
        if not question.strip():
            raise UsageError("the question is empty", hint='hegang-qa "when does it open"')
        _report_path(question, environment, settings)
        return _answer_all([question], settings, environment)
    if parsed.words or not is_terminal(environment.stdin):
        return _answer_all(_lines(environment), settings, environment)
    if settings.json:
        raise UsageError("--json needs a question, or questions on standard input")
    from hegang_qa.cli.repl.start import converse

    return converse(settings, environment)


def _report_path(question: str, environment: Environment, settings: Settings) -> None:
    """Say so when the question is the path of a file or folder: documents are named with ``-d``."""
    if " " in question or not any(mark in question for mark in "./\\"):
        return
    if not os.path.exists(question):
        return
    told = f'{question} is taken for the question; to ask it: hegang-qa -d {question} "when ..."'
    warn(told, environment, settings)


def _report_limits(engine: Engine, environment: Environment, settings: Settings) -> None:
    """Say so when nothing can be found because no document is to be looked into."""
    if settings.within:
        from hegang_qa.within import documents_within

        paths = engine.paths()
        if not documents_within(paths, settings.within):
            known = ", ".join(paths[:3]) + (", ..." if len(paths) > 3 else "")
            limits = " ".join(settings.within)
            warn(f"no document fits --within {limits} (there are: {known})", environment, settings)


def _lines(environment: Environment) -> Iterator[str]:
    """Yield the questions of standard input as they come; empty lines are no questions."""
    # `readline` and not iteration over the stream: that would read ahead.
    for number, line in enumerate(iter(environment.stdin.readline, "")):
        question = (line.removeprefix("\ufeff") if number == 0 else line).strip()
        if question:
            yield question


def _answer_all(
    questions: Sequence[str] | Iterator[str], settings: Settings, environment: Environment
) -> int:
    engine = open_engine(settings, environment)
    report_warnings(engine, environment, settings)
    _report_limits(engine, environment, settings)
    write = _writer(settings, environment)
    status: int | None = None
    several = not isinstance(questions, list)
    for question in questions:
        try:
            answer = engine.ask(
                question,
                within=settings.within or None,
                top=max(settings.top, 1),
                min_confidence=settings.min_confidence,
                explain=settings.explain,
            )
        except HegangQAError:
            raise
        except Exception as error:
            if not several or settings.debug:
                raise
            # The questions after it are still to be answered.
            told = f"this is a defect: {type(error).__name__}: {error} (at: {question[:60]})"
            warn(told, environment, settings)
            status = ExitStatus.INTERNAL_ERROR
            continue
        write(question, answer)
        environment.stdout.flush()
        if all(one.kind == "no-answer" for one in (answer, *answer.rest)):
            status = max(status or 0, ExitStatus.NO_ANSWER)
        elif status is None:
            status = ExitStatus.ANSWERED
    if status is None:
        raise UsageError("no question was given", hint='hegang-qa "when does it open"')
    return status


class _Writer(Protocol):
    def __call__(self, question: str, answer: Answer) -> None: ...


def _writer(settings: Settings, environment: Environment) -> _Writer:
    if settings.json:
        from hegang_qa.cli.json_output import json_line

        def write_json(question: str, answer: Answer) -> None:
            environment.stdout.write(json_line(question, answer))

        return write_json

    style = style_for(environment.stdout, environment.environ, settings.color, settings.theme)
    columns = environment.columns()
    started = False

    def write_text(question: str, answer: Answer) -> None:
        nonlocal started
        lines = list(render_answer(answer, top=settings.top))
        for one in (answer, *answer.rest):
            if one.explanation is not None:
                from hegang_qa.cli.explain import render_explanation

                lines.extend(render_explanation(one))
        environment.stdout.write(("\n" if started else "") + style.paint(lines, columns))
        started = True

    return write_text
