"""Makes rows of tables and fact sheets with questions on them, from lists of general words.

SQuAD has no tables. The engine puts a row into words before it is read (``The ticket is Adult. The
price of Adult is 4.50.``); these made-up rows teach the reader that form, and to refuse another
row's question.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

__all__ = ["MadeRow", "made_rows"]


class MadeRow(NamedTuple):
    """A question on a row; `answer` is a span of `passage`, or None."""

    question: str
    passage: str
    answer: tuple[int, int] | None
    context: int


class _Column(NamedTuple):
    heads: tuple[str, ...]
    asks: tuple[str, ...]
    value: Callable[[random.Random], str]


_FIRST = """Anna Ben Clara David Emma Felix Grace Henry Irene James Karen Louis Maria Noah Olivia
Peter Quinn Rosa Samuel Tanya Victor Wendy Yusuf Zoe Amit Bella Chen Dmitri Elena Farid""".split()
_LAST = """Adams Baker Carter Diaz Evans Fischer Green Hughes Ivanov Jones King Lopez Moore Novak
Owens Patel Quist Reed Silva Turner Unger Vogel Walker Xu Young Zimmer Okafor Tanaka""".split()
_TOWNS = """Ashford Brookfield Carlow Dunmore Eastvale Fairport Glenwood Harwick Ivybridge Kingsley
Lakeside Marlow Norwood Oakham Preston Redhill Selby Thornton Upton Westbury Winfield""".split()
_THINGS = """drill printer kettle lamp bicycle camera tent router heater speaker monitor backpack
blender freezer keyboard ladder mixer radio scanner toaster vacuum watch stove mower""".split()
_SPORTS = "tennis chess rowing cycling hockey football swimming archery judo fencing".split()
_EVENTS = ("course", "evening", "workshop", "class", "tournament")
_MONTHS = """January February March April May June July August September October November
December""".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_COLOURS = "red blue green black white silver yellow orange grey brown".split()
_ROOMS = ("main hall", "room 12", "library", "garden", "workshop", "room B4", "gym", "lobby")
_JOBS = """engineer nurse teacher driver manager accountant designer editor chemist lawyer cook
mechanic librarian pilot""".split()


def _person(rng: random.Random) -> str:
    return f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"


def _date(rng: random.Random) -> str:
    day, month, year = rng.randint(1, 28), rng.choice(_MONTHS), rng.randint(1890, 2024)
    return rng.choice([f"{day} {month} {year}", f"{month} {day}, {year}", str(year)])


def _count(rng: random.Random) -> str:
    value = int(10 ** rng.uniform(1, 6.5))
    return rng.choice([f"{value:,}", str(value)])


def _price(rng: random.Random) -> str:
    value = rng.uniform(2, 900)
    return rng.choice([f"${value:.2f}", f"{value:.0f} euros", f"£{value:.0f}"])


def _hours(rng: random.Random) -> str:
    begin, end = rng.randint(7, 11), rng.randint(1, 9)
    return rng.choice([f"{begin} am to {end} pm", f"{begin}:00-{end + 12}:00"])


def _of(words: tuple[str, ...] | list[str]) -> Callable[[random.Random], str]:
    return lambda rng: rng.choice(words)


def _measure(unit: str, low: int, high: int) -> Callable[[random.Random], str]:
    return lambda rng: f"{rng.randint(low, high)} {unit}".strip()


_SHEETS: tuple[tuple[Callable[[random.Random], str], tuple[str, ...], tuple[_Column, ...]], ...] = (
    (
        _person,
        ("Name", "Employee", "Member", "Player", "Person"),
        (
            _Column(("Age",), ("How old is {}?", "What is the age of {}?"), _measure("", 18, 80)),
            _Column(("Born", "Date of birth"), ("When was {} born?",), _date),
            _Column(
                ("City", "Town", "Residence"),
                ("Where does {} live?", "In which city does {} live?"),
                _of(_TOWNS),
            ),
            _Column(
                ("Job", "Role", "Position", "Occupation"),
                (
                    "What does {} do for a living?",
                    "What is the job of {}?",
                    "What position does {} have?",
                ),
                _of(_JOBS),
            ),
            _Column(
                ("Joined", "Start date"), ("When did {} join?", "Since when is {} a member?"), _date
            ),
            _Column(("Height",), ("How tall is {}?",), _measure("cm", 150, 200)),
            _Column(
                ("Sport",), ("Which sport does {} play?", "What sport does {} do?"), _of(_SPORTS)
            ),
            _Column(
                ("Salary", "Pay"), ("How much does {} earn?", "What is the salary of {}?"), _price
            ),
            _Column(
                ("Points", "Score"),
                ("How many points did {} score?", "What was {}'s score?"),
                _count,
            ),
            _Column(
                ("Phone", "Telephone"),
                ("What is the phone number of {}?", "How can I call {}?"),
                lambda rng: f"555-{rng.randint(1000, 9999)}",
            ),
            _Column(
                ("Manager", "Supervisor"),
                ("Who is the manager of {}?", "Who supervises {}?"),
                _person,
            ),
        ),
    ),
    (
        _of(_TOWNS),
        ("City", "Town", "Place", "Municipality"),
        (
            _Column(
                ("Population", "Inhabitants"),
                (
                    "How many people live in {}?",
                    "What is the population of {}?",
                    "How many inhabitants does {} have?",
                ),
                _count,
            ),
            _Column(
                ("Area", "Area (km2)"),
                ("How large is {}?", "What is the area of {}?", "How big is {}?"),
                _measure("km2", 5, 900),
            ),
            _Column(
                ("Elevation", "Altitude"),
                ("How high is {}?", "What is the elevation of {}?"),
                _measure("m", 1, 3000),
            ),
            _Column(
                ("Founded", "Established"),
                ("When was {} founded?", "How old is the town of {}?"),
                _date,
            ),
            _Column(("Mayor",), ("Who is the mayor of {}?", "Who governs {}?"), _person),
            _Column(
                ("Postal code", "Zip"),
                ("What is the postal code of {}?",),
                lambda rng: str(rng.randint(10000, 99999)),
            ),
            _Column(
                ("Average temperature",),
                ("How warm is it in {}?", "What is the average temperature in {}?"),
                _measure("°C", -5, 30),
            ),
            _Column(
                ("Density",),
                ("What is the population density of {}?",),
                _measure("per km2", 10, 5000),
            ),
        ),
    ),
    (
        _of(_THINGS),
        ("Product", "Item", "Article", "Model"),
        (
            _Column(
                ("Price", "Cost"),
                ("How much is the {}?", "What does the {} cost?", "What is the price of the {}?"),
                _price,
            ),
            _Column(
                ("Weight",),
                ("How heavy is the {}?", "What does the {} weigh?"),
                _measure("kg", 1, 90),
            ),
            _Column(
                ("Colour", "Color"),
                ("What colour is the {}?", "In what color does the {} come?"),
                _of(_COLOURS),
            ),
            _Column(
                ("Warranty",), ("How long is the warranty on the {}?",), _measure("years", 2, 9)
            ),
            _Column(("Stock", "In stock"), ("How many of the {} are in stock?",), _count),
            _Column(
                ("Power",),
                ("How much power does the {} need?", "What is the power of the {}?"),
                _measure("W", 5, 2400),
            ),
            _Column(
                ("Made in", "Origin"),
                ("Where is the {} made?", "Where does the {} come from?"),
                _of(_TOWNS),
            ),
            _Column(("Designer",), ("Who designed the {}?",), _person),
            _Column(
                ("Released", "Launch"),
                ("When was the {} released?", "When did the {} come out?"),
                _date,
            ),
        ),
    ),
    (
        lambda rng: f"{rng.choice(_SPORTS)} {rng.choice(_EVENTS)}",
        ("Event", "Course", "Class", "Activity"),
        (
            _Column(("Date", "When"), ("When is the {}?", "On what date is the {}?"), _date),
            _Column(
                ("Day", "Weekday"),
                ("On which day is the {}?", "What day is the {} on?"),
                _of(_DAYS),
            ),
            _Column(
                ("Room", "Place", "Where"),
                ("Where is the {}?", "In which room is the {}?"),
                _of(_ROOMS),
            ),
            _Column(
                ("Fee", "Price"), ("How much is the {}?", "What is the fee for the {}?"), _price
            ),
            _Column(
                ("Hours", "Time"),
                ("At what time is the {}?", "What are the hours of the {}?"),
                _hours,
            ),
            _Column(
                ("Leader", "Instructor"), ("Who leads the {}?", "Who teaches the {}?"), _person
            ),
            _Column(
                ("Places", "Seats"),
                ("How many can take part in the {}?", "How many places does the {} have?"),
                _count,
            ),
            _Column(
                ("Duration", "Length"),
                ("How long is the {}?", "How long does the {} last?"),
                _measure("minutes", 20, 180),
            ),
        ),
    ),
)


def made_rows(count: int, rng: random.Random) -> list[MadeRow]:
    """Return rows with a question each; three in ten questions are not answered by the row."""
    return [_made(rng) for _ in range(count)]


def _made(rng: random.Random) -> MadeRow:
    subject_of, names, columns = rng.choice(_SHEETS)
    subject = subject_of(rng)
    chosen = rng.sample(columns, rng.randint(2, min(5, len(columns))))
    asked = rng.choice(chosen)
    about = subject
    fate = rng.random()
    if fate < 0.15:
        shown = [column for column in chosen if column is not asked]
    else:
        shown = chosen
        if fate < 0.3:
            while about == subject:
                about = subject_of(rng)
    if rng.random() < 0.2:
        # A fact sheet: the subject stands in the heading, which is read before the row.
        passage = f"{subject}: "
        context, of = len(passage), ""
    else:
        passage, context, of = (
            f"The {rng.choice(names).lower()} is {subject}. ",
            0,
            f" of {subject}",
        )
    span = None
    for column in shown:
        head = rng.choice(column.heads)
        passage += f"The {head[0].lower()}{head[1:]}{of} is "
        at = len(passage)
        passage += column.value(rng).strip()
        if column is asked:
            span = (at, len(passage))
        passage += ". "
    passage = passage.rstrip()
    question = rng.choice(asked.asks).format(about)
    return MadeRow(question, passage, span if fate >= 0.3 else None, context)
