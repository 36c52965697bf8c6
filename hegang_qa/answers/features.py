"""Features of a candidate answer, as numbers of weights: the first stage of the span model.

Two stages, so that the cost stays low. The first looks at every candidate: what it begins with
and what stands before, what it ends with and what stands after, its kind, its length, how its type
agrees with the one wanted; most of it is shared by all candidates that begin (or end) at one
token. The second (`hegang_qa.answers.second_features`) looks at the best few only.

A feature is a template, a value and often a key of the question; their hash is its place in the
weights ("hashing trick": Weinberger et al., "Feature hashing for large scale multitask learning",
2009).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answers.agreement import Agreement
from hegang_qa.answers.analysis import Analysis, Candidate
from hegang_qa.answers.frame import Frame
from hegang_qa.answers.hashing import hash_of
from hegang_qa.text.tokens import Token

__all__ = [
    "END_CROSSES",
    "FIRST_BITS",
    "FIRST_MASK",
    "FOCUS",
    "FORM_CROSSES",
    "INSIDE_CROSSES",
    "PLACE_CROSSES",
    "SPAN_CROSSES",
    "START_CROSSES",
    "Grid",
    "Place",
    "end_values",
    "grid",
    "inside_value",
    "place_values",
    "relation_values",
    "slots",
    "start_values",
]

FIRST_BITS = 20
FIRST_MASK = (1 << FIRST_BITS) - 1

FOCUS = 4
"""The number of the key that is the noun asked for: the only one that changes with nearly every
question, and the last of a row that has it."""


class Grid(NamedTuple):
    """A sentence held against a question, token by token.

    `terms` has the number of the question term that a token accounts for, or -1; `before` the sum
    of the shares up to a token (each term counted where it stands first); `roles` a letter for
    each token ("-" for none); `left` and `right` the nearest matched token at or before, at or
    after a boundary (-1 for none).
    """

    terms: list[int]
    before: list[float]
    roles: str
    left: list[int]
    right: list[int]
    places: dict[int, list[int]]
    total: float


def grid(frame: Frame, tokens: Sequence[Token]) -> Grid:
    """Return where the words of the question stand in a sentence."""
    forms = frame.forms
    shares = frame.shares
    terms: list[int] = []
    before = [0.0]
    left: list[int] = [-1]
    places: dict[int, list[int]] = {}
    total = 0.0
    sum_ = 0.0
    last = -1
    for position, token in enumerate(tokens):
        hit = forms.get(token.stem) or forms.get(token.norm)
        if hit is None:
            terms.append(-1)
        else:
            number, weight = hit
            terms.append(number)
            share = shares[number] * weight
            sum_ += share
            if number in places:
                places[number].append(position)
            else:
                places[number] = [position]
                total += share
            last = position
        before.append(sum_)
        left.append(last)
    count = len(terms)
    right = [-1] * (count + 1)
    nearest = -1
    for position in range(count - 1, -1, -1):
        if terms[position] >= 0:
            nearest = position
        right[position] = nearest
    roles = frame.roles
    return Grid(
        terms,
        before,
        "".join(roles[t] if t >= 0 else "-" for t in terms),
        left,
        right,
        places,
        total,
    )


_DISTANCES = (0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 8)


def _bin(distance: int) -> int:
    return _DISTANCES[distance] if 0 <= distance < 20 else 9


# Which keys of the question each template is crossed with: 0 none, 1 what asks, 2 the type wanted,
# 3 one thing or several, 4 the noun asked for. One row for each value that the functions below
# return, in their order.
START_CROSSES = ((0, 1, 2), (0, 1, 2, FOCUS), (2,), (1, 2), (0, 1), (0, 2), (2,), (1,))
END_CROSSES = ((0, 1, 2), (0, 1, 2), (2,), (1, 2), (0, 1), (0, 2, FOCUS), (2,), (1,))
FORM_CROSSES = ((0, 1, 2), (1, 2), (1, 2), (1, 2, 3))
INSIDE_CROSSES = ((1, 2), (0, 1, 2))
SPAN_CROSSES = (*FORM_CROSSES, *INSIDE_CROSSES, (FOCUS,))
PLACE_CROSSES = ((0, 2), (0, 1), (0, 1), (0, 2))


def start_values(frame: Frame, analysis: Analysis, grid: Grid, at: int) -> tuple[str, ...]:
    """Return the first-stage values of beginning at token `at`."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    tag = tags[at]
    if at:
        last, word, role = tags[at - 1], norms[at - 1], grid.roles[at - 1]
        if at > 1:
            earlier_tag, earlier = tags[at - 2], norms[at - 2]
        else:
            earlier_tag = earlier = "^"
    else:
        last = word = role = earlier_tag = earlier = "^"
    near = grid.left[at]
    way = f"e{_bin(at - near - 1)}{grid.roles[near]}" if near >= 0 else "ex"
    gap = 9
    spots = grid.places.get(frame.statement.left)
    if spots is not None:
        gap = min((_bin(at - spot - 1) for spot in spots if spot < at), default=8)
    return (
        "a" + last + tag,
        "b" + word,
        "c" + earlier + " " + word,
        "d" + role + last,
        way,
        "f" + norms[at],
        "g" + earlier_tag + last + tag,
        f"h{gap}",
    )


def end_values(frame: Frame, analysis: Analysis, grid: Grid, end: int) -> tuple[str, ...]:
    """Return the first-stage values of ending before token `end`."""
    tags, norms = analysis.tagged.tags, analysis.tagged.norms
    count = len(tags)
    tag = tags[end - 1]
    if end < count:
        after, word, role = tags[end], norms[end], grid.roles[end]
        if end + 1 < count:
            later_tag, later = tags[end + 1], norms[end + 1]
        else:
            later_tag = later = "$"
    else:
        after = word = role = later_tag = later = "$"
    near = grid.right[end]
    way = f"E{_bin(near - end)}{grid.roles[near]}" if near >= 0 else "Ex"
    gap = 9
    spots = grid.places.get(frame.statement.right)
    if spots is not None:
        gap = min((_bin(spot - end) for spot in spots if spot >= end), default=8)
    return (
        "A" + tag + after,
        "B" + word,
        "C" + word + " " + later,
        "D" + role + after,
        way,
        "F" + norms[end - 1],
        "G" + tag + after + later_tag,
        f"H{gap}",
    )


def inside_value(grid: Grid, start: int, end: int) -> str:
    """Return the value of how much of the question a stretch holds itself."""
    inside = grid.before[end] - grid.before[start]
    if inside <= 0:
        return "i0"
    return "i1" if inside < 0.08 else "i2" if inside < 0.2 else "i3" if inside < 0.4 else "i4"


def relation_values(candidate: Candidate, grid: Grid, agreement: Agreement) -> tuple[str, ...]:
    """Return the first-stage values of how a candidate stands to the question; those of what it
    is by itself are `Analysis.forms`, and come before these."""
    inside = inside_value(grid, candidate.start, candidate.end)
    return (inside, "P" + agreement.of(candidate), "T" + (candidate.type or candidate.kind))


class Place(NamedTuple):
    """Where a sentence stands among those weighed: its number, and how far behind the best."""

    number: int
    behind: float
    score: float


def place_values(grid: Grid, place: Place, agreement: Agreement) -> tuple[str, ...]:
    """Return the first-stage values of a sentence as a whole."""
    return (
        f"x{place.number}{min(9, int(place.behind * 2))}",
        f"y{min(9, max(0, int(place.score + 5)))}",
        f"z{int(9.99 * min(1.0, grid.total))}",
        "Z1" if agreement else "Z0",
    )


def slots(
    values: Sequence[str],
    crosses: Sequence[tuple[int, ...]],
    keys: Sequence[int],
    mask: int,
) -> list[int]:
    """Return the places of weights of some values, each crossed with keys of the question."""
    return [
        ((hash_of(value) ^ keys[cross]) >> 7) & mask
        for value, row in zip(values, crosses, strict=True)
        for cross in row
    ]
