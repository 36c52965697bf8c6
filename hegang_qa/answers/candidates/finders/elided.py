"""Find bare numbers that share the unit of a measure before them: "two years on fillings and *five*
on crowns", "12 watts in use and *3* on standby".

Clauses that run parallel leave out what they share with the one before ("gapping"), the unit, too.
A whole clause may do so that ends in its figure: "keep it below 20 °C; the alarm rings at *25*".
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.documents.patterns import lazy
from hegang_qa.question.nouns import NOUN_TYPES
from hegang_qa.text.numbers import is_year

__all__ = ["find_elided"]

_PARTING = frozenset(",;C")
_CUTS = frozenset(",;")
# What a parallel clause names before its figure, over the letters of
# `hegang_qa.answers.candidates.tagging`.
_NAMED = lazy(r"D?[JNERKG#S-]*[NE]")
_AFTER = frozenset(".,;:)CPRB")
_PLACES = ("E", "D", "N")
# Nouns whose number is a name: "line 3", "room 12".
_NUMBERED = frozenset(
    """
    no number room page line bus tram train route chapter section part paragraph article rule step
    platform track gate floor level storey table figure plate plot lot house building flat apartment
    extension unit zone stage phase version release model code port channel day week year lesson
    question item group class grade size type
    """.split()
)
# Measures that a later clause may tell without their unit, and the prepositions that it does so by.
_LEVELS = frozenset("temperature speed volume weight distance percentage power".split())
_AT = frozenset("at to below above under over beyond".split())
_HOURS = 24  # "at 9" may be a time
_SHORTEST = 3  # words with the preposition: subject and verb, which may be taken for nouns
_ORDER = 5  # times as much or as little is about as much


def find_elided(sentence: Tagged, found: Sequence[Found]) -> list[Found]:
    """Return the bare numbers (of those found) that stand parallel to a measure, with its type and
    unit."""
    if _PARTING.isdisjoint(sentence.tags):
        return []
    measures = [one for one in found if one.type != "number" and is_a(one.type, "number")]
    measures = [one for one in measures if one.type != "ordinal" and " " in one.value]
    if not measures:
        return []
    taken = {one.start for one in found if one.type not in ("number", "code")}
    elided: dict[int, Found] = {}
    for one in found:
        if one.type != "number" or one.start in taken or _is_year(sentence, one):
            continue
        if sentence.tags[one.start] != "#" or not _ends(sentence, one.end):
            continue
        before = [measure for measure in measures if measure.end < one.start]
        if not before:
            continue
        nearest = max(before, key=lambda measure: (measure.end, -measure.start))
        old = elided.get(one.start)
        parallel = _is_parallel(sentence, nearest, one) or _ends_clause(sentence, nearest, one)
        if parallel and (old is None or old.end < one.end):
            unit = nearest.value.partition(" ")[2]
            elided[one.start] = Found(
                one.start, one.end, nearest.type, f"{one.value} {unit}", one.joint
            )
    return list(elided.values())


def _ends(sentence: Tagged, at: int) -> bool:
    """Return whether nothing that is counted follows a number: "3 wide", "40 to Risby"."""
    tags = sentence.tags
    if tags[at : at + 1] in ("J", "T"):
        return tags[at + 1 : at + 2] in (("", ".", ",", ";", "C") if tags[at] == "J" else _PLACES)
    return at >= len(tags) or tags[at] in _AFTER


def _is_year(sentence: Tagged, one: Found) -> bool:
    return is_year(sentence.norms[one.start])


def _is_parallel(sentence: Tagged, measure: Found, one: Found) -> bool:
    """Return whether a number stands in a clause without a verb as the measure does in the one
    before: after the same preposition, after what the clause names, or before it."""
    tags, norms = sentence.tags, sentence.norms
    cut = next((at for at in range(one.start - 1, measure.end - 1, -1) if tags[at] in _PARTING), -1)
    if cut < 0:
        return False
    start, end = cut + 1, one.start
    if start == end:  # "12 watts in use and 3 on standby"
        named = measure.end < cut - (tags[cut - 1] == ",")
        return named and tags[one.end : one.end + 1] in ("P", "R", "T", "J")
    if tags[end - 1] in "PT":
        before = norms[measure.start - 1 : measure.start]
        if before != norms[end - 1 : end] and norms[end - 1] != "with":
            return False
        end -= 1
        # "An area of 12 km² and a population of 400": the noun tells what is measured.
        kind = NOUN_TYPES.get(norms[end - 1])
        if norms[end] == "of" and kind is not None and not is_a(measure.type, kind):
            return False
    elif norms[end - 1] in _NUMBERED:
        return False
    return end > start and _NAMED.fullmatch(tags[start:end]) is not None


def _ends_clause(sentence: Tagged, measure: Found, one: Found) -> bool:
    """Return whether a number ends a clause of its own after a preposition of place, is about as
    much as the measure in the clause before, and can be no hour."""
    tags, norms = sentence.tags, sentence.norms
    cut = next((at for at in range(one.start - 1, measure.end - 1, -1) if tags[at] in _CUTS), -1)
    if cut < 0 or measure.type not in _LEVELS or norms[one.start - 1] not in _AT:
        return False
    if tags[one.end : one.end + 1] not in ("", ".", ";", ")"):
        return False
    if one.start - 1 - cut < _SHORTEST:
        return False
    own, other = _amount(one.value), _amount(measure.value.partition(" ")[0])
    return own > _HOURS and other > 0 and own / _ORDER <= other <= own * _ORDER


def _amount(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
