"""The sums of weights as they are made, against their plain definition; damaged weight files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers.candidates.agreement import Agreement
from hegang_qa.answers.candidates.analysis import analyse_text
from hegang_qa.answers.candidates.forms import form_values
from hegang_qa.answers.candidates.hashing import FIRST_MASK, SECOND_MASK, slot_of
from hegang_qa.answers.span_model import features
from hegang_qa.answers.span_model.frame import Frame, frame
from hegang_qa.answers.span_model.scoring import span_model
from hegang_qa.answers.span_model.second_features import OWN, SECOND_CROSSES, second_slots
from hegang_qa.answers.span_model.weights import read_weights
from hegang_qa.errors import SourceError
from hegang_qa.question import understand

TEXT = "The old mill was built in 1790 by Jakob Stein, Anna Berg and the town of Lund."


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    path = tmp_path_factory.mktemp("scoring") / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    engine = Engine.open(path)
    question = understand(
        "Which people built the old mill?",
        rules=engine.rules,
        index=engine.index,
        lexicon=engine.lexicon,
    )
    return frame(question, engine.lexicon)


def plain_sum(table: Sequence[int], slots: Sequence[int]) -> int:
    return sum(table[slot] for slot in slots)


def test_sums_of_the_first_stage(view: Frame) -> None:
    model = span_model()
    summing = model.summing(view)
    table = model.weights.first
    analysis = analyse_text(TEXT)
    grid = features.grid(view, analysis.tagged.tokens)
    starts = summing.starts(view, analysis, grid)
    ends = summing.ends(view, analysis, grid)
    assert starts.keys() == {candidate.start for candidate in analysis.candidates}
    assert ends.keys() == {candidate.end for candidate in analysis.candidates}
    for sums, values, crosses in (
        (starts, features.start_values, features.START_CROSSES),
        (ends, features.end_values, features.END_CROSSES),
    ):
        for at, made in sums.items():
            row = values(view, analysis, grid, at)
            slots = features.slots(row, crosses, view.keys, FIRST_MASK)
            assert made == plain_sum(table, slots)


def test_sums_of_forms_and_relations(view: Frame) -> None:
    model = span_model()
    summing = model.summing(view)
    table = model.weights.first
    analysis = analyse_text(TEXT)
    grid = features.grid(view, analysis.tagged.tokens)
    agreement = Agreement(view.wanted, analysis)
    made = summing.forms(analysis, range(len(analysis.candidates)))
    tags, lists = analysis.tagged.tags, analysis.lists
    for candidate, form in zip(analysis.candidates, made, strict=True):
        start, end, kind, _, _ = candidate
        relations = features.relation_values(candidate, grid, agreement)
        slots = [slot_of(value) for value in form_values(tags, lists, start, end, kind) + relations]
        whole = plain_sum(
            table,
            [
                (slot ^ view.keys[cross]) & FIRST_MASK
                for slot, letter in zip(slots, "ksliP", strict=True)
                for cross in features.FIRST_CROSSES[letter]
            ],
        )
        assert form + sum(summing.first[value] for value in relations) == whole


def test_values_paired_with_words(view: Frame) -> None:
    model = span_model()
    slots = second_slots(view, (), ("Lby",))
    assert model.summing(view).pairs["Lby"] == plain_sum(model.weights.second, slots)


@pytest.mark.parametrize("value", ["cpersonN", "qpersonby", "g12", "h00"])
def test_sums_of_the_second_stage(view: Frame, value: str) -> None:
    model = span_model()
    row = SECOND_CROSSES[value[0]]
    slots = features.slots((value,), (row,), view.keys, SECOND_MASK)
    summing = model.summing(view)
    for _ in range(2):  # the second time from memory
        sums = summing.own if value[0] in OWN else summing.second
        assert sums[value] == plain_sum(model.weights.second, slots)


@pytest.mark.parametrize("content", [b"", b"HQSW", b"x" * 100])
def test_damaged_weights_are_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "spans.bin"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"spans\.bin"):
        read_weights(str(path))


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_weights(str(tmp_path / "none.bin"))
