"""Yes or no where a sentence says of a thing, in place of that it may not be, what is done with it
or what it does; what is free, for how long and for whom; and hours with others for a season."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

# A text and what is asked of it, with the verdict (None for the sentence without one).
VERDICTS = [
    (
        "There is no collection or return on Sundays and public holidays.",
        "can I return the van on a sunday",
        "No",
    ),
    ("There is no coaching or court hire on Mondays.", "can I hire a court on a Monday", "No"),
    ("There are no rehearsals or concerts on Fridays.", "can I go to a concert on Friday", "No"),
    ("There is no swimming on Wednesdays.", "can I swim on Wednesday", "No"),
    ("There is no delivery at weekends.", "do you deliver at weekends", "No"),
    ("There is no delivery at weekends.", "do you deliver on Saturday", "No"),
    (
        "Mobile phones may be used in the garden but have to be switched off on level 4.",
        "can I use my phone on level 4",
        "No",
    ),
    (
        "Mobile phones may be used in the garden but have to be switched off on level 4.",
        "can I use my phone in the garden",
        "Yes",
    ),
    (
        "Radios may be played on the terrace but have to be switched off in the clubhouse.",
        "may I play a radio in the clubhouse",
        "No",
    ),
    (
        "Radios may be played on the terrace but have to be switched off in the clubhouse.",
        "may I play a radio on the terrace",
        "Yes",
    ),
    (
        "Dogs may run free on the beach but must be kept out of the playground.",
        "can my dog go in the playground",
        "No",
    ),
    ("Paper applications are returned unread.", "can I apply on paper", "No"),
    ("Bookings by phone are ignored.", "can I book by phone", "No"),
    ("Late entries are rejected.", "can I enter late", "No"),
    (
        "Previous winners and employees are excluded. You may apply again if turned down.",
        "can previous winners apply",
        "No",
    ),
    (
        "Employees of the bank and their families are excluded.",
        "can employees of the bank take part",
        "No",
    ),
    (
        "Professional players are excluded from the raffle.",
        "can professional players take part in the raffle",
        "No",
    ),
    (
        "Alcohol: Avoid alcohol during treatment, as it may make you drowsy.",
        "can i take it with alcohol",
        "No",
    ),
    ("Alcohol: Avoid alcohol during treatment.", "can I drink alcohol during treatment", "No"),
    ("Avoid bleach on coloured fabrics.", "can i use bleach on coloured fabrics", "No"),
    ("MySQL support was dropped in 5.0.", "is MySQL supported", "No"),
    ("Oil paint support ended in 2019.", "is oil paint supported", "No"),
    ("Support for Windows 7 ended in 2020.", "do you support Windows 7", "No"),
    ("Python 2 support was removed in version 4.", "does it support Python 2", "No"),
    ("Table salt will destroy the softener.", "can i use table salt", "No"),
    ("Hard soap will ruin the brush.", "can i use hard soap", "No"),
    ("Acid cleaners damage the enamel.", "may I use acid cleaners", "No"),
    ("Marble: unsuitable.", "can i use it on marble", "No"),
    ("Marble: unsuitable.", "is it suitable for marble", "No"),
    ("Refrain from smoking on the deck.", "can I smoke on the deck", "No"),
    ("Sanding: not necessary.", "do i need to sand", "No"),
    ("Primer: not necessary on bare wood.", "do i need a primer on bare wood", "No"),
    (
        "Never use steel wool or chlorine bleach, because they damage the coating.",
        "can i use chlorine bleach",
        "No",
    ),
    (
        "Never use steel wool or toilet bleach, because they damage the coating.",
        "can i use toilet bleach",
        "No",
    ),
    ("Never use steel wool or chlorine bleach.", "can i use chlorine bleach", "No"),
    ("Do not use wire brushes, since they scratch the glass.", "can i use a wire brush", "No"),
    (
        "A photo is needed for monthly and annual tickets.",
        "do i need a photo for the yearly ticket",
        "Yes",
    ),
    (
        "A passport is required for adult and junior cards.",
        "do i need a passport for the junior card",
        "Yes",
    ),
    ("Pets: free of charge.", "do pets travel free", "Yes"),
    ("Bicycles: free of charge.", "do bicycles travel free", "Yes"),
    ("Hand luggage: free.", "is hand luggage free", "Yes"),
    (
        "Version 5.1 will receive fixes until 30 September 2026; 4.8 is no longer maintained.",
        "is 4.8 still supported",
        "No",
    ),
    (
        "Up to 3 days a week of home working are allowed once probation is over.",
        "may i work from home during probation",
        "No",
    ),
    (
        "Visitors are allowed once the quarantine is over.",
        "are visitors allowed during the quarantine",
        "No",
    ),
    ("Guide dogs travel free.", "can my dog travel for free", None),
    ("Guide dogs travel free.", "do guide dogs travel for free", "Yes"),
    ("Therapy dogs are allowed in the ward.", "can I bring my dog to the ward", None),
    ("A primer is needed for spruce and larch.", "do I need a primer for pine", None),
    ("A primer is needed for spruce and larch.", "do I need a primer for larch", "Yes"),
    ("Parking: first 30 minutes free, then 1.80 per hour.", "is parking free", None),
    ("Parking is free for the first hour.", "is parking free", None),
    ("Parking is free for the first hour, then 2 euros an hour.", "is parking free", None),
    ("Parking is free.", "is parking free", "Yes"),
    ("Admission is free except for the palm house.", "is the palm house free", "No"),
    ("Admission is free, except for groups.", "is admission free for groups", "No"),
    (
        "Cars are not permitted on the island, with the exception of ambulances and taxis.",
        "are ambulances allowed on the island",
        "Yes",
    ),
    (
        "Motor cars are not permitted on the island, with the exception of taxis.",
        "are taxis allowed on the island",
        "Yes",
    ),
    (
        "Dogs are not permitted in the garden with the exception of guide dogs.",
        "are guide dogs permitted in the garden",
        "Yes",
    ),
    (
        "Dogs are not permitted in the garden with the exception of guide dogs.",
        "are dogs permitted in the garden",
        "No",
    ),
    ("The ferry is free of charge for pedestrians.", "is the ferry free for cars", None),
    ("The ferry is free of charge for pedestrians.", "is the ferry free for pedestrians", "Yes"),
    (
        "The tower is open daily 9-17, in July and August until 20.",
        "is the tower open at 19:00 in August",
        "Yes",
    ),
    (
        "The tower is open daily 9-17, in July and August until 20.",
        "is the tower open at 19:00 in March",
        "No",
    ),
    ("Paper bags are accepted, plastic bags are refused.", "can I bring a plastic bag", "No"),
    (
        "The course is free for members; guests pay 5 euros.",
        "is the course free for members",
        "Yes",
    ),
    ("The course is free for members; guests pay 5 euros.", "is the course free for guests", "No"),
    ("Entry is free on Sundays.", "is entry free on Sundays", "Yes"),
    ("The museum is free of charge.", "is the museum free", "Yes"),
    ("Avoid direct sunlight and heat.", "can I leave it in the sunlight", "No"),
    (
        "Avoid citrus juice while taking the drops.",
        "can I drink citrus juice while taking the drops",
        "No",
    ),
    ("To avoid delays, book online.", "can I book online", "Yes"),
    ("To avoid queues, use the side entrance.", "can I use the side entrance", "Yes"),
    ("Applications by e-mail are not considered.", "can I apply by email", "No"),
    ("Applications by e-mail are welcome.", "can I apply by email", "Yes"),
    ("Cats must be kept out of the kitchen.", "can cats go in the kitchen", "No"),
    (
        "Cats may sleep in the lounge but must be kept out of the kitchen.",
        "can cats sleep in the lounge",
        "Yes",
    ),
    ("Engines have to be switched off in the harbour.", "may I run my engine in the harbour", "No"),
    ("Support for the old app ended in March.", "is the old app still supported", "No"),
    ("Linux support was added in 3.2.", "is Linux supported", "Yes"),
    ("The XML format was removed in version 6.", "does it support XML", "No"),
    ("Varnish: not suitable.", "is it suitable for varnish", "No"),
    ("Varnish: suitable.", "is it suitable for varnish", "Yes"),
    ("Registration: required.", "do I have to register", "Yes"),
    ("A visa is needed for Ruritania.", "do I need a visa for Syldavia", None),
    ("Residents travel free; tourists pay 3 euros.", "do residents travel free", "Yes"),
    ("Residents travel free; tourists pay 3 euros.", "do tourists travel free", "No"),
    ("Assistance dogs are admitted.", "are dogs admitted", None),
    ("Small dogs are admitted.", "are dogs admitted", None),
    ("Dogs are admitted.", "are dogs admitted", "Yes"),
    (
        "Members may bring guests after the summer break.",
        "may I bring guests during the summer break",
        "No",
    ),
    (
        "Guests are welcome during the summer break.",
        "may I bring guests during the summer break",
        "Yes",
    ),
    ("Cars are banned with the exception of electric cars.", "are electric cars allowed", "Yes"),
    ("Cars are banned with the exception of electric cars.", "are cars allowed", "No"),
    (
        "All boats must carry lights, with the exception of canoes.",
        "must canoes carry lights",
        "No",
    ),
    ("Open daily 10-18, Thursdays until 21.", "is it open at 8 pm on Thursday", "Yes"),
    ("Open daily 10-18, Thursdays until 21.", "is it open at 8 pm on Friday", "No"),
    ("There is no parking or loading in Mill Street.", "can I park in Mill Street", "No"),
    ("There is no lift or ramp.", "is there a ramp", "No"),
    ("Vouchers are excluded from the sale.", "can I use a voucher in the sale", "No"),
    ("Batteries are not included.", "are batteries included", "No"),
    (
        "Wet towels can be dried in the boiler room.",
        "can I dry wet towels in the boiler room",
        "Yes",
    ),
    ("Stickers are peeled off at the gate.", "can I keep my sticker", None),
    ("Open daily 10:00-18:00 (Fridays until 21:00).", "is it open on Friday at 8 pm", "Yes"),
    ("Open daily 10:00-18:00 (Fridays until 21:00).", "is it open on Tuesday at 8 pm", "No"),
    (
        "The pool is open 8am to 6pm, in winter until 4 pm.",
        "is the pool open at 5 pm in winter",
        "No",
    ),
    (
        "The pool is open 8am to 6pm, in winter until 4 pm.",
        "is the pool open at 5 pm in summer",
        "Yes",
    ),
]


@pytest.mark.parametrize(("text", "question", "said"), VERDICTS)
def test_what_is_said_in_place_of_a_ban(
    tmp_path: Path, text: str, question: str, said: str | None
) -> None:
    answer = ask(tmp_path, text, question)
    verdict = answer.text if answer.text in ("Yes", "No") else None
    assert verdict == said


SIGHTS = """\
# Sights

| Sight | Open |
|---|---|
| Sea Gate Tower | daily 9-17, July and August until 20 |
| Pottery Museum | Tue-Sun 10-16 |
"""

PLACES = """\
# Places

| Place | Opening |
|---|---|
| Bakery | Wed-Sun 7-13 |
| Museum | daily 9-16, June to August until 19 |
"""

DAYS = """\
# Hours

| Day | Hours |
|---|---|
| Mon-Fri | 9-17 |
| Saturday | 10-14 |
"""


@pytest.mark.parametrize(
    ("page", "question", "said"),
    [
        (SIGHTS, "is the sea gate tower open at 6 pm in July", "Yes"),
        (SIGHTS, "is the sea gate tower open at 6 pm in May", "No"),
        (SIGHTS, "is the pottery museum open on monday", "No"),
        (SIGHTS, "is the pottery museum open on tuesday", "Yes"),
        (PLACES, "is the bakery open on Tuesday", "No"),
        (PLACES, "is the museum open at 6 pm in July", "Yes"),
        (SIGHTS, "is the pottery museum open at 5 pm on Sunday", "No"),
        (SIGHTS, "is the pottery museum open at 3 pm on Thursday", "Yes"),
        (DAYS, "is it open on Saturday", "Yes"),
    ],
)
def test_hours_in_a_row(tmp_path: Path, page: str, question: str, said: str) -> None:
    assert ask(tmp_path, page, question, name="page.md").text == said
