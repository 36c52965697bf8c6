"""How near in meaning sentences are to a question."""

from __future__ import annotations

import pytest

from hegang_qa.ranking.nearness import Asked
from hegang_qa.ranking.views import sentence_view
from tests.ranking.ranked import ranked, understood


def _nearness(question: str, sentence: str, over: str = "") -> tuple[float, float]:
    asked = Asked(understood(question))
    return asked.nearness(sentence_view(sentence), sentence_view(over))


def test_a_text_is_nearest_to_itself() -> None:
    whole, alone = _nearness("the ferry to the island", "The ferry to the island.")
    assert whole == alone == pytest.approx(1.0)


def test_what_stands_over_a_sentence_counts() -> None:
    whole, alone = _nearness("When is the museum open?", "Daily from ten to five.", "Opening hours")
    assert whole > alone


def test_words_that_are_not_known_are_near_nothing() -> None:
    assert _nearness("Xqzt?", "The ferry to the island.") == (0.0, 0.0)
    assert _nearness("the ferry", "Xqzt.", "Xqzt") == (0.0, 0.0)


def test_the_question_is_held_against_sentences_as_it_was_meant() -> None:
    text = "The library lends books.\n\nThe cafe sells soup."
    typed = ranked("which bookks does the libary lend", text)[0]
    meant = ranked("which books does the library lend", text)[0]
    assert typed.features["nearness"] == pytest.approx(meant.features["nearness"])


@pytest.mark.parametrize(
    ("question", "right"),
    [
        (
            "What must I pay if I bring something back too late?",
            "Overdue items cost 20 pence a day.",
        ),
        (
            "How do I switch the lamp off?",
            "To shut the lamp down, hold the button for three seconds.",
        ),
    ],
)
def test_of_sentences_with_the_same_words_the_one_that_means_it_leads(
    question: str, right: str
) -> None:
    text = (
        "Members may bring something to eat.\n\nOverdue items cost 20 pence a day.\n\n"
        "The lamp is made of steel.\n\n"
        "To shut the lamp down, hold the button for three seconds.\n\n"
        "Nobody is too late to join."
    )
    assert ranked(question, text)[0].sentence.text == right


def test_the_nearest_is_held_against_the_others() -> None:
    found = ranked("When was the bridge opened?", "The bridge was opened in 1901. It is long.")
    assert max(one.features["nearness to best"] for one in found) == 0.0
    assert min(one.features["nearness to best"] for one in found) < 0.0
