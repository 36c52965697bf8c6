"""What passages say to yes-or-no questions; weights that were not taught it do not judge."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import hegang_qa_reader
import pytest
from hegang_qa_reader import SpanReader, Verdict, load_reader

from tests.passages import Passage

DATA = Path(hegang_qa_reader.__file__).parent / "data"


def judged(reader: SpanReader, question: str, text: str) -> Verdict:
    assert reader.judge is not None
    [said] = reader.judge(question, [Passage(text)])
    return said


@pytest.mark.parametrize(
    ("question", "text", "verdict"),
    [
        ("Do I have to pay for parking?", "Parking is free of charge.", "no"),
        ("Is parking free?", "Parking is free of charge.", "yes"),
        ("Was the bridge finished in 1894?", "The bridge was completed in 1894.", "yes"),
        ("Is it open on Sundays?", "It is open from Monday to Saturday.", "no"),
        ("Is it shut on Mondays?", "The museum is closed on Mondays.", "yes"),
    ],
)
def test_verdicts(reader: SpanReader, question: str, text: str, verdict: str) -> None:
    said = judged(reader, question, text)
    own, other = (said.yes, said.no) if verdict == "yes" else (said.no, said.yes)
    assert own > other


def test_of_another_matter_nothing_is_said(reader: SpanReader) -> None:
    here = judged(reader, "Is parking free?", "Parking is free of charge.")
    there = judged(reader, "Is parking free?", "The harbour master lives next to the church.")
    assert max(there.yes, there.no) < 0 < max(here.yes, here.no)


def test_the_same_pair_gives_the_same_verdict(reader: SpanReader) -> None:
    assert reader.judge is not None
    texts = ["Parking is free of charge.", "Dogs must be kept on a lead.", ""]
    alone = [judged(reader, "Is parking free?", text) for text in texts]
    assert reader.judge("Is parking free?", [Passage(text) for text in texts]) == alone


def test_of_a_long_passage_what_says_most_counts(reader: SpanReader) -> None:
    filling = "The tower was painted in spring by two men from the village. " * 40
    said = judged(reader, "Is parking free?", f"{filling} Parking is free of charge.")
    assert said.yes > judged(reader, "Is parking free?", filling).yes + 3.0


def test_weights_that_were_not_taught_it_do_not_judge(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    described = json.loads((tmp_path / "reader.json").read_text(encoding="utf-8"))
    del described["judges"]
    (tmp_path / "reader.json").write_text(json.dumps(described), encoding="utf-8")
    assert load_reader(tmp_path).judge is None
