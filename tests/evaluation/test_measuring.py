"""What counts as right, and for whom it is counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.evaluation import Report, TestQuestion, evaluate
from tests.cli.stub import StubEngine


def measured(*questions: TestQuestion) -> Report:
    return evaluate(StubEngine(), questions)


BUILT = TestQuestion("q", ("when was it built",), ("1901",), (3,), "island.txt")


@pytest.mark.parametrize(
    ("question", "outcome", "passed"),
    [
        (BUILT, "right", True),
        (replace(BUILT, lines=()), "right", True),
        (replace(BUILT, path=None), "right", True),
        (replace(BUILT, lines=(4,)), "right", False),
        (replace(BUILT, path="history.md"), "right", False),
        (replace(BUILT, answers=("1902",)), "wrongly answered", False),
        (replace(BUILT, answers=()), "wrongly answered", False),
        (replace(BUILT, turns=("who paid",)), "wrongly refused", False),
        (replace(BUILT, turns=("who paid",), answers=()), "right", True),
        (replace(BUILT, turns=("hello",)), "wrongly answered", False),
        (replace(BUILT, turns=("hello",), answers=(), kind="smalltalk"), "right", True),
        (replace(BUILT, turns=("who paid",), answers=(), kind="chat"), "wrongly refused", False),
        (replace(BUILT, turns=("who paid", "and when?")), "right", True),
    ],
)
def test_outcomes(question: TestQuestion, outcome: str, passed: bool) -> None:
    (case,) = measured(question).cases
    assert (case.outcome, case.passed) == (outcome, passed)


def test_counts() -> None:
    report = measured(
        BUILT,
        replace(BUILT, lines=(4,)),
        replace(BUILT, turns=("who paid",), answers=(), kind="unanswerable"),
        replace(BUILT, answers=(), kind="unanswerable"),
        replace(BUILT, turns=("hello",), answers=(), kind="smalltalk"),
    )
    assert [kind.kind for kind in report.kinds] == ["plain", "unanswerable", "smalltalk"]
    total = report.total
    assert (total.questions, total.answerable, total.unanswerable) == (5, 2, 2)
    assert (total.right_answer, total.right_line, total.rightly_refused) == (2, 1, 1)
    assert (total.right_talk, total.wrongly_answered, total.wrongly_refused) == (1, 1, 0)
    assert total.right == 3
    assert len(report.failures) == 2
    assert report.to_dict()["total"]["right"] == 3


def test_limits_are_handed_on() -> None:
    engine = StubEngine()
    evaluate(engine, [BUILT], within="a.md", min_confidence=0.3)
    assert engine.calls[0][1] == {"within": "a.md", "min_confidence": 0.3}


@pytest.mark.parametrize(("line", "passed"), [(1, False), (2, True), (3, True), (4, False)])
def test_a_wrapped_sentence_is_on_all_of_its_lines(tmp_path: Path, line: int, passed: bool) -> None:
    """Whoever writes a question gives the line of the answer, not where its sentence begins."""
    document = tmp_path / "mill.txt"
    document.write_text(
        "The mill\nThe old mill by the river was built of\noak in 1703.\nIt stands.\n"
    )
    question = TestQuestion("q", ("when was the mill built",), ("in 1703", "1703"), (line,))
    (case,) = evaluate(Engine.open(document, reader="off"), [question]).cases
    assert (case.outcome, case.passed) == ("right", passed)
