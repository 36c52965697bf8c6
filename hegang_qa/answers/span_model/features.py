"""Features of a candidate answer, as numbers of weights: the first stage of the span model.

Two stages, so that the cost stays low. The first looks at every candidate: what it begins with
and what stands before, what it ends with and what stands after, its kind, its length, how its type
agrees with the one wanted; most of it is shared by all candidates that begin (or end) at one
token. The second (`hegang_qa.answers.span_model.second_features`) looks at the best few only.

A feature is a template, a value and often a key of the question; their hash is its place in the
weights ("hashing trick": Weinberger et al., "Feature hashing for large scale multitask learning",
2009).
"""

from collections.abc import Sequence
from typing import NamedTuple

from hegang_qa.answers.candidates.agreement import Agreement
from hegang_qa.answers.candidates.analysis import Analysis, Candidate
from hegang_qa.answers.candidates.edges import beginning, ending
from hegang_qa.answers.candidates.hashing import slot_of
from hegang_qa.answers.span_model.frame import Frame
from hegang_qa.text.tokens import Token

__all__ = [
    "END_CROSSES",
    "FIRST_CROSSES",
    "FOCUS",
    "PLACE_CROSSES",
    "SPAN_CROSSES",
    "START_CROSSES",
    "Grid",
    "Place",
    "asked_ends",
    "asked_starts",
    "end_values",
    "grid",
    "inside_value",
    "place_values",
    "relation_values",
    "slots",
    "start_values",
]

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
    for position, (_, _, _, norm, root, _) in enumerate(tokens):
        hit = forms.get(root) or forms.get(norm)
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
    roles = frame.roles + "-"  # which is at -1
    return Grid(
        terms,
        before,
        "".join([roles[term] for term in terms]),
        left,
        right,
        places,
        total,
    )


# Distances in tokens, as the first stage tells them apart.
_DISTANCES = "01234455566667777778"
_FURTHER = "9"
_NOWHERE = "8"  # the gap is on the other side

# Which keys of the question a value is crossed with, by the letter that it begins with: 0 none,
# 1 what asks, 2 the type wanted, 3 one thing or several, 4 the noun asked for.
FIRST_CROSSES: dict[str, tuple[int, ...]] = {
    # the beginning
    "a": (0, 1, 2),  # parts of speech on both sides
    "b": (0, 1, 2, FOCUS),  # the word before
    "c": (2,),  # the two words before
    "d": (1, 2),  # the question's part in the word before
    "e": (0, 1),  # the way from the last matched word
    "f": (0, 2),  # the first word
    "g": (2,),  # three parts of speech
    "h": (1,),  # the way from where the gap is
    # the same of the end
    "A": (0, 1, 2),
    "B": (0, 1, 2),
    "C": (2,),
    "D": (1, 2),
    "E": (0, 1),
    "F": (0, 2, FOCUS),
    "G": (2,),
    "H": (1,),
    # the whole: what it is like (`hegang_qa.answers.candidates.forms`), and how it stands to the
    # question
    "t": (0, 1, 2),  # type
    "k": (1, 2),  # kind and length
    "s": (1, 2),  # parts of speech
    "l": (1, 2, 3),  # joins things, is joined
    "i": (1, 2),  # question words inside
    "P": (0, 1, 2),  # agreement of the type
    "T": (FOCUS,),  # type
    # the sentence
    "x": (0, 2),  # rank
    "y": (0, 1),  # score
    "z": (0, 1),  # words matched
    "Z": (0, 2),  # has the type
}


def _rows(letters: str) -> tuple[tuple[int, ...], ...]:
    return tuple(FIRST_CROSSES[letter] for letter in letters)


# One row for each value that the functions below return, in their order.
START_CROSSES = _rows("abcdefgh")
END_CROSSES = _rows("ABCDEFGH")
SPAN_CROSSES = _rows("tksliPT")
PLACE_CROSSES = _rows("xyzZ")


def start_values(frame: Frame, analysis: Analysis, grid: Grid, at: int) -> tuple[str, ...]:
    """Return the first-stage values of beginning at token `at`."""
    a, b, c, f, g = beginning(analysis.tagged, at)
    ((d, e, h),) = asked_starts(frame, analysis, grid, (at,))
    return a, b, c, d, e, f, g, h


def asked_starts(
    frame: Frame, analysis: Analysis, grid: Grid, places: Sequence[int]
) -> list[tuple[str, str, str]]:
    """Return those of `start_values` that depend on the question, for some places."""
    roles, left, tags = grid.roles, grid.left, analysis.tagged.tags
    gaps = _gaps_before(grid.places.get(frame.statement.left), places)
    return [
        (
            "d" + roles[at - 1] + tags[at - 1] if at else "d^^",
            # A slice beyond the end is empty.
            "e" + (_DISTANCES[at - near - 1 : at - near] or _FURTHER) + roles[near]
            if (near := left[at]) >= 0
            else "ex",
            "h" + gap,
        )
        for at, gap in zip(places, gaps, strict=True)
    ]


def _gaps_before(spots: Sequence[int] | None, places: Sequence[int]) -> Sequence[str]:
    if spots is None:
        return _FURTHER * len(places)
    gaps = []
    for at in places:
        before = [at - spot - 1 for spot in spots if spot < at]
        gaps.append(_bin(min(before)) if before else _NOWHERE)
    return gaps


def end_values(frame: Frame, analysis: Analysis, grid: Grid, end: int) -> tuple[str, ...]:
    """Return the first-stage values of ending before token `end`."""
    a, b, c, f, g = ending(analysis.tagged, end)
    ((d, e, h),) = asked_ends(frame, analysis, grid, (end,))
    return a, b, c, d, e, f, g, h


def asked_ends(
    frame: Frame, analysis: Analysis, grid: Grid, places: Sequence[int]
) -> list[tuple[str, str, str]]:
    """Return those of `end_values` that depend on the question, for some places."""
    roles, right, tags = grid.roles, grid.right, analysis.tagged.tags
    count = len(tags)
    gaps = _gaps_after(grid.places.get(frame.statement.right), places)
    return [
        (
            "D" + roles[end] + tags[end] if end < count else "D$$",
            "E" + (_DISTANCES[near - end : near - end + 1] or _FURTHER) + roles[near]
            if (near := right[end]) >= 0
            else "Ex",
            "H" + gap,
        )
        for end, gap in zip(places, gaps, strict=True)
    ]


def _gaps_after(spots: Sequence[int] | None, places: Sequence[int]) -> Sequence[str]:
    if spots is None:
        return _FURTHER * len(places)
    gaps = []
    for end in places:
        after = [spot - end for spot in spots if spot >= end]
        gaps.append(_bin(min(after)) if after else _NOWHERE)
    return gaps


def _bin(distance: int) -> str:
    return _DISTANCES[distance : distance + 1] or _FURTHER


def inside_value(share: float) -> str:
    """Return the value of how much of the question (0..1) a stretch holds itself."""
    if share <= 0:
        return "i0"
    return "i1" if share < 0.08 else "i2" if share < 0.2 else "i3" if share < 0.4 else "i4"


def relation_values(candidate: Candidate, grid: Grid, agreement: Agreement) -> tuple[str, ...]:
    """Return the first-stage values of how a candidate stands to the question."""
    inside = grid.before[candidate.end] - grid.before[candidate.start]
    return (inside_value(inside), "P" + agreement.of(candidate))


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
        (slot_of(value) ^ keys[cross]) & mask
        for value, row in zip(values, crosses, strict=True)
        for cross in row
    ]
