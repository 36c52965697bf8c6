"""Words by which a sentence is found though it has others: days and months of a range, the month of
a date in figures, "born" where dates beside a name say it, the initials of a name, what was done at
the place after the label "Place".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from hegang_qa.documents.patterns import lazy
from hegang_qa.question.words import DAY_FORMS, MONTHS
from hegang_qa.text.numbers import is_year
from hegang_qa.text.tokens import Token, stem
from hegang_qa.text.words import WEEKDAYS

__all__ = [
    "LIFE_MARKS",
    "NAMES_OF_DAYS",
    "SEVERAL_DAYS",
    "add_days",
    "add_fields",
    "add_initials",
    "add_lives",
    "add_months",
    "add_months_between",
]

# The stems of the names of each day, Monday first; the number of the day of each name.
_WEEK = list(WEEKDAYS)
_DAYS = [tuple(stem(form) for form in (day, *DAY_FORMS[day])) for day in _WEEK]
_DAY_NUMBERS = {form: n for n, day in enumerate(_WEEK) for form in (day, *DAY_FORMS[day])}
SEVERAL_DAYS: Mapping[str, Sequence[int]] = {
    "weekdays": range(5),
    "weekday": range(5),
    "daily": range(7),
    "weekends": (5, 6),
    "weekend": (5, 6),
}
"""Words for several days, and which they are, Monday being 0."""

NAMES_OF_DAYS = frozenset(
    [name for day in _DAYS for name in day] + [stem(word) for word in SEVERAL_DAYS]
)
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS)}
_OF_RANGES = frozenset(("the", "of", "end", "beginning", "start", "middle"))
_MOST_BETWEEN = 6
_THROUGH = frozenset(("-", "to", "until", "till", "through"))
_ISO_DATE = lazy(r"\b[12]\d{3}-(\d\d)-(\d\d)\b")
LIFE_MARKS = frozenset("bd")
# What is asked with a verb and told under a label ("Venue: the old hall", "Apologies: Ann Lee").
_MET = "hold held meet met happen"
_FIELDS = {
    label: tuple(stem(word) for word in words.split())
    for labels, words in (
        ("date day place venue location", _MET),
        ("time", f"{_MET} start begin"),
        ("present attendance attendees participants", "attend come came there present"),
        ("apologies absent", "absent miss missing away"),
        ("chair chairman chairwoman chairperson", "lead led preside"),
        ("secretary clerk", "take took write wrote"),
        ("author", "write wrote"),
    )
    for label in labels.split()
}
_BORN, _DIED = ("born", "birth"), ("die", "death")


def add_days(tokens: tuple[Token, ...], places: dict[str, tuple[int, ...]]) -> None:
    """Let a day be found within a range of days ("Tue-Thu"), and among weekdays and weekends."""
    for at, token in enumerate(tokens):
        days: Sequence[int] = SEVERAL_DAYS.get(token.norm, ())
        first = _DAY_NUMBERS.get(token.norm)
        if first is not None and at + 2 < len(tokens) and tokens[at + 1].norm in _THROUGH:
            last = _DAY_NUMBERS.get(tokens[at + 2].norm)
            if last is not None:
                days = [day % 7 for day in range(first, first + (last - first) % 7 + 1)]
        for day in days:
            for name in _DAYS[day]:
                places.setdefault(name, (at,))


def add_fields(tokens: tuple[Token, ...], places: dict[str, tuple[int, ...]]) -> None:
    """Let what is told under the label of a line be found by the verb that one asks with."""
    if len(tokens) > 2 and tokens[1].text == ":":
        for word in _FIELDS.get(tokens[0].norm, ()):
            places.setdefault(word, (0,))


def add_lives(tokens: tuple[Token, ...], places: dict[str, tuple[int, ...]]) -> None:
    """Let "born" and "died" be found where dates beside a name say it."""
    from hegang_qa.text.lives import lives  # few sentences tell a life

    for life in lives(tokens):
        for mark, words in ((life.mark, _BORN), (life.last_mark, _DIED)):
            for word in words if mark >= 0 else ():
                places[word] = (*places.get(word, ()), mark)


def add_months_between(tokens: tuple[Token, ...], places: dict[str, tuple[int, ...]]) -> None:
    """Let a month be found within a range of months that comes every year ("November to March",
    "from 1 May to 30 September"), at the first of them."""
    spots = [at for at, token in enumerate(tokens) if token.norm in _MONTH_NUMBERS]
    for at, end in pairwise(spots):
        between = [token.norm for token in tokens[at + 1 : end]]
        if len(between) > _MOST_BETWEEN or sum(norm in _THROUGH for norm in between) != 1:
            continue
        if any(norm not in _THROUGH | _OF_RANGES and not norm[:1].isdigit() for norm in between):
            continue
        if any(is_year(token.norm) for token in tokens[at + 1 : end + 2]):
            continue  # "from March to October 1912"
        first, last = (_MONTH_NUMBERS[tokens[spot].norm] for spot in (at, end))
        for step in range(1, (last - first) % 12):
            month = stem(MONTHS[(first + step) % 12])
            places[month] = (*places.get(month, ()), at)


def add_months(text: str, tokens: tuple[Token, ...], places: dict[str, tuple[int, ...]]) -> None:
    """Let the month of a date in figures ("2025-03-22") be found by its name, and its day without
    the nought."""
    for date in _ISO_DATE.finditer(text):
        month, day = int(date.group(1)), int(date.group(2))
        if not 1 <= month <= 12:
            continue
        at = next((n for n, token in enumerate(tokens) if token.start == date.start(1)), -1)
        if at >= 0:
            for term in (stem(MONTHS[month - 1]), str(day)):
                places[term] = (*places.get(term, ()), at)


def add_initials(
    tokens: tuple[Token, ...], run: list[int], places: dict[str, tuple[int, ...]]
) -> None:
    """Let a name of several words be found by its initials."""
    if 2 <= len(run) <= 6:
        initials = "".join(tokens[number].norm[0] for number in run)
        if initials not in places:
            places[initials] = (run[0],)
