"""What a chat asks of its engine, and what it makes of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from hegang_qa import Answer, Evidence, Source
from hegang_qa.conversation import Chat
from hegang_qa.intents.model import RuleMatch
from hegang_qa.text.lexicon import Lexicon


class Index:
    def document_frequencies(self, terms: Sequence[str]) -> list[int]:
        return [0 for _ in terms]

    def similar_terms(self, term: str, *, limit: int = 5) -> list[tuple[str, float]]:
        return [("bridge", 0.8)] if term == "birdgge" else []


class Rules:
    def whole_question(self, question: str, other: str = "it") -> str | None:
        return None

    def match_follow_up(self, question: str) -> RuleMatch | None:
        return None

    def match(self, question: str) -> RuleMatch | None:
        if question.lower().strip("!. ") in ("thanks", "hello"):
            return RuleMatch("thanks", "strict", "thanks", 1.0, "", reply="You are welcome.")
        return None


def said(text: str, kind: str, *others: str, sentence: str = "", path: str = "a.txt") -> Answer:
    sentence = sentence or f"It says {text}."
    at = sentence.find(text)
    return Answer(
        kind="answer",
        text=text,
        asked="",
        sentence=sentence,
        source=Source(path, 3, 1, 0, len(sentence)),
        confidence=0.8,
        answer_type=kind,
        answer_span=(at, at + len(text)) if at >= 0 else None,
        alternatives=tuple(said(other, kind) for other in others),
    )


class Stub:
    """An engine that knows a few answers by heart and remembers what it was asked."""

    def __init__(self, **answers: Answer) -> None:
        self.known = {key.replace("_", " "): value for key, value in answers.items()}
        self.asked: list[str] = []
        self.lexicon = Lexicon.open()
        self.index = Index()
        self.rules = Rules()

    def paths(self) -> list[str]:
        return ["bridge.md", "mill.md"]

    def search(self, text: str, **options: Any) -> list[Evidence]:
        told = [one for one in self.known.values() if text in (one.sentence or "").lower()]
        return [Evidence(one.sentence or "", Source("a.md", 1, 1, 0, 1), 1.0) for one in told]

    def ask(self, question: str, **options: Any) -> Answer:
        self.asked.append(question)
        plain = question.lower().rstrip("?. ")
        if self.rules.match(question) is not None:
            return Answer(kind="chat", text="You are welcome.", asked=question)
        if plain in self.known:
            return replace(self.known[plain], asked=question)
        return Answer(kind="no-answer", text=None, asked=question, reason="not said")


def chat_with(**answers: Answer) -> tuple[Chat, Stub]:
    stub = Stub(**answers)
    return Chat(stub), stub


BRIDGE = {
    "when_was_the_bridge_built": said("1423", "date"),
    "who_built_the_bridge": said("Hugh Pell", "person", "Ann Lee"),
    "how_long_is_the_bridge": said(
        "210 metres", "distance", sentence="The bridge is 210 metres (689 ft) long."
    ),
}


def test_a_follow_up_is_asked_as_it_was_rewritten() -> None:
    chat, stub = chat_with(**BRIDGE)
    chat.ask("When was the bridge built?")
    answer = chat.ask("who built it?")
    assert stub.asked[-1] == "who built the bridge?"
    assert (answer.text, answer.asked) == ("Hugh Pell", "who built the bridge?")


def test_a_first_question_is_asked_as_typed() -> None:
    chat, stub = chat_with(**BRIDGE)
    assert chat.ask("who built the mill?").asked == "who built the mill?"
    assert stub.asked == ["who built the mill?"]


def test_small_talk_in_between_does_not_break_the_thread() -> None:
    chat, _ = chat_with(**BRIDGE)
    chat.ask("When was the bridge built?")
    assert chat.ask("thanks!").kind == "chat"
    assert chat.ask("who built it?").text == "Hugh Pell"


def test_a_chat_that_forgot_starts_afresh() -> None:
    chat, _ = chat_with(**BRIDGE)
    chat.ask("When was the bridge built?")
    chat.forget()
    assert chat.ask("who built the mill?").asked == "who built the mill?"


@pytest.mark.parametrize(
    "typed",
    ["who owns it?", "where is it", "when was she born?", "what is its price?",
     "how do I open it?", "who knows them", "how many people does it seat?",
     "what is the late fee for it?",
     "by whom?", "where", "how far?", "since when?", "in miles?", "and in 2010?", "who else?",
     "more", "why do you say that?", "in which year?", "or on Sundays?"],
)  # fmt: skip
def test_a_follow_up_without_a_thread_is_not_guessed_at(typed: str) -> None:
    chat, stub = chat_with(**BRIDGE)
    assert (chat.ask(typed).kind, stub.asked) == ("chat", [])
    chat.ask("When was the bridge built?")
    chat.forget()
    answer = chat.ask(typed)
    assert answer.kind == "chat"
    assert f"“{typed}” could refer to" in (answer.text or "")


@pytest.mark.parametrize("typed", ["which river?", "late fee", "in 2010", "what about Harbin?"])
def test_what_names_a_thing_is_asked_without_a_thread(typed: str) -> None:
    chat, stub = chat_with(**BRIDGE)
    chat.ask(typed)
    assert stub.asked == [typed]


def test_else_gives_another_answer_than_the_one_that_was_given() -> None:
    chat, stub = chat_with(**BRIDGE)
    chat.ask("Who built the bridge?")
    answer = chat.ask("who else?")
    assert answer.text == "Ann Lee"
    assert answer.asked == "Who built the bridge other than Hugh Pell?"
    assert stub.asked[-1] == "Who built the bridge?"
    nobody = chat.ask("who else?")
    assert (nobody.kind, nobody.reason) == ("no-answer", "the documents name no other")


def test_more_goes_through_the_other_answers() -> None:
    chat, _ = chat_with(**BRIDGE)
    chat.ask("Who built the bridge?")
    assert chat.ask("more").text == "Ann Lee"
    assert chat.ask("anything else?").kind == "no-answer"


@pytest.mark.parametrize("typed", ["say that again", "Pardon?", "what was that again?"])
def test_the_last_answer_is_said_again(typed: str) -> None:
    chat, stub = chat_with(**BRIDGE)
    first = chat.ask("Who built the bridge?")
    assert chat.ask(typed) == first
    assert stub.asked == ["Who built the bridge?"]
    assert chat.ask("more").text == "Ann Lee"


def test_why_tells_the_sentence_and_its_place() -> None:
    chat, _ = chat_with(**BRIDGE)
    chat.ask("Who built the bridge?")
    answer = chat.ask("Why do you say that?")
    assert answer.kind == "chat"
    assert answer.text == "Because a.txt:3 says: “It says Hugh Pell.”"
    assert chat.ask("when was it built?").text == "1423"


def test_why_after_no_answer_says_so() -> None:
    chat, _ = chat_with()
    chat.ask("Who painted the bridge?")
    assert chat.ask("why?").kind in ("no-answer", "chat")
    assert "no answer" in str(chat.ask("how do you know?").text)


@pytest.mark.parametrize(
    ("typed", "text", "reason"),
    [
        ("in feet?", "689 ft", None),
        ("in metres?", "210 metres", None),
        ("in yards?", "230 yards", "converted from 210 metres"),
        ("in minutes?", None, "“210 metres” cannot be told in minutes"),
        ("in pounds?", None, "“210 metres” cannot be told in pounds"),
    ],
)
def test_a_measure_is_given_in_the_unit_asked_for(
    typed: str, text: str | None, reason: str | None
) -> None:
    chat, stub = chat_with(**BRIDGE)
    stub.known[f"how long is the bridge {typed.rstrip('?')}"] = BRIDGE["how_long_is_the_bridge"]
    chat.ask("How long is the bridge?")
    answer = chat.ask(typed)
    assert (answer.text, answer.reason) == (text, reason)
    assert chat.ask("who built it?").text == "Hugh Pell"


def test_two_close_readings_are_offered_and_a_number_picks_one() -> None:
    chat, stub = chat_with(
        how_far_is_bergen_from_oslo=said("460 km", "distance"),
        how_far_is_bergen_from_turku=said("900 km", "distance"),
        how_far_is_turku_from_oslo=said("785 km", "distance"),
    )
    chat.ask("How far is Bergen from Oslo?")
    offer = chat.ask("what about Turku?")
    assert offer.kind == "chat"
    assert offer.choices == ("How far is Bergen from Turku?", "How far is Turku from Oslo?")
    assert "2  How far is Turku from Oslo?" in str(offer.text)
    answer = chat.ask("2")
    assert (answer.text, answer.asked) == ("785 km", "How far is Turku from Oslo?")
    assert stub.asked[0] == "How far is Bergen from Oslo?"
    assert stub.asked[-1] == "How far is Turku from Oslo?"


def test_of_two_close_readings_the_one_that_the_documents_answer_is_taken() -> None:
    chat, stub = chat_with(
        how_far_is_bergen_from_oslo=said("460 km", "distance"),
        how_far_is_turku_from_oslo=said("785 km", "distance"),
    )
    chat.ask("How far is Bergen from Oslo?")
    answer = chat.ask("what about Turku?")
    assert (answer.text, answer.asked) == ("785 km", "How far is Turku from Oslo?")
    assert len(stub.asked) == 3  # each reading once


def test_another_question_lets_the_choices_drop() -> None:
    chat, _ = chat_with(how_far_is_bergen_from_oslo=said("460 km", "distance"), **BRIDGE)
    chat.ask("How far is Bergen from Oslo?")
    assert chat.ask("what about Turku?").choices
    assert chat.ask("Who built the bridge?").text == "Hugh Pell"
    assert chat.ask("2").text == "There is nothing to choose, so “2” means nothing here."


def test_what_could_stand_alone_is_bent_only_if_that_answers_it() -> None:
    chat, _ = chat_with(
        where_is_aldmoor=said("Westershire", "place"),
        what_is_the_area_of_aldmoor=said("31 acres", "quantity"),
        what_is_the_motto=said("Onward", "saying"),
    )
    chat.ask("Where is Aldmoor?")
    assert chat.ask("What is the motto?").asked == "What is the motto?"
    chat.ask("Where is Aldmoor?")
    assert chat.ask("What is the area?").asked == "What is the area of Aldmoor?"
    chat.ask("Where is Aldmoor?")
    nothing = chat.ask("What is the density?")
    assert (nothing.kind, nothing.asked) == ("no-answer", "What is the density?")


def test_a_topic_that_was_named_is_what_silent_questions_are_about() -> None:
    stub = Stub(where_was_marie_curie_born=said("Warsaw", "city"))
    chat = Chat(stub, topic="Marie Curie (chemist)")
    answer = chat.ask("Where was she born?")
    assert (answer.text, answer.asked) == ("Warsaw", "Where was Marie Curie born?")


def test_two_readings_are_offered_and_a_bare_number_picks_one() -> None:
    chat, stub = chat_with(
        who_are_the_owners_of_the_mill=said("Ann Lee and Bob Ray", "person"),
        when_was_ann_lee_born=said("1901", "year"),
        when_was_bob_ray_born=said("1907", "year"),
    )
    chat.ask("Who are the owners of the mill?")
    offer = chat.ask("when was she born?")
    assert (offer.kind, offer.choices) == ("chat", ("Ann Lee", "Bob Ray"))
    assert str(offer.text).splitlines()[1:] == ["1  Ann Lee", "2  Bob Ray"]
    assert chat.ask("thanks").kind == "chat"  # the offer stays open
    picked = chat.ask("2")
    assert (picked.text, picked.asked) == ("1907", "when was Bob Ray born?")
    assert "nothing to choose" in str(chat.ask("2").text)  # no offer is open
    assert "2" not in stub.asked


def test_another_question_closes_an_offer() -> None:
    chat, _ = chat_with(
        who_are_the_owners_of_the_mill=said("Ann Lee and Bob Ray", "person"), **BRIDGE
    )
    chat.ask("Who are the owners of the mill?")
    chat.ask("when was she born?")
    assert chat.ask("When was the bridge built?").text == "1423"
    assert chat.ask("1").asked == "1"


def test_another_spelling_is_offered_only_if_it_has_an_answer() -> None:
    chat, _ = chat_with(when_was_the_bridge_built=said("1423", "date"))
    asked = chat.ask("When was the birdgge built?")
    assert asked.kind == "no-answer"
    assert asked.choices == ("When was the bridge built?",)
    assert "did you mean “bridge”" in str(asked.reason)
    assert chat.ask("yes").text == "1423"
    nothing = chat.ask("Who painted the birdgge?")
    assert (nothing.choices, nothing.reason) == ((), "not said")


def test_a_wrong_answer_before_is_left_out_if_the_question_fails_with_it() -> None:
    chat, stub = chat_with(
        who_built_the_bridge=said("Timber", "person"),
        when_was_the_bridge_built=said("1423", "date"),
    )
    chat.ask("Who built the bridge?")
    answer = chat.ask("when?")
    assert stub.asked[-2] == "When did Timber build the bridge?"
    assert (answer.text, answer.asked) == ("1423", "When was the bridge built?")


def test_more_and_why_keep_to_the_documents_that_were_asked() -> None:
    chat, stub = chat_with(**BRIDGE)
    seen: list[Any] = []
    ask = stub.ask

    def noting(question: str, **options: Any) -> Answer:
        seen.append(options.get("within"))
        return ask(question, **options)

    stub.ask = noting  # type: ignore[method-assign]
    for question in ("Who built the bridge?", "more", "why do you say that?"):
        chat.ask(question, within="it/*")
    assert set(seen) == {"it/*"}


def test_an_unlikely_answer_is_no_other_answer() -> None:
    known = said("Hugh Pell", "person", "Ann Lee")
    unlikely = replace(known.alternatives[0], confidence=0.05)
    chat, _ = chat_with(who_built_the_bridge=replace(known, alternatives=(unlikely,)))
    chat.ask("Who built the bridge?")
    assert chat.ask("who else?").kind == "no-answer"
    chat.ask("Who built the bridge?")
    assert chat.ask("more").kind == "no-answer"


def test_a_follow_up_in_another_language_goes_by_the_rules() -> None:
    from hegang_qa.intents import load_rules

    class Silent(Stub):
        def ask(self, question: str, **options: Any) -> Answer:
            return Answer(kind="no-answer", text=None, asked=question)

    stub = Silent()
    stub.rules = load_rules()  # type: ignore[assignment]
    chat = Chat(stub)
    chat.ask("图书馆什么时候建成？")
    assert chat.ask("在哪里？").asked == "图书馆在哪里建成？"


@pytest.mark.parametrize(
    ("sentence", "answer", "rest"),
    [
        ("It flies to Rome, Oslo and other towns.", "Rome", "Oslo and other towns"),
        ("It flies to Rome, Oslo, and Bath in May.", "Oslo", "Bath"),
        ("Ann Lee and Bob Ray built it.", "Ann Lee", "Bob Ray"),
        ("It flies to Rome, the capital.", "Rome", None),
        ("It flies to Rome, and returns.", "Rome", None),
        ("It flies to Rome.", "Rome", None),
    ],
)
def test_else_finds_the_rest_of_a_list(sentence: str, answer: str, rest: str | None) -> None:
    chat, _ = chat_with(where_does_the_airline_fly=said(answer, "place", sentence=sentence))
    chat.ask("Where does the airline fly?")
    other = chat.ask("where else?")
    assert other.text == rest
    if rest is not None and other.answer_span is not None:
        assert sentence[slice(*other.answer_span)] == rest
    assert chat.ask("where else?").kind == "no-answer"


@pytest.mark.parametrize(
    "typed",
    ["how long does it take to fly to Oslo?", "is it true that cats swim?", "are they open?",
     "how cold is it in winter?", "is it far to the airport?", "does it rain much?",
     "what is the number of their office?", "when did Ann Lee write her book?",
     "what does the mill do with its flour?", "what is IT?"],
)  # fmt: skip
def test_a_pronoun_that_needs_no_thread_is_asked_as_it_is(typed: str) -> None:
    chat, stub = chat_with()
    assert (chat.ask(typed).asked, stub.asked) == (typed, [typed])


@pytest.mark.parametrize(
    ("typed", "told"),
    [("1", "nothing to choose"), (" 5. ", "nothing to choose"), ("#2", "nothing to choose"),
     ("(12)", "nothing to choose")],
)  # fmt: skip
@pytest.mark.parametrize("before", [(), ("Who built the bridge?",)])
def test_a_number_without_choices_is_no_question(
    typed: str, told: str, before: tuple[str, ...]
) -> None:
    chat, stub = chat_with(**BRIDGE)
    for question in before:
        chat.ask(question)
    answer = chat.ask(typed)
    assert answer.kind == "chat"
    assert told in str(answer.text)
    assert len(stub.asked) == len(before)


@pytest.mark.parametrize("typed", ["2010", "E42", "3 miles", "what is 2?"])
def test_what_holds_more_than_a_short_number_is_a_question(typed: str) -> None:
    chat, stub = chat_with()
    chat.ask(typed)
    assert stub.asked == [typed]


def test_a_number_beyond_the_choices_leaves_them_on_offer() -> None:
    chat, _ = chat_with(
        who_are_the_owners_of_the_mill=said("Ann Lee and Bob Ray", "person"),
        when_was_bob_ray_born=said("1907", "year"),
    )
    chat.ask("Who are the owners of the mill?")
    chat.ask("when was she born?")
    assert chat.ask("3").text == "There is no choice 3, only 1 to 2."
    assert chat.ask("2").text == "1907"


def test_after_a_refusal_the_rest_of_the_question_is_left_out_if_it_stands_in_the_way() -> None:
    known = {
        "who_is_the_cook": said("Bob Ray", "person"),
        "who_was_the_mayor_in_1990": said("Ann Lee", "person"),
        "who_is_the_mayor": said("Eva Holm", "person"),
    }
    chat, _ = chat_with(**known)
    assert chat.ask("Who was the first man on the moon?").kind == "no-answer"
    answer = chat.ask("and the cook?")
    assert (answer.text, answer.asked) == ("Bob Ray", "Who is the cook?")
    assert chat.ask("and the mayor?").asked == "Who is the mayor?"
    chat.forget()
    chat.ask("Who was the treasurer in 1990?")
    assert chat.ask("and the mayor?").asked == "Who was the mayor in 1990?"


def test_what_was_told_is_what_else_leaves_out() -> None:
    chat, _ = chat_with(
        who_owns_the_mill=said("Ann Lee", "person"),
        who_owns_the_barn=said("Bob Ray", "person"),
        what_does_ann_lee_own=said("the mill", "phrase", "the farm"),
    )
    chat.ask("Who owns the mill?")
    chat.ask("and the barn?")
    answer = chat.ask("What else does Ann Lee own?")
    assert answer.asked == "What else does Ann Lee own other than the mill?"
    assert answer.text == "the farm"


def test_a_first_question_may_say_she_where_its_answer_is_sure() -> None:
    chat, _ = chat_with(
        where_did_she_go_after_her_dismissal=said("Arden", "city"),
        who_hired_her_there=replace(said("Marcus Hale", "person"), confidence=0.3),
    )
    assert chat.ask("Where did she go after her dismissal?").text == "Arden"
    chat.forget()
    assert chat.ask("Who hired her there?").kind == "chat"
