"""``hegang-qa eval``: the table, the failures, the JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hegang_qa.cli.main import main
from hegang_qa.cli.status import ExitStatus
from tests.cli.stub import StubEngine, environment, text_of

LINES = """\
{"id": "a", "question": "when was it built", "answers": ["1901"], "lines": [3]}
{"id": "b", "question": "when was it built", "answers": ["1902", "1903"], "lines": [3], "path": "x"}
{"id": "c", "question": ["who paid", "and when?"], "answers": [], "kind": "follow-up"}
{"id": "d", "question": "who paid", "answers": [], "kind": "unanswerable"}
"""

TABLE = """\
                            right     right   rightly   wrongly  wrongly
kind          questions    answer      line   refused  answered  refused
plain                 2  1/2  50%  1/2  50%         -         1        -
follow-up             1         -         -  0/1   0%         1        -
unanswerable          1         -         -  1/1 100%         -        -
all                   4  1/2  50%  1/2  50%  1/2  50%         2        -

2 of 4 all right (50%)
"""

FAILURES = """
b  plain  wrongly answered
  asked     when was it built
  expected  1902 | 1903  x:3
  got       1901  island.txt:3  0.92

c  follow-up  wrongly answered
  asked     who paid
  asked     and when?
  read as   when was the lighthouse built
  expected  a refusal
  got       1901  island.txt:3  0.92
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "questions.jsonl"
    path.write_text(LINES, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> tuple[int, str, str]:
    env = environment()
    status = main(["eval", *arguments], env)
    return status, text_of(env.stdout), text_of(env.stderr)


def test_the_table(engine: StubEngine, file: str) -> None:
    assert run(file) == (ExitStatus.ANSWERED, TABLE, "")


def test_the_failures(engine: StubEngine, file: str) -> None:
    assert run("--failures", file) == (ExitStatus.ANSWERED, TABLE + FAILURES, "")


def test_json(engine: StubEngine, file: str) -> None:
    _, out, _ = run("--json", file)
    record = json.loads(out)
    assert (record["schema"], record["file"], record["total"]["right"]) == (1, file, 2)
    assert "failures" not in record
    _, out, _ = run("--json", "--failures", file)
    failures = json.loads(out)["failures"]
    assert [failure["id"] for failure in failures] == ["b", "c"]
    assert failures[1]["question"] == ["who paid", "and when?"]


def test_a_file_that_is_not_one(engine: StubEngine, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text("what?\n", encoding="utf-8")
    status, out, err = run(str(path))
    assert (status, out) == (ExitStatus.UNREADABLE, "")
    assert err.startswith(f"hegang-qa: {path}:1: is not JSON")
