"""Threads and what their follow-up question becomes, about made-up documents."""

from __future__ import annotations

import pytest

from hegang_qa.conversation import Thread, Turn, rewrite
from hegang_qa.text.lexicon import Lexicon

# question, answer, answer type, follow-up, as it has to be asked
FOLLOW_UPS = [
    (
        "What is Lisbon?",
        "the capital of Portugal",
        "definition",
        "Which country is it in?",
        "Which country is Lisbon in?",
    ),
    ("When was silver found?", "1843", "date", "Where?", "Where was silver found?"),
    ("When was silver found?", "1843", "date", "wher?", "Where was silver found?"),
    ("Where was silver found?", "Broken Hill", "place", "adn when?", "When was silver found?"),
    (
        "When was silver found?",
        "1843",
        "date",
        "and where was it found?",
        "Where was silver found?",
    ),
    (
        "What was Norway's budget in 2010?",
        "12 billion",
        "money",
        "How much did it grow?",
        "How much did Norway's budget in 2010 grow?",
    ),
    (
        "What was Norway's budget in 2010?",
        "12 billion",
        "money",
        "And in 2012?",
        "What was Norway's budget in 2012?",
    ),
    (
        "What was Norway's budget in 2010?",
        "12 billion",
        "money",
        "What about Sweden?",
        "What was Sweden's budget in 2010?",
    ),
    (
        "Who conquered Lisbon in 1147?",
        "Afonso I",
        "person",
        "On what date?",
        "On what date did Afonso I conquer Lisbon in 1147?",
    ),
    (
        "Who conquered Lisbon in 1147?",
        None,
        "person",
        "On what date?",
        "On what date was Lisbon conquered in 1147?",
    ),
    (
        "How long does it take to drive to Porto?",
        "three hours",
        "duration",
        "And to Faro Airport?",
        "How long does it take to drive to Faro Airport?",
    ),
    (
        "How long does it take to drive to Porto?",
        "three hours",
        "duration",
        "and from Faro?",
        "How long does it take to drive to Porto from Faro?",
    ),
    (
        "Which airport is near Lisbon?",
        "Humberto Delgado Airport",
        "place",
        "Where does it fly to?",
        "Where does Humberto Delgado Airport fly to?",
    ),
    (
        "Who invested in Acme Mills?",
        "Jane Roe",
        "person",
        "What is its French name?",
        "What is Acme Mills's French name?",
    ),
    (
        "Who invested in Acme Mills?",
        "Jane Roe",
        "person",
        "When was she born?",
        "When was Jane Roe born?",
    ),
    (
        "Who wrote the handbook?",
        "Mary Smith",
        "person",
        "When did she write it?",
        "When did Mary Smith write the handbook?",
    ),
    ("Who wrote the handbook?", "Mary Smith", "person", "Who is she?", "Who is Mary Smith?"),
    (
        "How much is the late fee for books?",
        "0.20",
        "money",
        "and for DVDs?",
        "How much is the late fee for DVDs?",
    ),
    (
        "How much is the late fee for books?",
        "0.20",
        "money",
        "and DVDs?",
        "How much is the late fee for DVDs?",
    ),
    (
        "What is the population of Oslo?",
        "700,000",
        "number",
        "And the area?",
        "What is the area of Oslo?",
    ),
    ("What is Oslo's population?", "700,000", "number", "And the area?", "What is Oslo's area?"),
    (
        "How far is the border?",
        "235 kilometres",
        "distance",
        "in miles?",
        "How far is the border in miles?",
    ),
    (
        "Where is the library?",
        "5 Main Street",
        "place",
        "When does it open?",
        "When does the library open?",
    ),
    (
        "Where is the library?",
        "5 Main Street",
        "place",
        "How far is that from the station?",
        "How far is 5 Main Street from the station?",
    ),
    ("When did the war start?", "1914", "date", "Who was king then?", "Who was king in 1914?"),
    (
        "When did the war start?",
        "1914",
        "date",
        "What else happened that year?",
        "What else happened in 1914?",
    ),
    ("Where was the treaty signed?", "Geneva", "place", "Who lived there?", "Who lived in Geneva?"),
    (
        "Where was the treaty signed?",
        "Geneva",
        "place",
        "How do I get there?",
        "How do I get to Geneva?",
    ),
    (
        "Which river crosses Vienna?",
        "the Danube",
        "river",
        "How long is it?",
        "How long is the Danube?",
    ),
    (
        "Which river crosses Vienna?",
        "the Danube",
        "river",
        "How long is the river?",
        "How long is the Danube?",
    ),
    (
        "Who won the cup in 1998?",
        "France",
        "organisation",
        "and in 2002?",
        "Who won the cup in 2002?",
    ),
    (
        "Who won the cup in 1998?",
        "France",
        "organisation",
        "who else?",
        "Who won the cup in 1998 other than France?",
    ),
    (
        "Who won the cup in 1998?",
        "France",
        "organisation",
        "why?",
        "Why did France win the cup in 1998?",
    ),
    ("When was the bridge built?", "1889", "date", "by whom?", "By whom was the bridge built?"),
    ("When was the bridge built?", "1889", "date", "who built it?", "Who built the bridge?"),
    ("When was the bridge built?", "1889", "date", "Why?", "Why was the bridge built?"),
    (
        "How do I reset my password?",
        "Press F2",
        "manner",
        "and on the phone?",
        "How do I reset my password on the phone?",
    ),
    (
        "How do I drive to the harbour?",
        "Take the A1",
        "manner",
        "No, I meant the airport",
        "How do I drive to the airport?",
    ),
    ("Did the strike end in May?", "yes", "yes-no", "when?", "When did the strike end in May?"),
    (
        "Who discovered radium?",
        "Marie Curie",
        "person",
        "What else did she discover?",
        "What else did Marie Curie discover other than radium?",
    ),
    (
        "Who are the owners of the mill?",
        "Ann Lee and Bob Ray",
        "person",
        "Where do they live?",
        "Where do Ann Lee and Bob Ray live?",
    ),
    (
        "Who are the owners of the mill?",
        "Ann Lee and Bob Ray",
        "person",
        "Where was the latter born?",
        "Where was Bob Ray born?",
    ),
    (
        "Who are the owners of the mill?",
        "Ann Lee and Bob Ray",
        "person",
        "when was the former born?",
        "When was Ann Lee born?",
    ),
    (
        "What colour is the roof of the church?",
        "red",
        "colour",
        "and the door?",
        "What colour is the door of the church?",
    ),
    ("When does the museum open?", "9 am", "time", "And close?", "When does the museum close?"),
    (
        "When does the museum open?",
        "9 am",
        "time",
        "And when does it close?",
        "When does the museum close?",
    ),
    (
        "When does the museum open on Sundays?",
        "9 am",
        "time",
        "And on Mondays?",
        "When does the museum open on Mondays?",
    ),
    (
        "What is the capital of France?",
        "Paris",
        "city",
        "How many people live there?",
        "How many people live in Paris?",
    ),
    (
        "What is the capital of France?",
        "Paris",
        "city",
        "And of Spain?",
        "What is the capital of Spain?",
    ),
    ("What is the capital of France?", "Paris", "city", "Spain?", "What is the capital of Spain?"),
    (
        "Who designed the tower?",
        "Gustave Eiffel",
        "person",
        "When did that happen?",
        "When did Gustave Eiffel design the tower?",
    ),
    (
        "When did the crash happen?",
        "1929",
        "date",
        "Why did it happen?",
        "Why did the crash happen?",
    ),
    (
        "When did the crash happen?",
        "1929",
        "date",
        "How long did it last?",
        "How long did the crash last?",
    ),
    (
        "Who can borrow books?",
        "residents",
        "person",
        "How many can they borrow?",
        "How many can residents borrow?",
    ),
    (
        "What does the VPN client need?",
        "version 5",
        "version",
        "how do i install it?",
        "How do i install the VPN client?",
    ),
]

STAND_ALONE = [
    "Who was the first king of Portugal?",
    "How long does it take to drive to Porto?",
    "When did Google move its offices?",
    "What did Ada say when she was ill?",
    "thanks",
    "Is there a pharmacy in Porto?",
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


def plain(text: str) -> str:
    return text.rstrip("?!. ").lower()


@pytest.mark.parametrize(("before", "answer", "kind", "question", "wanted"), FOLLOW_UPS)
def test_a_follow_up_stands_alone_once_rewritten(
    lexicon: Lexicon, before: str, answer: str | None, kind: str, question: str, wanted: str
) -> None:
    done = rewrite(question, Thread([Turn(before, before, answer, kind)]), lexicon=lexicon)
    assert plain(done.text) == plain(wanted)
    assert done.changed
    assert done.how
    assert not done.choices


@pytest.mark.parametrize("question", STAND_ALONE)
def test_a_question_that_stands_alone_is_left_as_it_is(lexicon: Lexicon, question: str) -> None:
    thread = Thread([Turn("When was silver found?", "When was silver found?", "1843", "date")])
    done = rewrite(question, thread, lexicon=lexicon)
    assert done.text == question
    assert not done.changed
