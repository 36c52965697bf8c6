"""An answer as lines of text."""

from __future__ import annotations

from dataclasses import replace

from hegang_qa.answers.reading.weighing import CHOSEN_BY, NEARNESS
from hegang_qa.answers.span_model.scoring import PARTS
from hegang_qa.answers.wording import ABOUT_ANSWER, ABOUT_SENTENCE, heading_of
from hegang_qa.cli.explain import render_explanation
from hegang_qa.cli.layout import plain_text
from hegang_qa.cli.render import marked, render_answer
from hegang_qa.ranking.features import FEATURES
from hegang_qa.results import Answer, Evidence, Source
from tests.cli.stub import ANSWERED, CHAT, EXPLANATION, REFUSED, SENTENCE


def text_of(answer: Answer, top: int = 1) -> str:
    return plain_text(render_answer(answer, top=top))


def test_what_an_answer_was_made_of_is_told() -> None:
    answer = replace(ANSWERED, text="214 feet", reason="converted from 65 metres")
    assert plain_text(render_answer(answer)).startswith("214 feet  converted from 65 metres\n")


def test_a_refusal_that_speaks_of_the_documents_says_so_once() -> None:
    answer = replace(REFUSED, reason="the documents name no other")
    assert plain_text(render_answer(answer)).startswith("The documents name no other.\n")


def test_answer_then_sentence_then_place() -> None:
    assert text_of(ANSWERED) == (
        "1901\n"
        "  In 1901, a lighthouse was built on the northern rock.\n"
        "  island.txt:3  confidence 0.92  also history.md:8\n"
    )


def test_a_sentence_that_says_she_has_the_one_with_the_name_below_it() -> None:
    place = Source("staff.txt", 4, 1, 40, 70)
    answer = Answer(
        kind="answer",
        text="Ann Lee",
        asked="who founded it",
        sentence="She founded it in 1901.",
        source=place,
        confidence=0.6,
        support=(Evidence("Ann Lee, a baker, led the firm.", place, 1.0, "Ann Lee", (0, 7)),),
    )
    assert text_of(answer) == (
        "Ann Lee\n"
        "  She founded it in 1901.\n"
        "  named in: Ann Lee, a baker, led the firm.\n"
        "  staff.txt:4  confidence 0.60\n"
    )


def test_runners_up_on_request() -> None:
    assert text_of(ANSWERED, top=2).endswith(
        "1930\n  It was rebuilt in 1930.\n  island.txt:4  confidence 0.21\n"
    )


def test_a_refusal_shows_the_nearest_as_nearest() -> None:
    assert text_of(REFUSED) == (
        'The documents do not say. Nothing near it speaks of "paid".\n'
        "  nearest: In 1901, a lighthouse was built on the northern rock.\n"
        "  island.txt:3\n"
    )


def test_a_refusal_without_anything_near() -> None:
    answer = Answer(kind="no-answer", text=None, asked="?")
    assert text_of(answer) == "The documents do not say.\n"


def test_small_talk_is_only_said() -> None:
    assert text_of(CHAT) == "Hello. Ask me about your documents.\n"


def test_a_conflict_is_shown() -> None:
    other = Evidence(
        "The lighthouse dates from 1902.",
        Source("guide.txt", 9, 1, 0, 31),
        4.0,
        answer="1902",
        answer_span=(26, 30),
    )
    shown = text_of(replace(ANSWERED, conflicts=(other,), support=()))
    assert shown.endswith(
        "  but elsewhere: 1902\n    The lighthouse dates from 1902.\n    guide.txt:9\n"
    )


def test_many_places_are_counted() -> None:
    support = tuple(
        Evidence("1901.", Source("a.txt", line, 1, 0, 5), 1.0) for line in (3, 4, 4, 5, 6, 7)
    )
    shown = text_of(replace(ANSWERED, support=support))
    assert "also a.txt:3, a.txt:4, a.txt:5 and 2 more" in shown


def test_marks_cut_the_sentence_without_changing_it() -> None:
    pieces = marked("built in 1901 here", (9, 13), ((0, 5), (9, 13)))
    assert pieces == (("matched", "built"), ("", " in "), ("found", "1901"), ("", " here"))


def test_marks_out_of_range_are_clipped() -> None:
    assert marked("abc", (1, 99), ((-3, 1),)) == (("matched", "a"), ("found", "bc"))
    assert marked("", (0, 1)) == ()


def test_document_text_cannot_command_the_terminal() -> None:
    hostile = "In 1901\x1b[2J a \x1b]0;x\x07light"
    answer = replace(
        ANSWERED,
        text="\x1b[31m1901",
        sentence=hostile,
        source=Source("a\x1b[0m.txt", 1, 1, 0, len(hostile)),
        reason="\x1b[1mx",
    )
    for shown in (answer, replace(answer, kind="no-answer"), replace(answer, kind="chat")):
        assert "\x1b" not in text_of(shown)
        assert "\x07" not in text_of(shown)


def test_a_long_reason_is_cut() -> None:
    assert len(text_of(replace(REFUSED, reason="x" * 5000))) < 500


def test_a_table_row_and_a_heading() -> None:
    row = "Jetty   | closed  | 1901"
    answer = replace(
        ANSWERED,
        sentence=row,
        answer_span=(20, 24),
        matched=((0, 5),),
        heading="Guide > Piers",
        support=(),
    )
    assert text_of(answer) == (
        "1901\n  Jetty | closed | 1901\n  island.txt:3  Guide > Piers  confidence 0.92\n"
    )


def test_an_answer_that_is_the_whole_sentence_is_shown_once() -> None:
    answer = replace(ANSWERED, text=SENTENCE.rstrip("."), answer_span=(0, 52), support=())
    assert text_of(answer) == f"{SENTENCE.rstrip('.')}\n  island.txt:3  confidence 0.92\n"


def test_runners_up_that_say_nothing_new_or_are_most_unlikely_are_not_shown() -> None:
    unlikely = replace(ANSWERED.alternatives[0], confidence=0.04)
    assert "1930" not in text_of(replace(ANSWERED, alternatives=(unlikely,)), top=2)
    told = Evidence("Rebuilt in 1930.", Source("b.txt", 1, 1, 0, 16), 1.0, "1930", (11, 15))
    assert text_of(replace(ANSWERED, conflicts=(told,)), top=2).count("1930\n") == 1


def test_every_part_of_the_score_has_a_heading() -> None:
    parts = (*FEATURES, *PARTS.values(), "type", "its beginning", "its end", "pairs of words")
    parts += (*set(CHOSEN_BY).difference(["sentence"]), *NEARNESS)
    headings = {*ABOUT_SENTENCE, *ABOUT_ANSWER}
    assert {heading_of(part) for part in parts} == headings


def test_words_mended_in_the_question_are_told() -> None:
    answer = replace(ANSWERED, asked="wen was the lighthuose bilt", explanation=EXPLANATION)
    shown = plain_text(render_explanation(answer))
    assert "    read as    when was the lighthouse built\n" in shown


def test_explanation() -> None:
    shown = plain_text(render_explanation(replace(ANSWERED, explanation=EXPLANATION)))
    assert shown == (
        "  why\n"
        "    rule       event-when, word for word  rules/en/when.toml:12\n"
        "               when was {thing} {verb}\n"
        "    looks for  date\n"
        "    words      lighthouse  →  lighthouse   70%  the same word\n"
        "               built       →  built        30%  the same word\n"
        "    sentence    +2.5  words of the question that it holds\n"
        "                -0.4  its length, form and place\n"
        "    answer      +2.0  of the kind asked for\n"
        "    runner-up  1930 stands further from the words of the question\n"
    )
