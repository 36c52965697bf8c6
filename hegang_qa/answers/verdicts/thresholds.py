"""Limits by which a sentence rules, and a number that a question puts to it: "under fourteen",
where one who is twelve asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from hegang_qa.question.model import Question
from hegang_qa.ranking.model import RankedSentence
from hegang_qa.text.numbers import digits_value, is_year
from hegang_qa.text.tokens import Token
from hegang_qa.text.words import FUNCTION_WORDS, NUMBER_WORDS

__all__ = [
    "LATER",
    "SIGNS",
    "THROUGH",
    "Limit",
    "Side",
    "bounding_side",
    "dimension_of",
    "keeps_within",
    "limit_for",
    "of_another_unit",
    "side_of",
    "value_of",
]

Side: TypeAlias = Literal["", "<", "<=", ">", ">="]

_BELOW = frozenset("under below less fewer younger".split())
_ABOVE = frozenset("over above more older exceeding exceeds".split())
# The same before "than".
_LESS_THAN = frozenset("shorter smaller lighter lower earlier narrower fewer".split())
_MORE_THAN = frozenset("longer larger bigger heavier higher taller wider deeper later".split())
_MOST = (("up", "to"), ("at", "most"))
_LEAST = (("at", "least"), ("minimum", "of"))
LATER = frozenset("later newer higher above up over older more".split())
"""What follows on "or" and "and" behind a least number ("65 and *over*")."""
_OR_LATER = frozenset([(joint, word) for joint in ("or", "and") for word in LATER])
SIGNS = frozenset("$£€¥")
_CLOCK = {"am": 0.0, "a.m": 0.0, "pm": 12.0, "p.m": 12.0, "o'clock": 0.0}
_NOON = 12.0
# What may stand between the word of a limit and its number ("under *the age of* fourteen").
_BETWEEN = frozenset("the age of than a -".split()) | SIGNS
THROUGH = (["and"], ["to"], ["-"])
"""What joins the two numbers of a range."""
_LOOKED_BACK = 5  # tokens


class Limit(NamedTuple):
    """A limit in words, and whether the number asked about keeps within it; `most` tells that no
    more is allowed ("at most", "no more than")."""

    text: str
    kept: bool
    most: bool = False


def value_of(token: Token) -> float | None:
    """Return the number that a token is, in figures or words; None where it is none."""
    word = NUMBER_WORDS.get(token.norm)
    if word is not None:
        return float(word)
    return digits_value(token.norm) if token.kind == "number" else None


def limit_for(question: Question, place: int, ranked: RankedSentence) -> Limit | None:
    """Return the limit of a sentence that a number of the question (a token) can be held against,
    None where it has none: the first number with a limit that is of no other unit."""
    asked = value_of(question.tokens[place])
    if asked is None or ranked.sentence.cells:
        return None
    norms = [token.norm for token in ranked.tokens]
    for at, token in enumerate(ranked.tokens):
        bound = value_of(token)
        if bound is not None and (high := _range_from(ranked, norms, at)):
            figure = question.tokens[place].norm
            if of_another_unit(question, place, ranked, at + 2) or is_year(figure):
                continue
            text = ranked.sentence.text[token.start : ranked.tokens[at + 2].end]
            return Limit(" ".join(text.split()), bound <= asked <= high)
        side = bounding_side(norms, at) if bound is not None else ""
        later = tuple(norms[at + 1 : at + 3]) in _OR_LATER
        if bound is None or not side or of_another_unit(question, place, ranked, at):
            continue
        if later:
            kept = _version(question.tokens[place].norm) >= _version(token.norm)
        else:
            # Those "under 12" who are asked about are those of whom it is told.
            own = side_of([one.norm for one in question.tokens], place)
            value = _hour(question.tokens, place, asked)
            end = _hour(ranked.tokens, at, bound)
            kept = keeps_within(value, side, end) or (own == side and value == end)
        start = max(0, at - 2)
        text = ranked.sentence.text[ranked.tokens[start].start : token.end]
        most = side == "<=" and "within" not in norms[max(0, at - _LOOKED_BACK) : at]
        return Limit(" ".join(text.split()), kept, most)
    return None


def _range_from(ranked: RankedSentence, norms: list[str], at: int) -> float:
    """Return the higher number of a range that begins at a token ("between *20* and 60"), or 0."""
    joint = norms[at + 1 : at + 2]
    if joint not in THROUGH or (joint == ["and"] and norms[at - 1 : at] != ["between"]):
        return 0.0
    if norms[at - 1 : at] == [":"]:
        return 0.0  # "14:00 to 21:00"
    return (value_of(ranked.tokens[at + 2]) or 0.0) if at + 2 < len(norms) else 0.0


def _version(figure: str) -> tuple[int, ...]:
    """Return the parts of a version ("3.12" comes after "3.9"), as of a plain number."""
    return tuple(int(part) for part in figure.split(".") if part.isdigit())


def bounding_side(norms: list[str], at: int) -> Side:
    """Return on which side of the number at a token what is meant lies, by the words before it or
    behind it ("11 *or over*"), "" for no limit."""
    side = side_of(norms, at)
    return ">=" if not side and tuple(norms[at + 1 : at + 3]) in _OR_LATER else side


def keeps_within(value: float, side: Side, bound: float) -> bool:
    """Return whether a value lies on a side of a bound."""
    if side in ("<", ">"):
        return value < bound if side == "<" else value > bound
    return value <= bound if side == "<=" else value >= bound


def side_of(norms: list[str], at: int) -> Side:
    """Return on which side of the number at a token what is meant lies, "" for no limit."""
    before = norms[max(0, at - _LOOKED_BACK) : at]
    than = "than" in before
    while before and before[-1] in _BETWEEN:
        before.pop()
    pair = tuple(before[-2:])
    if pair in _MOST:
        return "<="
    if pair in _LEAST:
        return ">="
    last = before[-1] if before else ""
    if last == "within":
        return "<="
    # "May *not be* longer than", "need *not weigh* more than"
    denied = any(norm in ("no", "not", "never") for norm in before[-2 - than : -1])
    if last in _BELOW or (than and last in _LESS_THAN):
        return ">=" if denied else "<"
    if last in _ABOVE or (than and last in _MORE_THAN):
        return "<=" if denied else ">"
    return ""


def _hour(tokens: Sequence[Token], at: int, value: float) -> float:
    """Return a number, or the hour of the day that it is by what follows it ("9 *pm*")."""
    mark = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return value % _NOON + _CLOCK[mark] if mark in _CLOCK and value <= _NOON else value


def of_another_unit(question: Question, place: int, ranked: RankedSentence, at: int) -> bool:
    """Return whether a number of the question (a token) and one of the sentence have units behind
    them that differ ("3 euro", "3 hours")."""
    asked, told = question.tokens[place + 1 : place + 2], ranked.tokens[at + 1 : at + 2]
    if asked and asked[0].norm in _CLOCK and (not told or told[0].norm not in _CLOCK):
        return True
    if not asked or not told or asked[0].stem == told[0].stem:
        return False
    one, other = dimension_of(asked[0].norm), dimension_of(told[0].norm)
    counted = one == "money" and told[0].kind == "word" and told[0].norm not in FUNCTION_WORDS
    return bool(one) and one != other and (bool(other) or counted)


def dimension_of(word: str) -> str:
    """Return what a word measures as a unit ("length", "money"), "" where it is none."""
    from hegang_qa.text.units import currency, unit  # a table that hardly any question needs

    if currency(word):
        return "money"
    found = unit(word)
    return found.dimension if found else ""
