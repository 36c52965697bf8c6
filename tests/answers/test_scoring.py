"""The sums of weights as they are made, against their plain definition; damaged weight files."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine
from hegang_qa.answers import features
from hegang_qa.answers.agreement import Agreement
from hegang_qa.answers.analysis import analyse_text
from hegang_qa.answers.frame import Frame, frame
from hegang_qa.answers.hashing import hash_of
from hegang_qa.answers.scoring import span_model
from hegang_qa.answers.second_features import SECOND_CROSSES, SECOND_MASK
from hegang_qa.answers.weights import read_weights
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


def test_sums_of_the_first_stage(view: Frame) -> None:
    model = span_model()
    summing = model.summing(view)
    table = model.weights.first
    analysis = analyse_text(TEXT)
    grid = features.grid(view, analysis.tagged.tokens)
    agreement = Agreement(view.wanted, analysis)
    for candidate, form in zip(analysis.candidates, analysis.forms, strict=True):
        start = features.start_values(view, analysis, grid, candidate.start)
        slots = features.slots(start, features.START_CROSSES, view.keys, features.FIRST_MASK)
        assert summing.first(start, features.START_CROSSES) == sum(table[slot] for slot in slots)

        relations = features.relation_values(candidate, grid, agreement)
        hashes = (*form, *map(hash_of, relations))
        whole = sum(
            table[((value ^ view.keys[cross]) >> 7) & features.FIRST_MASK]
            for value, row in zip(hashes, features.SPAN_CROSSES, strict=True)
            for cross in row
        )
        made = summing.form(form) + summing.type(form[0], candidate.type or candidate.kind)
        assert made + summing.first(relations[:2], features.INSIDE_CROSSES) == whole


@pytest.mark.parametrize("value", ["cpersonN", "qpersonby", "g12", "h00"])
def test_sums_of_the_second_stage(view: Frame, value: str) -> None:
    model = span_model()
    row = SECOND_CROSSES[value[0]]
    slots = features.slots((value,), (row,), view.keys, SECOND_MASK)
    for _ in range(2):  # the second time from memory
        assert model.summing(view).second(value) == sum(model.weights.second[s] for s in slots)


@pytest.mark.parametrize("content", [b"", b"HQSW", b"x" * 100])
def test_damaged_weights_are_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "spans.bin"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"spans\.bin"):
        read_weights(str(path))


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_weights(str(tmp_path / "none.bin"))
