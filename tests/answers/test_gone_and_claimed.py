"""Yes or no of what is gone, only claimed, planned, set against something else, excepted by its
number, or barred by a heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.one_page import ask

PAGE_1 = """\
"It only works with underfloor heating." Not true. Large radiators do just as well.
"""

PAGE_2 = """\
"The refrigerant is harmful." Older ones damage the ozone layer. Newer machines use propane,
which is harmless.
"""

PAGE_3 = """\
Myth: Bats are blind.
Fact: Bats see quite well.
"""

PAGE_4 = """\
The fen bell has a round stem and flowers in May. Unlike the marsh lantern it is poisonous.
"""

PAGE_5 = """\
It works with Alexa. Google Home support is planned for the autumn 2025 update. Apple HomeKit is
not supported.
"""

PAGE_6 = """\
# Care

## What may not go into the dryer

Rubber-backed rugs, silk, anything soiled with cooking oil.
"""

PAGE_7 = """\
# Guarantee

## What the guarantee does not cover

- water damage
- loss
"""

PAGE_8 = """\
# Oven

## Never put in the microwave

- metal cutlery
- sealed jars
"""

PAGE_9 = """\
# Oven

## What must not go into the oven

- plastic bowls
- paper
"""

PAGE_10 = """\
# Oven

## What may go into the oven

- glass bowls
- tins
"""

PAGE_11 = """\
# Rules

## What is not covered

- theft
- rust
"""

PAGE_12 = """\
# Rules

## What is covered

- theft
- rust
"""

PAGE_13 = """\
# Garden

## You must not bring

- glass bottles
- drones
"""

PAGE_14 = """\
# Garden

## Please bring

- water
- a hat
"""

PAGE_15 = """\
A fridge carries heat into the kitchen; a heat pump carries it into the house. Some say that
they are loud.
"""

PAGE_16 = """\
All dogs must be on a lead and large dogs must wear a muzzle. Guide dogs are exempt from both
rules.
"""

PAGE_17 = """\
You may work from home up to three days a week. Staff at reception cannot work remotely.
"""

PAGE_18 = """\
Freezing is free of charge in case of illness; in all other cases it costs 5 euros.
"""

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
    (
        "Herons nest only in the northern wood. The eastern crane has died out there.",
        "does the eastern crane still nest in the northern wood",
        "No",
    ),
    ("Otters are missing from the lower river.", "are there otters in the lower river", "No"),
    ("Eagles disappeared from the hills in 1950.", "are there eagles in the hills", "No"),
    ("Eagles returned to the hills in 1990.", "are there eagles in the hills", "Yes"),
    ("The last ferry crossed in 1972.", "is there still a ferry", "No"),
    ("Ticks have not been found here.", "are there ticks", "No"),
    ("Vipers were never recorded on the island.", "are there vipers on the island", "No"),
    ("There are no snakes on the island.", "are there snakes on the island", "No"),
    ("There are bears in the northern forest.", "are there bears in the northern forest", "Yes"),
    ("He was the director of the zoo in Basel.", "is there a zoo", None),
    ("The town has a zoo.", "is there a zoo", "Yes"),
    ("The film is about a castle.", "is there a castle", None),
    ("A castle stands on the hill.", "is there a castle", "Yes"),
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
    ("Condition: good (previously: poor)", "is the condition poor", "No"),
    ("Condition: good (previously: poor)", "is the condition good", "Yes"),
    ("Overall status: **AMBER** (last month: green)", "is the project green", "No"),
    ("Overall status: **AMBER** (last month: green)", "is the status amber", "Yes"),
    ("Severity: SEV-2 (initially SEV-3)", "is it sev-3", "No"),
    ("Cash only at the food stalls; the bar takes cards.", "does the bar take cards", "Yes"),
    ("You may bring your own food, but no alcohol.", "can i bring my own beer", "No"),
    ("You may bring your own food, but no alcohol.", "can i bring my own food", "Yes"),
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
        "Holders of a disability pass travel free of charge.",
        "do holders of a disability pass need a ticket",
        "No",
    ),
    (
        "Tickets are non-refundable, unless the festival is cancelled.",
        "are tickets refundable",
        "No",
    ),
    ("Memberships are non-transferable.", "can i transfer my membership", "No"),
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
    ("Gold was found at Toad Gully in 1889.", "is gold still found at toad gully", None),
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
    ("Pensioners pay half price.", "do pensioners pay full price", "No"),
    (PAGE_1, "do i need underfloor heating", "No"),
    (PAGE_2, "is the refrigerant harmful", None),
    (PAGE_3, "are bats blind", "No"),
    (PAGE_4, "is the fen bell poisonous", "Yes"),
    (PAGE_5, "does it work with google home", "No"),
    (PAGE_5, "does it work with Apple HomeKit", "No"),
    (PAGE_5, "does it work with Alexa", "Yes"),
    (PAGE_6, "may I tumble dry silk", "No"),
    (PAGE_6, "can silk go into the dryer", "No"),
    (PAGE_7, "does the guarantee cover water damage", "No"),
    (PAGE_8, "can I put metal cutlery in the microwave", "No"),
    (PAGE_9, "can plastic bowls go into the oven", "No"),
    (PAGE_10, "can glass bowls go into the oven", "Yes"),
    (PAGE_11, "is rust covered", "No"),
    (PAGE_12, "is rust covered", "Yes"),
    (PAGE_13, "can I bring a drone", "No"),
    (PAGE_14, "can I bring water", "Yes"),
    (PAGE_15, "is a heat pump loud", None),
    (PAGE_16, "does my guide dog need a muzzle", "No"),
    (PAGE_17, "can reception staff work from home", "No"),
    (PAGE_18, "is freezing free", None),
]


@pytest.mark.parametrize(("text", "question", "said"), CASES)
def test_verdicts(tmp_path: Path, text: str, question: str, said: str | None) -> None:
    marked = text.startswith(("#", "|", "**"))
    answer = ask(tmp_path, text, question, name="page.md" if marked else "page.txt")
    assert (answer.text if answer.text in ("Yes", "No") else None) == said
