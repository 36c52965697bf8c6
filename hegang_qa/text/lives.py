"""When somebody was born and died, where no verb says so: "Ada Kerr (10 May 1815 – 27 June 1852)",
"Ada Kerr (Leeds, 1815 – York, 1852)", "Ada Kerr, 1815–1852", "b. 1815, d. 1852"."""

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.text.tokens import Token
from hegang_qa.text.words import MONTHS

__all__ = ["Life", "lives"]

Stretch = tuple[int, int]
"""Begin and end (numbers of tokens, end excluded)."""

_MOST_YEARS = 112
_LEAST_YEARS = 8
_LONGEST = 24  # tokens in a bracket
_ABOUT = frozenset("c ca circa about around probably born died b d . ,".split())
_IN_A_DATE = frozenset(("c", "ca", "circa", ".", ",", "/"))
_BIRTH = frozenset(("b", "*"))
_DEATH = frozenset(("d", "†"))
_ENDS = frozenset((";", ")", "*", "†"))


class Life(NamedTuple):
    """What stands beside a name, whose last token is `name` (-1: it stands above).

    `mark` and `last_mark` are the tokens that stand for "born" and "died", -1 where nothing does.
    """

    name: int
    mark: int
    last_mark: int
    born: Stretch | None
    died: Stretch | None
    born_in: Stretch | None
    died_in: Stretch | None


def lives(tokens: Sequence[Token]) -> list[Life]:
    """Return the lives that a sentence tells by dates alone."""
    found = []
    for at in range(1, len(tokens)):
        norm = tokens[at].norm
        if norm == "(" or norm == ",":
            life = _span_of_years(tokens, at, at + 1)
            if life is None and norm == "(" and (begin := _second_part(tokens, at)):
                life = _span_of_years(tokens, at, begin)
            if life is not None:
                found.append(life)
        elif norm in _BIRTH or norm in _DEATH:
            life = _abbreviated(tokens, at)
            if life is not None:
                found.append(life)
    return found


def _second_part(tokens: Sequence[Token], at: int) -> int:
    """Return where a bracket goes on behind what somebody else was called ("(*née* Berg; 1815 -
    1852)", "(Greek: ...; 1815 - 1852)"), 0 where it does not."""
    for begin in range(at + 1, min(len(tokens), at + _LONGEST)):
        if tokens[begin].norm == ";":
            return begin + 1
        if tokens[begin].norm == ")" or _is_year(tokens[begin]):
            break
    return 0


def _span_of_years(tokens: Sequence[Token], at: int, begin: int) -> Life | None:
    """Return the life that the dates from `begin` tell, in the bracket or between the commas that
    opens at `at`."""
    name = at - 1
    if tokens[name].norm == "," and name > 0 and tokens[name - 1].norm in (")", '"', "”"):
        # "Ada Kerr, called the Thrush ("la Grive"), (Leeds, 1815 - York, 1852)"
        stop = next((n for n in range(name) if tokens[n].norm in ("(", ",")), name)
        name = next((n for n in reversed(range(stop)) if tokens[n].text[:1].isupper()), name)
    before = tokens[name]
    if before.kind != "word" or not (before.text[0].isupper() or before.text.endswith(".")):
        return None
    bracket = tokens[at].norm == "("
    end = begin
    last = min(len(tokens), begin + _LONGEST)
    stops = (")", ";") if bracket else (",", ".", ";", ")", ":")
    while end < last and tokens[end].norm not in stops:
        end += 1
    dash = next((n for n in range(begin + 1, end) if tokens[n].norm == "-" and n + 1 < end), -1)
    if dash < 0:
        return None
    first, second = _year(tokens, begin, dash), _year(tokens, dash + 1, end)
    if first < 0 or second < 0:
        return None
    years = int(tokens[second].norm) - int(tokens[first].norm)
    if not _LEAST_YEARS <= years <= _MOST_YEARS:
        return None
    born, died = _date(tokens, begin, first), _date(tokens, dash + 1, second)
    if not bracket and (born[0], died[0]) != (begin, dash + 1):
        return None
    return Life(
        name,
        at,
        dash,
        born,
        died,
        _place(tokens, begin, born[0]),
        _place(tokens, dash + 1, died[0]),
    )


def _abbreviated(tokens: Sequence[Token], at: int) -> Life | None:
    """Return the life of "b. 1815", "d. York, 2 May 1852", "* 1815" or "† 1852" after a name."""
    token, start = tokens[at], at + 1
    if token.kind == "word":
        if start >= len(tokens) or tokens[start].norm != ".":
            return None
        start += 1
    if tokens[at - 1].norm not in ("(", ",", ";", "-"):
        return None
    end = start
    while end < min(len(tokens), start + _LONGEST) and not (
        tokens[end].norm in _ENDS or (tokens[end].norm == "d" and token.norm == "b")
    ):
        end += 1
    year = _first_year(tokens, start, end)
    if year < 0:
        return None
    date = _date(tokens, start, year)
    place = _place(tokens, start, date[0])
    if date[0] > start and place is None:
        return None
    name = at - 1
    while name >= 0 and not (tokens[name].kind == "word" and tokens[name].text[0].isupper()):
        name -= 1
    if tokens[0].norm == "(" and ")" not in [one.norm for one in tokens[:at]]:
        name = -1  # the name is above
    if token.norm in _BIRTH:
        return Life(name, at, -1, date, None, place, None)
    return Life(name, -1, at, None, date, None, place)


def _first_year(tokens: Sequence[Token], start: int, end: int) -> int:
    return next((at for at in range(start, end) if _is_year(tokens[at])), -1)


def _is_year(token: Token) -> bool:
    norm = token.norm
    return len(norm) == 4 and norm.isdigit() and "1000" <= norm <= "2100"


def _year(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the last year there, -1 where there is none."""
    return next((at for at in range(end - 1, start - 1, -1) if _is_year(tokens[at])), -1)


def _date(tokens: Sequence[Token], start: int, year: int) -> Stretch:
    begin = year
    while begin > start and (
        tokens[begin - 1].kind == "number"
        or tokens[begin - 1].norm in MONTHS
        or tokens[begin - 1].norm in _IN_A_DATE
    ):
        begin -= 1
    while tokens[begin].norm in _IN_A_DATE and tokens[begin].kind == "mark":
        begin += 1
    return begin, year + 1


def _place(tokens: Sequence[Token], start: int, end: int) -> Stretch | None:
    """Return what stands before a date, where it is a name."""
    while start < end and (tokens[start].norm in _ABOUT or tokens[start].norm == "in"):
        start += 1
    while end > start and (tokens[end - 1].norm in _ABOUT or tokens[end - 1].norm == "on"):
        end -= 1
    if start < end and tokens[start].text[0].isupper() and tokens[start].norm not in MONTHS:
        return start, end
    return None
