"""Yes-or-no questions about numbers, limits, exceptions and former ones: a sentence each."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_JACKET = "Every rower under the age of fourteen must wear a life jacket."
_LEVEL = "Nobody may row when the water level is above 2.4 metres."
_GROUPS = "Discounts are given to groups of more than ten."
_PARKING = "Parking costs 2 euro for up to 3 hours."
_AUGUST = "Except in August, the garden is open every day."
_MONDAY = "The shop is open every day except Monday."
_DIRECTOR = "The old director, Ruth Kern, retired in 2019."
_BOOKS = "Books may be renewed twice unless another reader has reserved them."
_LONG = "Boats must be no longer than 5 metres."
_LONGER = "Boats may not be longer than 5 metres."
_BAGS = "Bags must weigh no more than 20 kg."
_CASH = "We no longer take cash at the café."
_FERRY = "The old ferry no longer runs on Sundays, but the bus does."
_LATEST = "Guests must arrive no later than 9 pm."
_VANS = "Vehicles over 2.1 m high cannot enter."
_FIRES = "No bonfires between 1 May and 30 September."
_DOGS = "Dogs are not allowed from May to September."
_ROAD = "The road is closed between November and March."
_HENS = "Hens are welcome, cockerels are not. You may keep up to eight hens on a plot."
_HOSE = "Hosepipes may be used for filling butts but not for watering. Bring your own horse manure."
_FLOOD = "In the flood of 2003 the first boathouse was destroyed. The mill owner gave the land."


@pytest.mark.parametrize(
    ("text", "question", "verdict"),
    [
        (_JACKET, "Must a 13 year old wear a life jacket?", "Yes"),
        (_JACKET, "Must a 15 year old wear a life jacket?", "No"),
        (_LEVEL, "May I row at 2.6 metres?", "No"),
        (_GROUPS, "Is there a discount for a group of 12?", "Yes"),
        (_PARKING, "Does parking cost 3 euro?", "No"),
        (_PARKING, "Does parking cost 2 euro?", "Yes"),
        (_AUGUST, "Is the garden open in August?", "No"),
        (_MONDAY, "Is the shop open on Monday?", "No"),
        (_DIRECTOR, "Is Ruth Kern still the director?", "No"),
        (_DIRECTOR, "Did Ruth Kern retire in 2019?", "Yes"),
        (_BOOKS, "Can I renew a reserved book?", "No"),
        (_BOOKS, "Can I renew books?", "Yes"),
        (_BOOKS, "Can a reader renew books?", "Yes"),
        (_FLOOD, "Did the flood destroy the first boathouse?", "Yes"),
        (_FIRES, "can i light a bonfire in october", "Yes"),
        (_FIRES, "can i light a bonfire in june", "No"),
        (_DOGS, "are dogs allowed in october", "Yes"),
        (_ROAD, "is the road open in july", "Yes"),
        (_ROAD, "is the road open in january", "No"),
        (_HENS, "can i keep a cockerel", "No"),
        (_HOSE, "can i water with a hose", "No"),
        (_LONG, "can my boat be 4 metres long", "Yes"),
        (_LONG, "can my boat be 6 m long", "No"),
        (_LONGER, "can my boat be 4 metres long", "Yes"),
        (_LONGER, "can my boat be 6 m long", "No"),
        (_BAGS, "can a bag weigh 15 kg", "Yes"),
        (_BAGS, "can my bag be 25 kg", "No"),
        (_LATEST, "can I arrive at 8 pm", "Yes"),
        (_LATEST, "can I arrive at 10 pm", "No"),
        (_LATEST, "can I arrive at 10 am", "Yes"),
        (_CASH, "do you take cash at the café", "No"),
        (_FERRY, "does the ferry run on sundays", "No"),
        (_FERRY, "does the bus run on sundays", "Yes"),
    ],
)
def test_verdicts(tmp_path: Path, text: str, question: str, verdict: str) -> None:
    path = tmp_path / "one.txt"
    path.write_text(text + "\n", encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text == verdict


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (_LEVEL, "May I row at 2.1 metres?"),
        (_GROUPS, "Is there a discount for a group of 8?"),
        (_AUGUST, "Is the garden open in July?"),
        (_MONDAY, "Is the shop open on Tuesday?"),
        (_FLOOD, "Did the flood destroy the mill?"),
        (_VANS, "can a 7 year old join"),
    ],
)
def test_what_a_sentence_does_not_say(tmp_path: Path, text: str, question: str) -> None:
    path = tmp_path / "one.txt"
    path.write_text(text + "\n", encoding="utf-8")
    assert Engine.open(path, reader="off").ask(question).text not in ("Yes", "No")
