"""The engine with the reader's package; skipped where that is not installed."""

from __future__ import annotations

import logging
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from hegang_qa import Engine

package = pytest.importorskip("hegang_qa_reader")

DATA = Path(str(package.__file__)).parent / "data"
HANDBOOK = str(Path(__file__).resolve().parents[1] / "golden" / "handbook.md")
QUESTION = "What happened to the first boathouse?"


def remove(name: str, folder: Path) -> None:
    (folder / name).unlink()


def cut_short(name: str, folder: Path) -> None:
    content = (folder / name).read_bytes()
    (folder / name).unlink()
    (folder / name).write_bytes(content[: len(content) // 2])


def of_another_format(name: str, folder: Path) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_text(text.replace('"format": 1', '"format": 99'), encoding="utf-8")


def engine_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    load = package.load_reader
    monkeypatch.setattr(package, "load_reader", lambda: load(folder))
    return Engine.open(HANDBOOK, reader="on")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("reader.json", "vocab.txt", "reader-int8.onnx"):
        shutil.copyfile(DATA / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        (remove, "reader.json"),
        (remove, "reader-int8.onnx"),
        (remove, "vocab.txt"),
        (cut_short, "reader.json"),
        (cut_short, "reader-int8.onnx"),
        (cut_short, "vocab.txt"),
        (of_another_format, "reader.json"),
    ],
)
def test_damaged_weights_are_told_in_a_line_and_done_without(
    damage: Any,
    name: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    damage(name, folder)
    engine = engine_over(folder, monkeypatch)
    plain = Engine.open(HANDBOOK, reader="off").ask(QUESTION)
    assert [engine.ask(QUESTION), engine.ask(QUESTION)] == [plain, plain]
    [told] = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert "reader" in told
    assert "\n" not in told


def test_an_onnxruntime_that_does_not_load(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    engine = engine_over(folder, monkeypatch)
    assert engine.ask(QUESTION) == Engine.open(HANDBOOK, reader="off").ask(QUESTION)
    [told] = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert "onnxruntime does not load" in told


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.open(HANDBOOK, reader="on")


@pytest.mark.parametrize(
    ("question", "line", "words"),
    [
        ("When was the club founded?", 3, "1921"),
        ("Who founded the rowing club?", 3, "Margaret Ellison"),
        ("What does a student pay a year?", 12, "£110"),
        ("yearly fee for juniors", 13, "£75"),
        ("When does the gym open on Saturday?", 29, "08:00"),
        ("Which hospital is nearest?", 36, "St Anne's"),
        ("Who is the mayor of Millbrook?", None, ""),
    ],
)
def test_sentences_and_tables_are_read(
    engine: Engine, question: str, line: int | None, words: str
) -> None:
    answer = engine.ask(question)
    assert answer.kind == ("no-answer" if line is None else "answer")
    if line is not None:
        assert answer.source is not None
        assert answer.source.line == line
        assert words in (answer.text or "")


def test_another_year_is_denied_whatever_the_reader_holds_for_likely(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text("The bridge was completed in 1894.\n", encoding="utf-8")
    answer = Engine.open(tmp_path, reader="on").ask("Was the bridge finished in 1890?")
    assert answer.text == "No"


def test_the_same_question_gives_the_same_answer_from_many_threads(engine: Engine) -> None:
    questions = [QUESTION, "yearly fee for juniors", "who won the cup"] * 4
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(engine.ask, questions))
    assert answers == [engine.ask(question) for question in questions]
    assert answers == [Engine.open(HANDBOOK, reader="on").ask(question) for question in questions]
