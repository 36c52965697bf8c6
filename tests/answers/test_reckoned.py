"""Yes or no by figures, hours, ages and exceptions held against those of a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegang_qa import Engine

_SPELLS = """\
The motor is covered for five years from the date of purchase.

The battery of the K3 is covered for 12 months.

You may drink clear water until two hours before the operation.

Do not eat anything for six hours before the operation.

Swimming is forbidden for two weeks after any operation.

The soup keeps for three days in the fridge.

Do not open the oven door during the first 20 minutes.

Visitors may park free of charge for three hours.

Bookings may be cancelled free of charge up to 48 hours beforehand.

Membership can be cancelled up to 14 days before the end of the term.

Claims must be made within 30 days of purchase. Guests can use the boat after two lessons.
"""

_RULES = """\
Dogs are not admitted, with the exception of assistance dogs.

Working from home is permitted provided that no clients are received.

For birthdays you may bring a cake, but nothing with cream or raw egg.

Smoking is prohibited inside the flat and in the stairwell, but allowed on the balcony.

For a cold without fever children may come.

Patients without insurance pay in advance.

Cook without a lid for 50 minutes.

Training takes place on Tuesday and Thursday from 17:30 to 19:30 and on Saturday from 10:00 to \
12:00.

Inflatables are allowed on Saturdays between 14:00 and 16:00.

Call us from Monday to Friday, 9 am to 5 pm, or fill in the form.

Support hours are Monday to Friday from 8:00 to 18:00 CET.

The fee is due on 15 January.

The club is open to anyone aged 11 or over.

The sauna is for persons aged 16 and over.

Children under 14 are not treated.

The app requires 4 GB of memory and PostgreSQL 13 or later.

The Community edition is free for up to 25 users.

All floors except the attic have heating.

Using filters from other manufacturers does not void the warranty.
"""

_OF_SPELLS = [
    ("is the motor covered after four years", "Yes"),
    ("is the motor still covered after 4 years", "Yes"),
    ("is the motor covered after six years", "No"),
    ("is the motor covered after five years", "No"),
    ("is the motor covered for five years", "Yes"),
    ("is the battery covered after ten months", "Yes"),
    ("is the battery covered after 14 months", "No"),
    ("can I drink water three hours before the operation", "Yes"),
    ("can I drink water 4 hours before my operation", "Yes"),
    ("can I drink water one hour before the operation", "No"),
    ("can I eat 8 hours before the operation", "Yes"),
    ("can I eat 5 hours before the operation", "No"),
    ("can I swim three weeks after an operation", "Yes"),
    ("can I swim one week after an operation", "No"),
    ("does the soup keep for two days", "Yes"),
    ("does the soup keep for a week", "No"),
    ("can I open the oven door after 30 minutes", "Yes"),
    ("can I open the oven door after 10 minutes", "No"),
    ("can I park for two hours for free", "Yes"),
    ("can I park for four hours for free", "No"),
    ("can I cancel a booking free of charge 24 hours before", "No"),
    ("can I cancel a booking for free 3 days before", "Yes"),
    ("can I cancel my membership 20 days before the end of the term", "Yes"),
    ("can I cancel my membership 10 days before the end of the term", "No"),
    ("can I make a claim after 20 days", "Yes"),
    ("can I make a claim after 40 days", "No"),
    ("is 40 days too late to make a claim", "Yes"),
]

_OF_RULES = [
    ("can I bring my assistance dog", "Yes"),
    ("can I bring my dog", "No"),
    ("can I receive clients at home", "No"),
    ("can i bring a cake with raw egg", "No"),
    ("can i bring a cream cake for his birthday", "No"),
    ("can i bring a cake for her birthday", "Yes"),
    ("can i smoke on the balcony", "Yes"),
    ("can i smoke in the stairwell", "No"),
    ("my kid has a cold, can he come", "Yes"),
    ("do patients without insurance have to pay in advance", "Yes"),
    ("do I need a lid", "No"),
    ("is there training on Saturday at 11", "Yes"),
    ("is there training on Thursday at 8 pm", "No"),
    ("is there training on Saturday at 2 pm", "No"),
    ("is there training on Thursday", "Yes"),
    ("is there training on Friday", "No"),
    ("can I use an inflatable on Saturday at 3 pm", "Yes"),
    ("can I use an inflatable on Saturday at 5 pm", "No"),
    ("can I call on Tuesday", "Yes"),
    ("can I call on Sunday", "No"),
    ("is 6 pm too late to call", "Yes"),
    ("is 4 pm too late to call", "No"),
    ("can I call at 7 pm", "No"),
    ("can I call support at 5 pm on Friday", "Yes"),
    ("can a 40 year old join the club", "Yes"),
    ("can a 10 year old join the club", "No"),
    ("can a 17 year old use the sauna", "Yes"),
    ("can a 15 year old use the sauna", "No"),
    ("can a 16 year old be treated", "Yes"),
    ("can a 10 year old be treated", "No"),
    ("is 8 GB of memory enough", "Yes"),
    ("is 2 GB of memory enough", "No"),
    ("is the community edition free for 20 users", "Yes"),
    ("does the attic have heating", "No"),
    ("does the first floor have heating", "Yes"),
]


def _engine(tmp_path_factory: pytest.TempPathFactory, text: str) -> Engine:
    path: Path = tmp_path_factory.mktemp("reckoned") / "rules.txt"
    path.write_text(text, encoding="utf-8")
    return Engine.open(str(path), reader="off")


@pytest.fixture(scope="module")
def spells(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _engine(tmp_path_factory, _SPELLS)


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return _engine(tmp_path_factory, _RULES)


@pytest.mark.parametrize(("question", "verdict"), _OF_SPELLS)
def test_a_time_lies_within_the_one_that_is_told(
    spells: Engine, question: str, verdict: str
) -> None:
    assert spells.ask(question).text == verdict


@pytest.mark.parametrize(("question", "verdict"), _OF_RULES)
def test_hours_ages_and_exceptions_are_reckoned(rules: Engine, question: str, verdict: str) -> None:
    assert rules.ask(question).text == verdict


def test_another_deed_is_not_reckoned_by_its_time(spells: Engine) -> None:
    assert spells.ask("can I eat the soup after two days").text not in ("Yes", "No")


_SITE = """\
Trainees over 16 may assist under constant supervision, but may not change the solvent.

Smoking is permitted only in the shelter behind Building C. Dogs are not allowed on the premises.

The branch stays open on 27 and 28 December with a skeleton crew of four.

The gloves are powder-free. The juice is sugar-free. Filters are sold separately.

The lift in Building B is out of order. The purchase of electric vans was discussed.

Empty directories are not uploaded. Symbolic links are not followed. Warnings can be ignored.
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("may a 17 year old trainee change the solvent", "No"),
        ("may a 17 year old trainee assist", "Yes"),
        ("are dogs allowed", "No"),
        ("can i bring my dog", "No"),
        ("is the branch open on 27 december", "Yes"),
        ("is the branch open on 28 december", "Yes"),
        ("is the branch open on 29 december", "No"),
        ("are the gloves powdered", "No"),
        ("is there sugar in the juice", "No"),
        ("are filters included", "No"),
        ("is the lift working", "No"),
        ("can i ignore warnings", "Yes"),
        ("are symlinks followed", "No"),
        ("are empty dirs uploaded", "No"),
    ],
)
def test_what_a_site_says(tmp_path: Path, question: str, verdict: str) -> None:
    path = tmp_path / "site.txt"
    path.write_text(_SITE, encoding="utf-8")
    assert Engine.open(str(path), reader="off").ask(question).text == verdict


def test_what_was_only_discussed_is_not_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "site.txt"
    path.write_text(_SITE, encoding="utf-8")
    engine = Engine.open(str(path), reader="off")
    assert engine.ask("are we buying electric vans").text not in ("Yes", "No")
