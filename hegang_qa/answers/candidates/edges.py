"""Where the candidates of a sentence begin and end, as slots of weights worked out once.

Most of what the first stage of the span model looks at around the beginning (or the end) of a
candidate is the sentence's own, whatever is asked: its words there and their parts of speech.
What depends on the question is in `hegang_qa.answers.span_model.features`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hegang_qa.answers.candidates.finders import Tagged
from hegang_qa.answers.candidates.hashing import KeptSlots, first_slots

__all__ = ["Edges", "beginning", "beginnings", "ending", "endings"]

Values = tuple[str, str, str, str, str]
"""Parts of speech on both sides, the word outside, two words outside, the word inside, three parts
of speech."""


# There are few parts of speech, and so few values of them.
_of_tags = KeptSlots()


class Edges(NamedTuple):
    """Places between tokens, in order, and the slots of their values: a column for each of
    `Values`, masked to the first table."""

    places: array[int]
    columns: tuple[array[int], ...]


def beginning(tagged: Tagged, at: int) -> Values:
    """Return the values of beginning at token `at` that are the sentence's own."""
    a, b, c, f, g = _beginning_columns(tagged, (at,))
    return a[0], b[0], c[0], f[0], g[0]


def ending(tagged: Tagged, end: int) -> Values:
    """Return the values of ending before token `end` that are the sentence's own."""
    a, b, c, f, g = _ending_columns(tagged, (end,))
    return a[0], b[0], c[0], f[0], g[0]


def beginnings(tagged: Tagged, places: Iterable[int]) -> Edges:
    """Return where candidates begin, with their slots."""
    ordered = sorted(places)
    return _edges(ordered, _beginning_columns(tagged, ordered))


def endings(tagged: Tagged, places: Iterable[int]) -> Edges:
    """Return where candidates end, with their slots."""
    ordered = sorted(places)
    return _edges(ordered, _ending_columns(tagged, ordered))


def _beginning_columns(tagged: Tagged, places: Sequence[int]) -> tuple[list[str], ...]:
    tags, norms = "^^" + tagged.tags, ("^", "^", *tagged.norms)
    return (
        ["a" + tags[at + 1 : at + 3] for at in places],
        ["b" + norms[at + 1] for at in places],
        [f"c{norms[at]} {norms[at + 1]}" for at in places],
        ["f" + norms[at + 2] for at in places],
        ["g" + tags[at : at + 3] for at in places],
    )


def _ending_columns(tagged: Tagged, places: Sequence[int]) -> tuple[list[str], ...]:
    tags, norms = tagged.tags + "$$", (*tagged.norms, "$", "$")
    return (
        ["A" + tags[end - 1 : end + 1] for end in places],
        ["B" + norms[end] for end in places],
        [f"C{norms[end]} {norms[end + 1]}" for end in places],
        ["F" + norms[end - 1] for end in places],
        ["G" + tags[end - 1 : end + 2] for end in places],
    )


def _edges(places: Sequence[int], columns: Iterable[Sequence[str]]) -> Edges:
    sides, outside, two, inside, three = columns
    slots = (
        map(_of_tags.__getitem__, sides),
        first_slots(outside),
        first_slots(two),
        first_slots(inside),
        map(_of_tags.__getitem__, three),
    )
    # Arrays take a tenth of the room of tuples.
    return Edges(array("I", places), tuple([array("I", column) for column in slots]))
