"""Whether something is open on a day or in a month that one asks about, where a sentence tells from
which to which it is: "Bank: Mon-Wed", "open from 1 May to 30 September".
"""

from __future__ import annotations

from collections.abc import Callable

from hegang_qa.answers.accounts import stands_above
from hegang_qa.answers.hints.opening import day_number
from hegang_qa.answers.verdicts.limits import calendar_ranges
from hegang_qa.answers.verdicts.rulings import asks_leave
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.text.words import MONTHS, NAMED_TIMES

__all__ = [
    "days_told",
    "has_days_of_its_own",
    "is_calendar_term",
    "lacks_its_subject",
    "month_number",
    "open_on",
    "tells_days_of_another",
    "tells_of_holiday",
]

_OPEN = frozenset("open opens opened opening".split())
_CLOSED = frozenset("closed close closes shut".split())
_HOURS = frozenset("hours times time days".split())
_FEASTS = frozenset("easter whit christma christmas boxing whitsun pentecost bank".split())
_CLOCK = NAMED_TIMES.keys() | {"am", "pm", "o'clock"}
_EXCEPTING = frozenset("except but only also not unless other".split())


def open_on(question: Question, ranked: RankedSentence) -> bool | None:
    """Return whether a sentence says that something is open (closed, where that is asked) on the
    day or in the month that a question names; None where it does not tell from which to which."""
    norms = [token.norm for token in question.tokens]
    asks_closed = not _CLOSED.isdisjoint(norms)
    told = [token.norm for token in ranked.tokens]
    if not asks_closed and _OPEN.isdisjoint(norms):
        # "Can I do laundry on Sunday?"
        lacks = not asks_leave(question) or lacks_its_subject(question, ranked)
        return None if lacks or not _EXCEPTING.isdisjoint(told) else _by_closing(norms, told)
    if (spared := _but_for(norms, told)) is not None and not lacks_its_subject(question, ranked):
        return spared is not asks_closed
    if ranked.sentence.cells and not has_days_of_its_own(ranked):
        return None
    if not _EXCEPTING.isdisjoint(told) or lacks_its_subject(question, ranked):
        return None
    labelled = _by_closing(norms, told)
    labelled = _by_label(norms, told) if labelled is None else labelled
    if labelled is not None and not _is_labelled_otherwise(question, ranked):
        return labelled is not asks_closed
    for number_of, count in ((day_number, 7), (month_number, 12)):
        asked = {n for norm in norms if (n := number_of(norm))}
        held = _range(ranked, number_of, count)
        if asked and held:
            is_open = asked <= held
            tells_closed = not _CLOSED.isdisjoint(told) and _OPEN.isdisjoint(told)
            return (is_open is not tells_closed) is not asks_closed
    return None


def has_days_of_its_own(ranked: RankedSentence) -> bool:
    """Return whether a row of a table tells in a cell from which day to which the thing of its
    first cell is open; where the days stand first, other rows tell of other days."""
    cells = ranked.sentence.cells
    if not cells or not _range(ranked, day_number, 7):
        return False
    return not any(day_number(t.norm) for t in ranked.tokens if t.start < cells[0].end)


def days_told(ranked: RankedSentence) -> set[int]:
    """Return the days that a sentence or row names, and those between them."""
    named = {number for token in ranked.tokens if (number := day_number(token.norm))}
    return named | _range(ranked, day_number, 7)


def _but_for(asked: list[str], told: list[str]) -> bool | None:
    """Return whether it is open then by what a sentence excepts from the days on which it is
    closed ("closed on Mondays, *except in July*"); None where it excepts none."""
    at = next((n for n, norm in enumerate(told) if norm in ("except", "excepting")), -1)
    if at < 1 or _CLOSED.isdisjoint(told[:at]) or not _OPEN.isdisjoint(told):
        return None
    told = [norm.removesuffix("s") for norm in told]
    inside = {norm for norm in told[at:] if is_calendar_term(norm) or norm in _FEASTS}
    wanted = {norm.removesuffix("s") for norm in asked if is_calendar_term(norm) or norm in _FEASTS}
    if not wanted or not inside:
        return None
    feasts = wanted & _FEASTS  # "Easter Monday" is no Monday
    return wanted <= inside if feasts else bool(wanted & inside - set(told[:at]))


def _by_closing(asked: list[str], told: list[str]) -> bool | None:
    """Return whether it is open on the day asked about by a clause that names the days on which it
    is closed beside its hours ("open 7:00-20:00, *closed on Sundays*"); None for no such clause."""
    days = {day for norm in asked if (day := day_number(norm))}
    at = next((n for n, norm in enumerate(told) if norm in _CLOSED), -1)
    if not days or at < 1 or told[at + 1 : at + 2] != ["on"]:
        return None
    closed = set()
    for norm in told[at + 2 :]:
        if day_number(norm):
            closed.add(day_number(norm))
        elif norm not in ("and", ",", "or"):
            break
    if not closed or any(day_number(norm) for norm in told[:at]):
        return None  # days of opening are told as well
    hours = not _OPEN.isdisjoint(told[:at]) or any(norm[:1].isdigit() for norm in told[:at])
    return not days & closed if hours else None


def _by_label(asked: list[str], told: list[str]) -> bool | None:
    """Return whether a line tells that it is open on the day that is asked about, by what stands
    right behind the day ("Wed: *closed*", "Sat *9-12*"); None where it does not."""
    days = {day for norm in asked if (day := day_number(norm))}
    if len(days) != 1:
        return None
    for at, norm in enumerate(told[:-1]):
        if day_number(norm) not in days:
            continue
        after = at + 1 + (told[at + 1] == ":")
        state = told[after] if after < len(told) else ""
        if state in _CLOSED:
            return False
        if state[:1].isdigit() and {"-", "–", "to"} & set(told[after : after + 5]):
            return True  # "Saturday 9:00-13:00, closed on Sundays"
    return None


def _is_labelled_otherwise(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a line begins with a label that is no word for opening, no day, and nothing
    that is asked about ("*Registration*: Mondays 9-12")."""
    norms = [token.norm for token in ranked.tokens]
    colon = norms.index(":") if ":" in norms else 0
    label = norms[:colon]
    if not label or any(day_number(norm) for norm in label):
        return False
    if not (_OPEN | _CLOSED | _HOURS).isdisjoint(label):
        return False
    return not any(match.token < colon and match.how in BY_FORM for match in ranked.matches)


def tells_days_of_another(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a sentence tells from which day or month to which something is open that is
    not what the question names ("*Gym*: open Wed-Sun", of the bank)."""
    if (_OPEN | _CLOSED).isdisjoint(token.norm for token in question.tokens):
        return False
    ranged = _range(ranked, day_number, 7) or _range(ranked, month_number, 12)
    return bool(ranged) and lacks_its_subject(question, ranked)


def tells_of_holiday(question: Question, ranked: RankedSentence) -> bool:
    """Return whether the day that a question names is one of a name of its own in a sentence
    ("*Easter* Monday", "*Bank Holiday* Monday"), which the question does not have."""
    asked = {token.norm for token in question.tokens}
    tokens = ranked.tokens
    return any(
        match.token > 1
        and day_number(tokens[match.token].norm)
        and tokens[match.token - 1].text[:1].isupper()
        and tokens[match.token - 1].kind == "word"
        and not day_number(tokens[match.token - 1].norm)
        and tokens[match.token - 1].norm not in asked
        for match in ranked.matches
    )


def is_calendar_term(norm: str) -> bool:
    """Return whether a folded word is a day of the week or a month."""
    return bool(day_number(norm) or month_number(norm))


def lacks_its_subject(question: Question, ranked: RankedSentence) -> bool:
    """Return whether a noun or name of a question, but for days and months, stands neither in a
    sentence nor over it."""
    held = {match.term for match in ranked.matches if match.how in BY_FORM}
    return any(
        term.role in ("noun", "name")
        and not term.light
        and n not in held
        and not is_calendar_term(question.tokens[term.token].norm)
        and question.tokens[term.token].norm not in _OPEN | _CLOSED | _CLOCK
        and not stands_above(question, n, ranked.sentence)
        for n, term in enumerate(question.terms)
    )


def _range(ranked: RankedSentence, number_of: Callable[[str], int], count: int) -> set[int]:
    """Return the days or months of all ranges of a sentence, and those beside them; none where it
    has no range."""
    ranges = list(calendar_ranges(ranked, number_of))
    if not ranges:
        return set()
    held = {number for token in ranked.tokens if (number := number_of(token.norm))}
    for first, last in ranges:
        held |= {(first - 1 + n) % count + 1 for n in range((last - first) % count + 1)}
    return held


def month_number(norm: str) -> int:
    """Return the number of a month (1..12) by its folded name, 0 for another word."""
    return MONTHS.get(norm, 0)
