"""Yes or no of ages, days and hours: who is old enough, when something is open or closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
Open daily 8.30 am - 12.30 pm and 2.30 pm - 7 pm, in July and August without a midday break
until 9 pm.
"""

PAGE_2 = """\
Mon-Fri: 8-17
Wed: closed
"""

PAGE_3 = """\
Sat: 9-13
Sun: closed
"""

PAGE_4 = """\
Dogs must be kept on a lead on the camping field. Quiet hours begin at 11. Open fires are
forbidden there.
"""

PAGE_5 = """\
Customer centre: Monday to Friday 7:00-18:00, Saturday 9:00-13:00, closed on Sundays and public
holidays
"""

PAGE_6 = """\
# Pool

Registration: Petra Holm, Mondays 9-12
"""

PAGE_7 = """\
# Pool

Opening hours: Mondays 9-12
"""

CASES = [
    ("No children under 5 in the cage.", "can my 4 year old go in the cage", "No"),
    ("No children under 5 in the cage.", "can my 6 year old go in the cage", "Yes"),
    ("No children under 6 on the slide.", "can a 5 year old go on the slide", "No"),
    (
        "Any person who has reached the age of eight and can swim may become a member.",
        "can a 9 year old become a member",
        "Yes",
    ),
    (
        "Any person who has reached the age of eight and can swim may become a member.",
        "can a 7 year old become a member",
        "No",
    ),
    ("Every member aged 16 or over has one vote.", "can a 17 year old vote", "Yes"),
    ("Every member aged 16 or over has one vote.", "can a 15 year old vote", None),
    ("The course is open to anyone aged 16 or over.", "can a 17 year old take the course", "Yes"),
    (
        "Anyone who has reached the age of 18 may rent a boat.",
        "can a 20 year old rent a boat",
        "Yes",
    ),
    (
        "Anyone who has reached the age of 18 may rent a boat.",
        "can a 16 year old rent a boat",
        "No",
    ),
    ("Open from 2 pm to 6 pm, on Thursdays until 8 pm.", "is it open at 7 pm on thursday", "Yes"),
    ("Open from 2 pm to 6 pm, on Thursdays until 8 pm.", "is it open at 7 pm on friday", "No"),
    ("Wed: closed", "are you open on Wednesday", "No"),
    ("Bakery: Wed closed, other days 7-13", "is the bakery closed on Wednesdays", "Yes"),
    ("The minimum age is 16; for pottery 14.", "I'm 15, can I do pottery", "Yes"),
    ("The minimum age is 16; for pottery 14.", "can a 15 year old do pottery", "Yes"),
    ("The minimum age is 16.", "I'm 15, may I join", "No"),
    ("The minimum age is 16.", "may a 15 year old join", "No"),
    ("The minimum age is 16.", "I'm 18, can I join", "Yes"),
    ("You must be 18 or over to enter.", "I am 17, can I come in", "No"),
    ("Ring 0808 555 0142, Monday to Saturday.", "is the support line open on sundays", None),
    ("The last mill closed in 1999.", "are there still mills", "No"),
    ("The last bus leaves at 23:10.", "is there a bus at 11 pm", None),
    ("Nobody under 12 may use the gym.", "can a 10 year old use the gym", "No"),
    ("Nobody under 12 may use the gym.", "can a 13 year old use the gym", "Yes"),
    ("Children over 6 may use the slide.", "can my 8 year old use the slide", "Yes"),
    ("Children over 6 may use the slide.", "can my 4 year old use the slide", "No"),
    ("Drivers must be at least 21.", "I'm 19, can I drive", "No"),
    ("Drivers must be at least 21.", "I'm 25, may I drive", "Yes"),
    ("Members must have reached the age of 14.", "can a 13 year old become a member", "No"),
    ("Open 9 am to 5 pm, on Fridays until 8 pm.", "is it open on Friday at 7 pm", "Yes"),
    ("Open 9 am to 5 pm, on Fridays until 8 pm.", "is it open on Monday at 7 pm", "No"),
    (
        "The pool is closed on Sundays, except in August.",
        "is the pool open on Sundays in August",
        "Yes",
    ),
    (
        "The pool is closed on Sundays, except in August.",
        "is the pool open on Sundays in May",
        "No",
    ),
    (
        "Petrol mowers are forbidden on Sundays; hand mowers are ok.",
        "can I use a petrol mower on Sundays",
        "No",
    ),
    ("Children aged 3 to 5 go free.", "my son is 4, does he need a ticket", "No"),
    ("Children under 6 get in free.", "my daughter is 5, do i have to pay for her", "No"),
    ("Children under 6 get in free.", "my son is 9, do i have to pay for him", None),
    (
        "Closed on Mondays (except Easter Monday and Whit Monday)",
        "are you open on easter monday",
        "Yes",
    ),
    ("Closed on Mondays (except Easter Monday and Whit Monday)", "are you open on monday", "No"),
    (
        "The sauna is closed on Tuesdays, except in July.",
        "is the sauna open on tuesdays in july",
        "Yes",
    ),
    ("The sauna is closed on Tuesdays, except in July.", "is the sauna open on tuesdays", "No"),
    (
        "Children under 6 travel free when accompanied by an adult.",
        "do children under 6 need a ticket",
        "No",
    ),
    ("Parking: Saturday 9:00-13:00, closed on Sundays", "is the parking open on Saturday", "Yes"),
    (
        "Laundry room: open 7:00-20:00, closed on Sundays.",
        "is the laundry room open on sunday",
        "No",
    ),
    (
        "Laundry room: open 7:00-20:00, closed on Sundays.",
        "is the laundry room open on monday",
        "Yes",
    ),
    ("The library is open 9-18, closed on Mondays.", "is the library open on monday", "No"),
    ("The library is open 9-18, closed on Mondays.", "is the library open on tuesday", "Yes"),
    (
        "The landlord may enter the flat only by appointment with 24 hours' notice.",
        "may the landlord come in without notice",
        "No",
    ),
    ("Children under 12 need a child seat.", "do children under 12 need a child seat", "Yes"),
    (
        "Children under 10 must wear a life jacket.",
        "do children under 10 need a life jacket",
        "Yes",
    ),
    (
        "The Brook pit was opened in 1810. The Brook pit was abandoned in 1930.",
        "is the brook pit still open",
        "No",
    ),
    (
        "Bar: open 17:00-23:00, closed on Tuesdays and Wednesdays.",
        "is the bar open on wednesday",
        "No",
    ),
    (
        "Bar: open 17:00-23:00, closed on Tuesdays and Wednesdays.",
        "is the bar open on friday",
        "Yes",
    ),
    ("Persons under 18 need a form.", "do persons under 18 need a form", "Yes"),
    (PAGE_1, "is it open at 1 pm in july", "Yes"),
    (PAGE_1, "is it open at 1 pm in may", "No"),
    (PAGE_2, "are you open on Wednesday", "No"),
    (PAGE_3, "are you open on Sunday", "No"),
    (PAGE_3, "are you open on Saturday", "Yes"),
    (PAGE_4, "can i make a fire on the camping field", "No"),
    (PAGE_5, "is the customer centre open on saturday", "Yes"),
    (PAGE_5, "is the customer centre open on sunday", "No"),
    (PAGE_6, "is the pool open on mondays", None),
    (PAGE_7, "is the pool open on mondays", "Yes"),
]


@pytest.mark.parametrize(("text", "question", "said"), CASES)
def test_verdicts(tmp_path: Path, text: str, question: str, said: str | None) -> None:
    marked = text.startswith(("#", "|", "**"))
    answer = ask(tmp_path, text, question, name="page.md" if marked else "page.txt")
    assert (answer.text if answer.text in ("Yes", "No") else None) == said
