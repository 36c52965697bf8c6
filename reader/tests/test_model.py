import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hegang_qa_reader
import pytest
from hegang_qa_reader import ReadSpan, SpanReader, WeightsError, load_reader

from tests.passages import Passage

DATA = Path(hegang_qa_reader.__file__).parent / "data"

BRIDGE = "The bridge was built by John Smith in 1887. It cost 2.3 million pounds."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who built the bridge?", "John Smith"),
        ("When was the bridge built?", "1887"),
        ("How much did the bridge cost?", "2.3 million pounds"),
    ],
)
def test_the_words_that_answer_come_first(reader: SpanReader, question: str, answer: str) -> None:
    [spans] = reader.read(question, [Passage(BRIDGE)])
    assert BRIDGE[spans[0].start : spans[0].end] == answer
    [others] = reader.read("What is the capital of Peru?", [Passage(BRIDGE)])
    assert margin(spans[0]) > margin(others[0]) + 3.0


def test_a_question_on_something_else_falls_below_null(reader: SpanReader) -> None:
    [spans] = reader.read("What is the capital of Peru?", [Passage(BRIDGE)])
    assert all(margin(span) < 0.0 for span in spans)


def margin(span: ReadSpan) -> float:
    return span.score - span.null_score


def test_spans_lie_in_the_text_best_first(reader: SpanReader) -> None:
    [spans] = reader.read("Who built it?", [Passage(BRIDGE, context="Bridges of the town")])
    assert all(0 <= span.start < span.end <= len(BRIDGE) for span in spans)
    assert [span.score for span in spans] == sorted((span.score for span in spans), reverse=True)


def test_proposed_spans_are_scored(reader: SpanReader) -> None:
    at = BRIDGE.index("1887")
    [spans] = reader.read("Who built the bridge?", [Passage(BRIDGE, proposed=((at, at + 4),))])
    by_place = {(span.start, span.end): span.score for span in spans}
    assert by_place[at, at + 4] < spans[0].score


def test_nothing_to_read_gives_nothing(reader: SpanReader) -> None:
    assert reader.read("Who?", [Passage(""), Passage(" \n\t")]) == [[], []]
    assert reader.read("Who?", []) == []
    assert len(reader.read("", [Passage(BRIDGE)])) == 1


def test_an_answer_far_into_a_long_text_is_found(reader: SpanReader) -> None:
    filler = "The weather was fine and everybody went for a long walk in the woods. " * 60
    text = filler + BRIDGE + " " + filler
    [spans] = reader.read("Who built the bridge?", [Passage(text)])
    assert text[spans[0].start : spans[0].end] == "John Smith"


def test_neighbours_do_not_change_a_reading(reader: SpanReader) -> None:
    alone = reader.read("Who built the bridge?", [Passage(BRIDGE)])[0]
    among = reader.read(
        "Who built the bridge?", [Passage("Smith sang."), Passage(BRIDGE), Passage("x " * 300)]
    )[1]
    assert alone == among


def test_threads_share_one_reader() -> None:
    fresh = load_reader()
    with ThreadPoolExecutor(4) as pool:
        results = list(
            pool.map(lambda _: fresh.read("Who built it?", [Passage(BRIDGE)]), range(12))
        )
    assert all(result == results[0] for result in results)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("reader.json", "vocab.txt"):
        shutil.copyfile(DATA / name, tmp_path / name)
    (tmp_path / "reader-int8.onnx").symlink_to(DATA / "reader-int8.onnx")
    return tmp_path


def _message(folder: Path) -> str:
    with pytest.raises(WeightsError) as caught:
        load_reader(folder).read("Who?", [Passage(BRIDGE)])
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_missing_description(folder: Path) -> None:
    (folder / "reader.json").unlink()
    assert "missing" in _message(folder)


@pytest.mark.parametrize("content", ["", "[]", "{}", "\x00", '{"format": 1}'])
def test_damaged_description(folder: Path, content: str) -> None:
    (folder / "reader.json").write_text(content, encoding="utf-8")
    assert "damaged" in _message(folder)


def test_other_format(folder: Path) -> None:
    described = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    (folder / "reader.json").write_text(json.dumps({**described, "format": 99}), encoding="utf-8")
    assert "format 99" in _message(folder)


def test_missing_weights(folder: Path) -> None:
    (folder / "reader-int8.onnx").unlink()
    assert "cannot be read" in _message(folder)


def test_damaged_weights(folder: Path) -> None:
    (folder / "reader-int8.onnx").unlink()
    (folder / "reader-int8.onnx").write_bytes(b"not a graph")
    assert "damaged" in _message(folder)


def test_damaged_vocabulary(folder: Path) -> None:
    (folder / "vocab.txt").write_text("[UNK]\nthe\n", encoding="utf-8")
    assert "damaged" in _message(folder)


def test_nothing_is_noted_of_who_asks(tmp_path: Path) -> None:
    """Some builds of onnxruntime keep a number of the machine, and send it with what they run."""
    code = (
        "from hegang_qa_reader import load_reader\n"
        "reader = load_reader()\n"
        "reader.load()\n"
        "reader.finder.place(['The bridge was built in 1887.'])\n"
        "import os\n"
        "print(os.environ['ORT_DISABLE_TELEMETRY'])\n"
    )
    kept = {key: value for key, value in os.environ.items() if not key.startswith("ORT_")}
    homes = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "USERPROFILE", "LOCALAPPDATA"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, **homes},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "1\n"
    assert list(tmp_path.iterdir()) == []


def test_onnxruntime_that_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(WeightsError, match="onnxruntime does not load"):
        load_reader().read("Who?", [Passage(BRIDGE)])


def test_importing_and_loading_bring_in_nothing_heavy() -> None:
    code = (
        "import sys; from hegang_qa_reader import load_reader; load_reader();"
        "assert 'numpy' not in sys.modules and 'onnxruntime' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
