"""Learned sums: reading, adding up, telling what added what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa.errors import SourceError
from hegang_qa.learned import LearnedSum

_WEIGHTS = {
    "bias": -1.0,
    "linear": {"a": 2.0, "b": 0.5},
    "trees": [[["a", 0.5], ["b", 1.5], ["a", 3.0], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]]],
}


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(_WEIGHTS), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("row", "leaf"),
    [((0.0, 0.0), 0.1), ((0.0, 2.0), 0.3), ((1.0, 0.0), 0.5), ((4.0, 2.0), 0.8), ((0.5, 1.5), 0.1)],
)
def test_linear_part_and_the_leaf_add_up(path: str, row: tuple[float, float], leaf: float) -> None:
    model = LearnedSum.read(path, ("a", "b"), "the command")
    assert model.score(row) == pytest.approx(-1.0 + 2.0 * row[0] + 0.5 * row[1] + leaf)


@pytest.mark.parametrize("row", [(0.0, 0.0), (4.0, 2.0), (1.0, -3.0)])
def test_contributions_tell_the_whole_score(path: str, row: tuple[float, float]) -> None:
    model = LearnedSum.read(path, ("a", "b"), "the command")
    mean = sum(_WEIGHTS["trees"][0][3]) / 8  # type: ignore[index]
    assert sum(model.contributions(row)) + mean - 1.0 == pytest.approx(model.score(row))


@pytest.mark.parametrize("text", ["", "{}", '{"bias": 0, "linear": {"a": 1}, "trees": []}', "[]"])
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, text: str) -> None:
    file = tmp_path / "weights.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="weights") as caught:
        LearnedSum.read(str(file), ("a", "b"), "the command")
    assert "the command" in str(caught.value.hint)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nowhere"):
        LearnedSum.read(str(tmp_path / "nowhere.json"), ("a",), "the command")


def test_scores_of_some_rows_are_the_scores_of_each(path: str) -> None:
    model = LearnedSum.read(path, ("a", "b"), "the command")
    rows = [(0.0, 0.0), (4.0, 2.0), (1.0, -3.0), (0.5, 1.5)]
    assert model.scores(rows) == [model.score(row) for row in rows]
    assert model.scores([]) == []


_NUMBERS = st.integers(-3, 3).map(lambda number: number / 2)


@given(
    trees=st.lists(
        st.tuples(
            *(st.integers(0, 2), _NUMBERS) * 3,
            st.tuples(*[_NUMBERS] * 8),
        ),
        max_size=12,
    ),
    rows=st.lists(st.tuples(_NUMBERS, _NUMBERS, _NUMBERS), min_size=90, max_size=90),
)
def test_many_rows_are_scored_as_the_first_ones_are(
    trees: list[tuple[int, float, int, float, int, float, tuple[float, ...]]],
    rows: list[tuple[float, float, float]],
) -> None:
    """After some rows all trees are asked at once, by tables."""
    model = LearnedSum(("a", "b", "c"), 0.25, (1.0, -0.5, 0.0), trees)
    scores = model.scores(rows)
    assert scores == [
        LearnedSum(("a", "b", "c"), 0.25, (1.0, -0.5, 0.0), trees).score(row) for row in rows
    ]
