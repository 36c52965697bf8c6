"""The third stage of the span model: what is left in front is weighed anew."""

from __future__ import annotations

from math import exp
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegang_qa import Engine
from hegang_qa.answers import score_spans
from hegang_qa.answers.model import ScoredSpan
from hegang_qa.answers.span_model.third_stage import FEATURES, SPAN_PARTS, weights
from hegang_qa.answers.spans import LAST
from hegang_qa.question import understand
from hegang_qa.ranking import rank

TEXT = """The border with Norland is 235 kilometres (146 mi) long.

The town (code: HX, also called H1; in capitals: LUND) lies 12 miles from the sea.

The pumping station was built in 1898 by Ada Berg, an engineer from Ostby, and enlarged in 1928.

| Boat | Seats | Price |
|---|---|---|
| Otter | 2 | 8 euros |
| Heron | 8 | 20 euros |
"""

_WORDS = st.lists(
    st.sampled_from(
        "who when where what how many which did the a town border built long miles price of Otter "
        "1898 Ada Berg ( ) , ? station pumping enlarged seats is was".split()
    ),
    min_size=1,
    max_size=9,
).map(" ".join)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("third") / "town.md"
    path.write_text(TEXT, encoding="utf-8")
    return Engine.open(path, reader="off")


def _spans(engine: Engine, text: str) -> list[ScoredSpan]:
    lexicon = engine.lexicon
    question = understand(text, rules=engine.rules, index=engine.index, lexicon=lexicon)
    ranked = rank(question, index=engine.index, store=engine.store)
    return score_spans(question, ranked, lexicon=lexicon)


def test_weights_are_those_of_the_features() -> None:
    assert weights().features == FEATURES
    assert len(set(FEATURES)) == len(FEATURES)
    assert {f"span: {name}" for name in SPAN_PARTS} < set(FEATURES)


@given(_WORDS)
def test_scores_are_log_probabilities_that_their_parts_account_for(
    engine: Engine, text: str
) -> None:
    spans = _spans(engine, text)
    if not spans:
        return
    assert sum(exp(span.score) for span in spans) == pytest.approx(1.0)
    assert [span.score for span in spans] == sorted((s.score for s in spans), reverse=True)
    rests = [span.score - sum(span.features.values()) for span in spans]
    assert rests == pytest.approx([rests[0]] * len(rests))


@given(_WORDS)
def test_no_candidate_is_lost_and_none_comes_from_behind(engine: Engine, text: str) -> None:
    """What the third stage does not look at stays behind all of its sentence that it looks at."""
    after = _spans(engine, text)
    with patch("hegang_qa.answers.spans.third_stage", lambda question, ranked, scored: scored):
        before = _spans(engine, text)
    assert {_place(span) for span in after} == {_place(span) for span in before}
    looked_at = {_place(span) for span in before[:LAST]}
    for sentence in {_place(span)[0] for span in before[:LAST]}:
        own = [_place(span) in looked_at for span in after if _place(span)[0] == sentence]
        assert own == sorted(own, reverse=True)


def _place(span: ScoredSpan) -> tuple[int, int, int]:
    return span.ranked.sentence.id, span.span.start, span.span.end


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How many miles is the border long?", "146"),
        ("How many kilometres is the border long?", "235"),
        ("What is the code of the town?", "HX"),
        ("How is the town written in capitals?", "LUND"),
        ("How is the town spelled in capitals?", "LUND"),
        ("When was the pumping station enlarged?", "1928"),
        ("Who built the pumping station?", "Ada Berg"),
        ("How many seats does the Otter have?", "2"),
    ],
)
def test_answers(engine: Engine, question: str, answer: str) -> None:
    found = engine.ask(question)
    assert found.kind == "answer", found.reason
    assert found.text in (answer, f"{answer} kilometres", f"{answer} mi")


def test_weights_of_another_shape_are_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hegang_qa.answers.span_model import third_stage
    from hegang_qa.errors import SourceError

    broken = tmp_path / "third-stage.json"
    broken.write_text('{"bias": 0, "linear": {}, "trees": []}', encoding="utf-8")
    monkeypatch.setattr(third_stage, "data_path", lambda name: str(broken))
    with pytest.raises(SourceError, match="cannot be read"):
        third_stage.weights.__wrapped__()
