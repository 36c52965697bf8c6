"""``hegang-qa eval FILE.jsonl``: how well are your own questions answered?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hegang_qa.cli.environment import Environment
from hegang_qa.cli.help_text import command_help
from hegang_qa.cli.layout import Line, Piece, display_width
from hegang_qa.cli.opening import open_engine, report_warnings
from hegang_qa.cli.options import SHARED_OPTIONS, Option, parse
from hegang_qa.cli.safe_text import visible
from hegang_qa.cli.settings import load_settings
from hegang_qa.cli.status import ExitStatus
from hegang_qa.cli.style import style_for
from hegang_qa.errors import UsageError

if TYPE_CHECKING:
    from hegang_qa.evaluation import Case, KindReport, Report

__all__ = ["OPTIONS", "run"]

SCHEMA = 1
"""Version of the JSON form; see `hegang_qa.cli.json_output`."""

OPTIONS = (
    Option(("--failures",), "flag", "", "list the questions that went wrong, and how"),
    *SHARED_OPTIONS,
)

_ABOUT = """\
Measure the answers to questions of your own.

  hegang-qa eval questions.jsonl                  the bundled documents
  hegang-qa eval -d handbook/ --failures q.jsonl  yours, and what went wrong
  hegang-qa eval --json questions.jsonl           one JSON object

A question is a line of JSON:

  {"question": "When does it open?", "answers": ["nine", "9 am"], "lines": [12],
   "path": "handbook.md", "kind": "plain", "id": "q1"}

No answers: the documents do not say. A list of questions: a conversation, of
which the last question counts. Only "question" must be there. Answers are
compared without case, punctuation and articles.
"""

_COLUMNS = (
    "kind",
    "questions",
    "right answer",
    "right line",
    "rightly refused",
    "wrongly answered",
    "wrongly refused",
)


def run(arguments: Sequence[str], environment: Environment) -> int:
    """Run a question file and print the table."""
    parsed = parse(OPTIONS, arguments, command="eval")
    if parsed.values.get("help"):
        environment.stdout.write(command_help(_ABOUT, OPTIONS))
        return ExitStatus.ANSWERED
    if len(parsed.words) != 1:
        raise UsageError(
            "eval needs one file of questions",
            hint='hegang-qa eval FILE.jsonl; to ask a question that begins with "eval": '
            "hegang-qa ask eval ...",
        )
    settings = load_settings(environment, parsed.values)
    from hegang_qa.evaluation import evaluate, read_questions

    questions = read_questions(parsed.words[0])
    engine = open_engine(settings, environment)
    report_warnings(engine, environment, settings)
    report = evaluate(
        engine,
        questions,
        within=settings.within or None,
        min_confidence=settings.min_confidence,
    )
    with_failures = bool(parsed.values.get("failures"))
    if settings.json:
        environment.stdout.write(_json(parsed.words[0], report, with_failures))
        return ExitStatus.ANSWERED
    style = style_for(environment.stdout, environment.environ, settings.color, settings.theme)
    environment.stdout.write(style.paint(render_table(report)))
    columns = environment.columns()
    for case in report.failures if with_failures else ():
        environment.stdout.write("\n" + style.paint(render_failure(case), columns))
    return ExitStatus.ANSWERED


def render_table(report: Report) -> Iterator[Line]:
    """Yield the table, a row a kind, and the sum of it."""
    rows = [*_heads(), *(_row(kind) for kind in report.kinds)]
    if len(report.kinds) > 1:
        rows.append(_row(report.total))
    widths = [max(display_width(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    for number, row in enumerate(rows):
        role = "heading" if number < 2 or row[0] == "all" else ""
        cells: list[Piece] = []
        for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
            padding = " " * (width - display_width(cell))
            cells.append((role, cell + padding if column == 0 else "  " + padding + cell))
        yield Line(tuple(cells))
    total = report.total
    yield Line(())
    yield Line(
        (
            ("good" if total.right == total.questions else "bad", f"{total.right}"),
            ("", f" of {total.questions} all right ({_share(total.right, total.questions)})"),
        )
    )


def _heads() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the heads of the columns in two rows, so that the table fits 80 columns."""
    parts = [head.rpartition(" ") for head in _COLUMNS]
    return tuple(first for first, _, _ in parts), tuple(last for _, _, last in parts)


def render_failure(case: Case) -> Iterator[Line]:
    """Yield a question that went wrong: what was expected and what came."""
    question, answer = case.question, case.answer
    what = case.outcome if case.outcome != "right" else "right, but from another line"
    yield Line(
        (
            ("heading", visible(question.id)),
            ("label", f"  {visible(question.kind)}  "),
            ("bad", what),
        )
    )
    for turn in question.turns:
        yield Line((("label", "asked     "), ("", visible(turn))), 2)
    if answer.asked != question.turns[-1]:
        yield Line((("label", "read as   "), ("asked", visible(answer.asked))), 2)
    expected = " | ".join(question.answers) or {"chat": "a friendly word"}.get(
        question.expects, "a refusal"
    )
    places = ", ".join(map(str, question.lines))
    where = f"  {question.path or 'line'}:{places}" if question.lines else ""
    yield Line((("label", "expected  "), ("", visible(expected)), ("label", visible(where))), 2)
    got: list[Piece] = [("label", "got       ")]
    if answer.kind == "no-answer":
        got.append(("", f"a refusal: {visible(answer.reason or 'no reason')}"))
    else:
        got.append(("", visible(answer.text or "")))
    if answer.source is not None:
        got.append(("path", f"  {visible(answer.source.path)}:{answer.source.line}"))
        got.append(("label", f"  {answer.confidence:.2f}"))
    yield Line(tuple(got), 2)


def _row(kind: KindReport) -> tuple[str, ...]:
    talk = kind.questions - kind.answerable - kind.unanswerable
    return (
        visible(kind.kind),
        str(kind.questions),
        _of(kind.right_answer + kind.right_talk, kind.answerable + talk),
        _of(kind.right_line, kind.answerable),
        _of(kind.rightly_refused, kind.unanswerable),
        str(kind.wrongly_answered or "-"),
        str(kind.wrongly_refused or "-"),
    )


def _of(count: int, whole: int) -> str:
    return f"{count}/{whole} {_share(count, whole):>4}" if whole else "-"


def _share(count: int, whole: int) -> str:
    # Rounded down: "100%" is to mean all of them.
    return f"{100 * count // whole}%" if whole else "-"


def _json(file: str, report: Report, with_failures: bool) -> str:
    import json

    record: dict[str, Any] = {"schema": SCHEMA, "file": file, **report.to_dict()}
    if with_failures:
        record["failures"] = [
            {
                "id": case.question.id,
                "kind": case.question.kind,
                "question": list(case.question.turns),
                "outcome": case.outcome,
                "right_line": case.right_line,
                "expected": list(case.question.answers),
                "answer": case.answer.to_dict(),
            }
            for case in report.failures
        ]
    return json.dumps(record, ensure_ascii=False) + "\n"
