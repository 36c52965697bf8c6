"""What candidates are like by themselves, in letters: read off the parts of speech in them."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["LONG", "form_values", "joined", "kind_value", "letters_value", "lists_of"]

# Lengths in tokens, as the first stage tells them apart; the last is any longer one.
_SIZES = "001234555666667778"
LONG = len(_SIZES) - 1
"""Candidates of so many tokens and more are alike."""

# Longer stretches are told by their first three and last two letters.
_SPELLED = 5

List = tuple[int, int]
"""A stretch of noun phrases joined by commas and "and" or "or"."""


def form_values(
    tags: str, lists: Sequence[List], start: int, end: int, kind: str
) -> tuple[str, str, str]:
    """Return the first-stage values of a candidate's kind with its length, of its letters, and of
    whether it joins things or is one of those joined."""
    return (
        kind_value(kind, end - start),
        letters_value(tags[start:end]),
        joined(tags, lists, start, end),
    )


def kind_value(kind: str, length: int) -> str:
    """Return the value of a kind of candidate with a length in tokens."""
    return f"k{kind}{_SIZES[min(length, LONG)]}"


def letters_value(inside: str) -> str:
    """Return the value of the tags of a stretch."""
    return f"s{inside[:3]}~{inside[-2:]}" if len(inside) > _SPELLED else "s" + inside


def joined(tags: str, lists: Sequence[List], start: int, end: int) -> str:
    """Return the value of how a stretch stands to the lists of a sentence."""
    how = "1" if "C" in tags[start:end] else "0"
    for low, high in lists:
        if low <= start and end <= high:
            # All of a list (but for an article), several of its things, or one of them.
            whole = end == high and (start == low or (start == low + 1 and tags[low] == "D"))
            how = "w" if whole else "s" if how == "1" else "p"
            how += "1" if start > low and tags[start - 1] in "C," else "0"
            how += "1" if end < high and tags[end] in "C," else "0"
            break
        if low < start < high or low < end < high:
            how = "x" + how
    return "l" + how


def lists_of(tags: str, phrases: Sequence[tuple[int, int]]) -> tuple[List, ...]:
    """Return the lists of a sentence with these tags and noun phrases."""
    lists: list[List] = []
    if "C" not in tags:
        return ()
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
            low = phrases[at][0]
            # The first of "clients: curl, wget and httpie" looks like a verb.
            low -= 2 * (low > 2 and tags[low - 3 : low] in (":V,", ":K,"))
            lists.append((low, phrases[last][1]))
        at = last + 1
    return tuple(lists)


def _two_clauses(tags: str, low: int, last: tuple[int, int]) -> bool:
    """Return whether "and" joins clauses rather than things: "(it is called) Net *and* the word
    (is changed)"."""
    start, end = last
    if not low or end == len(tags):
        return False
    return tags[low - 1] in "KV" and tags[start] == "D" and tags[end] in "XM"
