"""The door to the optional reader: when it is asked, what it changes, what happens without it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hegang_qa import Engine
from hegang_qa.answers.model import Passage, ReadSpan
from hegang_qa.answers.reading.sureness import READ_THRESHOLD
from hegang_qa.errors import UsageError
from hegang_qa.second_opinion import INTERFACE
from tests.reader.fake import BrokenReader, FakeReader

ROOT = Path(__file__).resolve().parents[2]
TEXT = """\
The bridge over the Arn was built by Halloran and Sons in 1887, after the flood. Its towers are of
granite from Selby. In 1931 the town council painted the railings of the bridge green.
"""
QUESTION = "who built the bridge over the Arn"


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def package(**parts: Any) -> SimpleNamespace:
    return SimpleNamespace(**{"INTERFACE": INTERFACE, "__version__": "9.9", **parts})


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def test_a_reader_is_heard(document: str) -> None:
    reader = FakeReader({"Halloran and Sons": 9.0})
    answer = Engine.open(document, reader=reader).ask(QUESTION)
    assert answer.text == "Halloran and Sons"
    assert answer.source is not None
    assert answer.source.line == 1
    assert reader.passages


def test_an_answer_is_words_of_the_sentence(document: str) -> None:
    answer = Engine.open(document, reader=FakeReader({"granite from Selby.": 9.0})).ask(
        "what are the towers of the bridge made of"
    )
    assert answer.sentence is not None
    assert answer.answer_span is not None
    start, end = answer.answer_span
    assert answer.sentence[start:end] == answer.text == "granite from Selby"


def test_words_of_the_question_are_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "capital.txt"
    path.write_text("Elmford is the capital of Arnshire County.\n", encoding="utf-8")
    reader = FakeReader({"Arnshire County": 4.0, "Elmford": 3.0})
    answer = Engine.open(str(path), reader=reader).ask("what is the capital of Arnshire")
    assert answer.text == "Elmford"


def test_explanation_shows_the_vote(document: str) -> None:
    engine = Engine.open(document, reader=FakeReader({"Halloran and Sons": 9.0}))
    explanation = engine.ask(QUESTION, explain=True).explanation
    assert explanation is not None
    assert any("reader" in part.part for part in explanation.contributions)
    assert any("the reader says" in n and "Halloran and Sons" in n for n in explanation.notes)


def test_off_imports_and_says_nothing(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hegang_qa_reader", package(load_reader=BrokenReader))
    explanation = Engine.open(document, reader="off").ask(QUESTION, explain=True).explanation
    assert explanation is not None
    assert not any("reader" in note for note in explanation.notes)


@pytest.mark.parametrize("question", ["was the bridge built in 1887", "кто построил мост", "hello"])
def test_some_questions_are_not_for_a_reader(document: str, question: str) -> None:
    reader = FakeReader({"granite": 9.0})
    with_reader = Engine.open(document, reader=reader).ask(question)
    assert with_reader == Engine.open(document, reader="off").ask(question)
    assert reader.passages == []


def test_no_answer_in_a_script_that_it_cannot_read(tmp_path: Path) -> None:
    path = tmp_path / "mines.txt"
    path.write_text("In 1914 the Arnwood Mines (興華煤礦) were set up by merchants.\n", "utf-8")
    reader = FakeReader({"merchants": 9.0})
    answer = Engine.open(path, reader=reader).ask("What is the Chinese name of Arnwood Mines?")
    assert answer.text == "興華煤礦"
    assert not reader.passages


def test_auto_asks_only_where_the_engine_is_not_sure(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = FakeReader({"Halloran and Sons": 9.0})
    monkeypatch.setitem(sys.modules, "hegang_qa_reader", package(load_reader=lambda: reader))
    monkeypatch.setattr("hegang_qa.second_opinion.SURE", 0.0)
    engine = Engine.open(document, reader="auto")
    plain = Engine.open(document, reader="off").ask(QUESTION, min_confidence=0.0)
    assert engine.ask(QUESTION, min_confidence=0.0) == plain
    assert reader.passages == []
    monkeypatch.setattr("hegang_qa.second_opinion.SURE", 1.1)
    engine.ask(QUESTION)
    assert reader.passages


def test_a_reader_that_is_always_asked_loads_beside_the_documents(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = threading.Event()

    class Loading(FakeReader):
        def load(self) -> None:
            loaded.set()
            raise RuntimeError("told at the first question, not here")

    reader = Loading({"Halloran and Sons": 9.0})
    monkeypatch.setitem(sys.modules, "hegang_qa_reader", package(load_reader=lambda: reader))
    engine = Engine.open(document, reader="on")
    assert loaded.wait(10)
    assert engine.ask(QUESTION).text == "Halloran and Sons"


def test_the_same_words_are_not_refused_for_a_doubtful_second_opinion(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hegang_qa.answers.reading.joining.sureness", lambda amounts: 0.05)
    plain = Engine.open(document, reader="off").ask(QUESTION)
    assert plain.kind == "answer"
    assert plain.text
    doubtful = FakeReader({plain.text: 1.0})
    assert Engine.open(document, reader=doubtful).ask(QUESTION).text == plain.text
    another = FakeReader({"the town council": 9.0, "granite": 9.0, plain.text: -7.0})
    assert Engine.open(document, reader=another).ask("who painted the towers").text is None


def test_an_answer_stands_against_one_that_is_much_less_sure(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Engine.open(document, reader="off").ask(QUESTION)
    assert plain.kind == "answer"
    other = FakeReader({"the town council": 9.0, "the flood": 9.0})
    for sure, stands in ((plain.confidence - 0.4, True), (plain.confidence - 0.2, False)):
        monkeypatch.setattr(
            "hegang_qa.answers.reading.joining.sureness", lambda amounts, sure=sure: sure
        )
        heard = Engine.open(document, reader=other).ask(QUESTION)
        assert heard.kind == "answer"
        assert (heard.text == plain.text) is stands


def test_an_answer_stands_against_a_refusal_only_where_both_give_it_and_are_sure_enough(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hegang_qa.answers.reading.joining.sureness", lambda amounts: 0.05)
    plain = Engine.open(document, reader="off").ask(QUESTION)
    assert plain.text
    assert plain.confidence > 0.35
    mean = (plain.confidence + 0.05) / 2
    same, other = FakeReader({plain.text: 1.0}), FakeReader({"the town council": 9.0})
    for agreed, reader, stands in (
        (mean - 0.01, same, True),
        (mean + 0.01, same, False),
        (mean - 0.01, other, False),
    ):
        monkeypatch.setattr("hegang_qa.answers.reading.hearing._AGREED", agreed)
        assert (Engine.open(document, reader=reader).ask(QUESTION).kind == "answer") is stands


def test_where_a_reader_was_heard_more_is_refused_by_default(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = FakeReader({"the town council": 9.0, "granite": 9.0})
    engine = Engine.open(document, reader=reader)
    question = "who repaired the railings"
    for sure, kind in (
        (READ_THRESHOLD + 0.01, "answer"),
        (READ_THRESHOLD - 0.01, "no-answer"),
    ):
        monkeypatch.setattr(
            "hegang_qa.answers.reading.joining.sureness", lambda amounts, sure=sure: sure
        )
        assert engine.ask(question).kind == kind
        assert engine.ask(question, min_confidence=0.1).kind == "answer"


def without_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hegang_qa_reader", None)


def test_without_the_package_all_is_as_before(
    document: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    without_package(monkeypatch)
    plain = Engine.open(document, reader="off").ask(QUESTION)
    assert Engine.open(document).ask(QUESTION) == plain
    assert warnings(caplog) == []


def test_without_the_package_an_explanation_gives_one_hint(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_package(monkeypatch)
    answer = Engine.open(document).ask("who painted the tower of the bridge red", explain=True)
    assert answer.explanation is not None
    assert sum("pip install" in note for note in answer.explanation.notes) == 1


def test_on_without_the_package_is_wrong_usage(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_package(monkeypatch)
    with pytest.raises(UsageError, match="not installed") as caught:
        Engine.open(document, reader="on")
    assert "pip install" in (caught.value.hint or "")


def test_another_word_is_wrong_usage(document: str) -> None:
    with pytest.raises(UsageError, match="auto"):
        Engine.open(document, reader="perhaps")  # type: ignore[arg-type]


def failing_load() -> None:
    raise RuntimeError("the reader's weights file is damaged: x.onnx")


@pytest.mark.parametrize("choice", ["auto", "on"])
@pytest.mark.parametrize(
    ("module", "line"),
    [
        (package(INTERFACE=0), "does not fit this version"),
        (SimpleNamespace(), "does not fit this version"),
        (package(load_reader=failing_load), "weights file is damaged"),
        (package(load_reader=BrokenReader), "the library is broken"),
        (package(), "load_reader"),
    ],
)
def test_a_reader_that_fails_is_told_once_and_done_without(
    document: str,
    choice: Any,
    module: Any,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setitem(sys.modules, "hegang_qa_reader", module)
    monkeypatch.setattr("hegang_qa.second_opinion.SURE", 1.1)
    engine = Engine.open(document, reader=choice)
    plain = Engine.open(document, reader="off").ask(QUESTION)
    assert [engine.ask(QUESTION), engine.ask(QUESTION)] == [plain, plain]
    [told] = warnings(caplog)
    assert line in told
    assert told.endswith("going on without the reader")
    assert "\n" not in told


def test_a_broken_reader_is_not_asked_again(document: str) -> None:
    reader = BrokenReader()
    engine = Engine.open(document, reader=reader)
    engine.ask(QUESTION)
    engine.ask(QUESTION)
    assert reader.asked == 1


def run(*arguments: str, before: str = "pass") -> subprocess.CompletedProcess[str]:
    code = (
        f"import sys; {before}; from hegang_qa.cli.main import main; status = main();"
        "held = {'hegang_qa_reader', 'numpy', 'onnxruntime'} & {n for n in sys.modules if"
        " sys.modules[n]}; print('HELD', *sorted(held)); sys.exit(status)"
    )
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("HEGANG_QA", "XDG_"))}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**kept, "PYTHONPATH": str(ROOT), "HOME": "/nonexistent"},
        timeout=60,
        check=False,
    )


def test_the_program_without_the_reader(document: str) -> None:
    done = run("--reader", "off", "-d", document, QUESTION)
    assert done.returncode == 0
    assert "HELD\n" in done.stdout
    assert done.stderr == ""


HIDDEN = "sys.modules['hegang_qa_reader'] = None"


def test_a_plain_install_never_imports_it(document: str) -> None:
    auto = run("-d", document, "who painted the tower of the bridge red", before=HIDDEN)
    off = run("--reader=off", "-d", document, "who painted the tower of the bridge red")
    assert (auto.returncode, auto.stdout, auto.stderr) == (off.returncode, off.stdout, off.stderr)
    assert "HELD\n" in auto.stdout


def test_the_program_says_that_the_reader_is_not_installed(document: str) -> None:
    done = run("--reader", "on", "-d", document, QUESTION, before=HIDDEN)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "hegang-qa: the reader is not installed"


def test_a_setting_chooses_the_reader() -> None:
    done = run("--reader", "perhaps", QUESTION)
    assert done.returncode == 2
    assert "--reader is one of auto, on, off" in done.stderr


def test_a_reader_is_asked_with_spelling_mended(document: str) -> None:
    class Listening(FakeReader):
        asked = ""

        def read(self, question: str, passages: Sequence[Passage]) -> list[list[ReadSpan]]:
            self.asked = question
            return super().read(question, passages)

    reader = Listening({"Halloran and Sons": 9.0})
    Engine.open(document, reader=reader).ask("who biult the brigde over the Arn")
    assert reader.asked == "who built the bridge over the Arn"


@pytest.mark.parametrize("spans", [[], [[(0, 4)]], [[("a", "b", "c", "d", "e")]]])
def test_a_reader_that_gives_no_spans_is_done_without(
    document: str, spans: Any, caplog: pytest.LogCaptureFixture
) -> None:
    class Wrong:
        def read(self, question: str, passages: Sequence[Passage]) -> Any:
            return spans

    engine = Engine.open(document, reader=Wrong())
    plain = Engine.open(document, reader="off").ask(QUESTION)
    assert engine.ask(QUESTION) == plain
    assert len(warnings(caplog)) == 1
