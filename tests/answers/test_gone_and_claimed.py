"""Yes or no of what is gone, only claimed, planned, set against something else, excepted by its
number, barred by a cell or heading; of ages and of days."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
# Waste

| Item | Fee |
|---|---|
| Asbestos | not accepted |
| Tyres | 3 € |
"""

PAGE_2 = """\
# Waste

| Item | Allowed |
|---|---|
| Mattress | not allowed |
| Car engine | no |
"""

PAGE_3 = """\
Open daily 8.30 am - 12.30 pm and 2.30 pm - 7 pm, in July and August without a midday break
until 9 pm.
"""

PAGE_4 = """\
Mon-Fri: 8-17
Wed: closed
"""

PAGE_5 = """\
"It only works with underfloor heating." Not true. Large radiators do just as well.
"""

PAGE_6 = """\
"The refrigerant is harmful." Older ones damage the ozone layer. Newer machines use propane,
which is harmless.
"""

PAGE_7 = """\
Myth: Bats are blind.
Fact: Bats see quite well.
"""

PAGE_8 = """\
The fen bell has a round stem and flowers in May. Unlike the marsh lantern it is poisonous.
"""

PAGE_9 = """\
It works with Alexa. Google Home support is planned for the autumn 2025 update. Apple HomeKit is
not supported.
"""

PAGE_10 = """\
# Care

## What may not go into the dryer

Rubber-backed rugs, silk, anything soiled with cooking oil.
"""

PAGE_11 = """\
# Guarantee

## What the guarantee does not cover

- water damage
- loss
"""

PAGE_12 = """\
# Oven

## Never put in the microwave

- metal cutlery
- sealed jars
"""

PAGE_13 = """\
# Oven

## What must not go into the oven

- plastic bowls
- paper
"""

PAGE_14 = """\
# Oven

## What may go into the oven

- glass bowls
- tins
"""

PAGE_15 = """\
# List

| Thing | Taken |
|---|---|
| Paint | not collected |
| Glass | yes |
"""

PAGE_16 = """\
# Rules

## What is not covered

- theft
- rust
"""

PAGE_17 = """\
# Rules

## What is covered

- theft
- rust
"""

PAGE_18 = """\
# Garden

## You must not bring

- glass bottles
- drones
"""

PAGE_19 = """\
# Garden

## Please bring

- water
- a hat
"""

PAGE_20 = """\
Sat: 9-13
Sun: closed
"""

PAGE_21 = """\
A fridge carries heat into the kitchen; a heat pump carries it into the house. Some say that
they are loud.
"""

PAGE_22 = """\
Dogs must be kept on a lead on the camping field. Quiet hours begin at 11. Open fires are
forbidden there.
"""

PAGE_23 = """\
All dogs must be on a lead and large dogs must wear a muzzle. Guide dogs are exempt from both
rules.
"""

PAGE_24 = """\
Customer centre: Monday to Friday 7:00-18:00, Saturday 9:00-13:00, closed on Sundays and public
holidays
"""

PAGE_25 = """\
You may work from home up to three days a week. Staff at reception cannot work remotely.
"""

PAGE_26 = """\
# Pool

Registration: Petra Holm, Mondays 9-12
"""

PAGE_27 = """\
# Pool

Opening hours: Mondays 9-12
"""

PAGE_28 = """\
# Fares

| Fare | Underseat bag | Cabin case | Checked bag |
|---|---|---|---|
| Lite | included | from 19 EUR | from 35 EUR |
| Flex | included | included | from 25 EUR |
"""

PAGE_29 = """\
Freezing is free of charge in case of illness; in all other cases it costs 5 euros.
"""

PAGE_30 = """\
# Plans

| Plan | Router | Phone |
|---|---|---|
| Basic | 60 EUR | included |
| Max | included | included |
"""

# A text, what is asked of it, and the verdict (None for none).
CASES = [
    ("Bears are absent.", "are there bears", "No"),
    ("Wolves have not been seen here since 1911.", "are there wolves", "No"),
    ("Wolves have not been seen here since 1911.", "are there wolves here", "No"),
    ("Tigers are absent from the park.", "are there tigers in the park", "No"),
    ("Lifts are missing in the old wing.", "are there lifts in the old wing", "No"),
    ("The last tram ran in 1968.", "are there still trams", "No"),
    ("The last tram ran in 1968.", "do trams still run", "No"),
    ("The last wagon of coal came up from No. 5 on 30 June 2009.", "is coal still mined", "No"),
    ("Foxes and badgers are common in the woods.", "are there foxes", "Yes"),
    ("Beavers have been seen again since 2012.", "are there beavers", "Yes"),
    ("Lynxes are extinct in the region.", "are there lynxes in the region", "No"),
    ("Storks have disappeared from the valley.", "are there storks in the valley", "No"),
    (
        "The kestrel on the city's coat of arms stands for watchfulness.",
        "are there wolves around the city",
        None,
    ),
    ("The mine is 11 °C underground all year.", "is there a metro", None),
    ("The slopes are covered with spruce and beech.", "is there a beach", None),
    (
        "The square is named after Olo Brandt, composer of the opera The Miller.",
        "is there an opera",
        None,
    ),
    ("She wrote a play about a circus.", "is there a circus", None),
    ("The opera was opened in 1911.", "is there an opera", "Yes"),
    ("There is a small opera house on the square.", "is there an opera", "Yes"),
    ("No children under 5 in the cage.", "can my 4 year old go in the cage", "No"),
    ("No children under 5 in the cage.", "can my 6 year old go in the cage", "Yes"),
    ("No children under 6 on the slide.", "can a 5 year old go on the slide", "No"),
    (
        "Cars older than 2006 may not enter the Old Town.",
        "can I drive into the old town with a 2010 car",
        None,
    ),
    (
        "Cars older than 2006 may not enter the Old Town.",
        "can I drive into the old town with a 2001 car",
        None,
    ),
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
    (
        "Charcoal barbecues may be used except when the forest fire level is 4 or 5.",
        "can I use a charcoal barbecue at fire level 2",
        "Yes",
    ),
    (
        "Charcoal barbecues may be used except when the forest fire level is 4 or 5.",
        "can I use a charcoal barbecue at fire level 4",
        "No",
    ),
    (
        "The building is wheelchair-accessible except for the workshop in the basement.",
        "can I get into the studio with a wheelchair",
        "Yes",
    ),
    (
        "The building is wheelchair-accessible except for the workshop in the basement.",
        "is the workshop accessible with a wheelchair",
        "No",
    ),
    ("Parking is free except in zone C.", "is parking free in zone A", "Yes"),
    ("Parking is free except in zone C.", "is parking free in zone C", "No"),
    ("All rooms have a balcony except room 7.", "does room 5 have a balcony", "Yes"),
    ("All rooms have a balcony except room 7.", "does room 7 have a balcony", "No"),
    ("Skis: not accepted.", "do you take skis", "No"),
    ("Skis: not accepted.", "do you accept skis", "No"),
    ("Open from 2 pm to 6 pm, on Thursdays until 8 pm.", "is it open at 7 pm on thursday", "Yes"),
    ("Open from 2 pm to 6 pm, on Thursdays until 8 pm.", "is it open at 7 pm on friday", "No"),
    (
        "A joining fee of 150 euros is charged. Juniors and students do not pay it.",
        "do students pay the joining fee",
        "No",
    ),
    (
        "A joining fee of 150 euros is charged. Juniors and students do not pay it.",
        "do juniors have to pay the joining fee",
        "No",
    ),
    (
        "Pupils and students pay half. Reductions do not apply to cooking courses.",
        "do students pay half",
        "Yes",
    ),
    ("Wed: closed", "are you open on Wednesday", "No"),
    ("Bakery: Wed closed, other days 7-13", "is the bakery closed on Wednesdays", "Yes"),
    ("The minimum age is 16; for pottery 14.", "I'm 15, can I do pottery", "Yes"),
    ("The minimum age is 16; for pottery 14.", "can a 15 year old do pottery", "Yes"),
    ("The minimum age is 16.", "I'm 15, may I join", "No"),
    ("The minimum age is 16.", "may a 15 year old join", "No"),
    ("The minimum age is 16.", "I'm 18, can I join", "Yes"),
    ("You must be 18 or over to enter.", "I am 17, can I come in", "No"),
    ("It is often said that the tower leans. It does not.", "does the tower lean", "No"),
    (
        "Some people believe that carrots turn the skin green. This is wrong.",
        "do carrots turn the skin green",
        "No",
    ),
    ("In contrast to the adder, the smooth snake is harmless.", "is the adder harmless", "No"),
    (
        "In contrast to the adder, the smooth snake is harmless.",
        "is the smooth snake harmless",
        "Yes",
    ),
    (
        "The kite, unlike the buzzard, has a forked tail.",
        "does the buzzard have a forked tail",
        "No",
    ),
    ("The kite, unlike the buzzard, has a forked tail.", "does the kite have a forked tail", "Yes"),
    ("GPS is expected with the next firmware.", "does it have GPS", "No"),
    ("An iPhone app is coming in May.", "is there an iPhone app", "No"),
    ("Ring 0808 555 0142, Monday to Saturday.", "is the support line open on sundays", None),
    (
        "Herons nest only in the northern wood. The eastern crane has died out there.",
        "does the eastern crane still nest in the northern wood",
        "No",
    ),
    ("Otters are missing from the lower river.", "are there otters in the lower river", "No"),
    ("Eagles disappeared from the hills in 1950.", "are there eagles in the hills", "No"),
    ("Eagles returned to the hills in 1990.", "are there eagles in the hills", "Yes"),
    ("The last ferry crossed in 1972.", "is there still a ferry", "No"),
    ("The last mill closed in 1999.", "are there still mills", "No"),
    ("The last bus leaves at 23:10.", "is there a bus at 11 pm", None),
    ("Ticks have not been found here.", "are there ticks", "No"),
    ("Vipers were never recorded on the island.", "are there vipers on the island", "No"),
    ("There are no snakes on the island.", "are there snakes on the island", "No"),
    ("There are bears in the northern forest.", "are there bears in the northern forest", "Yes"),
    ("He was the director of the zoo in Basel.", "is there a zoo", None),
    ("The town has a zoo.", "is there a zoo", "Yes"),
    ("The film is about a castle.", "is there a castle", None),
    ("A castle stands on the hill.", "is there a castle", "Yes"),
    ("Nobody under 12 may use the gym.", "can a 10 year old use the gym", "No"),
    ("Nobody under 12 may use the gym.", "can a 13 year old use the gym", "Yes"),
    ("Children over 6 may use the slide.", "can my 8 year old use the slide", "Yes"),
    ("Children over 6 may use the slide.", "can my 4 year old use the slide", "No"),
    ("Drivers must be at least 21.", "I'm 19, can I drive", "No"),
    ("Drivers must be at least 21.", "I'm 25, may I drive", "Yes"),
    ("Members must have reached the age of 14.", "can a 13 year old become a member", "No"),
    ("All buses stop here except line 7.", "does line 5 stop here", "Yes"),
    ("All buses stop here except line 7.", "does line 7 stop here", "No"),
    ("Dogs are forbidden on all beaches except beach 3.", "are dogs allowed on beach 3", "Yes"),
    ("Dogs are forbidden on all beaches except beach 3.", "are dogs allowed on beach 2", "No"),
    ("Boats older than 1990 may not enter.", "may a 1985 boat enter", None),
    ("Boats older than 1990 may not enter.", "may a 2001 boat enter", None),
    ("Legend has it that a dragon lived here.", "did a dragon live here", None),
    ('"The bridge is unsafe." That is wrong.', "is the bridge unsafe", "No"),
    ('"The bridge is safe," said the engineer.', "is the bridge safe", "Yes"),
    ("Some people think the water is dirty. It is not.", "is the water dirty", "No"),
    ("Unlike the old model, the new one has a clock.", "does the old model have a clock", "No"),
    ("Unlike the old model, the new one has a clock.", "does the new one have a clock", "Yes"),
    ("Bluetooth is planned for next year.", "does it have bluetooth", "No"),
    ("Bluetooth is built in.", "does it have bluetooth", "Yes"),
    ("A second pool is planned for 2030.", "is there a second pool", "No"),
    ("A second pool is planned for 2030.", "will there be a second pool", "Yes"),
    ("The meeting is expected to start at 6.", "is the meeting at 6", "Yes"),
    ("Open 9 am to 5 pm, on Fridays until 8 pm.", "is it open on Friday at 7 pm", "Yes"),
    ("Open 9 am to 5 pm, on Fridays until 8 pm.", "is it open on Monday at 7 pm", "No"),
    (
        "Peasants were not allowed to hunt here until 1848.",
        "could peasants hunt here in 1800",
        "No",
    ),
    (
        "Peasants were not allowed to hunt here until 1848.",
        "could peasants hunt here in 1900",
        "Yes",
    ),
    ("Infants under six months must not use the pool.", "can I use the pool", None),
    (
        "Infants under six months must not use the pool.",
        "can infants under six months use the pool",
        "No",
    ),
    ("Guests may not smoke in the rooms.", "can I smoke in the rooms", "No"),
    ("Pensioners are exempt from the fee.", "do pensioners have to pay the fee", "No"),
    ("Everyone pays the fee. Pensioners are exempt from it.", "do pensioners pay the fee", "No"),
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
    ("Condition: good (previously: poor)", "is the condition poor", "No"),
    ("Condition: good (previously: poor)", "is the condition good", "Yes"),
    ("Overall status: **AMBER** (last month: green)", "is the project green", "No"),
    ("Overall status: **AMBER** (last month: green)", "is the status amber", "Yes"),
    ("Severity: SEV-2 (initially SEV-3)", "is it sev-3", "No"),
    ("Cash only at the food stalls; the bar takes cards.", "does the bar take cards", "Yes"),
    ("You may bring your own food, but no alcohol.", "can i bring my own beer", "No"),
    ("You may bring your own food, but no alcohol.", "can i bring my own food", "Yes"),
    ("Children under 6 get in free.", "my daughter is 5, do i have to pay for her", "No"),
    ("Children under 6 get in free.", "my son is 9, do i have to pay for him", None),
    (
        "Everybody must wear a cap in the pool. Babies are exempt from this rule.",
        "do babies need a cap",
        "No",
    ),
    (
        "Everybody must wear a cap in the pool. Babies are exempt from this rule.",
        "do I need a cap in the pool",
        "Yes",
    ),
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
    ("There is a lift to all floors but the tower.", "is there a lift to the tower", "No"),
    (
        "Charcoal grills are banned on balconies; electric grills are fine.",
        "can I use an electric grill on the balcony",
        "Yes",
    ),
    (
        "Charcoal grills are banned on balconies; electric grills are fine.",
        "can I use a charcoal grill on the balcony",
        "No",
    ),
    (
        "Charcoal grills are banned on balconies; electric grills are fine.",
        "are electric grills ok",
        "Yes",
    ),
    (
        "Children under 6 travel free when accompanied by an adult.",
        "do children under 6 need a ticket",
        "No",
    ),
    (
        "Holders of a disability pass travel free of charge.",
        "do holders of a disability pass need a ticket",
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
        "Tickets are non-refundable, unless the festival is cancelled.",
        "are tickets refundable",
        "No",
    ),
    ("Memberships are non-transferable.", "can i transfer my membership", "No"),
    (
        "The landlord may enter the flat only by appointment with 24 hours' notice.",
        "may the landlord come in without notice",
        "No",
    ),
    ("Cars may be parked only with a permit.", "can i park without a permit", "No"),
    ("Cars may be parked only with a permit.", "can i park with a permit", "Yes"),
    ("Dogs only with the landlord's written consent.", "may i get a dog", None),
    (
        "The shuttle is free with a weekend ticket, otherwise 4 pounds return.",
        "is the shuttle free with a day ticket",
        None,
    ),
    (
        "The shuttle is free with a weekend ticket, otherwise 4 pounds return.",
        "is the shuttle free with a weekend ticket",
        "Yes",
    ),
    (
        "The car park costs 20 pounds for the weekend. Motorbikes are free.",
        "do motorbikes have to pay for parking",
        None,
    ),
    ("Children under 12 need a child seat.", "do children under 12 need a child seat", "Yes"),
    (
        "Children under 10 must wear a life jacket.",
        "do children under 10 need a life jacket",
        "Yes",
    ),
    (
        "The partnership with Leddington was ended in 2014.",
        "is there still a partnership with Leddington",
        "No",
    ),
    (
        "The friendship treaty with Dalby was cancelled in 2011.",
        "does lorn still have a treaty with dalby",
        None,
    ),
    (
        "The Brook pit was opened in 1810. The Brook pit was abandoned in 1930.",
        "is the brook pit still open",
        "No",
    ),
    ("Gold was found at Toad Gully in 1889.", "is gold still found at toad gully", None),
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
    ("Vouchers are non-returnable.", "can I return a voucher", "No"),
    ("Boats may be hired only with a licence.", "may I hire a boat without a licence", "No"),
    ("Parcels are collected only by appointment.", "can I have a parcel collected", None),
    (
        "Entry is free with the city card, otherwise 6 euros.",
        "is entry free with the city card",
        "Yes",
    ),
    ("Entry is free with the city card, otherwise 6 euros.", "is entry free", None),
    (
        "The contract with Balder was terminated in 2020.",
        "do they still have a contract with Balder",
        "No",
    ),
    ("The spring was discovered in 1650.", "is there still a spring", None),
    ("Persons under 18 need a form.", "do persons under 18 need a form", "Yes"),
    ("Pensioners pay half price.", "do pensioners pay full price", "No"),
    (PAGE_1, "do you take asbestos", "No"),
    (PAGE_1, "do you take tyres", "Yes"),
    (PAGE_2, "can I bring a mattress", "No"),
    (PAGE_2, "do you take car engines", "No"),
    (PAGE_3, "is it open at 1 pm in july", "Yes"),
    (PAGE_3, "is it open at 1 pm in may", "No"),
    (PAGE_4, "are you open on Wednesday", "No"),
    (PAGE_5, "do i need underfloor heating", "No"),
    (PAGE_6, "is the refrigerant harmful", None),
    (PAGE_7, "are bats blind", "No"),
    (PAGE_8, "is the fen bell poisonous", "Yes"),
    (PAGE_9, "does it work with google home", "No"),
    (PAGE_9, "does it work with Apple HomeKit", "No"),
    (PAGE_9, "does it work with Alexa", "Yes"),
    (PAGE_10, "may I tumble dry silk", "No"),
    (PAGE_10, "can silk go into the dryer", "No"),
    (PAGE_11, "does the guarantee cover water damage", "No"),
    (PAGE_12, "can I put metal cutlery in the microwave", "No"),
    (PAGE_13, "can plastic bowls go into the oven", "No"),
    (PAGE_14, "can glass bowls go into the oven", "Yes"),
    (PAGE_15, "do you collect paint", "No"),
    (PAGE_15, "do you take glass", "Yes"),
    (PAGE_16, "is rust covered", "No"),
    (PAGE_17, "is rust covered", "Yes"),
    (PAGE_18, "can I bring a drone", "No"),
    (PAGE_19, "can I bring water", "Yes"),
    (PAGE_20, "are you open on Sunday", "No"),
    (PAGE_20, "are you open on Saturday", "Yes"),
    (PAGE_21, "is a heat pump loud", None),
    (PAGE_22, "can i make a fire on the camping field", "No"),
    (PAGE_23, "does my guide dog need a muzzle", "No"),
    (PAGE_24, "is the customer centre open on saturday", "Yes"),
    (PAGE_24, "is the customer centre open on sunday", "No"),
    (PAGE_25, "can reception staff work from home", "No"),
    (PAGE_26, "is the pool open on mondays", None),
    (PAGE_27, "is the pool open on mondays", "Yes"),
    (PAGE_28, "is a cabin case included in the Lite fare", "No"),
    (PAGE_28, "is a cabin case included in the Flex fare", "Yes"),
    (PAGE_29, "is freezing free", None),
    (PAGE_30, "is the router included in Basic", "No"),
    (PAGE_30, "is the phone included in Basic", "Yes"),
    (PAGE_30, "is the router included in Max", "Yes"),
]


@pytest.mark.parametrize(("text", "question", "said"), CASES)
def test_verdicts(tmp_path: Path, text: str, question: str, said: str | None) -> None:
    marked = text.startswith(("#", "|", "**"))
    answer = ask(tmp_path, text, question, name="page.md" if marked else "page.txt")
    assert (answer.text if answer.text in ("Yes", "No") else None) == said
