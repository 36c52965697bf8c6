"""Measure the engine on questions of your own.

::

    from hegang_qa import Engine
    from hegang_qa.evaluation import evaluate, read_questions

    report = evaluate(Engine.open("handbook/"), read_questions("questions.jsonl"))
    print(report.total.right, "of", report.total.questions)
"""

from hegang_qa.evaluation.comparison import normalised, same_answer
from hegang_qa.evaluation.measuring import Case, KindReport, Outcome, Report, evaluate
from hegang_qa.evaluation.questions import TestQuestion, read_questions

__all__ = [
    "Case",
    "KindReport",
    "Outcome",
    "Report",
    "TestQuestion",
    "evaluate",
    "normalised",
    "read_questions",
    "same_answer",
]
