"""Asks an engine the questions and counts what it got right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal, Protocol

from hegang_qa.evaluation.comparison import same_answer
from hegang_qa.evaluation.questions import TestQuestion
from hegang_qa.results import Answer
from hegang_qa.within import Within, documents_within

__all__ = ["Case", "KindReport", "Outcome", "Report", "evaluate"]

Outcome = Literal["right", "wrongly answered", "wrongly refused"]


class _Asks(Protocol):
    def ask(
        self, question: str, *, within: Within = ..., min_confidence: float | None = ...
    ) -> Answer: ...


class _Engine(_Asks, Protocol):
    def chat(self) -> _Asks: ...


@dataclass(frozen=True, slots=True)
class Case:
    """A question, the answer to its last turn, and the verdict.

    `outcome` is "right" when the answer is (or when the refusal or the friendly word is),
    whatever line it came from; `right_line` whether a right answer came from a line where it may.
    """

    question: TestQuestion
    answer: Answer
    outcome: Outcome
    right_line: bool

    @property
    def passed(self) -> bool:
        """Whether everything is right, the line included."""
        return self.outcome == "right" and (self.right_line or self.question.expects != "answer")


@dataclass(frozen=True, slots=True)
class KindReport:
    """Counts over the questions of one kind.

    Of `questions`, `answerable` have an answer in the documents, `unanswerable` have none, the
    rest are small talk. `right_answer` and `right_line` (right answer from a right line) count
    among the answerable, `rightly_refused` among the unanswerable, `right_talk` among small talk;
    `wrongly_answered` and `wrongly_refused` among all. `right` is everything that is right, the
    line included.
    """

    kind: str
    questions: int
    answerable: int
    unanswerable: int
    right_answer: int
    right_line: int
    rightly_refused: int
    right_talk: int
    wrongly_answered: int
    wrongly_refused: int
    right: int


@dataclass(frozen=True, slots=True)
class Report:
    """What came out: every case in order, the counts by kind (first seen first), and in all."""

    cases: tuple[Case, ...]
    kinds: tuple[KindReport, ...]
    total: KindReport

    @property
    def failures(self) -> tuple[Case, ...]:
        """The cases that did not pass."""
        return tuple(case for case in self.cases if not case.passed)

    def to_dict(self) -> dict[str, Any]:
        """Return the counts, not the cases, as plain data."""
        return {
            "total": asdict(self.total),
            "kinds": [asdict(kind) for kind in self.kinds],
        }


def evaluate(
    engine: _Engine,
    questions: Iterable[TestQuestion],
    *,
    within: Within = None,
    min_confidence: float | None = None,
) -> Report:
    """Return what the engine makes of the questions. Follow-ups are asked in one chat each."""
    cases = []
    for question in questions:
        asks: _Asks = engine if len(question.turns) == 1 else engine.chat()
        for turn in question.turns[:-1]:
            asks.ask(turn, within=within, min_confidence=min_confidence)
        answer = asks.ask(question.turns[-1], within=within, min_confidence=min_confidence)
        cases.append(_judged(question, answer))
    kinds = dict.fromkeys(case.question.kind for case in cases)
    return Report(
        cases=tuple(cases),
        kinds=tuple(
            _counted(kind, [case for case in cases if case.question.kind == kind]) for kind in kinds
        ),
        total=_counted("all", cases),
    )


def _judged(question: TestQuestion, answer: Answer) -> Case:
    outcome: Outcome
    if answer.kind == "no-answer":
        outcome = "right" if question.expects == "no-answer" else "wrongly refused"
    elif answer.kind != question.expects:
        outcome = "wrongly answered"
    elif answer.kind == "chat" or same_answer(answer.text, question.answers):
        outcome = "right"
    else:
        outcome = "wrongly answered"
    return Case(question, answer, outcome, _is_right_line(question, answer))


def _is_right_line(question: TestQuestion, answer: Answer) -> bool:
    if answer.kind != "answer" or answer.source is None:
        return False
    # A sentence may be wrapped; whoever wrote the question gives the line of the answer, or of its
    # beginning.
    first = answer.source.line
    last = first + (answer.sentence or "").count("\n")
    if question.lines and not any(first <= line <= last for line in question.lines):
        return False
    return question.path is None or bool(documents_within([answer.source.path], question.path))


def _counted(kind: str, cases: list[Case]) -> KindReport:
    answerable = [case for case in cases if case.question.expects == "answer"]
    unanswerable = [case for case in cases if case.question.expects == "no-answer"]
    talk = [case for case in cases if case.question.expects == "chat"]
    return KindReport(
        kind=kind,
        questions=len(cases),
        answerable=len(answerable),
        unanswerable=len(unanswerable),
        right_answer=sum(case.outcome == "right" for case in answerable),
        right_line=sum(case.outcome == "right" and case.right_line for case in answerable),
        rightly_refused=sum(case.outcome == "right" for case in unanswerable),
        right_talk=sum(case.outcome == "right" for case in talk),
        wrongly_answered=sum(case.outcome == "wrongly answered" for case in cases),
        wrongly_refused=sum(case.outcome == "wrongly refused" for case in cases),
        right=sum(case.passed for case in cases),
    )
