"""Yes or no where a sentence bars or leaves out something by other words than the question's, and
questions that leave a choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

# A sentence and what is asked of it, with the verdict.
VERDICTS = [
    (
        "Cheap goggles do not work in the deep pool.",
        "can I use cheap goggles in the deep pool",
        "No",
    ),
    ("Oat milk won't thicken the sauce.", "can I use oat milk for the sauce", "No"),
    ("Butter will not work for the crust.", "can I use butter for the crust", "No"),
    ("Blue bulbs are not going to work in this lamp.", "can I use blue bulbs in this lamp", "No"),
    ("Vinegar is not suitable for the kettle.", "can I clean the kettle with vinegar", "No"),
    ("The pass is not valid on night buses.", "can I use the pass on night buses", "No"),
    ("The pass is valid on all trams.", "can I use the pass on trams", "Yes"),
    ("No glass, chewing gum or dogs on the astroturf.", "can dogs come on the astroturf", "No"),
    ("No glass, chewing gum or dogs on the turf.", "is chewing gum allowed on the turf", "No"),
    ("No cameras or phones in the gallery.", "can I use my phone in the gallery", "No"),
    ("No cycling or running in the corridor.", "can I run in the corridor", "No"),
    ("No food or drink in the reading room.", "is drink allowed in the reading room", "No"),
    ("Tea yes, coffee no.", "can I have coffee", "No"),
    ("Wood yes, glass no.", "can I bring wood", "Yes"),
    ("Sauna: members yes, guests no.", "can guests use the sauna", "No"),
    ("Sauna: members yes, guests no.", "can members use the sauna", "Yes"),
    ("We do not accept American Express or cheques.", "can I pay by cheque", "No"),
    ("Attach a hose of 14 mm (not supplied).", "does it come with a hose", "No"),
    ("The battery is not included.", "does it come with a battery", "No"),
    ("A carrying case is included.", "does it come with a carrying case", "Yes"),
    ("- `age` (number, optional): the age of the child.", "do I have to give the age", "No"),
    ("- `carrier` (string, optional): its name.", "is carrier required", "No"),
    ("Registering a parcel twice returns an error.", "can I register a parcel twice", "No"),
    ("Bonfires are forbidden between April and July.", "can I have a bonfire in May", "No"),
    (
        "The bridge is closed to cars but open to cyclists.",
        "can I drive a car over the bridge",
        "No",
    ),
    (
        "The bridge is closed to cars but open to cyclists.",
        "is the bridge closed to cyclists",
        "No",
    ),
    ("The bridge is closed to cars but open to cyclists.", "is the bridge open to cyclists", "Yes"),
]

# What says nothing of what is asked.
NEITHER = [
    (
        "A fault stopped all trams in Zurich. Passengers in Bern were not affected.",
        "were passengers in Zurich affected",
    ),
    ("The keeping of hens (no cockerels) was permitted by a vote.", "can I keep a pig"),
    ("A crystal can be kept moist in oil.", "can I keep bees"),
    ("We have 12 paid staff. We cannot accept cheques.", "can I pay by check"),
    ("A barbecue needs permission.", "may I have a barbecue"),
    ("Full-text search supports Polish and Korean.", "does full text search support chinese"),
    ("They are handed in to the class teacher. Phones are allowed.", "are trainers allowed"),
]

CHOICES = [
    (
        "The kiosk is open in the morning.",
        "is it open in the morning or in the afternoon",
        "morning",
    ),
    ("The gate is green.", "is the gate green or blue", "green"),
    (
        "The meeting is held in the library.",
        "is the meeting in the gym or in the library",
        "library",
    ),
    (
        "Classes are taught by video, not in person.",
        "are classes in person or by video",
        "by video",
    ),
    ("The course costs £40.", "does the course cost 40 or 50 pounds", "£40"),
    ("The filter is cleaned weekly.", "do I clean the filter weekly or monthly", "weekly"),
    ("Parcels are brought by courier.", "are parcels brought by courier or by post", "by courier"),
    ("You may bring dogs or cats.", "can I bring dogs or cats", "Yes"),
]


@pytest.mark.parametrize(("document", "question", "said"), VERDICTS)
def test_verdicts(tmp_path: Path, document: str, question: str, said: str) -> None:
    assert ask(tmp_path, document, question).text == said


@pytest.mark.parametrize(("document", "question"), NEITHER)
def test_neither(tmp_path: Path, document: str, question: str) -> None:
    assert ask(tmp_path, document, question).text not in ("Yes", "No")


@pytest.mark.parametrize(("document", "question", "words"), CHOICES)
def test_choices(tmp_path: Path, document: str, question: str, words: str) -> None:
    answer = ask(tmp_path, document, question)
    assert words in (answer.text or "")
    assert len((answer.text or "").split()) <= 3


# What need not be, what is closed or forbidden by the line above, and on which days it is open.
HOUSE = """\
Canteen: Mon-Fri 11-14.

Gym: open Wed-Sun.

Bank: Mon-Wed 9-12.

The pool is open from 1 May to 30 September.

Tipping is not expected.

Booking is not necessary.

Reservations are not required.

Bring a towel; sheets are provided, so sleeping bags are unnecessary.

The sauna is closed in June.

A locker cannot be changed. If you have to change the lock, ask at the desk.

Keep the door closed, but open the window.

4.3 The following are not permitted: (a) barbed wire; (b) carpets as ground cover; (c) fires.

It is forbidden to:

- feed the pigeons
- ride a bike

## Not permitted

Skateboards, drones and loud music.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("is the canteen open on Saturday", "No"),
        ("is the canteen open on Tuesday", "Yes"),
        ("is the bank open on Friday", "No"),
        ("is the gym open on Monday", "No"),
        ("is the gym open on Saturday", "Yes"),
        ("is the pool open in December", "No"),
        ("is the pool open in July", "Yes"),
        ("do i have to tip", "No"),
        ("should I tip", "No"),
        ("do I need to book", "No"),
        ("do I have to make a reservation", "No"),
        ("do I need a sleeping bag", "No"),
        ("can I use the sauna in June", "No"),
        ("can I change the locker", "No"),
        ("can i use barbed wire", "No"),
        ("can I feed the pigeons", "No"),
        ("can I bring my skateboard", "No"),
    ],
)
def test_house_rules(tmp_path: Path, question: str, said: str) -> None:
    assert ask(tmp_path, HOUSE, question).text == said


def test_what_is_said_of_the_other_half(tmp_path: Path) -> None:
    assert ask(tmp_path, HOUSE, "should i open the door").text != "Yes"
    assert ask(tmp_path, HOUSE, "should i open the window").text == "Yes"
