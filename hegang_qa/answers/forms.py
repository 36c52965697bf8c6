"""What candidates are like by themselves, as slots of weights worked out once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from hegang_qa.answers.hashing import first_slot

__all__ = ["Forms", "forms_of"]


class Forms(NamedTuple):
    """The slots of three values for each candidate of a sentence, masked to the first table: its
    kind with its length, its letters, and whether it joins things or is one of those joined."""

    kinds: array[int]
    letters: array[int]
    joints: array[int]


# Lengths in tokens, as the first stage tells them apart; the last is any longer one.
_SIZES = "001234555666667778"
_LONG = len(_SIZES) - 1
_KINDS = ("typed", "noun", "chain", "verb", "preposition", "other", "cell")

# Longer stretches are told by their first three and last two letters.
_SPELLED = 5


def forms_of(
    tags: str,
    phrases: Sequence[tuple[int, int]],
    candidates: Sequence[tuple[int, int, str, str, str]],
) -> Forms:
    """Return the forms of candidates (start, end and kind first) of a sentence with these tags and
    noun phrases."""
    lists = _lists(tags, phrases)
    of_kinds = _kinds()
    insides = [tags[start:end] for start, end, _, _, _ in candidates]
    kinds = [of_kinds[kind][min(end - start, _LONG)] for start, end, kind, _, _ in candidates]
    if lists:
        joints = [
            first_slot("l" + _joined(tags, start, end, "1" if "C" in inside else "0", lists))
            for (start, end, _, _, _), inside in zip(candidates, insides, strict=True)
        ]
    else:
        alone, joining = first_slot("l0"), first_slot("l1")
        joints = [joining if "C" in inside else alone for inside in insides]
    return Forms(array("I", kinds), array("I", map(_letters, insides)), array("I", joints))


@lru_cache(maxsize=16384)
def _letters(inside: str) -> int:
    """Return the slot of the tags of a stretch."""
    if len(inside) > _SPELLED:
        inside = inside[:3] + "~" + inside[-2:]
    return first_slot("s" + inside)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, list[int]]:
    """Return for each kind of candidate the slots of its lengths."""
    return {kind: [first_slot(f"k{kind}{size}") for size in _SIZES] for kind in _KINDS}


def _joined(tags: str, start: int, end: int, joined: str, lists: Sequence[tuple[int, int]]) -> str:
    """Return how a stretch that holds "and" (`joined` "1") or none stands to the lists."""
    for low, high in lists:
        if low <= start and end <= high:
            # All of a list (but for an article), several of its things, or one of them.
            whole = end == high and (start == low or (start == low + 1 and tags[low] == "D"))
            joined = "w" if whole else "s" if joined == "1" else "p"
            joined += "1" if start > low and tags[start - 1] in "C," else "0"
            joined += "1" if end < high and tags[end] in "C," else "0"
            break
        if low < start < high or low < end < high:
            joined = "x" + joined
    return joined


def _lists(tags: str, phrases: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of noun phrases joined by commas and "and" or "or"."""
    lists: list[tuple[int, int]] = []
    if "C" not in tags:
        return lists
    at = 0
    while at < len(phrases):
        last = at
        closed = False
        while last + 1 < len(phrases) and not closed:
            between = tags[phrases[last][1] : phrases[last + 1][0]]
            if between not in (",", ",C", "C"):
                break
            closed = "C" in between
            last += 1
        if closed and not _two_clauses(tags, phrases[at][0], phrases[last]):
            lists.append((phrases[at][0], phrases[last][1]))
        at = last + 1
    return lists


def _two_clauses(tags: str, low: int, last: tuple[int, int]) -> bool:
    """Return whether "and" joins clauses rather than things: "(it is called) Net *and* the word
    (is changed)"."""
    start, end = last
    if not low or end == len(tags):
        return False
    return tags[low - 1] in "KV" and tags[start] == "D" and tags[end] in "XM"
