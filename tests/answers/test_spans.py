"""Which words of a sentence are the answer: units, lists, codes and clauses kept whole."""

from __future__ import annotations

import pytest

from hegang_qa import Engine
from hegang_qa.answers.spans import score_spans
from hegang_qa.question import understand
from hegang_qa.ranking import rank

NOTES = """\
Mill notes

The Old Mill (Russian: Мельница; formerly known as the Red House) is a watermill on the river Wend.
It was built in the early 1790s by the miller Jakob Stein, because the town had no bread.
The wheel is 4.2 metres wide and weighs 900 kg.
Flour is sold for $3.50 a bag. Visitors can take a bus from Lund, Varn and Oster.
Tours last 40 minutes and begin at 10:30 am. The guide is Anna Berg.
Error M-17 means that the gate is shut. The manual is stored in /srv/mill/manual.pdf.
A quern is a hand mill that grinds grain. The UPS (uninterruptible power supply) lasts two hours.
The default speed of the wheel is 30 turns a minute.
Of the flour, 12.5% goes to the bakery. The mill is closed from December to February.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("spans") / "notes.txt"
    path.write_text(NOTES, encoding="utf-8")
    return Engine.open(path)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("When was the Old Mill built?", ("early 1790s", "the early 1790s")),
        (
            "Who built the Old Mill?",
            ("Jakob Stein", "the miller Jakob Stein", "miller Jakob Stein"),
        ),
        ("How wide is the wheel?", ("4.2 metres",)),
        ("How much does the wheel weigh?", ("900 kg",)),
        ("How long do tours last?", ("40 minutes",)),
        ("Who is the guide?", ("Anna Berg",)),
        ("When do tours begin?", ("10:30 am",)),
        ("What does UPS stand for?", ("uninterruptible power supply",)),
        ("How long does the UPS last?", ("two hours",)),
        ("Why was the mill built?", ("the town had no bread", "because the town had no bread")),
        ("Which error means that the gate is shut?", ("M-17", "Error M-17")),
        ("Where is the manual stored?", ("/srv/mill/manual.pdf",)),
        ("What is a quern?", ("a hand mill", "a hand mill that grinds grain")),
        ("What is the Old Mill?", ("a watermill", "a watermill on the river Wend")),
        ("What is Мельница?", ("Old Mill", "The Old Mill", "a watermill")),
        ("How much is flour?", ("$3.50", "$3.50 a bag")),
        ("What percentage of the flour goes to the bakery?", ("12.5%",)),
        ("default speed of the wheel", ("30 turns a minute", "30 turns", "30")),
    ],
)
def test_short_answer(engine: Engine, question: str, answers: tuple[str, ...]) -> None:
    understood = understand(
        question, rules=engine.rules, index=engine.index, lexicon=engine.lexicon
    )
    ranked = rank(understood, index=engine.index, store=engine.store)
    spans = score_spans(understood, ranked, lexicon=engine.lexicon)
    assert spans[0].text in answers


def test_scores_are_log_probabilities_and_their_parts_are_named(engine: Engine) -> None:
    understood = understand(
        "How wide is the wheel?", rules=engine.rules, index=engine.index, lexicon=engine.lexicon
    )
    ranked = rank(understood, index=engine.index, store=engine.store)
    spans = score_spans(understood, ranked, lexicon=engine.lexicon)
    scores = [span.score for span in spans]
    assert scores == sorted(scores, reverse=True)
    assert all(score <= 0 for score in scores)
    # Between two candidates, the scores differ by what their parts differ by.
    parts = [sum(span.features.values()) for span in spans]
    assert parts[0] - parts[-1] == pytest.approx(scores[0] - scores[-1])
    assert "sentence" in spans[0].features


def test_no_sentence_no_span(engine: Engine) -> None:
    understood = understand("what", rules=engine.rules, index=engine.index, lexicon=engine.lexicon)
    assert score_spans(understood, [], lexicon=engine.lexicon) == []
