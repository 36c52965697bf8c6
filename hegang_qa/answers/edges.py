"""Where the candidates of a sentence begin and end, as slots of weights worked out once.

Most of what the first stage of the span model looks at around the beginning (or the end) of a
candidate is the sentence's own, whatever is asked: its words there and their parts of speech.
What depends on the question is in `hegang_qa.answers.features`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import NamedTuple

from hegang_qa.answers.finders import Tagged
from hegang_qa.answers.hashing import first_slot

__all__ = ["Edges", "beginning", "beginnings", "ending", "endings"]

Values = tuple[str, str, str, str, str]
"""Parts of speech on both sides, the word outside, two words outside, the word inside, three parts
of speech."""

_MANY = 5


class Edges(NamedTuple):
    """Places between tokens, in order, and the slots of their values: a column for each of
    `Values`, masked to the first table."""

    places: array[int]
    columns: tuple[array[int], ...]


def beginning(tagged: Tagged, at: int) -> Values:
    """Return the values of beginning at token `at` that are the sentence's own."""
    tags, norms = tagged.tags, tagged.norms
    tag = tags[at]
    if at > 1:
        last, word, earlier_tag, earlier = tags[at - 1], norms[at - 1], tags[at - 2], norms[at - 2]
    elif at:
        last, word, earlier_tag, earlier = tags[0], norms[0], "^", "^"
    else:
        last = word = earlier_tag = earlier = "^"
    return (
        "a" + last + tag,
        "b" + word,
        "c" + earlier + " " + word,
        "f" + norms[at],
        "g" + earlier_tag + last + tag,
    )


def ending(tagged: Tagged, end: int) -> Values:
    """Return the values of ending before token `end` that are the sentence's own."""
    tags, norms = tagged.tags, tagged.norms
    tag = tags[end - 1]
    left = len(tags) - end
    if left > 1:
        after, word, later_tag, later = tags[end], norms[end], tags[end + 1], norms[end + 1]
    elif left:
        after, word, later_tag, later = tags[end], norms[end], "$", "$"
    else:
        after = word = later_tag = later = "$"
    return (
        "A" + tag + after,
        "B" + word,
        "C" + word + " " + later,
        "F" + norms[end - 1],
        "G" + tag + after + later_tag,
    )


def beginnings(tagged: Tagged, places: Iterable[int]) -> Edges:
    """Return where candidates begin, with their slots."""
    return _edges(tagged, places, beginning)


def endings(tagged: Tagged, places: Iterable[int]) -> Edges:
    """Return where candidates end, with their slots."""
    return _edges(tagged, places, ending)


def _edges(tagged: Tagged, places: Iterable[int], values: Callable[[Tagged, int], Values]) -> Edges:
    ordered = sorted(places)
    slots = [first_slot(value) for at in ordered for value in values(tagged, at)]
    # Arrays take a tenth of the room of tuples.
    return Edges(array("I", ordered), tuple([array("I", slots[n::_MANY]) for n in range(_MANY)]))
