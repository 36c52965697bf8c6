"""Texts that are near in meaning are found; damaged weights are told of in a line."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hegang_qa_reader
import numpy as np
import pytest
from hegang_qa_reader import WeightsError, load_reader
from hegang_qa_reader.finder import MAX_TOKENS, MeaningFinder

DATA = Path(hegang_qa_reader.__file__).parent / "data"

TEXTS = (
    "Overdue fee: 20 pence a day for each volume.",
    "The reading room has forty seats and a window on the garden.",
    "Members may renew three times by telephone.",
    "Smoking is forbidden in the whole building.",
    "The head librarian is Ruth Amsel.",
)


@pytest.fixture(scope="module")
def finder() -> MeaningFinder:
    found = load_reader().finder
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what do I pay if I bring a book back late", 0),
        ("how many people can sit there", 1),
        ("can I keep it for longer", 2),
        ("is it all right to have a cigarette", 3),
        ("who is in charge of the books", 4),
    ],
)
def test_the_nearest_text_speaks_of_the_same(
    finder: MeaningFinder, question: str, text: int
) -> None:
    near = finder.near(question, finder.place(TEXTS))
    assert near.index(max(near)) == text


def test_vectors_have_length_one_and_texts_are_their_own_nearest(finder: MeaningFinder) -> None:
    placed = finder.place(TEXTS)
    vectors = placed["whole"] * placed["scale"][:, None]
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3)
    for number, text in enumerate(TEXTS):
        near = finder.near(text, placed)
        assert near[number] == pytest.approx(1.0, abs=1e-3)


def test_a_text_is_placed_the_same_beside_any_other(finder: MeaningFinder) -> None:
    together = finder.place(TEXTS)
    assert all(
        finder.place([text]).tobytes() == together[n].tobytes() for n, text in enumerate(TEXTS)
    )


def test_many_texts_are_placed_as_each_alone(finder: MeaningFinder) -> None:
    many = [f"{text} ({number})" for number in range(10) for text in TEXTS]
    alone = b"".join(finder.keep(finder.place([text])) for text in many)
    assert finder.keep(finder.place(many)) == alone


def test_what_was_placed_is_kept_and_restored(finder: MeaningFinder) -> None:
    placed = finder.place(TEXTS)
    content = finder.keep(placed)
    assert len(content) == len(TEXTS) * finder.record
    assert finder.near("who is the boss", finder.restore(content)) == finder.near(
        "who is the boss", placed
    )
    with pytest.raises(ValueError, match="size"):
        finder.restore(content[:-1])


def test_no_text_has_no_place(finder: MeaningFinder) -> None:
    assert finder.near("who is the boss", finder.place([])) == []


def test_the_name_changes_with_the_weights(folder: Path) -> None:
    assert MeaningFinder(folder).name == MeaningFinder(DATA).name
    path = folder / "reader.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**described, "weights_crc32": "0"}), encoding="utf-8")
    assert MeaningFinder(folder).name != MeaningFinder(DATA).name


@pytest.mark.parametrize("text", ["", "?", "\x00", "word " * 4 * MAX_TOKENS, "水 и ß"])
def test_any_text_has_a_place(finder: MeaningFinder, text: str) -> None:
    placed = finder.place([text])
    assert np.isfinite(placed["scale"]).all()
    assert finder.near(text, placed)[0] > 0.99


def test_threads_share_it(finder: MeaningFinder) -> None:
    placed = finder.place(TEXTS)
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda _: finder.near("who is the boss", placed), range(16)))
    assert all(row == rows[0] for row in rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in DATA.iterdir():
        shutil.copyfile(path, tmp_path / path.name)
    return tmp_path


def test_weights_without_a_finder(folder: Path) -> None:
    path = folder / "reader.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    kept = {key: value for key, value in described.items() if "finder" not in key}
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert load_reader(folder).finder is None


@pytest.mark.parametrize("name", ["finder-int8.onnx"])
def test_a_damaged_finder_is_told_of(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"not a graph")
    finder = load_reader(folder).finder
    assert finder is not None
    with pytest.raises(WeightsError, match="damaged"):
        finder.place(TEXTS)


def test_a_missing_finder_is_told_of(folder: Path) -> None:
    (folder / "finder-int8.onnx").unlink()
    finder = load_reader(folder).finder
    assert finder is not None
    with pytest.raises(WeightsError, match="cannot be read"):
        finder.place(TEXTS)
