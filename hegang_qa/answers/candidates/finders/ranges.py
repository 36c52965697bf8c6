"""Find ranges of measures, sums and ages: "between 0.5 and 8 bar", "30 cm to 50 cm", "the ages of
ten and twelve". A range is a span of its own, beside its two ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from hegang_qa.answer_types import is_a
from hegang_qa.answers.candidates.finders.base import Found, Tagged
from hegang_qa.text.numbers import digits_value
from hegang_qa.text.words import NUMBER_WORDS

__all__ = ["JOINTS", "with_ranges"]

JOINTS = frozenset(("-", "to", "or", "and", "until", "till", "through"))
"""What stands between the ends of a range."""

# "From 5 to 7 euros" is no range where something rises or falls.
_CHANGES = frozenset(
    """
    rise rises rose risen rising raise raises raised raising increase increases increased increasing
    grow grows grew grown growing climb climbed jump jumped double doubled expand expanded extend
    extended fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased
    decreasing decline declined declining shrink shrank shrunk reduce reduces reduced reducing cut
    lower lowered enlarge enlarged widen widened lengthen lengthened shorten shortened sink sank
    sunk change changes changed go goes went move moved shift shifted
    """.split()
)
_LOOKED_BACK = 12  # tokens
_AGES = frozenset(("age", "ages", "aged"))
_OLDEST = 120
# A range of these is told by the finder of dates.
_MEASURED = ("number", "frequency")


def with_ranges(sentence: Tagged, found: Sequence[Found]) -> list[Found]:
    """Return what was found, with the joints of its ranges, and the ranges that were not."""
    norms, tags = sentence.norms, sentence.tags
    inner = [at for at in range(1, len(norms) - 1) if norms[at] in JOINTS]
    if not inner:
        return list(found)
    told = [_with_joint(sentence, one, inner) for one in found]
    measures = [one for one in told if any(is_a(one.type, kind) for kind in _MEASURED)]
    places = {(one.start, one.end, one.type) for one in told}
    for at in inner:
        if "#" not in tags[max(0, at - 3) : at]:
            continue
        low = _lower(measures, at)
        high = _higher(measures, at)
        if low is None or high is None or not _joins(sentence, low, at):
            continue
        kind = _kind(low, high)
        if kind == "number" and _is_age(sentence, low, high):
            kind = "age"
        if kind and (low.start, high.end, kind) not in places:
            told.append(Found(low.start, high.end, kind, f"{low.value}/{high.value}", at))
    return told


def _with_joint(sentence: Tagged, one: Found, inner: Sequence[int]) -> Found:
    """Return a number or measure of two numbers with the joint between them."""
    if one.joint >= 0 or not any(is_a(one.type, kind) for kind in _MEASURED):
        return one
    norms, tags = sentence.norms, sentence.tags
    for at in inner:
        if one.start < at < one.end - 1 and tags[at - 1] == tags[at + 1] == "#":
            if norms[at] == "and" or (norms[at] == "-" and norms[at + 1] in NUMBER_WORDS):
                continue  # "two hundred and five", "fifty-six"
            falls = _value(norms[at - 1]) > _value(norms[at + 1]) > 0  # a score ("21 to 11")
            return one if falls or _is_change(sentence, one.start) else one._replace(joint=at)
    return one


def _lower(measures: Sequence[Found], at: int) -> Found | None:
    """Return what ends before a joint: the measure rather than its number, without a hedge."""
    ending = [one for one in measures if one.end == at and one.joint < 0]
    return max(ending, key=lambda one: (one.type != "number", one.start), default=None)


def _higher(measures: Sequence[Found], at: int) -> Found | None:
    """Return what begins after a joint: the measure with all of its words."""
    starting = [one for one in measures if one.start == at + 1 and one.joint < 0]
    return max(starting, key=lambda one: (one.type != "number", one.end), default=None)


def _joins(sentence: Tagged, low: Found, at: int) -> bool:
    """Return whether a joint makes a range: "and" only after "between" or an age."""
    norms = sentence.norms
    before = norms[max(0, low.start - 4) : low.start]
    if norms[at] == "and":
        return "between" in before or "ages" in before
    return not _is_change(sentence, low.start)


def _is_change(sentence: Tagged, start: int) -> bool:
    """Return whether something rises, falls or changes "from" what begins at `start`."""
    norms = sentence.norms
    if norms[max(0, start - 2) : start].count("from") == 0:
        return False
    return not _CHANGES.isdisjoint(norms[max(0, start - _LOOKED_BACK) : start])


def _kind(low: Found, high: Found) -> str:
    """Return the type of a range between two measures, "" where they are none."""
    if low.type == high.type:
        return low.type
    if low.type == "number":  # its unit stands after the other
        return high.type
    return low.type if high.type == "number" and low.type == "money" else ""


def _is_age(sentence: Tagged, low: Found, high: Found) -> bool:
    before = sentence.norms[max(0, low.start - 3) : low.start]
    if _AGES.isdisjoint(before):
        return False
    return all(0 < _value(sentence.norms[one.start]) <= _OLDEST for one in (low, high))


def _value(norm: str) -> float:
    """Return the value of a number of one word, 0 where it has no plain one."""
    if norm.isdigit():
        return int(norm)
    return NUMBER_WORDS.get(norm, 0) if norm.isalpha() else digits_value(norm) or 0.0
