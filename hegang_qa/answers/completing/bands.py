"""Values that are told for bands: "children from six to fifteen pay 4 euros, adults 9" answers what
a child of eight pays, and so do the rows of a price list ("up to 2 kg", "up to 10 kg").

No word of the sentence is the number that is asked about, so it is held against the bands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf, nextafter
from typing import NamedTuple

from hegang_qa.answer_types import is_a, is_numeric
from hegang_qa.answers.candidates.analysis import Analysis, analyse_text
from hegang_qa.answers.candidates.finders.money import PAYING
from hegang_qa.answers.completing.asking import Asking
from hegang_qa.answers.completing.told import told_by
from hegang_qa.answers.tables.heads import terms_in_head
from hegang_qa.answers.verdicts.thresholds import LATER, SIGNS, side_of, value_of
from hegang_qa.question.model import Question
from hegang_qa.ranking.model import BY_FORM, RankedSentence
from hegang_qa.results import Answer
from hegang_qa.sentences.model import Sentence, SentenceStore
from hegang_qa.text.kinship import RELATIVES
from hegang_qa.text.numbers import is_year
from hegang_qa.text.tokens import Token, stem, tokenize
from hegang_qa.text.words import MONTHS

__all__ = ["with_band"]

_SURE = 0.7
_CONSIDERED = 5
_REACH = 40  # sentences on either side of a row
_LINES = 8  # lines on either side of one that tells a band
_LEAST_SHARE = 0.5
_THROUGH = frozenset(("to", "-", "–", "until", "till"))
_FEWER = frozenset("under younger below less".split())
_YEARS = frozenset("year years yr yrs yo old age aged y".split())
_AGES = frozenset(map(stem, _YEARS))
_FREE = frozenset(("free", "nothing"))
_PARTING = frozenset((",", ";"))
_ASKING_PRICE = PAYING | frozenset("much price admission ticket refund back".split())


# Whoever is of an age.
_WHOSE = RELATIVES | frozenset(
    "friend friends grandma grandpa grandmother grandfather granddaughter grandson nan boy girl "
    "man woman person lady baby toddler nephew niece aunt uncle wife husband".split()
)


class _Band(NamedTuple):
    """Numbers from `low` to `high` (both belong to it), told by tokens `start` to `end` (excluded)
    in a `unit` ("" for none)."""

    low: float
    high: float
    unit: str
    start: int
    end: int


class _Told(NamedTuple):
    """A value told for a band, with its place in the text of its sentence."""

    band: _Band
    sentence: Sentence
    place: tuple[int, int]


def with_band(asking: Asking, answer: Answer) -> Answer:
    """Return the value that is told for the band in which the number of a question lies, where one
    of the best sentences, or the table of a row, tells values for several bands and none has the
    number itself; elsewhere the answer as it is."""
    question, ranked, store = asking.question, asking.ranked, asking.store
    if asking.least > _SURE:
        return answer
    wanted = _wanted(question)
    asked = _asked(question) if wanted else None
    if asked is None:
        return answer
    number, value, unit = asked
    best = ranked[:_CONSIDERED]
    if any(
        match.term == number
        and match.how in BY_FORM  # an age may be met by "seniors"
        and _unit(one.tokens, match.token, match.token) == unit
        and not _is_of_clock(one.tokens, match.token)
        for one in best[:1]
        for match in one.matches
    ):
        return answer
    for one in best:
        if not _may_tell(one) or not _is_about(question, one, number):
            continue
        told = _told(question, one.sentence, store, wanted)
        told = [each for each in told if each.band.unit == unit]
        held = [each for each in told if each.band.low <= value <= each.band.high]
        if len(told) > 1 and held:
            found = min(held, key=lambda each: _width(each.band))
            text = found.sentence.text[slice(*found.place)]
            return told_by(answer, found.sentence, text, _SURE, found.place)
    return answer


def _may_tell(one: RankedSentence) -> bool:
    """Return whether a sentence has figures enough for a band and its value, before it is read."""
    told = sum(_value(token) is not None or token.norm in _FREE for token in one.tokens)
    return bool(one.sentence.cells) or told > 1


def _wanted(question: Question) -> str:
    """Return the type of value that a question asks for, "" where it asks for none."""
    # "How *long* do I get full pay" asks for no sum.
    other = question.asks.startswith(("how long", "how many", "how often")) or (
        question.asks == "when" and is_numeric(question.answer_type)
    )
    if not other and any(token.norm in _ASKING_PRICE for token in question.tokens):
        return "money"
    told = is_numeric(question.answer_type) or is_a(question.answer_type, "date")
    return question.answer_type if told else ""


def _asked(question: Question) -> tuple[int, float, str] | None:
    """Return the term (its number), the value and the unit of the only number of a question; None
    for none, for years and parts of dates."""
    found = []
    for number, term in enumerate(question.terms):
        value = _value(question.tokens[term.token]) if term.role == "number" else None
        if value is not None:
            found.append((number, value, term.token))
    tokens = question.tokens
    if not found:
        found = [(-1, v, n) for n, token in enumerate(tokens) if (v := _value(token)) is not None]
    if len(found) != 1:
        return None
    number, value, at = found[0]
    beside = {token.norm for token in tokens[max(0, at - 1) : at + 2]}
    if not beside.isdisjoint(MONTHS) or (is_year(tokens[at].norm) and not beside & SIGNS):
        return None
    if _names_a_thing(tokens, at):
        return None
    return number, value * _factor(tokens, at), _unit(tokens, at, at)


def _names_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a figure is part of a name ("a *ten-swim* card", not "a two-hour walk")."""
    from hegang_qa.text.units import unit

    behind = [token.norm for token in tokens[at + 1 : at + 3]]
    joined = len(behind) > 1 and behind[0] == "-" and tokens[at].end == tokens[at + 1].start
    return joined and behind[1].isalpha() and behind[1] not in _YEARS and unit(behind[1]) is None


def _value(token: Token) -> float | None:
    if token.norm == "one":
        return None  # "which one"
    if token.kind == "number":
        token = token._replace(norm=token.norm.removesuffix("s"))  # "over 65s"
    return value_of(token)


def _is_of_clock(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a figure is a part of a time of day ("8:00")."""
    beside = (at - 2, at - 1), (at + 2, at + 1)
    return any(
        0 <= other < len(tokens) and tokens[mark].text == ":" and tokens[other].kind == "number"
        for other, mark in beside
    )


def _unit(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the unit of a figure: "money", "date", the stem of a unit, "" for years of age or
    none."""
    from hegang_qa.text.units import currency, unit  # tables that hardly any question needs

    if first and tokens[first - 1].norm in SIGNS:
        return "money"
    behind = [token for token in tokens[last + 1 : last + 3] if token.norm != "-"][:1]
    if not behind or behind[0].norm in _YEARS:
        return ""
    if behind[0].norm in MONTHS:
        return "date"  # "8 Nov" is no age
    if currency(behind[0].norm):
        after = tokens[last + 2].kind if last + 2 < len(tokens) else ""
        return "" if behind[0].norm in SIGNS and after == "number" else "money"  # "5 to 15 £4"
    known = unit(behind[0].norm)
    if known is None:
        return ""
    return "time" if known.dimension == "time" else behind[0].stem


def _factor(tokens: Sequence[Token], at: int) -> float:
    """Return the seconds of the unit of time behind a figure, 1 where none stands there; years are
    ages."""
    from hegang_qa.text.units import unit

    behind = [token.norm for token in tokens[at + 1 : at + 3] if token.norm != "-"][:1]
    known = unit(behind[0]) if behind and behind[0] not in _YEARS else None
    return known.factor if known is not None and known.dimension == "time" else 1.0


def _is_about(question: Question, one: RankedSentence, number: int) -> bool:
    """Return whether a sentence and what stands around it have most of what is asked about, besides
    its number and the words for paying and for years of age."""
    rest = [
        n
        for n, term in enumerate(question.terms)
        if n != number and not term.light and term.word not in _ASKING_PRICE | _YEARS | _WHOSE
        if question.tokens[term.token].norm not in _ASKING_PRICE | _YEARS
        and _value(question.tokens[term.token]) is None
    ]
    whole = sum(question.terms[n].share for n in rest)
    held = {match.term for match in one.matches} | set(one.context)
    # "*I cancel 40 days before*, how much do they keep"
    told = any(question.terms[n].background and n in held for n in rest)
    return (
        told
        or whole == 0.0
        or sum(question.terms[n].share for n in rest if n in held) >= _LEAST_SHARE * whole
    )


def _told(question: Question, sentence: Sentence, store: SentenceStore, wanted: str) -> list[_Told]:
    """Return the values that a sentence tells for bands; of a row, those of all its table."""
    near = store.get(range(max(0, sentence.id - _REACH), sentence.id + _REACH + 1))
    if not sentence.cells:
        own = list(_told_in_prose(sentence, wanted))
        return _of_lines(sentence, near, wanted) if len(own) == 1 else own
    heads = [cell.head for cell in sentence.cells]
    rows = [
        one
        for one in near
        if one.document == sentence.document and [cell.head for cell in one.cells] == heads
    ]
    rows = _of_its_kind(question, rows)
    return _told_by_rows(question, rows, wanted) if rows else []


def _of_its_kind(question: Question, rows: Sequence[Sentence]) -> list[Sentence]:
    """Return the rows that have the most of the question in words ("*identity card* | 24 and over",
    not the passport's)."""
    asked = {term.stem for term in question.terms if term.role != "number"} - _AGES
    held = [len(asked & {token.stem for token in tokenize(row.text)}) for row in rows]
    most = max(held, default=0)
    return [row for row, count in zip(rows, held, strict=True) if count == most]


def _of_lines(sentence: Sentence, near: Sequence[Sentence], wanted: str) -> list[_Told]:
    """Return the values of a list, or of lines under each other, that tell a band each."""
    found = []
    for one in near:
        beside = abs(one.id - sentence.id) <= _LINES and one.document == sentence.document
        if (
            beside
            and not one.cells
            and (one.heading, one.lead) == (sentence.heading, sentence.lead)
        ):
            own = list(_told_in_prose(one, wanted))
            found += own if len(own) == 1 else []
    return found


def _told_in_prose(sentence: Sentence, wanted: str) -> Iterator[_Told]:
    analysis = analyse_text(sentence.text)
    tokens = analysis.tagged.tokens
    cuts = [n for n, token in enumerate(tokens) if token.norm in _PARTING]
    for band in _bands(tokens):
        low = max((cut + 1 for cut in cuts if cut < band.start), default=0)
        high = min((cut for cut in cuts if cut >= band.end), default=len(tokens))
        place = _value_in(analysis, wanted, low, high, band)
        if place is not None:
            yield _Told(band, sentence, place)


def _told_by_rows(question: Question, rows: Sequence[Sentence], wanted: str) -> list[_Told]:
    """Return the values of the rows of a table of which a cell is a band: the cells of the column
    that has such values, under the head that has most of the question."""
    banded: list[tuple[Sentence, int, _Band]] = []
    for row in rows:
        found = ((n, _band_of_cell(row, n)) for n in range(len(row.cells)))
        number, band = next(((n, band) for n, band in found if band is not None), (0, None))
        if band is not None:
            banded.append((row, number, band))
    if not banded:
        return []
    own = {number for _, number, _ in banded}
    best: tuple[float, int] | None = None
    for number, cell in enumerate(rows[0].cells):
        if number <= min(own) or not any(_is_value(row, number, wanted) for row, _, _ in banded):
            continue
        heads = terms_in_head(question, cell.head)
        named = sum(question.terms[n].share * worth for n, worth in heads.items())
        named /= max(1, len(cell.head.split()) - len(heads) + 1)  # of "Day ticket" and "Season"
        if best is None or named > best[0]:
            best = named, number
    if best is None:
        return []
    # What is told for a band may be that there is nothing for it ("not recommended").
    return [
        _Told(band, row, (row.cells[best[1]].start, row.cells[best[1]].end))
        for row, number, band in banded
        if number != best[1] and row.cells[best[1]].end > row.cells[best[1]].start
    ]


def _band_of_cell(row: Sentence, number: int) -> _Band | None:
    cell = row.cells[number]
    tokens = tokenize(row.text[cell.start : cell.end])
    return next((one for one in _bands(tokens) if len(tokens) <= one.end + 2), None)


def _is_value(row: Sentence, number: int, wanted: str) -> bool:
    """Return whether a cell is a value of a type; what is free is a price."""
    text = row.text[row.cells[number].start : row.cells[number].end]
    if wanted == "count" and len(tokens := tokenize(text)) == 1 and _value(tokens[0]) is not None:
        return True
    return text.strip().lower() in _FREE or any(
        is_a(one.type, wanted) or (wanted == "money" and one.type == "percentage")
        for one in analyse_text(text).typed
    )


def _value_in(
    analysis: Analysis, wanted: str, low: int, high: int, band: _Band
) -> tuple[int, int] | None:
    """Return the place of the value of a type between two tokens that is no part of the band; what
    is free costs nothing."""
    tokens = analysis.tagged.tokens
    found = [
        (max(band.start - one.end, one.start - band.end), one.start >= band.end, one)
        for one in analysis.typed
        if is_a(one.type, wanted) or (wanted == "money" and one.type == "percentage")
        if low <= one.start and one.end <= high
        if one.end <= band.start or one.start >= band.end
    ]
    if found:
        # "On Tuesdays for Years 1 to 3 and on Thursdays for Years 4 to 6": the nearest.
        one = min(found, key=lambda each: each[:2])[2]
        return tokens[one.start].start, tokens[one.end - 1].end
    if wanted == "money":  # "Child 3-14 years: 4.00"
        for at in range(max(low, band.end), high):
            if tokens[at].kind == "number" and tokens[at - 1].norm == ":":
                return tokens[at].start, tokens[at].end
    free = next((n for n in range(low, high) if tokens[n].norm in _FREE), -1)
    return (tokens[free].start, tokens[free].end) if wanted == "money" and free >= 0 else None


def _bands(tokens: Sequence[Token]) -> Iterator[_Band]:
    """Yield the bands of numbers that are told by tokens."""
    norms = [token.norm for token in tokens]
    at = 0
    while at < len(tokens):
        value = _value(tokens[at])
        if value is None or _is_of_clock(tokens, at):
            at += 1
            continue
        joint = at + 1 + (norms[at + 1 : at + 2] != [] and norms[at + 1] in SIGNS)
        if _factor(tokens, at) != 1.0 and norms[at + 2 : at + 3] != []:
            joint += norms[at + 2] in _THROUGH  # "7 *days* to 24 hours"
        other = joint + 1 + (norms[joint + 1 : joint + 2] != [] and norms[joint + 1] in SIGNS)
        through = norms[joint : joint + 1]
        between = through == ["and"] and "between" in norms[max(0, at - 2) : at]
        # "Years 1 and 2"
        pair = through == ["and"] and at > 0 and norms[at - 1][-1:] == "s"
        if other < len(tokens) and ((through and through[0] in _THROUGH) or between or pair):
            upper = _value(tokens[other])
            if pair and upper != value + 1:
                upper = None
            if upper is not None and upper != value:
                last = _factor(tokens, other)
                first = _factor(tokens, at) if joint > at + 1 else last
                low, high = sorted((value * first, upper * last))
                yield _Band(low, high, _unit(tokens, at, other), at, other + 1)
                at = other + 1
                continue
        low, high = _reach(norms, at, value)
        if low < high:
            factor = _factor(tokens, at)
            yield _Band(low * factor, high * factor, _unit(tokens, at, at), at, at + 1)
        at += 1


def _reach(norms: list[str], at: int, value: float) -> tuple[float, float]:
    """Return from which number to which a band goes that the number at a token bounds; the same
    twice where it bounds none."""
    behind = norms[at + 1 : at + 4]
    side = side_of(norms, at)
    if behind[:1] == ["+"] or norms[at - 1 : at] == ["from"]:
        side = ">="
    for joint, word in pairwise(behind):  # "7 nights or more"
        if joint in ("and", "or") and word in LATER | _FEWER:
            side = ">=" if word in LATER else "<="
    if side in ("<", "<="):
        return -inf, value if side == "<=" else nextafter(value, -inf)
    if side:
        return value if side == ">=" else nextafter(value, inf), inf
    return value, value


def _width(band: _Band) -> float:
    """Return how wide a band is, the open ones by their bound, so that the tightest goes first."""
    if band.low == -inf:
        return 1e9 + band.high
    return 2e9 - band.low if band.high == inf else band.high - band.low
